import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { judgedLimit, nearestDue, standingLimits } from './deadlines-of-case.ts';
import { decideClassify } from './decide-classify.ts';
import { decideCorrect } from './decide-correct.ts';

test('a class of nothing is refused: a case without service, subject and class is not classified', () => {
  const bare = aComplaint().received({ service: null });
  const decide = (command: Parameters<typeof decideClassify>[1]) =>
    bare.decide((state, context) => decideClassify(state, command, context));
  assert.deepEqual(decide({}), { ok: false, refusal: 'nothing-changes' });
  assert.ok(decide({ severity: 'light' }).ok);
  assert.ok(decide({ kind: 'aspirasi' }).ok);
  assert.ok(decide({ oversight: true }).ok);
  assert.ok(decide({ form: 'a' }).ok);
  assert.ok(
    aComplaint()
      .received()
      .decide((state, context) => decideClassify(state, {}, context)).ok,
  );
});

test('a wrong service is taken back, though nothing is left of the class then', () => {
  const named = aComplaint().received({ service: 'pbi-jk' });
  assert.ok(
    named.decide((state, context) => decideClassify(state, { service: null, severity: null }, context)).ok,
  );
});

test('rule 15: another kind after a limit has passed says why and un-lates nothing, whether a class was given or not', () => {
  const now = wita('2026-04-20T10:00');
  for (const open of [aComplaint().received(), aComplaint().received().classified({ severity: 'light' })]) {
    const promised = judgedLimit(open.state());
    const late = open.at('2026-04-20T10:00');
    assert.equal(promiseOf(late.state(), now), 'late');
    const silent = late.decide((state, context) => decideClassify(state, { kind: 'aspirasi' }, context));
    assert.deepEqual(silent, { ok: false, refusal: 'reason-required' });
    const earlier = { kind: 'aspirasi', at: wita('2026-03-02T11:00'), lateEntryReason: 'alasan-1' } as const;
    const backdated = late.decide((state, context) => decideClassify(state, earlier, context));
    assert.deepEqual(backdated, { ok: false, refusal: 'reason-required' });
    for (const changed of [
      late.classified({ kind: 'aspirasi', reason: 'alasan-1' }),
      late.does((state, context) =>
        decideCorrect(state, { changes: { kind: 'aspirasi' }, reason: 'alasan-1' }, context),
      ),
    ]) {
      const state = changed.state();
      assert.equal(state.kind, 'aspirasi');
      assert.equal(promiseOf(state, now), 'late');
      assert.equal(judgedLimit(state)?.dueAt, promised?.dueAt);
      assert.ok((nearestDue(state)?.dueAt ?? '') < now, 'still among the late ones of the inbox');
      assert.ok(standingLimits(state).some(({ dueAt }) => dueAt === promised?.dueAt));
      const verified = changed.verified().classified({ kind: 'permintaan-informasi', reason: 'alasan-1' });
      assert.equal(promiseOf(verified.state(), now), 'late', 'whatever is done afterwards');
      const answered = verified.answered({ way: 'channel', channel: 'whatsapp' });
      assert.equal(promiseOf(answered.state(), now), 'late');
      assert.equal(nearestDue(answered.state()), null);
      assert.equal(
        promiseOf(answered.classified({ kind: 'aspirasi', reason: 'alasan-1' }).state(), now),
        'late',
      );
    }
  }
});

test('rule 14: another kind before any limit has passed needs no reason and promises what that kind is promised', () => {
  const changed = aComplaint().received().at('2026-03-03T10:00').classified({ kind: 'aspirasi' }).state();
  assert.equal(changed.missed, undefined);
  assert.equal(promiseOf(changed, wita('2026-04-20T10:00')), 'unlimited');
  const intime = aComplaint().received().verified().answered({ way: 'oral' }).at('2026-04-20T10:00');
  assert.equal(intime.classified({ kind: 'aspirasi' }).state().missed, undefined, 'answered in time');
});
