import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideAcknowledge } from './decide-acknowledge.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideAsk, decideReply } from './decide-ask.ts';
import { decideClassify } from './decide-classify.ts';
import { decideClose } from './decide-close.ts';
import { decideConfirm } from './decide-confirm.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideDispose } from './decide-dispose.ts';
import { decideFollowUp } from './decide-follow-up.ts';
import { decideForward } from './decide-forward.ts';
import { decideHandOver } from './decide-hand-over.ts';
import { decideMark } from './decide-mark.ts';
import { decideProveNotice, decideVerify } from './decide-verify.ts';
import type { Decision } from './decision.ts';
import type { WrittenLater } from './effective-time.ts';

type Act = (state: CaseState, later: WrittenLater, context: Context) => Decision;

const received = aComplaint().received();
const disposed = aComplaint().received().disposed();
const answered = aComplaint().received().disposed().answered();
const CASES: Readonly<Record<string, readonly [typeof received, Act]>> = {
  verify: [
    received,
    (state, later, context) =>
      decideVerify(state, { completeness: 'complete', authority: 'own', ...later }, context),
  ],
  acknowledge: [received, (state, later, context) => decideAcknowledge(state, later, context)],
  classify: [
    received,
    (state, later, context) => decideClassify(state, { severity: 'light', ...later }, context),
  ],
  forward: [received, (state, later, context) => decideForward(state, later, context)],
  dispose: [
    received,
    (state, later, context) => decideDispose(state, { unit: 'linjamsos', ...later }, context),
  ],
  'hand-over': [
    disposed,
    (state, later, context) => decideHandOver(state, { toUnit: 'rehsos', reason: 'r', ...later }, context),
  ],
  ask: [
    disposed,
    (state, later, context) => decideAsk(state, { to: 'complainant', text: 't', ...later }, context),
  ],
  reply: [
    disposed,
    (state, later, context) => decideReply(state, { from: 'complainant', text: 't', ...later }, context),
  ],
  answer: [
    disposed,
    (state, later, context) => decideAnswer(state, { way: 'oral', text: 't', ...later }, context),
  ],
  close: [
    answered,
    (state, later, context) => decideClose(state, { outcome: 'resolved', ...later }, context),
  ],
  confirm: [answered, (state, later, context) => decideConfirm(state, later, context)],
};

test('rule 1: whoever writes an act down more than ten minutes later, or on another day, says why', () => {
  for (const [name, [complaint, act]] of Object.entries(CASES)) {
    const later = complaint.at('2026-03-06T10:00');
    const said = (command: WrittenLater): unknown => {
      const decision = later.decide((state, context) => act(state, command, context));
      if (!decision.ok) return decision.refusal;
      const event = decision.events[0];
      return event !== undefined && 'lateEntryReason' in event ? event.lateEntryReason : 'on time';
    };
    const at = wita('2026-03-05T15:00');
    assert.equal(said({ at }), 'late-entry-reason-required', name);
    assert.equal(said({ at, lateEntryReason: 'alasan-1' }), 'alasan-1', name);
    assert.equal(said({ at: wita('2026-03-06T09:55'), lateEntryReason: 'alasan-1' }), 'alasan-1', name);
    assert.equal(said({ at: wita('2026-03-06T09:55') }), 'on time', name);
    assert.equal(said({}), 'on time', name);
  }
});

test('rules 1, 37: nothing is done before the receipt, of which a row of an old register may tell the day or month only', () => {
  const rows = [
    ['day', '2026-03-01T00:00', '2026-02-28T23:59'],
    ['month', '2026-02-01T00:00', '2026-01-31T23:59'],
  ] as const;
  for (const [precision, from, before] of rows) {
    const ownReceipt = { at: wita(from), precision };
    for (const [name, [complaint, act]] of Object.entries(CASES)) {
      const row = { ...complaint.state(), receivedAt: ownReceipt.at, precision, ownReceipt };
      const done = (at: string) => {
        const later = { at: wita(at), lateEntryReason: 'alasan-1' };
        const decision = complaint.decide((_, context) => act(row, later, context));
        return decision.ok ? 'accepted' : decision.refusal;
      };
      assert.equal(done(before), 'time-before-receipt', name);
      assert.notEqual(done(from), 'time-before-receipt', name);
    }
  }
});

test('rule 5: what was done first and written down afterwards may say why, and is not asked', () => {
  const later = disposed.at('2026-03-06T10:00');
  const at = wita('2026-03-05T15:00');
  const entry = (command: WrittenLater) =>
    later.decide((state, context) =>
      decideFollowUp(state, { entry: 'note', text: 't', ...command }, context),
    );
  assert.ok(entry({ at }).ok);
  const decision = entry({ at, lateEntryReason: 'alasan-1' });
  const event = decision.ok ? decision.events[0] : undefined;
  assert.ok(event?.type === 'followed-up');
  assert.deepEqual([event.at, event.lateEntryReason], [at, 'alasan-1']);
  assert.ok(!('late' in event), 'its two times tell that it is a late entry');
});

test('rule 19: proof of a notice that is dated back says why', () => {
  const waiting = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .at('2026-03-06T10:00');
  const at = wita('2026-03-05T15:00');
  const prove = (later: WrittenLater) =>
    waiting.decide((state, context) => decideProveNotice(state, { notice: 'incomplete', ...later }, context));
  const bare = prove({ at });
  assert.equal(bare.ok ? 'accepted' : bare.refusal, 'late-entry-reason-required');
  assert.ok(prove({ at, lateEntryReason: 'alasan-1' }).ok);
});

test('rules 1, 11: a receipt is corrected to no time after the complaint was written down, or anything was done to it', () => {
  const late = { receivedBy: 'petugas-2', lateEntryReason: 'r', sourceNumber: null };
  const written = aComplaint()
    .at('2026-03-10T09:00')
    .received({ channel: 'surat', receivedAt: wita('2026-03-02T09:00'), ...late });
  const corrected = (complaint: typeof written, receivedAt: string) => {
    const changes = { receivedAt: wita(receivedAt) };
    const context = complaint.at('2026-03-20T09:00').context();
    const decision = decideCorrect(complaint.state(), { changes, reason: 'r' }, context);
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(corrected(written, '2026-03-10T09:00'), 'accepted');
  assert.equal(corrected(written, '2026-03-10T09:01'), 'time-before-receipt');
  const urgent = written.does((state, context) =>
    decideMark(state, { mark: 'urgent', on: true, reason: 'r' }, context),
  );
  const at = { at: wita('2026-03-04T10:00'), lateEntryReason: 'r' };
  for (const done of [written.verified(at), written.disposed(at), urgent.disposed(at)]) {
    assert.equal(corrected(done, '2026-03-04T10:00'), 'accepted');
    assert.equal(corrected(done, '2026-03-04T10:01'), 'time-before-receipt');
  }
});
