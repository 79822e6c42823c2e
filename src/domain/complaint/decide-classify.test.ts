import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { judgedLimit, nearestDue, standingLimits } from './deadlines-of-case.ts';
import { decideClassify } from './decide-classify.ts';
import { type CorrectCommand, decideCorrect } from './decide-correct.ts';

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

test('rules 11, 15: a receipt that was typed wrongly breaks no promise of the former kind, and the true one does not un-break it', () => {
  const late = {
    channel: 'surat',
    receivedBy: 'petugas-2',
    lateEntryReason: 'r',
    sourceNumber: null,
  } as const;
  const [wrong, right] = [wita('2026-01-05T09:00'), wita('2026-03-02T08:55')];
  const written = (receivedAt: string) =>
    aComplaint()
      .at('2026-03-02T09:00')
      .received({ ...late, receivedAt });
  const corrects = (complaint: ReturnType<typeof written>, changes: CorrectCommand['changes']) =>
    complaint.does((state, context) => decideCorrect(state, { changes, reason: 'r' }, context));
  const stands = (complaint: ReturnType<typeof written>) => [
    nearestDue(complaint.state())?.dueAt ?? null,
    promiseOf(complaint.state(), wita('2026-12-01T10:00')),
  ];
  const becomes = written(wrong).classified({ kind: 'aspirasi', reason: 'r' });
  const broken = stands(becomes);
  assert.deepEqual(broken, [wita('2026-01-20T00:00'), 'late']);
  const mended = corrects(becomes, { receivedAt: right });
  assert.deepEqual(stands(mended), [null, 'unlimited']);
  assert.deepEqual(standingLimits(mended.state()), []);
  assert.deepEqual(
    stands(corrects(mended, { receivedAt: wrong })),
    broken,
    'there and back un-lates nothing',
  );
  const answered = mended.disposed().answered();
  assert.equal(promiseOf(answered.state(), wita('2026-12-01T10:00')), 'unlimited');
  // Kind and receipt in one: what had passed is counted from the receipt that is true.
  assert.deepEqual(stands(corrects(written(wrong), { kind: 'aspirasi', receivedAt: right })), [
    null,
    'unlimited',
  ]);
  assert.deepEqual(stands(corrects(written(right), { kind: 'aspirasi', receivedAt: wrong })), broken);
});
