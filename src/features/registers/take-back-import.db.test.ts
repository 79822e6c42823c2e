import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { anActorAs, aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { writeCsv } from '../../adapters/documents/spreadsheet/write-csv.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import { inTransaction, withOffice } from '../../platform/database/transaction.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { verifyCases } from '../cases/verify/verify-cases.ts';
import { verifyTotals } from '../cases/verify/verify-totals.ts';
import { buildReport } from '../reports/build-report.ts';
import { importRegister } from './import-register.ts';
import { findImport, listImports } from './list-imports.read.ts';
import { readRegisterEntries } from './register-entries.read.ts';
import { takeBackImport } from './take-back-import.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const HOUR = 3_600_000;
const coordinator = anActorAs(office, 'koordinator');

/** The same book, as of this year. */
async function importBook(year: string, now: number) {
  const done = await importRegister(
    desk,
    {
      ...{ office, period: aPeriod(year), dryRun: false, account: null },
      source: { bytes: monthlyWorkbook(), name: `register-${year}.xlsx` },
      choice: { channel: null, acceptSuggestions: false },
    },
    now,
  );
  assert.ok(done.ok, JSON.stringify(done));
  return done;
}

const lines = () => withOffice(db.app, office.officeId, (tx) => listImports(tx, office.officeId));

async function reportOf2023(asOf: number | null, now: number) {
  const built = await buildReport(desk.pool, {
    ...{ office, kind: 'tahunan', period: aPeriod('2023'), allTables: true, paper: 'A4' },
    ...{ asOf: asOf === null ? null : new Date(asOf), now: new Date(now), register: desk.keyring },
  });
  assert.ok(built.ok, JSON.stringify(built));
  assert.deepEqual(
    built.checks.filter(({ ok }) => !ok),
    [],
  );
  return built;
}

async function total(asOf: number | null, now: number): Promise<number> {
  return (await reportOf2023(asOf, now)).counted.total;
}

async function caseIds(most: number): Promise<readonly string[]> {
  const { rows } = await db.owner.query<{ case_id: string }>(
    'select case_id from register_import_row order by case_id limit $1',
    [most],
  );
  return rows.map(({ case_id }) => case_id);
}

function act(caseId: string, operation: 'correct' | 'cancel', now: number) {
  return runOperation(
    desk,
    {
      ...{ office, ref: { caseId }, operation, actor: aStaffActor() },
      ...{ expectedVersion: null, idempotency: null },
      command: (keep) => ({
        changes: { sourceNumber: '7' },
        reason: keep.text('reason', 'Nomornya keliru.'),
      }),
    },
    now,
  );
}

async function verified() {
  const { findings } = await inTransaction(db.owner, (tx) => verifyCases(tx, db.locateOwner, desk.keyring), {
    isolation: 'repeatable read',
  });
  return [...findings.placed, ...findings.counted, ...(await verifyTotals(db.owner))];
}

test('rule 11: an import that is taken back leaves every count, but for cases that somebody worked on, and what stood before stays told', async () => {
  await importBook('2023', MORNING);
  const [line] = await lines();
  assert.ok(line);
  assert.deepEqual(
    [line.file, line.period, line.by, line.rows, line.takenBack, line.standing],
    ['register-2023.xlsx', '2023', null, 43, 0, 43],
  );
  const [worked = '', cancelled = ''] = await caseIds(2);
  assert.ok((await act(worked, 'correct', MORNING + HOUR)).ok);
  assert.ok((await act(cancelled, 'cancel', MORNING + HOUR)).ok);
  const { importId } = line;
  const found = await withOffice(db.app, office.officeId, (tx) => findImport(tx, office.officeId, importId));
  assert.deepEqual([found?.line.standing, found?.workedOn], [42, 1]);
  const clerk = anActorAs(office, 'petugas-loket');
  const refused = await takeBackImport(desk, { office, importId, actor: clerk }, MORNING + 2 * HOUR);
  assert.deepEqual([refused.cancelled, refused.withheld], [0, 41], 'only who may cancel takes back');
  const done = await takeBackImport(desk, { office, importId, actor: coordinator }, MORNING + 2 * HOUR);
  assert.deepEqual([done.cancelled, done.left.length, done.withheld, done.next], [41, 1, 0, null]);
  const [now] = await lines();
  assert.deepEqual([now?.takenBack, now?.standing], [42, 1]);
  assert.equal(await total(null, MORNING + 3 * HOUR), 1);
  assert.equal(await total(MORNING + 60_000, MORNING + 3 * HOUR), 43);
  const again = await takeBackImport(desk, { office, importId, actor: coordinator }, MORNING + 3 * HOUR);
  assert.deepEqual(again, { cancelled: 0, left: done.left, withheld: 0, next: null });
  assert.deepEqual(await verified(), []);
});

test('the right file comes in after the wrong one was taken back, its rows as new cases; what was left is not written twice', async () => {
  const right = await importBook('2023', MORNING + 4 * HOUR);
  assert.deepEqual([right.written, right.known], [42, 1]);
  assert.equal(await total(null, MORNING + 5 * HOUR), 43);
  const again = await importBook('2023', MORNING + 5 * HOUR);
  assert.deepEqual([again.written, again.known], [0, 43]);
  assert.deepEqual(await verified(), []);
});

test('rule 11: what was taken back leaves no trace in the report and the register: they are as if the right file had come in alone', async () => {
  const { tree, counted } = await reportOf2023(null, MORNING + 5 * HOUR);
  const before = await reportOf2023(MORNING + 60_000, MORNING + 5 * HOUR);
  const { cancelled, merged, doubts } = counted.totals;
  assert.deepEqual([cancelled, merged, doubts], [0, 0, before.counted.totals.doubts]);
  assert.equal(counted.balance?.reconciliation.cancelled, 0);
  assert.equal(counted.registerRows.length, 43);
  assert.ok(!/BATAL|nomor register dibatalkan/.test(JSON.stringify(tree)));
  const { entries } = await withOffice(db.app, office.officeId, (tx) =>
    readRegisterEntries(tx, desk.keyring, office, aPeriod('2023'), { viewer: null, edition: 'publik' }),
  );
  assert.deepEqual([entries.length, entries.filter((entry) => entry.cancelled).length], [43, 0]);
});

test('whoever waits at a page looks at so many rows at once, is told that there are more, and goes on from there', async () => {
  // As many as two transactions take.
  const rows = Array.from({ length: 100 }, (_, index) => [
    `${index + 1}`,
    '3 Januari 2024',
    `Warga Contoh ${index + 1}`,
    'Bantuan berhenti',
    'Dijelaskan syaratnya kepada pelapor.',
  ]);
  const table = writeCsv([['No', 'Tanggal', 'Nama', 'Keperluan', 'Tindak Lanjut'], ...rows]);
  const brought = await importRegister(
    desk,
    {
      ...{ office, period: aPeriod('2024'), dryRun: false, account: null },
      source: { bytes: Buffer.from(table), name: 'register-2024.csv' },
      choice: { channel: null, acceptSuggestions: false },
    },
    MORNING + 6 * HOUR,
  );
  assert.ok(brought.ok);
  const [{ importId } = { importId: '' }] = await lines();
  const some = (actor: CaseActor, most: number, after?: string | null) =>
    takeBackImport(desk, { office, importId, actor, most, after: after ?? undefined }, MORNING + 8 * HOUR);
  const clerk = anActorAs(office, 'petugas-loket');
  const passed = await some(clerk, 1);
  assert.deepEqual([passed.withheld, passed.next === null], [50, false], 'also where it leaves them');
  const [second, first] = [await some(coordinator, 1, passed.next), await some(coordinator, 1)];
  assert.deepEqual([second.cancelled, second.next], [50, null], 'the last page is known as the last');
  assert.deepEqual([first.cancelled, first.next], [50, null]);
});

test('verify finds a row called taken back whose case is still in the counts', async () => {
  await db.owner.query(
    `update register_import_row r set taken_back_at = now() from complaint_case c
      where c.case_id = r.case_id and c.counted
        and r.case_id = (select case_id from register_import_row where taken_back_at is null limit 1)`,
  );
  assert.deepEqual(await verifyTotals(db.owner), [
    { rule: 'import-differs', what: 'register_import_row taken back', count: 1 },
  ]);
});
