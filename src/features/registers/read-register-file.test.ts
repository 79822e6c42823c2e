import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeFromFiles } from '../../../test/a-counted-report.ts';
import { demoContext } from '../../../test/fixtures/registers/demo-services.ts';
import { makeWorkbook } from '../../../test/fixtures/registers/make-workbook.ts';
import {
  MONTHLY_FIRST_ROW,
  monthlyBook,
  monthlyWorkbook,
} from '../../../test/fixtures/registers/monthly-register.ts';
import { MONTHLY_ROWS } from '../../../test/fixtures/registers/monthly-register-table.ts';
import { provincialCsv, provincialWorkbook } from '../../../test/fixtures/registers/provincial-recap.ts';
import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import { importReport } from '../../domain/registers/import-report.ts';
import type { ImportedRow, ReadingContext, RegisterReading } from '../../domain/registers/register-row.ts';
import { readRegisterFile } from './read-register-file.ts';

async function read(
  bytes: Uint8Array,
  name: string,
  year: number,
  own: Partial<ReadingContext> = {},
): Promise<RegisterReading> {
  const result = await readRegisterFile({ bytes, name }, { ...demoContext(year), ...own });
  assert.ok(result.ok, result.ok ? '' : `${result.refusal} ${result.detail}`);
  return result.reading;
}

function importedRows(reading: RegisterReading): ImportedRow[] {
  return reading.rows.flatMap((row) => (row.verdict === 'imported' ? [row] : []));
}

const monthly = await read(monthlyWorkbook(), 'register.xlsx', 2023);
const provincial = await read(provincialWorkbook(), 'rekap.xlsx', 2022);

function doubts(rule: string): string[] {
  return monthly.doubts.filter((doubt) => doubt.rule === rule).map((doubt) => `${doubt.sheet} ${doubt.row}`);
}

test('the monthly register gives 43 rows from nine sheets, all taken, none skipped', () => {
  const report = importReport(monthly);
  assert.deepEqual([report.rows, report.imported, report.skipped], [43, 43, 0]);
  assert.deepEqual(
    report.sheets.map((sheet) => sheet.rows),
    [14, 3, 9, 4, 6, 1, 1, 4, 1],
  );
  assert.deepEqual(
    report.sheets.map((sheet) => sheet.period),
    ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05', '2023-06', '2023-08', '2023-10', '2023-12'],
  );
});

test('each fault of the monthly register is among the doubts, at its own row and nowhere else', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    'weekday-mismatch': ['Februari 6', 'Februari 7', 'Mei 9', 'Agustus 6'],
    'date-glued': ['Februari 7', 'Februari 8'],
    'date-without-year': ['Januari 15', 'Januari 19'],
    'row-number-odd': ['Januari 17'],
    homoglyph: ['Oktober 7', 'Oktober 7'],
    'name-mismatch': ['Januari 14', 'Maret 13', 'Maret 14'],
    'name-spelling': ['Januari 10', 'Februari 6', 'Maret 7'],
    'status-vs-narrative': ['Januari 15', 'Mei 9', 'Mei 11'],
    order: ['Mei 11'],
    'several-phones': ['Januari 6'],
    'shared-phone': ['Januari 8', 'Januari 9', 'Januari 10', 'Januari 11', 'Mei 6'],
    'missing-address': ['Oktober 6'],
  };
  for (const [rule, places] of Object.entries(expected)) assert.deepEqual(doubts(rule), places, rule);
  const known = new Set([...Object.keys(expected), 'kind-suggested']);
  assert.deepEqual(
    monthly.doubts.filter((doubt) => !known.has(doubt.rule)),
    [],
  );
});

test('a row without a year counts in the month of its sheet, with the year in which its weekday fits', () => {
  const doubt = importReport(monthly).doubts.find((each) => each.rule === 'date-without-year');
  assert.deepEqual(
    { ...doubt, why: '' },
    {
      sheet: 'Januari',
      row: 15,
      field: 'date',
      written: 'SENIN 18 APRIL',
      rule: 'date-without-year',
      candidates: ['2022-04-18'],
      taken: '2023-01',
      why: '',
    },
  );
  const row = importedRows(monthly).find((each) => each.sheet === 'Januari' && each.row === 15);
  assert.deepEqual(row?.receipt, { on: '2023-01', precision: 'month' });
});

/** A person chooses the services of at least 40 of the 43 rows as they are suggested. */
function assertSuggested(reading: RegisterReading): void {
  const services = reading.suggestions.filter((suggestion) => suggestion.field === 'service');
  const wrong = services.filter(
    ({ sheet, row, value }) => MONTHLY_ROWS[sheet]?.[row - MONTHLY_FIRST_ROW]?.service !== value,
  );
  assert.equal(services.length, 43);
  assert.ok(wrong.length <= 3, JSON.stringify(wrong));
}

test('at least 40 of 43 services are suggested as a person would choose them, from plain keywords', () => {
  assertSuggested(monthly);
});

test('at least 40 of 43 services are suggested as a person would choose them, from the keywords that offices/tabalong ships', async () => {
  const { services } = await officeFromFiles('tabalong');
  assertSuggested(await read(monthlyWorkbook(), 'register.xlsx', 2023, { services }));
});

test('the keywords that offices/tabalong ships are what finds them: spoilt for one service, they no longer do', async () => {
  const { services } = await officeFromFiles('tabalong');
  for (const key of ['pbi-jk', 'bpnt', 'pkh']) {
    const spoilt = services.map((one) => (one.key === key ? { ...one, label: 'x', keywords: ['x'] } : one));
    const reading = await read(monthlyWorkbook(), 'register.xlsx', 2023, { services: spoilt });
    assert.throws(() => assertSuggested(reading), key);
  }
});

test('rule 37: every row is a complaint by an unrecorded channel, closed as the register says', () => {
  for (const row of importedRows(monthly)) {
    assert.deepEqual([row.kind, row.channel, row.status], ['pengaduan', 'tidak-tercatat', 'closed']);
  }
  const homoglyph = importedRows(monthly).find((row) => row.sheet === 'Oktober' && row.row === 7);
  assert.deepEqual(homoglyph?.people, [{ name: 'Marnita', as: 'self' }]);
});

test('no sentence of a doubt or a suggestion names a person or a number', () => {
  const names = importedRows(monthly).flatMap((row) =>
    [...row.people, ...row.concerns].flatMap((each) => each.name.split(' ')),
  );
  for (const { why } of [...monthly.doubts, ...monthly.suggestions.filter((each) => each.field === 'kind')]) {
    assert.doesNotMatch(why, /0812/);
    for (const name of names.filter((each) => each.length > 4 && !/^(Contoh|Melati|Rahayu)$/.test(each)))
      assert.ok(!why.includes(name), `${why} – ${name}`);
  }
});

test('columns in any order give the same rows, doubts and suggestions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), async (order) => {
      const shuffled = await read(makeWorkbook(monthlyBook(order)), 'acak.xlsx', 2023);
      assert.deepEqual(shuffled.rows, monthly.rows);
      assert.deepEqual(shuffled.suggestions, monthly.suggestions);
    }),
    { numRuns: 6 },
  );
});

test('the provincial recap joins what page breaks split, reads severities, keeps the unclear time apart', () => {
  const rows = importedRows(provincial);
  assert.equal(provincial.rows.length, 6);
  assert.deepEqual(
    rows.map((row) => row.joined),
    [[], [], [8], [10], [12], [14]],
  );
  assert.deepEqual(
    rows.map((row) => row.severity),
    ['moderate', 'severe', 'moderate', 'moderate', 'severe', 'moderate'],
  );
  assert.deepEqual(
    rows.map((row) => row.anonymous),
    [false, false, true, false, true, true],
  );
  assert.equal(rows[2]?.matter, 'Tercatat sebagai penerima tetapi undangan dari pos belum datang');
  assert.deepEqual(rows[0]?.kept, [{ heading: 'WAKTU PENERIMAAN', text: '31 Desember 2022' }]);
  const rules = provincial.doubts.map((doubt) => `${doubt.row} ${doubt.rule}`);
  assert.equal(rules.filter((rule) => rule.endsWith('meaning-unclear')).length, 6);
  assert.ok(rules.includes('13 probable-duplicate'));
  assert.ok(!rules.some((rule) => rule.endsWith(' order')));
});

test('the same recap as a CSV gives the same rows under every separator and encoding', async () => {
  const same = (reading: RegisterReading): unknown =>
    importedRows(reading).map(({ sheet: _sheet, doubts: _doubts, suggestions: _suggestions, ...row }) => row);
  for (const separator of [',', ';', '\t']) {
    const text = provincialCsv(separator);
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
    ]) {
      assert.deepEqual(same(await read(bytes, 'rekap.csv', 2022)), same(provincial));
    }
  }
});

test('reading a file twice names its rows alike, so that importing it twice changes nothing', async () => {
  const again = await read(monthlyWorkbook(), 'salinan lain.xlsx', 2023);
  const names = importedRows(monthly).map((row) => row.fingerprint);
  assert.deepEqual(
    importedRows(again).map((row) => row.fingerprint),
    names,
  );
  assert.equal(new Set(names).size, 43);
});

test('what is written as CSV is read back as it was, formulas kept as text', async () => {
  const rows = [
    ['No', 'Tanggal', 'Nama', 'Keperluan'],
    ['1', '2 Januari 2023', 'Elok; "Tiruan"', '=HYPERLINK("x")\nbaris dua'],
  ];
  const reading = await read(Buffer.from(writeCsv(rows)), 'Januari.csv', 2023);
  const [row] = importedRows(reading);
  assert.equal(row?.matter, '\'=HYPERLINK("x")\nbaris dua');
});
