import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePeriod, periodInText, previousPeriod } from './report-period.ts';

test('within a sentence a period has no capital but that of its month', () => {
  const said = (text: string) => {
    const period = parsePeriod(text);
    return period === null ? null : periodInText(period);
  };
  assert.equal(said('2023'), 'tahun 2023');
  assert.equal(said('2023-S1'), 'semester I tahun 2023');
  assert.equal(said('2023-Q3'), 'triwulan III tahun 2023');
  assert.equal(said('2023-01'), 'Januari 2023');
  assert.equal(said('2023-01..2024-05'), 'Januari 2023 s.d. Mei 2024');
});

test('a period has the years that a day may have, and what lies before the first of them still has its name', () => {
  for (const text of [
    '0000',
    '0001',
    '0500-01',
    '1000',
    '1989',
    '2100-Q1',
    '1989-12..1990-01',
    '2099-12..2100-01',
  ]) {
    assert.equal(parsePeriod(text), null, text);
  }
  const before = (text: string) => {
    const period = parsePeriod(text);
    return period === null ? null : previousPeriod(period).text;
  };
  assert.deepEqual(['1990', '1990-S1', '1990-Q1', '1990-01', '1990-01..1999-12'].map(before), [
    ...['1989', '1989-S2', '1989-Q4', '1989-12', '1980-01..1989-12'],
  ]);
  assert.equal(before('2099'), '2098');
});
