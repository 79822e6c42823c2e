import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlan } from './bench-plan.ts';

test('a run without options measures every part at three sizes and writes the page', () => {
  const plan = readPlan([]);
  assert.deepEqual(plan?.only, []);
  assert.deepEqual(plan?.sizes, [10_000, 100_000, 1_000_000]);
  assert.equal(plan?.write, true);
});

test('a quick run, or one that is told so, leaves the page as it is', () => {
  assert.equal(readPlan(['--quick'])?.write, false);
  assert.equal(readPlan(['--no-write'])?.write, false);
});
