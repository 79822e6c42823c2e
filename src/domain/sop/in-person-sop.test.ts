import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { anOffice, aSop, officeCalendar } from '../../../test/an-office.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { decideForward } from '../complaint/decide-forward.ts';
import { type SopRow, sopComparison } from './sop-comparison.ts';

function rows(state: CaseState): readonly SopRow[] {
  const sop = anOffice().sops.find((one) => one.id === state.sop.sop);
  assert.ok(sop);
  return sopComparison(state.sop, sop, officeCalendar);
}
function row(state: CaseState, no: number): SopRow {
  const found = rows(state).find((one) => one.no === no);
  assert.ok(found);
  return found;
}

const opened = { formOpenedAt: wita('2026-03-02T09:00'), writingBeganAt: wita('2026-03-02T09:04') };
const atCounter = () => aComplaint().at('2026-03-02T09:09').received(opened);

test('rule 17: step 1 starts when the form is opened and ends when the clerk begins to write', () => {
  const { startedAt, finishedAt, actual, beyondStandard } = row(atCounter().state(), 1);
  assert.deepEqual([startedAt, finishedAt], [opened.formOpenedAt, opened.writingBeganAt]);
  assert.deepEqual(actual, { count: 4, unit: 'service-minute' });
  assert.equal(beyondStandard, false);
});

test('rule 17: steps 1 and 2 in one act leave step 1 tidak terukur and count from the opened form in step 2', () => {
  const state = aComplaint()
    .at('2026-03-02T09:09')
    .received({ formOpenedAt: opened.formOpenedAt })
    .registered()
    .state();
  assert.equal(row(state, 1).mark, 'unmeasured');
  assert.equal(row(state, 1).actual, null);
  assert.equal(row(state, 2).startedAt, opened.formOpenedAt);
  assert.deepEqual(row(state, 2).actual, { count: 10, unit: 'service-minute' });
});

test('rule 17: step 3 ends when the coordinator has it, step 4 with the disposisi, step 5 with the filled form', () => {
  const state = atCounter()
    .registered()
    .at('2026-03-02T09:15')
    .forwarded()
    .at('2026-03-02T09:40')
    .disposed()
    .at('2026-03-04T16:00')
    .submitted()
    .state();
  assert.deepEqual(row(state, 3).finishedAt, wita('2026-03-02T09:15'));
  assert.deepEqual(row(state, 4).actual, { count: 25, unit: 'service-minute' });
  assert.equal(row(state, 4).beyondStandard, true);
  assert.deepEqual(row(state, 5).actual, { count: 2, unit: 'working-day' });
  assert.equal(row(state, 5).beyondStandard, false);
});

test('rule 13: a step beyond its standard does not make the case late', () => {
  const state = atCounter().registered().at('2026-03-02T15:00').forwarded().state();
  assert.equal(row(state, 3).beyondStandard, true);
  assert.ok(state.due.every((limit) => (limit.dueAt ?? '') > wita('2026-03-02T15:00')));
});

test('rule 17: step minutes run in service time: begun at 15.55, five minutes are left for the next morning', () => {
  const state = aComplaint().at('2026-03-02T15:55').received().at('2026-03-03T07:35').registered().state();
  assert.deepEqual(row(state, 2).actual, { count: 10, unit: 'service-minute' });
  assert.equal(row(state, 2).beyondStandard, false);
});

test('rule 17: the answer is required though the SOP names no step for it, and is shown without a standard time', () => {
  const state = atCounter().registered().forwarded().disposed().submitted().answered().state();
  const answer = rows(state).find((one) => one.no === null);
  assert.equal(answer?.operation, 'answer');
  assert.equal(answer?.standard, null);
  assert.equal(answer?.beyondStandard, null);
  assert.equal(answer?.finishedAt, state.answeredAt);
});

test('rule 17: step 6 starts at Selesai and ends when the file is archived', () => {
  const answered = atCounter().registered().forwarded().disposed().submitted().answered();
  assert.equal(row(answered.state(), 6).startedAt, null);
  const closed = answered.at('2026-03-05T10:00').closed();
  assert.equal(row(closed.state(), 6).startedAt, wita('2026-03-05T10:00'));
  assert.equal(closed.state().status, 'closed');
  const filed = closed.at('2026-03-09T10:00').filed();
  assert.deepEqual(row(filed.state(), 6).actual, { count: 2, unit: 'working-day' });
});

test('rule 4: dijawab di tempat makes the steps between tidak diperlukan, neither skipped nor beyond', () => {
  const state = atCounter().registered().answeredAtDesk().state();
  const marks = rows(state)
    .filter((one) => one.no !== null)
    .map((one) => one.mark);
  assert.deepEqual(marks, [null, null, 'not-needed', 'not-needed', 'not-needed', null]);
  assert.ok(rows(state).every((one) => one.mark !== 'not-needed' || one.beyondStandard === null));
});

test('rule 1: a stopwatch runs from recording, not from an earlier receipt', () => {
  const state = aComplaint()
    .at('2026-03-04T10:00')
    .received({ receivedAt: wita('2026-03-02T09:00'), lateEntryReason: 'alasan-1' })
    .registered()
    .state();
  assert.equal(row(state, 2).startedAt, wita('2026-03-04T10:00'));
});

test('rule 1: a step that was over before it was recorded is tidak terukur, not done in no time', () => {
  const early = { at: wita('2026-03-02T09:30'), lateEntryReason: 'alasan-1' };
  const state = aComplaint()
    .at('2026-03-04T10:00')
    .received({ receivedAt: wita('2026-03-02T09:00'), lateEntryReason: 'alasan-1' })
    .registered()
    .does((now, context) => decideForward(now, { toRole: 'koordinator', ...early }, context))
    .disposed(early)
    .answered(early)
    .state();
  for (const no of [3, null]) {
    const found = rows(state).find((one) => one.no === no);
    assert.deepEqual([found?.mark, found?.actual, found?.beyondStandard], ['unmeasured', null, null]);
  }
});

test('an SOP of any other steps runs by its bindings', () => {
  const own = aSop('langsung', [
    ['intake', { count: 5, unit: 'service-minute' }],
    ['intake', { count: 5, unit: 'service-minute' }],
    ['verify', { count: 1, unit: 'working-day' }],
    ['answer', { count: 3, unit: 'working-day' }],
  ]);
  const office = anOffice({ sops: [own] });
  const state = aComplaint({ office })
    .at('2026-03-02T09:09')
    .received(opened)
    .at('2026-03-02T09:20')
    .verified()
    .answered()
    .state();
  const [first, second, third, fourth] = state.sop.steps;
  assert.equal(first?.finishedAt, opened.writingBeganAt);
  assert.equal(second?.startedAt, opened.writingBeganAt);
  assert.equal(second?.finishedAt, wita('2026-03-02T09:09'));
  assert.equal(third?.startedAt, wita('2026-03-02T09:09'));
  assert.equal(third?.finishedAt, wita('2026-03-02T09:20'));
  assert.equal(fourth?.finishedAt, state.answeredAt);
  assert.equal(state.sop.answer, null);
});
