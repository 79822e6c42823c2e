import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSop } from '../../../test/an-office.ts';
import { type CountedStep, countSopSteps } from './count-sop-steps.ts';

const IN_PERSON = aSop('langsung', [
  ['register', { count: 10, unit: 'service-minute' }],
  ['dispose', { count: 2, unit: 'working-day' }],
  ['file', null],
]);

function aStep(own: Partial<CountedStep>): CountedStep {
  return { sop: 'langsung', no: 1, end: 'measured', unit: 'service-minute', took: 0, count: 1, ...own };
}
const rowOf = (steps: readonly CountedStep[], no: number | null) => {
  const row = countSopSteps(steps, [IN_PERSON]).find((one) => one.no === no);
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

test('a stopwatch in another unit than the standard has now is in no average', () => {
  const row = rowOf(
    [aStep({ no: 2, took: 90, count: 4 }), aStep({ no: 2, took: 1, unit: 'working-day' })],
    2,
  );
  assert.deepEqual([row.unit, row.measured, row.median, row.unmeasured], ['working-day', 1, 1, 4]);
});

test('rule 17: the answer that no step names stands before the filing, without a standard', () => {
  const rows = countSopSteps([aStep({ no: 0, took: 12 })], [IN_PERSON]);
  assert.deepEqual(
    rows.map(({ no }) => no),
    [1, 2, null, 3],
  );
  const answer = rows[2];
  assert.deepEqual([answer?.measured, answer?.standard, answer?.beyond], [1, null, null]);
});

test('zero cases give every step with nothing measured', () => {
  for (const row of countSopSteps([], [IN_PERSON])) {
    assert.deepEqual([row.measured, row.median, row.meanTenths, row.notNeeded], [0, null, null, 0]);
  }
});
