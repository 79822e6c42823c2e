import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, CONTEXT, HEAD, line, sheet } from '../../../test/a-register-sheet.ts';
import { readRegister } from './read-register.ts';
import type { ImportedRow } from './register-row.ts';

type Book = { readonly name?: string; readonly year?: number; readonly title?: string };

/** One row of a book: by default on the sheet Januari, asked for as of 2023, without a title. */
function rowOf(
  cells: Cells,
  { name = 'Januari', year = 2023, title = 'BUKU PENGADUAN' }: Book = {},
): ImportedRow {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const book = sheet(name, { 1: [title], 2: HEAD, 3: cells });
  const [row] = readRegister([book], { ...CONTEXT, period }).rows;
  assert.ok(row?.verdict === 'imported');
  return row;
}

const WHOLE = line('1', 'Senin 2 Januari 2023', 'Elok', 'Bantuan berhenti');
const NO_YEAR = line('1', 'Senin 2 Januari', 'Elok', 'Bantuan berhenti');
const NO_DATE = line('1', '', 'Elok', 'Bantuan berhenti');

test('a row that writes its whole day keeps its name on a renamed sheet, under a title and for any period asked', () => {
  const { fingerprint } = rowOf(WHOLE);
  const others: readonly Book[] = [
    { name: 'Lembar1' },
    { name: 'Maret' },
    { title: 'BULAN FEBRUARI TAHUN 2024' },
    { year: 2021 },
  ];
  for (const book of others) assert.equal(rowOf(WHOLE, book).fingerprint, fingerprint, JSON.stringify(book));
});

test('a day names a row alike as a date of the spreadsheet, in words, in figures and as a bare number', () => {
  const dates = ['02/01/2023', '2 Jan 2023', '44928', { date: '2023-01-02', text: '2023-01-02' }] as const;
  const names = dates.map(
    (date) =>
      rowOf(['1', date, 'Elok', 'Ds Melati', 'Bantuan berhenti', 'Selesai', 'Dijelaskan.']).fingerprint,
  );
  assert.deepEqual(new Set(names), new Set([rowOf(WHOLE).fingerprint]));
});

test('a row without its year keeps its name on a renamed sheet, but is another in another year', () => {
  const row = rowOf(NO_YEAR);
  assert.equal(rowOf(NO_YEAR, { name: 'Lembar1' }).fingerprint, row.fingerprint);
  const other = rowOf(NO_YEAR, { year: 2022 });
  assert.notEqual(other.fingerprint, row.fingerprint);
  assert.equal(other.likeness, row.likeness);
});

test('a row without any date is another in another month, however its sheet tells the month', () => {
  const row = rowOf(NO_DATE);
  assert.equal(rowOf(NO_DATE, { name: 'x', title: 'BULAN JANUARI TAHUN 2023' }).fingerprint, row.fingerprint);
  const other = rowOf(NO_DATE, { name: 'Februari' });
  assert.notEqual(other.fingerprint, row.fingerprint);
  assert.equal(other.likeness, row.likeness);
});

test('rows that differ in what was answered are two that are alike; another name, matter or day is not even alike', () => {
  const row = rowOf(WHOLE);
  const answered = rowOf([...WHOLE.slice(0, 6), 'Diserahkan.']);
  assert.notEqual(answered.fingerprint, row.fingerprint);
  assert.equal(answered.likeness, row.likeness);
  const others = [
    line('1', 'Senin 2 Januari 2023', 'Fatia', 'Bantuan berhenti'),
    line('1', 'Senin 2 Januari 2023', 'Elok', 'Kartu hilang'),
    line('1', 'Selasa 3 Januari 2023', 'Elok', 'Bantuan berhenti'),
  ];
  for (const other of others) assert.notEqual(rowOf(other).likeness, row.likeness);
});

test('equal rows of one day on two sheets of a book are two', () => {
  const sheets = ['Januari', 'Rekap'].map((name) => sheet(name, { 1: HEAD, 2: WHOLE }));
  const names = readRegister(sheets, CONTEXT).rows.map((row) =>
    row.verdict === 'imported' ? row.fingerprint : '',
  );
  assert.equal(new Set(names).size, 2);
});

test('a row keeps its name in a longer book, whose further rows give a column another meaning', () => {
  const head = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'TINDAK LANJUT', 'KATEGORI'];
  const row = (no: number, answer: string, category: string): Cells => {
    return [
      `${no}`,
      `${no} Januari 2023`,
      `Orang ${'ABCDEFG'[no - 1]}`,
      'Bantuan berhenti',
      answer,
      category,
    ];
  };
  const first = [1, 2, 3].map((no) => row(no, 'Selesai', 'Ringan'));
  const more = [4, 5, 6, 7].map((no) => row(no, 'Dijelaskan syaratnya dengan panjang lebar.', 'Bansos'));
  const taken = (rows: readonly Cells[]): ImportedRow[] => {
    const lines = [head, ...rows].map((cells, at): [number, Cells] => [at + 1, cells]);
    return readRegister([sheet('Januari', Object.fromEntries(lines))], CONTEXT).rows.flatMap((each) =>
      each.verdict === 'imported' ? [each] : [],
    );
  };
  const [short, long] = [taken(first), taken([...first, ...more])];
  assert.notEqual(short[0]?.status, long[0]?.status, 'the column means something else now');
  assert.deepEqual(
    long.slice(0, 3).map(({ fingerprint }) => fingerprint),
    short.map(({ fingerprint }) => fingerprint),
  );
});
