import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, type ComplaintBuilder, wita } from '../../../test/a-complaint.ts';
import { officeCalendar } from '../../../test/an-office.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import type { CaseState } from '../complaint/case-state.ts';
import type { Context } from '../complaint/context.ts';
import { decideArchive } from '../complaint/decide-archive.ts';
import { decideCorrect } from '../complaint/decide-correct.ts';
import { decideVerify } from '../complaint/decide-verify.ts';
import { decideWithdraw } from '../complaint/decide-withdraw.ts';
import type { Decision } from '../complaint/decision.ts';
import { afterEvent } from '../complaint/with-due.ts';
import { factOf } from './fact-of-case.ts';
import { NO_DATED_ACTS } from './fact-of-dated-acts.ts';
import { restsOnOldRegister } from './report-cell.ts';
import { registerStatusLabel } from './table-shapes.ts';

const timesOf = (state: CaseState): readonly string[] => {
  const { recordingTime, reactionTime, finishTime } = factOf(state, officeCalendar, NO_DATED_ACTS);
  return [recordingTime, reactionTime, finishTime];
};

/** Came at the first time, written into Tanggap at the second. */
function recordedLate(receivedAt: string, at: string): ComplaintBuilder {
  const late = { receivedBy: 'petugas-2', lateEntryReason: 'alasan-1', sourceNumber: null };
  return aComplaint()
    .at(at)
    .received({ channel: 'surat', receivedAt: wita(receivedAt), ...late });
}

test('rule 1: how late a complaint was written down is counted in working days, by dates', () => {
  for (const [receivedAt, at, gap] of [
    ['2026-03-02T09:00', '2026-03-02T09:00', '0'],
    // After the end of work it is the same day still.
    ['2026-03-02T15:50', '2026-03-02T19:10', '0'],
    ['2026-03-02T09:00', '2026-03-03T08:00', '1'],
    // Came on a Friday evening: received at the opening of Monday.
    ['2026-03-06T19:00', '2026-03-09T08:00', '0'],
    ['2026-03-06T09:00', '2026-03-09T08:00', '1'],
    ['2026-03-02T09:00', '2026-03-05T08:00', '2-3'],
    ['2026-03-02T09:00', '2026-03-12T08:00', '4-10'],
    ['2026-03-02T09:00', '2026-04-30T08:00', '11+'],
  ] as const) {
    assert.equal(timesOf(recordedLate(receivedAt, at).state())[0], gap, `${receivedAt} → ${at}`);
  }
});

test('rule 36: a counter complaint has its first reaction at once, a letter with the first word to its writer', () => {
  assert.deepEqual(timesOf(aComplaint().at('2026-03-02T09:00').received({ channel: 'loket' }).state()), [
    ...['0', '0', 'not-yet'],
  ]);
  const letter = recordedLate('2026-03-02T09:00', '2026-03-03T08:00');
  assert.deepEqual(timesOf(letter.state()), ['1', 'not-yet', 'not-yet']);
  const answered = letter.classified({ severity: 'light' }).disposed().at('2026-03-05T10:00').answered();
  assert.deepEqual(timesOf(answered.state()), ['1', '2-3', 'not-yet']);
  assert.deepEqual(timesOf(answered.at('2026-03-10T10:00').closed().state()), ['1', '2-3', '4-10']);
});

test('rules 11, 36: a first reaction moves with a corrected receipt only where receiving was the reaction', () => {
  const earlier = (of: ComplaintBuilder): CaseState =>
    of
      .at('2026-03-03T09:00')
      .does((state, context) =>
        decideCorrect(state, { changes: { receivedAt: wita('2026-02-24T10:00') }, reason: 'r' }, context),
      )
      .state();
  const atCounter = aComplaint().at('2026-03-02T10:00').received({ channel: 'loket' });
  assert.equal(timesOf(earlier(atCounter))[1], '0');
  const byMail = aComplaint().at('2026-03-02T10:00').received({ channel: 'email' });
  const answeredAtOnce = byMail
    .classified({ severity: 'light' })
    .disposed()
    .at('2026-03-02T10:30')
    .answered({
      at: wita('2026-03-02T10:00'),
      lateEntryReason: 'alasan-1',
    });
  assert.equal(timesOf(earlier(answeredAtOnce))[1], '4-10');
});

test('rules 36, 37: an old row that was ended here unanswered after its limit is late, finished by us, with its time', () => {
  const received = aComplaint().at('2026-01-05T00:00').received().state();
  const old: CaseState = { ...received, provenance: 'register-lama', precision: 'day', due: [] };
  const does = (state: CaseState, at: string, decide: (state: CaseState, context: Context) => Decision) => {
    const context = aComplaint().at(at).context();
    const done = decide(state, context);
    assert.ok(done.ok, JSON.stringify(done));
    return done.events.reduce((now, event) => afterEvent(now, event, context), state);
  };
  const taken = does(old, '2026-03-03T10:00', (state, context) =>
    decideVerify(state, { completeness: 'complete', authority: 'own' }, context),
  );
  const counted = (state: CaseState) => {
    const fact = factOf(state, officeCalendar, NO_DATED_ACTS);
    const imported = restsOnOldRegister(fact);
    const said = registerStatusLabel(fact.status, imported);
    return [imported, said, fact.finishTime, promiseOf(state, wita('2026-03-31T10:00'))];
  };
  assert.deepEqual(counted(taken), [true, 'Sudah diperiksa', 'not-yet', 'late']);
  for (const end of [
    (state: CaseState, context: Context) =>
      decideArchive(state, { outcome: 'archived-invalid', reason: 'r' }, context),
    (state: CaseState, context: Context) => decideWithdraw(state, { reason: 'r' }, context),
  ]) {
    assert.deepEqual(counted(does(taken, '2026-03-04T10:00', end)), [false, 'Selesai', '11+', 'late']);
  }
});
