import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideReceipt } from './decide-receipt.ts';

const TODAY = '2026-11-22';
const YEAR = { period: { from: '2023-01-01', to: '2023-12-31' }, today: TODAY };

type Case = {
  readonly text: string;
  readonly date?: string;
  /** Month of the sheet; 0 when only the year is known. */
  readonly month: number;
  readonly on: string | null;
  readonly rules?: readonly string[];
  readonly candidates?: readonly string[];
};

const CASES: readonly Case[] = [
  { text: 'Rabu 04 Januari 2023', month: 1, on: '2023-01-04' },
  { text: 'Senin, 06 Maret 2023', month: 3, on: '2023-03-06' },
  { text: "Jum'at, 13 Januari 2023", month: 1, on: '2023-01-13' },
  { text: 'Jumat 13 Jan 2023', month: 1, on: '2023-01-13' },
  { text: '13 pebruari 2023', month: 2, on: '2023-02-13' },
  { text: '13 Nop 2023', month: 11, on: '2023-11-13' },
  { text: '13/01/2023', month: 1, on: '2023-01-13' },
  { text: '13-1-23', month: 1, on: '2023-01-13' },
  { text: '13.01.2023 09:30', month: 1, on: '2023-01-13' },
  { text: '2023-01-13', month: 1, on: '2023-01-13' },
  { text: '13-Jan-2023', month: 1, on: '2023-01-13' },
  { text: '3 Jan 2023', month: 1, on: '2023-01-03' },
  { text: '44930', month: 1, on: '2023-01-04', rules: ['date-glued'] },
  { text: 'Friday, 13 January 2023', month: 1, on: '2023-01-13' },
  { text: '6 March 2023', month: 3, on: '2023-03-06' },
  { text: '', date: '2023-01-04', month: 1, on: '2023-01-04' },
  { text: '', date: '2023-01-04T09:30', month: 1, on: '2023-01-04' },
  {
    text: 'Rabu 04 Januari 2O23',
    month: 1,
    on: '2023-01-04',
    rules: ['date-without-year'],
    candidates: ['2023-01-04'],
  },
  { text: 'Senin, 02Februari 2023', month: 2, on: '2023-02-02', rules: ['date-glued', 'weekday-mismatch'] },
  { text: 'Kamis 016Februari 2023', month: 2, on: '2023-02-16', rules: ['date-glued'] },
  { text: '16Februari2023', month: 2, on: '2023-02-16', rules: ['date-glued'] },
  { text: 'Senin, 01 Februari 2023', month: 2, on: '2023-02-01', rules: ['weekday-mismatch'] },
  {
    text: 'SENIN 18 APRIL',
    month: 1,
    on: '2023-01',
    rules: ['date-without-year'],
    candidates: ['2022-04-18'],
  },
  {
    text: 'kamis 28 april',
    month: 1,
    on: '2023-01',
    rules: ['date-without-year'],
    candidates: ['2022-04-28'],
  },
  {
    text: 'Rabu 04 Januari',
    month: 1,
    on: '2023-01-04',
    rules: ['date-without-year'],
    candidates: ['2023-01-04'],
  },
  {
    text: 'Senin 04 Januari',
    month: 1,
    on: '2023-01',
    rules: ['date-without-year'],
    candidates: ['2021-01-04'],
  },
  {
    text: 'Sabtu 29 Februari',
    month: 1,
    on: '2023-01',
    rules: ['date-without-year'],
    candidates: ['2020-02-29'],
  },
  {
    text: '04 Februari 2023',
    month: 1,
    on: '2023-02-04',
    rules: ['date-outside-period'],
    candidates: ['2023-01-04'],
  },
  {
    text: '',
    date: '2023-04-01',
    month: 1,
    on: '2023-04-01',
    rules: ['date-outside-period'],
    candidates: ['2023-01-01', '2023-01-04'],
  },
  {
    text: '31/12/2022',
    month: 1,
    on: '2022-12-31',
    rules: ['date-outside-period'],
    candidates: ['2023-01-31'],
  },
  { text: '01/13/2023', month: 1, on: '2023-01-13', rules: ['date-invalid'] },
  { text: '30 Februari 2023', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: '322 Januari 2023', month: 1, on: '2023-01', rules: ['date-invalid'], candidates: ['2023-01-22'] },
  { text: 'Minggu 322 Januari 2023', month: 1, on: '2023-01-22', rules: ['date-glued'] },
  { text: '4-5 Januari 2023', month: 1, on: '2023-01-04', rules: ['date-invalid'] },
  { text: '4-5/1/2023', month: 1, on: '2023-01-04', rules: ['date-invalid'] },
  { text: '16 Feb 2023 s/d 17 Feb 2023', month: 2, on: '2023-02-16', rules: ['date-invalid'] },
  { text: '16 Feb 2023 sampai Jumat, 17 Feb 2023', month: 2, on: '2023-02-16', rules: ['date-invalid'] },
  ...[
    '6 sampai dengan 8 Maret 2023',
    '6 hingga 8 Maret 2023',
    '6—8 Maret 2023',
    '6+8 Maret 2023',
    '6 atau 8 Maret 2023',
    '6 s/d tanggal 8 Maret 2023',
    '06/03/23 - 08/03/23',
  ].map((text) => ({ text, month: 3, on: '2023-03-06', rules: ['date-invalid'] as const })),
  { text: '31/1 Maret 2023', month: 3, on: '2023-03-01', rules: ['date-invalid'] },
  { text: '12/3 Maret 2023', month: 3, on: '2023-03-03', rules: ['date-invalid'] },
  { text: '8 6 Maret 2023', month: 3, on: '2023-03-06', rules: ['date-invalid'] },
  { text: '2/1/2/2023', month: 2, on: '2023-02-01', rules: ['date-invalid'] },
  { text: `${'1 '.repeat(16_000)}maret 2023`, month: 3, on: '2023-03', rules: ['date-invalid'] },
  { text: '16/2/2023 - 17/2/2023', month: 2, on: '2023-02-16', rules: ['date-invalid'] },
  { text: 'Feb 16, 2023 - Feb 17, 2023', month: 2, on: '2023-02-16', rules: ['date-invalid'] },
  { text: '15-20', month: 0, on: null, rules: ['date-invalid'] },
  { text: '20/31', month: 0, on: null, rules: ['date-invalid'] },
  { text: '10/00', month: 0, on: null, rules: ['date-invalid'] },
  { text: '45/04', month: 0, on: null, rules: ['date-invalid'] },
  { text: '31 April 2023', month: 0, on: '2023-04', rules: ['date-invalid'] },
  { text: '31/04/2023', month: 0, on: '2023-04', rules: ['date-invalid'] },
  { text: '29 Februari 2023', month: 0, on: '2023-02', rules: ['date-invalid'] },
  { text: '31 Februari', month: 0, on: '2023-02', rules: ['date-without-year'] },
  { text: '31/04', month: 0, on: '2023-04', rules: ['date-without-year'] },
  { text: '31 April 2023', month: 1, on: '2023-04', rules: ['date-invalid', 'date-outside-period'] },
  { text: '31 April 2022', month: 4, on: '2022-04', rules: ['date-invalid', 'date-outside-period'] },
  { text: 'kemarin', month: 1, on: '2023-01', rules: ['date-invalid'] },
  { text: '', month: 1, on: '2023-01', rules: ['date-missing'] },
  { text: '-', month: 1, on: '2023-01', rules: ['date-missing'] },
  {
    text: 'kamis 28 april',
    month: 0,
    on: '2023-04',
    rules: ['date-without-year'],
    candidates: ['2022-04-28'],
  },
  { text: '8 Feb. 2023', month: 2, on: '2023-02-08' },
  { text: 'Feb 8, 2023', month: 2, on: '2023-02-08' },
  { text: 'February 8 2023', month: 2, on: '2023-02-08' },
  { text: 'Rabu, Feb. 8, 2023', month: 2, on: '2023-02-08' },
  { text: '09.15 3/2/2023', month: 2, on: '2023-02-03' },
  { text: '08.30-09.00 3/2/2023', month: 2, on: '2023-02-03' },
  { text: '3/2/2023 jam 09.15 WITA', month: 2, on: '2023-02-03' },
  { text: 'Rabu, 8 Februari 2023 08.30 WITA', month: 2, on: '2023-02-08' },
  { text: '8 Februari 2023 pukul 08.30', month: 2, on: '2023-02-08' },
  { text: '8 Feb 23', month: 2, on: '2023-02-08' },
  { text: '8 Feb 23 08.30', month: 2, on: '2023-02-08' },
  { text: "8 Februari '23", month: 2, on: '2023-02-08' },
  { text: '08:30, 8 Februari 2023', month: 2, on: '2023-02-08' },
  { text: '8 Februari 2023 08.30 s/d 09.00', month: 2, on: '2023-02-08' },
  { text: '2023-02-08T08:30', month: 2, on: '2023-02-08' },
  { text: '2023-02-08 08.30.15', month: 2, on: '2023-02-08' },
  { text: '8 Februari 08.30', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: 'Rabu, 8 Februari 08.30 WITA', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8 Februari 08:30', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8 Februari jam 8', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8 Februari 08,30', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8 Februari 0830', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8-2 08.30', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: 'Pukul 08.30 8 Februari', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '8 Februari (08.30-09.00 WIB)', month: 2, on: '2023-02-08', rules: ['date-without-year'] },
  { text: '08.30', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: '08:10', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: 'jam 08.10', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: '08.10 WITA', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: 'Februari 8', month: 2, on: '2023-02', rules: ['date-invalid'] },
  { text: '10.02', month: 2, on: '2023-02-10', rules: ['date-without-year'] },
  { text: '10.02 2023', month: 2, on: '2023-02-10' },
  { text: '10.12 2023', month: 0, on: '2023-12-10' },
  { text: '2/3 2022', month: 0, on: '2022-03-02', rules: ['date-outside-period'] },
  { text: '3-4/02 2023', month: 2, on: '2023-02-03', rules: ['date-invalid'] },
  { text: '3/2 - 4/2 2023', month: 2, on: '2023-02-03', rules: ['date-invalid'] },
  { text: '3 Maret Tahun 2022', month: 0, on: '2022-03-03', rules: ['date-outside-period'] },
  { text: '3 Maret thn. 2023', month: 3, on: '2023-03-03' },
  { text: '2023, 3 Maret', month: 3, on: '2023-03-03' },
  { text: 'Tahun 2023: Jumat 3/3', month: 3, on: '2023-03-03' },
  { text: '31 Februari Tahun 2023', month: 0, on: '2023-02', rules: ['date-invalid'] },
  { text: 'Maret 2023', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: 'Bulan Maret th. 2023', month: 3, on: '2023-03', rules: ['date-missing'] },
  { text: 'Maret 2023', month: 2, on: '2023-03', rules: ['date-missing', 'date-outside-period'] },
  { text: '2023 Maret', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: '2023-03', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: '03/2023', month: 2, on: '2023-03', rules: ['date-missing', 'date-outside-period'] },
  { text: '../03/2023', month: 3, on: '2023-03', rules: ['date-missing'] },
  { text: 'Maret 2050', month: 3, on: '2023-03', rules: ['date-invalid'] },
  { text: '2023-13', month: 0, on: null, rules: ['date-invalid'] },
  { text: '2023-Maret', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: 'Pekan 2 Maret 2023', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: '5-6-7/03/2023', month: 3, on: '2023-03-05', rules: ['date-invalid'] },
  { text: '5, 6 dan 7 Maret 2023', month: 3, on: '2023-03-05', rules: ['date-invalid'] },
  { text: '1, 2, 3 Maret 2023', month: 3, on: '2023-03-01', rules: ['date-invalid'] },
  { text: '15, 16, 17/3/2023', month: 3, on: '2023-03-15', rules: ['date-invalid'] },
  { text: '1/2 Maret 2023', month: 3, on: '2023-03-01', rules: ['date-invalid'] },
  { text: 'No. 1 3 Maret 2023', month: 3, on: '2023-03-03' },
  { text: '1) 12 Maret 2023', month: 3, on: '2023-03-12' },
  { text: '(2) 15/03/2023', month: 3, on: '2023-03-15' },
  { text: '1/2/3 Maret 2023', month: 3, on: '2023-03-01', rules: ['date-invalid'] },
  { text: 'Rabu 2 15/03/2023', month: 3, on: '2023-03-15' },
  { text: '1 Apr 2124', month: 0, on: '2023-04', rules: ['date-invalid'] },
  { text: '1/4/2124', month: 4, on: '2023-04', rules: ['date-invalid'] },
  { text: '1824-04-01', month: 0, on: null, rules: ['date-invalid'] },
  { text: 'Minggu ke-2 Maret 2023', month: 0, on: '2023-03', rules: ['date-missing'] },
  { text: '1/3/2023-2/3/2023', month: 3, on: '2023-03-01', rules: ['date-invalid'] },
  { text: '2023', month: 3, on: '2023-03', rules: ['date-invalid'] },
  { text: 'Maret dan April 2023', month: 0, on: null, rules: ['date-invalid'] },
  { text: 'Maret 2022/2023', month: 0, on: null, rules: ['date-invalid'] },
  { text: 'kemarin', month: 0, on: null, rules: ['date-invalid'] },
];

for (const { text, date, month, on, rules = [], candidates } of CASES) {
  test(`«${text || date}» on the sheet of month ${month} of 2023 is received on ${on} with doubts [${rules}]`, () => {
    const decision = decideReceipt({ text, date }, { year: 2023, month: month === 0 ? null : month }, YEAR);
    assert.equal(decision.receipt?.on ?? null, on);
    assert.equal(decision.receipt?.precision, on === null ? undefined : on.length === 10 ? 'day' : 'month');
    assert.deepEqual(
      decision.doubts.map((doubt) => doubt.rule),
      rules,
    );
    if (candidates !== undefined) assert.deepEqual(decision.doubts[0]?.candidates, candidates);
    for (const doubt of decision.doubts) assert.equal(doubt.taken, on);
  });
}

test('no row is told that its year is not written where one year of four digits stands', () => {
  const day = fc.constantFrom('3 Maret', '3/3', '03.03', 'Maret 3', '3-Mar', 'Maret', '03', '31 Februari');
  const between = fc.constantFrom(
    ' ',
    ', ',
    ' tahun ',
    ' thn. ',
    ' th.',
    '/',
    '-',
    ' (',
    ': ',
    ' - jam 10.00 - ',
  );
  const year = fc.constantFrom('2022', '2023');
  fc.assert(
    fc.property(day, between, year, fc.boolean(), (written, mark, four, first) => {
      const text = first ? `${four}${mark}${written}` : `${written}${mark}${four}`;
      const { receipt, doubts } = decideReceipt({ text }, { year: 2023, month: null }, YEAR);
      assert.ok(
        doubts.every(({ rule }) => rule !== 'date-without-year'),
        text,
      );
      assert.ok(receipt === null || receipt.on.startsWith(four), `${text}: ${receipt?.on}`);
    }),
    { numRuns: 1_000 },
  );
});

test('a year that no register is of is told as such, not as one that was left out', () => {
  for (const text of ['1 Apr 2124', '1/4/2124', '2124-04-01', 'April tahun 1824']) {
    const { doubts } = decideReceipt({ text }, { year: 2023, month: 4 }, YEAR);
    assert.match(doubts[0]?.why ?? '', /^Tahun yang tertulis, (?:2124|1824), tidak mungkin/, text);
  }
});

test('figures beside a date are no year that cannot be', () => {
  for (const text of ['1 Mei 12.30-1400', '3 Maret 12-3456', '3/3 no. 12/5000']) {
    const { doubts } = decideReceipt({ text }, { year: 2023, month: null }, YEAR);
    for (const { why } of doubts) assert.doesNotMatch(why, /tidak mungkin/, text);
  }
});

test('a wrong weekday is told with the true one', () => {
  const { doubts } = decideReceipt({ text: 'Kamis 16 Mei 2023' }, { year: 2023, month: 5 }, YEAR);
  assert.match(doubts[0]?.why ?? '', /Kamis.*16 Mei 2023.*Selasa/);
});

test('years for a date without year are tried from five before the sheet to one after', () => {
  const { doubts } = decideReceipt({ text: '28 april' }, { year: 2023, month: 1 }, YEAR);
  assert.deepEqual(
    doubts[0]?.candidates.map((day) => day.slice(0, 4)),
    ['2018', '2019', '2020', '2021', '2022', '2023', '2024'],
  );
});

test('a day outside the asked period is taken and said when the sheet names no month', () => {
  const { receipt, doubts } = decideReceipt(
    { text: '3 Maret 2023' },
    { year: 2023, month: null },
    { period: { from: '2023-01-01', to: '2023-01-31' }, today: TODAY },
  );
  assert.equal(receipt?.on, '2023-03-03');
  assert.deepEqual(
    doubts.map((doubt) => doubt.rule),
    ['date-outside-period'],
  );
});

test('rule 1: a day after the day of the import is received by nobody: the month of the sheet stands, or nothing', () => {
  const decided = (text: string, month: number | null, year = 2023, today = TODAY) =>
    decideReceipt({ text }, { year, month }, { ...YEAR, today });
  for (const text of ['01/01/2050', '23 November 2026', '2026-11-23']) {
    const { receipt, doubts } = decided(text, 3);
    assert.deepEqual(receipt, { on: '2023-03', precision: 'month' }, text);
    assert.deepEqual(
      doubts.map(({ rule, taken }) => [rule, taken]),
      [['date-invalid', '2023-03']],
    );
    assert.match(doubts[0]?.why ?? '', /belum tiba/);
  }
  assert.equal(decided('22 November 2026', 3).receipt?.on, '2026-11-22');
  assert.deepEqual(decided('01/01/2050', null).receipt, null);
  assert.deepEqual(decided('', 12, 2026).receipt, null, 'a sheet of a month to come');
  assert.equal(decided('', 11, 2026).receipt?.on, '2026-11');
});

test('no figures give a month or a day that is not among them', () => {
  const figure = fc
    .integer({ min: 0, max: 99 })
    .chain((n) => fc.constantFrom(String(n), String(n).padStart(2, '0')));
  const year = fc.constantFrom('', '2023', '23', '1999');
  fc.assert(
    fc.property(figure, figure, year, fc.constantFrom('-', '/', '.', ' / '), (first, second, last, mark) => {
      const text = [first, second, last].filter((part) => part !== '').join(mark);
      const { receipt } = decideReceipt({ text }, { year: 2023, month: null }, YEAR);
      if (receipt === null) return;
      const [, month, day] = receipt.on.split('-').map(Number);
      const written = [Number(first), Number(second)];
      assert.ok(written.includes(month ?? 0), `${text}: ${receipt.on}`);
      if (day !== undefined) assert.deepEqual([day, month].sort(), written.sort(), `${text}: ${receipt.on}`);
    }),
    { numRuns: 500 },
  );
});
