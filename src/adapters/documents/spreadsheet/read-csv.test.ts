import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from './read-csv.ts';
import { SPREADSHEET_LIMITS } from './spreadsheet-limits.ts';
import { writeCsv } from './write-csv.ts';

function rows(bytes: Uint8Array): [number, string[]][] {
  const book = readCsv(bytes, 'a', SPREADSHEET_LIMITS);
  return (book.sheets[0]?.rows ?? []).map((row) => [row.row, row.cells.map((cell) => cell.text)]);
}

test('control characters in a cell are taken out, and halves of letters become one that can be kept', () => {
  assert.deepEqual(rows(Buffer.from('No,Nama\n1,"a\u0000b\u0007c"\n')), [
    [1, ['No', 'Nama']],
    [2, ['1', 'abc']],
  ]);
  const halves = Buffer.from('\ufeffNo,Nama\n1,x\ud800y\n', 'utf16le');
  assert.deepEqual(rows(halves)[1], [2, ['1', 'x\ufffdy']]);
});

test('the separator is found by what divides the lines alike, quotes kept whole', () => {
  for (const separator of [',', ';', '\t', '|']) {
    const text = `No${separator}Nama\n1${separator}"Elok${separator} ""T"""\n2${separator}Fatia`;
    assert.deepEqual(rows(Buffer.from(text)), [
      [1, ['No', 'Nama']],
      [2, ['1', `Elok${separator} "T"`]],
      [3, ['2', 'Fatia']],
    ]);
  }
});

test('rows are numbered as Excel shows them, blank lines and line breaks in a field included', () => {
  assert.deepEqual(rows(Buffer.from('judul\r\n\r\nNo,Nama\r\n1,"dua\r\nbaris"\r\n2,x')), [
    [1, ['judul']],
    [3, ['No', 'Nama']],
    [4, ['1', 'dua\nbaris']],
    [5, ['2', 'x']],
  ]);
});

test('line ends of several kinds in one file each end a row, and blank lines cost no place among the rows', () => {
  assert.deepEqual(rows(Buffer.from('No,Nama\r\n1,a\n2,b\r3,c')), [
    [1, ['No', 'Nama']],
    [2, ['1', 'a']],
    [3, ['2', 'b']],
    [4, ['3', 'c']],
  ]);
  const most = { ...SPREADSHEET_LIMITS, rows: 2 };
  const spaced = readCsv(Buffer.from(`No,Nama\n${',\n'.repeat(500)}1,a\n`), 'a', most);
  assert.deepEqual(
    spaced.sheets[0]?.rows.map((row) => row.row),
    [1, 502],
  );
  assert.throws(() => readCsv(Buffer.from('No,Nama\n1,a\n2,b\n'), 'a', most), /too-many-rows/);
});

test('every usual encoding is read, marked or not', () => {
  const text = 'Nama;Catatan\nZoë;½ hari';
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`),
    Buffer.from(text, 'latin1'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ]) {
    assert.deepEqual(rows(bytes), [
      [1, ['Nama', 'Catatan']],
      [2, ['Zoë', '½ hari']],
    ]);
  }
});

test('Excel’s own first line sep= is no row', () => {
  assert.deepEqual(rows(Buffer.from('sep=;\r\nNo;Nama\r\n1;x')), [
    [2, ['No', 'Nama']],
    [3, ['1', 'x']],
  ]);
});

test('texts that look like formulas are written as texts, numbers stay numbers', () => {
  assert.equal(
    writeCsv([['=1+1', '-5', '+62812', '@x', '-x', 'a;b', 'c"d']]),
    '\ufeff\'=1+1;-5;\'+62812;\'@x;\'-x;"a;b";"c""d"\r\n',
  );
});
