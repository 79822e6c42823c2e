import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { makeWorkbook } from '../../../test/fixtures/registers/make-workbook.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import { erasePersonalData } from '../cases/personal-data/erase-personal-data.ts';
import { type ImportRequest, importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

const HEAD = ['No', 'Tanggal', 'Nama', 'Keperluan', 'Tindak Lanjut'];
type Row = readonly [no: string, date: string, name: string, matter: string, answer: string];

const WHOLE: readonly Row[] = [
  ['1', 'Senin 2 Januari 2023', 'Elok Contoh', 'Bantuan berhenti', 'Dijelaskan syaratnya kepada pelapor.'],
  ['2', '3 Januari 2023', 'Fatia Contoh', 'Kartu hilang', 'Diarahkan ke bank penyalur terdekat.'],
];
const NO_YEAR: Row = [
  '3',
  'Rabu 4 Januari',
  'Gantari Contoh',
  'Pindah alamat',
  'Dicatat dan diteruskan ke bidang.',
];
const NO_DATE: Row = [
  '4',
  '',
  'Hasan Contoh',
  'Menanyakan jadwal',
  'Dijelaskan jadwal penyaluran bulan ini.',
];
const JANUARY = [...WHOLE, NO_YEAR, NO_DATE];

type Source = ImportRequest['source'];

function book(sheets: Readonly<Record<string, readonly Row[]>>): Source {
  const made = Object.entries(sheets).map(([name, rows]) => {
    const lines = [HEAD, ...rows].map((row, at): [number, string[]] => [at + 1, [...row]]);
    return { name, rows: Object.fromEntries(lines) };
  });
  return { bytes: makeWorkbook({ sheets: made }), name: 'register.xlsx' };
}

function csv(name: string, rows: readonly Row[]): Source {
  return { bytes: Buffer.from(writeCsv([HEAD, ...rows].map((row) => [...row]))), name };
}

/** How many rows were written, how many were known, and how many of those written are doubted beside earlier ones. */
async function bring(source: Source, period = '2023'): Promise<readonly [number, number, number]> {
  const choice = { channel: null, acceptSuggestions: false };
  const request = { office, source, period: aPeriod(period), choice, dryRun: false, account: null };
  const result = await importRegister(desk, request, MORNING);
  assert.ok(result.ok);
  assert.equal(result.written + result.known, result.reading.rows.length, 'nothing was skipped');
  const { rows } = await db.owner.query<{ doubted: number }>(
    `select count(*)::int doubted from register_import_row where doubts @> '[{"rule":"probable-duplicate"}]'`,
  );
  const told = result.reading.doubts.filter(({ rule }) => rule === 'probable-duplicate');
  assert.equal(rows[0]?.doubted, told.length, 'what is told stands with the row');
  return [result.written, result.known, told.length];
}

beforeEach(async () => {
  await db.owner.query('delete from register_import_row');
});

test('a renamed sheet, and one saved as CSV, bring rows that are known', async () => {
  assert.deepEqual(await bring(book({ Januari: JANUARY })), [4, 0, 0]);
  assert.deepEqual(await bring(book({ 'JANUARI 2023 (salinan)': JANUARY })), [0, 4, 0]);
  assert.deepEqual(await bring(csv('Januari.csv', JANUARY)), [0, 4, 0]);
  assert.deepEqual(await bring(book({ Lembar1: JANUARY }), '2023-01'), [0, 4, 0]);
  assert.deepEqual(await bring(csv('data.csv', [...WHOLE, NO_YEAR])), [0, 3, 0]);
});

test('of who was erased the same row is still known, and no guess at names and matter is told to be like it', async () => {
  const [first] = WHOLE;
  assert.ok(first);
  const guess: Row = [first[0], first[1], first[2], first[3], 'Ditebak orang lain saja.'];
  assert.deepEqual(await bring(book({ Januari: [first] })), [1, 0, 0]);
  const { rows } = await db.owner.query<{ case: string; identity: string }>(
    `select case_id as case, identity_id as identity from register_import_row join identity using (office_id, case_id)`,
  );
  const [one] = rows;
  assert.ok(one);
  const subject = { identity: one.identity };
  const erasure = { office, ref: { caseId: one.case }, subject, ground: 'permintaan', actor: aStaffActor() };
  assert.ok((await erasePersonalData(desk, erasure, MORNING)).ok);
  assert.deepEqual(await bring(book({ Januari: [first] })), [0, 1, 0]);
  assert.deepEqual(await bring(book({ Januari: [guess] })), [1, 0, 0]);
});

test('the right year after a wrong one knows what writes its year, and doubts what does not instead of doubling it silently', async () => {
  assert.deepEqual(await bring(book({ Januari: JANUARY }), '2022'), [4, 0, 0]);
  assert.deepEqual(await bring(book({ Januari: JANUARY })), [2, 2, 2]);
});

test('equal rows without a date from the books of two months stay two, the second one doubted', async () => {
  assert.deepEqual(await bring(csv('Januari.csv', [NO_DATE])), [1, 0, 0]);
  assert.deepEqual(await bring(csv('Februari.csv', [NO_DATE])), [1, 0, 1]);
});

test('equal rows of one day on two sheets of a book stay two and are known again', async () => {
  const twice = book({ Januari: WHOLE, Rekap: WHOLE });
  const [written, known] = await bring(twice);
  assert.deepEqual([written, known], [4, 0]);
  const again = await importRegister(
    desk,
    {
      office,
      source: twice,
      period: aPeriod('2023'),
      choice: { channel: null, acceptSuggestions: false },
      dryRun: false,
      account: null,
    },
    MORNING,
  );
  assert.ok(again.ok && again.written === 0 && again.known === 4);
});

test('a row whose answer was written since is doubted beside the one that was imported without it', async () => {
  const [first] = WHOLE;
  assert.ok(first);
  const open: Row = [first[0], first[1], first[2], first[3], 'Masih menunggu kabar dari bank.'];
  assert.deepEqual(await bring(book({ Januari: [open] })), [1, 0, 0]);
  assert.deepEqual(await bring(book({ Januari: [first] })), [1, 0, 1]);
});

test('a longer book brings its new rows only, though they give the column of the answers another meaning', async () => {
  const short = WHOLE.map(([no, date, name, matter]): Row => [no, date, name, matter, 'Selesai']);
  const others = WHOLE.map(
    ([no, date, , , answer]): Row => [no, date, 'Indah Contoh', `Aduan ${no}`, answer],
  );
  const long = [...short, ...others, NO_YEAR, NO_DATE];
  assert.deepEqual(await bring(book({ Januari: short })), [2, 0, 0]);
  assert.deepEqual(await bring(book({ Januari: long })), [4, 2, 0]);
});
