import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coversFrom, overlaps, type RolePeriod } from './role-period.ts';

const period = (from: string, to: string | null = null): RolePeriod => ({ from, to });

test('two periods overlap on a day that both hold, and one that ended before it began holds none', () => {
  for (const [a, b, wanted] of [
    [period('2026-01-01'), period('2027-01-01'), true],
    [period('2026-01-01', '2026-06-30'), period('2026-06-30'), true],
    [period('2026-01-01', '2026-06-30'), period('2026-07-01'), false],
    [period('2026-01-01', '2025-12-31'), period('2025-01-01'), false],
    [period('2026-01-01', '2025-12-31'), period('2026-01-01'), false],
  ] as const) {
    assert.equal(overlaps(a, b), wanted, JSON.stringify([a, b]));
    assert.equal(overlaps(b, a), wanted, JSON.stringify([b, a]));
  }
});

test('a chain of periods covers all days only when each takes over where the one before it ends', () => {
  const today = '2026-04-06';
  for (const [periods, wanted] of [
    [[], false],
    [[period('2026-01-01')], true],
    [[period('2026-04-07')], false],
    [[period('2026-01-01', '2026-12-31')], false],
    [[period('2027-01-01'), period('2026-01-01', '2026-12-31')], true],
    [[period('2026-01-01', '2026-12-31'), period('2027-01-02')], false],
    [[period('2020-01-01', '2020-12-31'), period('2026-01-01')], true],
    [[period('2026-01-01', '2026-12-31'), period('2026-02-01', '2026-03-01'), period('2027-01-01')], true],
  ] as const) {
    assert.equal(coversFrom(periods, today), wanted, JSON.stringify(periods));
  }
});
