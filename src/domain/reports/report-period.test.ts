import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePeriod, periodInText } from './report-period.ts';

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
