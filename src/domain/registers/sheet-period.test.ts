import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodLabel, sheetPeriod } from './sheet-period.ts';

const CASES: readonly (readonly [readonly string[], string, string | null, boolean])[] = [
  [['LAPORAN PENGADUAN', 'BULAN JANUARI TAHUN 2023'], 'Sheet1', '2023-01', false],
  [['Periode: Februari 2024'], 'Januari', '2024-02', true],
  [['REKAPITULASI TAHUN 2022'], 'Sheet1', '2022', false],
  [['REKAP JANUARI S.D. JUNI 2023'], 'Januari', '2023', false],
  [[], 'Maret', '2023-03', false],
  [[], 'Mei 2022', '2022-05', false],
  [[], 'Sheet1', '2023', false],
  [['Semester I Tahun 2023'], 'Rekap', '2023', false],
];

for (const [titles, name, label, conflict] of CASES) {
  test(`titles «${titles.join(' / ')}» on sheet «${name}» mean ${label}`, () => {
    const period = sheetPeriod(titles, name, { from: '2023-01-01', to: '2023-12-31' });
    assert.equal(periodLabel(period), label);
    assert.equal(period.conflict, conflict);
  });
}

test('a period asked over two years gives no year of its own', () => {
  assert.equal(periodLabel(sheetPeriod([], 'Sheet1', { from: '2022-07-01', to: '2023-06-30' })), null);
});
