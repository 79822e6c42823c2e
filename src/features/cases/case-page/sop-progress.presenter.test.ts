import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../../test/a-complaint.ts';
import { anAppliedOffice } from '../../../../test/an-applied-office.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { sopProgress } from './sop-progress.presenter.ts';

const office = anAppliedOffice();
const faces = (state: CaseState, now: string) =>
  sopProgress(state, office, Date.parse(wita(now)), wordsOf('id'));
const told = (state: CaseState, now: string) =>
  faces(state, now).map(({ no, actual, remark }) => [no, actual, remark]);

const opened = { formOpenedAt: wita('2026-03-02T09:00'), writingBeganAt: wita('2026-03-02T09:04') };
const atCounter = () => aComplaint().at('2026-03-02T09:09').received(opened);

test('rule 13: each step tells its time, and one beyond its standard is called melewati waktu baku, never late', () => {
  const state = atCounter().registered().at('2026-03-02T15:00').forwarded().state();
  const rows = told(state, '2026-03-02T15:05');
  assert.deepEqual(rows[0], ['1', '4 menit', 'sesuai waktu baku']);
  assert.match(rows[2]?.[2] ?? '', /^melewati waktu baku$/);
  assert.deepEqual(rows[3], ['4', '5 menit', 'sedang berjalan']);
  assert.deepEqual(rows[5], ['6', '', 'belum dimulai']);
  assert.doesNotMatch(JSON.stringify(rows), /terlambat/);
});

test('rule 17: a running step that has passed its standard says so while it runs', () => {
  const state = atCounter().registered().at('2026-03-02T09:30').forwarded().state();
  assert.equal(told(state, '2026-03-02T15:00')[3]?.[2], 'sedang berjalan; melewati waktu baku');
});

test('rule 17: two steps in one act leave the first tidak terukur; the answer stands without a standard time', () => {
  const state = aComplaint()
    .at('2026-03-02T09:09')
    .received({ formOpenedAt: opened.formOpenedAt })
    .registered()
    .forwarded()
    .disposed()
    .submitted()
    .answered()
    .state();
  const rows = faces(state, '2026-03-02T12:00');
  assert.deepEqual([rows[0]?.actual, rows[0]?.remark], ['', 'tidak terukur']);
  const answer = rows.find((one) => one.no === '');
  assert.deepEqual([answer?.activity, answer?.standard], ['Jawaban kepada pelapor', 'tanpa waktu baku']);
});

test('rule 4: answered at the desk, the steps between are tidak diperlukan: dijawab di tempat', () => {
  const rows = told(atCounter().registered().answeredAtDesk().state(), '2026-03-02T12:00');
  assert.deepEqual(
    rows.filter(([, , remark]) => remark === 'tidak diperlukan: dijawab di tempat').map(([no]) => no),
    ['3', '4', '5'],
  );
});

test('rule 17: a step that nobody can finish any more is not measured on: its end was not recorded', () => {
  const disposed = atCounter().registered().disposed();
  assert.equal(told(disposed.state(), '2026-03-04T12:00')[2]?.[2], 'tidak dicatat');
  const filed = told(disposed.answered().closed().filed().state(), '2026-06-02T12:00');
  assert.deepEqual(filed[4], ['5', '', 'tidak dicatat']);
  assert.doesNotMatch(JSON.stringify(filed), /sedang berjalan/);
  const merged = { ...atCounter().state(), mergedInto: 'another' };
  assert.doesNotMatch(JSON.stringify(told(merged, '2026-06-02T12:00')), /sedang berjalan|belum dimulai/);
});
