import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type MadeBook,
  type MadeCell,
  makeWorkbook,
} from '../../../../test/fixtures/registers/make-workbook.ts';
import type { Sheet, SheetCell } from '../../../domain/registers/sheet.ts';
import { readSpreadsheetBytes } from './read-spreadsheet-bytes.ts';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts';

function sheetsOf(book: MadeBook): readonly Sheet[] {
  const result = readSpreadsheetBytes(makeWorkbook(book), 'buku', SPREADSHEET_LIMITS);
  assert.ok(result.ok, result.ok ? '' : result.refusal);
  return result.workbook.sheets;
}

function cellOf(cell: MadeCell, rest: Partial<MadeBook> = {}): SheetCell | undefined {
  return sheetsOf({ ...rest, sheets: [{ name: 'A', rows: { 1: ['x', cell] } }] })[0]?.rows[0]?.cells[1];
}

test('each kind of cell is read as a person sees it', () => {
  assert.deepEqual(cellOf('teks & <tanda>'), { column: 1, text: 'teks & <tanda>' });
  assert.deepEqual(cellOf('bersama', { shared: true }), { column: 1, text: 'bersama' });
  assert.deepEqual(cellOf(81200000021), { column: 1, text: '81200000021', number: true });
  assert.deepEqual(cellOf(0.1 + 0.2), { column: 1, text: '0.3', number: true });
  assert.deepEqual(cellOf({ padded: 81200000021 }), { column: 1, text: '081200000021' });
  assert.deepEqual(cellOf(true), { column: 1, text: 'YA' });
  assert.deepEqual(cellOf({ error: '#REF!' }), { column: 1, text: '#REF!', error: true });
  assert.deepEqual(cellOf('garis_x000D_\nbaru'), { column: 1, text: 'garis\nbaru' });
});

test('half of a letter and control characters in a cell never reach the database', () => {
  for (const shared of [false, true]) {
    const cell = cellOf('a_xD800_b_x0000_c', { shared });
    assert.deepEqual(cell, { column: 1, text: 'a\ufffdbc' });
  }
  assert.equal(cellOf('_xD83D__xDE00_')?.text, '😀');
});

test('a serial is a date by its format, in the 1900 and in the 1904 system, with a time where it has one', () => {
  assert.equal(cellOf({ serial: 44930 })?.date, '2023-01-04');
  assert.equal(cellOf({ serial: 44930.375 })?.date, '2023-01-04T09:00');
  assert.equal(cellOf({ serial: 43468 }, { date1904: true })?.date, '2023-01-04');
  assert.equal(cellOf({ serial: 1 })?.date, '1900-01-01');
  assert.equal(cellOf({ serial: 61 })?.date, '1900-03-01');
  assert.equal(cellOf(44930)?.date, undefined);
});

test('a formula is never computed: its stored value is taken and marked, or its lack is', () => {
  assert.deepEqual(cellOf({ formula: 'A1&"x"', value: 'hasil' }), {
    column: 1,
    text: 'hasil',
    formula: 'stored-value',
  });
  assert.deepEqual(cellOf({ formula: 'SUM(A1:A2)', value: 3 }), {
    column: 1,
    text: '3',
    number: true,
    formula: 'stored-value',
  });
  assert.deepEqual(cellOf({ formula: "cmd|'/C calc'!A0" }), { column: 1, text: '', formula: 'no-value' });
});

test('sheets come in order with their hidden mark, rows with theirs, empty rows not at all', () => {
  const sheets = sheetsOf({
    sheets: [
      { name: 'Januari', rows: { 1: ['a'], 3: [null, 'b'], 9: [null] }, hiddenRows: [3] },
      { name: 'Lama', hidden: true, rows: { 2: ['c'] } },
    ],
  });
  assert.deepEqual(
    sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.rows.map((row) => [row.row, row.hidden])]),
    [
      [
        'Januari',
        false,
        [
          [1, false],
          [3, true],
        ],
      ],
      ['Lama', true, [[2, false]]],
    ],
  );
});

test('a merged value is repeated to the right and down, marked, and only over rows that exist', () => {
  const [sheet] = sheetsOf({
    sheets: [
      { name: 'A', rows: { 1: ['judul'], 2: ['x', 'tgl'], 3: ['y'] }, merges: ['A1:C1', 'B2:B1048576'] },
    ],
  });
  const shown = sheet?.rows.map((row) =>
    row.cells.map((cell) => `${cell.column}${cell.text}${cell.spread ?? ''}`),
  );
  assert.deepEqual(shown, [
    ['0judul', '1judulright', '2judulright'],
    ['0x', '1tgl'],
    ['0y', '1tgldown'],
  ]);
});
