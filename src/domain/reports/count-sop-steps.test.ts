import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSop } from '../../../test/an-office.ts';
import type { Sop } from '../office/office-data.ts';
import { type SopEdition, sopEditions } from '../sop/sop-editions.ts';
import { type CountedStep, countSopSteps } from './count-sop-steps.ts';

const IN_PERSON = aSop('langsung', [
  ['register', { count: 10, unit: 'service-minute' }],
  ['dispose', { count: 2, unit: 'working-day' }],
  ['file', null],
]);
const CHANGED = aSop('langsung', [
  ['register', { count: 25, unit: 'service-minute' }],
  ['dispose', { count: 2, unit: 'working-day' }],
  ['file', null],
]);
const versionsOf = (...sops: readonly Sop[]): readonly SopEdition[] =>
  sopEditions(
    sops.map((sop, index) => ({ version: index + 1, sops: [sop], since: `2026-0${index + 1}-05` })),
    (since) => since,
  );
const EDITIONS = versionsOf(IN_PERSON);

function aStep(own: Partial<CountedStep>): CountedStep {
  return { sop: 'langsung@1', no: 1, end: 'measured', unit: 'service-minute', took: 0, count: 1, ...own };
}
const rowOf = (steps: readonly CountedStep[], no: number | null) => {
  const row = countSopSteps(steps, EDITIONS).find((one) => one.no === no);
  assert.ok(row);
  return row;
};

test('rule 17: automatic, unneeded and unmeasured steps stand beside the averages, in none of them', () => {
  const row = rowOf(
    [
      aStep({ took: 4, count: 3 }),
      aStep({ took: 30, end: 'beyond', count: 2 }),
      aStep({ end: 'automatic', count: 7 }),
      aStep({ end: 'not-needed', count: 5 }),
      aStep({ end: 'unmeasured', count: 2 }),
    ],
    1,
  );
  assert.deepEqual([row.measured, row.median, row.meanTenths, row.beyond], [5, 4, 144, 2]);
  assert.deepEqual([row.automatic, row.notNeeded, row.unmeasured], [7, 5, 2]);
});

test('rule 13: a step without a standard is beyond none, and of two middle times the lower is the median', () => {
  const row = rowOf([aStep({ no: 3, took: 60 }), aStep({ no: 3, took: 20 })], 3);
  assert.deepEqual([row.beyond, row.median, row.meanTenths], [null, 20, 400]);
});

test('a stopwatch in another unit than its standard is in no average', () => {
  const row = rowOf(
    [aStep({ no: 2, took: 90, count: 4 }), aStep({ no: 2, took: 1, unit: 'working-day' })],
    2,
  );
  assert.deepEqual([row.unit, row.measured, row.median, row.unmeasured], ['working-day', 1, 1, 4]);
});

test('rule 17: the answer that no step names stands before the filing, without a standard', () => {
  const rows = countSopSteps([aStep({ no: 0, took: 12 })], EDITIONS);
  assert.deepEqual(
    rows.map(({ no }) => no),
    [1, 2, null, 3],
  );
  const answer = rows[2];
  assert.deepEqual([answer?.measured, answer?.standard, answer?.beyond], [1, null, null]);
});

test('zero cases give every step with nothing measured', () => {
  for (const row of countSopSteps([], EDITIONS)) {
    assert.deepEqual([row.measured, row.median, row.meanTenths, row.notNeeded], [0, null, null, 0]);
  }
});

test('rule 17: a case stands beside the standards that it began with, also after the office changed them', () => {
  const steps = [aStep({ took: 20, end: 'beyond' }), aStep({ sop: 'langsung@2', took: 20 })];
  const rows = countSopSteps(steps, versionsOf(IN_PERSON, CHANGED)).filter(({ no }) => no === 1);
  assert.deepEqual(
    rows.map(({ sop, standard, replacedOn, measured, beyond }) => [
      sop,
      standard?.count,
      replacedOn,
      measured,
      beyond,
    ]),
    [
      ['langsung', 25, null, 1, 0],
      ['langsung@1', 10, '2026-02-05', 1, 1],
    ],
  );
});

test('a former SOP by which no case of the period was measured stands in no table, one in force always', () => {
  const rows = countSopSteps([], versionsOf(IN_PERSON, CHANGED));
  assert.deepEqual([...new Set(rows.map(({ sop }) => sop))], ['langsung']);
});

test('an SOP that gets other words, or its old standards back, is the edition that it was', () => {
  const renamed = { ...IN_PERSON, title: 'Judul baru' };
  const [now, before] = versionsOf(IN_PERSON, CHANGED, renamed);
  assert.deepEqual(
    [now?.key, now?.sop.title, now?.replacedOn, [...(now?.versions ?? [])]],
    ['langsung@1', 'Judul baru', null, [1, 3]],
  );
  assert.deepEqual([before?.key, before?.replacedOn], ['langsung@2', '2026-03-05']);
});
