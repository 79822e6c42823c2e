import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { MONTHLY_FIRST_ROW, monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { MONTHLY_ROWS } from '../../../test/fixtures/registers/monthly-register-table.ts';
import { markStoredCase } from '../../../test/mark-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { wordsOf } from '../../platform/words/words.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { factSetting } from '../cases/case-page/case.presenter.ts';
import { eventWords } from '../cases/case-page/event-words.presenter.ts';
import { readCase } from '../cases/case-page/read-case.read.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { readPeople } from '../cases/vault/read-people.ts';
import { buildReport, type ReportRequest } from '../reports/build-report.ts';
import { readFigureRows } from '../reports/figure-rows.read.ts';
import { exportRegister, withheldNote } from './export-register.ts';
import { type ImportRequest, importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const YEAR = aPeriod('2023');
const PERSONAL = Object.values(MONTHLY_ROWS).flatMap((rows) => rows.flatMap((row) => row.phone ?? row.name));

function aRequest(own: Partial<ImportRequest> = {}): ImportRequest {
  return {
    office,
    source: { bytes: monthlyWorkbook(), name: 'register-2023.xlsx' },
    period: YEAR,
    choice: { channel: null, acceptSuggestions: true },
    dryRun: false,
    account: null,
    ...own,
  };
}

function aReport(own: Partial<ReportRequest> = {}): ReportRequest {
  return {
    office,
    kind: 'tahunan',
    period: YEAR,
    asOf: null,
    now: new Date(MORNING),
    allTables: true,
    paper: 'A4',
    register: desk.keyring,
    ...own,
  };
}

async function countCases(): Promise<number> {
  const { rows } = await db.owner.query<{ count: number }>(
    'select count(*)::int as count from complaint_case',
  );
  return rows[0]?.count ?? -1;
}

test('a dry run judges every row and writes none', async () => {
  const result = await importRegister(desk, aRequest({ dryRun: true }), MORNING);
  assert.ok(result.ok);
  assert.equal(result.reading.rows.length, 43);
  assert.equal(await countCases(), 0);
});

test('every row of the old book becomes one case, and the same book again changes nothing', async () => {
  const first = await importRegister(desk, aRequest(), MORNING);
  assert.ok(first.ok);
  assert.deepEqual([first.written, first.known], [43, 0]);
  const again = await importRegister(
    desk,
    aRequest({ source: { bytes: monthlyWorkbook(), name: 'salinan.xlsx' } }),
    MORNING + 60_000,
  );
  assert.ok(again.ok);
  assert.deepEqual([again.written, again.known], [0, 43]);
  assert.equal(await countCases(), 43);
});

test('after the import the case tells where its row stood, what the book says of it and what was doubted', async () => {
  const { rows } = await db.owner.query<{ case_id: string; sheet: string; row_no: number; count: number }>(
    `select case_id, sheet, row_no, jsonb_array_length(doubts) as count
       from register_import_row where jsonb_array_length(doubts) > 0 order by case_id`,
  );
  assert.ok(rows.length > 0);
  for (const { case_id: caseId, sheet, row_no: row, count } of rows) {
    const reading = await readCase(desk, office, { caseId }, aStaffActor(), MORNING);
    assert.ok(reading);
    assert.deepEqual(reading.origin, { file: 'register-2023.xlsx', sheet, row, doubts: count });
    const imported = reading.timeline.find(({ event }) => event.type === 'imported-from-register');
    assert.ok(imported);
    const words = wordsOf('id');
    const said = eventWords(imported.event, factSetting(reading, office, words, [], []), reading.state);
    const book = MONTHLY_ROWS[sheet]?.[row - MONTHLY_FIRST_ROW];
    assert.ok(book);
    assert.equal(said.text === null, book.narrative === '');
    const doubts = said.facts.find(({ field }) => field === 'remarks')?.value ?? '';
    assert.notEqual(doubts, '');
    assert.ok(PERSONAL.every((cell) => !doubts.includes(cell)));
    assert.doesNotMatch(doubts, /Diambil: \d{4}-/, 'days are told as people write them');
  }
});

test('rule 37: an imported row has no outcome, no closing time, no channel and no number that its book does not have', async () => {
  const { rows } = await db.owner.query<{ state: Record<string, unknown> }>(
    'select state from complaint_case',
  );
  for (const { state } of rows) {
    assert.equal(state.status, 'closed');
    assert.equal(state.outcome, 'not-recorded');
    assert.equal(state.channel, 'tidak-tercatat');
    assert.equal(state.closedAt, null);
    assert.equal(state.answeredAt, null);
    assert.equal(state.register, null);
    assert.equal(state.kind, 'pengaduan');
  }
});

test('no name, number or sentence of the book stands in the history or in the record of the import', async () => {
  const { rows } = await db.owner.query<{ text: string }>(
    `select body as text from case_event
     union all select doubts::text from register_import_row`,
  );
  const kept = rows.map((row) => row.text).join('\n');
  for (const row of Object.values(MONTHLY_ROWS).flat()) {
    assert.ok(!kept.includes(row.name), row.name);
    assert.ok(!kept.includes(row.matter), row.matter);
  }
});

const SHEETS = Object.keys(MONTHLY_ROWS);

/** What a person does after looking through the suggestions: those that are wrong are corrected, each with a reason. */
async function correctWrongServices(): Promise<number> {
  const { rows } = await db.owner.query<{ case_id: string; sheet: string; row_no: number; service: string }>(
    `select case_id, sheet, row_no, state ->> 'service' as service
       from register_import_row join complaint_case using (office_id, case_id)`,
  );
  assert.equal(rows.length, 43);
  let corrected = 0;
  for (const { case_id: caseId, sheet, row_no: row, service: taken } of rows) {
    const service = MONTHLY_ROWS[sheet]?.[row - MONTHLY_FIRST_ROW]?.service;
    assert.ok(service, `${sheet} ${row} is no row of the book`);
    if (taken === service) continue;
    const done = await runOperation(
      desk,
      {
        ...{ office, ref: { caseId }, operation: 'correct', actor: aStaffActor() },
        ...{ expectedVersion: null, idempotency: null },
        command: (keep) => ({ changes: { service }, reason: keep.text('reason', 'Layanannya keliru.') }),
      },
      MORNING,
    );
    assert.ok(done.ok, JSON.stringify(done));
    corrected += 1;
  }
  return corrected;
}

test('the annual report counts the register: each table 43, services as a person would choose them, months as in the book, all checks pass', async () => {
  const corrected = await correctWrongServices();
  assert.ok(corrected <= 3, `${corrected} suggestions were wrong`);
  const built = await buildReport(desk.pool, aReport());
  assert.ok(built.ok, JSON.stringify(built));
  assert.equal(built.counted.total, 43);
  const ofCases = built.counted.tables.filter((table) => table.ofCases);
  assert.ok(ofCases.length >= 12, `${ofCases.length} tables of cases`);
  for (const table of ofCases) {
    assert.equal(table.total, 43, table.id);
    assert.equal(
      table.rows.reduce((sum, row) => sum + row.count, 0),
      43,
      table.id,
    );
  }
  const right = Map.groupBy(
    SHEETS.flatMap((sheet) => MONTHLY_ROWS[sheet] ?? []),
    (row) => row.service,
  );
  const services = ofCases.find((table) => table.id === 'by-service');
  assert.deepEqual(
    services?.rows.map((row) => [row.key, row.count]),
    office.data.services.map(({ key }) => [key, right.get(key)?.length ?? 0]),
  );
  assert.deepEqual(
    built.checks.filter((check) => !check.ok),
    [],
  );
  const months = built.counted.tables.find((table) => table.id === 'by-month');
  assert.deepEqual(
    months?.rows.map((row) => row.count),
    [14, 3, 9, 4, 6, 1, 0, 1, 0, 4, 0, 1],
  );
  const held = built.counted.registerRows.length;
  assert.equal(held, 43);
});

test('every figure opens exactly the rows that it counts', async () => {
  const built = await buildReport(desk.pool, aReport());
  assert.ok(built.ok);
  const viewer = viewerOf(aStaffActor(), office.codes);
  await withOffice(desk.pool, office.officeId, async (tx) => {
    for (const table of built.counted.tables.filter((one) => one.ofCases)) {
      for (const row of table.rows) {
        const query = { period: '2023', table: table.id, key: row.key };
        const rows = await readFigureRows(tx, office, query, viewer, {
          moment: built.counted.moment,
          most: 100,
        });
        assert.ok(rows !== null, `${table.id}/${row.key} opens nothing`);
        assert.equal(rows.total, row.count, `${table.id}/${row.key}`);
      }
    }
    const imported = await readFigureRows(tx, office, { period: '2023', only: 'imported' }, viewer, {
      moment: built.counted.moment,
      most: 100,
    });
    assert.equal(imported?.total, 43);
  });
});

test('as of a moment before the import the report knows of nothing, and says which moment that is', async () => {
  const built = await buildReport(desk.pool, aReport({ asOf: new Date(MORNING - 3_600_000) }));
  assert.ok(built.ok);
  assert.equal(built.counted.total, 0);
  assert.match(JSON.stringify(built.tree.body[0]), /Menurut catatan/);
});

test('a file that is no register is refused with what to do, and nothing is written', async () => {
  const result = await importRegister(
    desk,
    aRequest({ source: { bytes: Buffer.from('%PDF-1.7'), name: 'laporan.xlsx' } }),
    MORNING,
  );
  assert.equal(result.ok, false);
  assert.ok(!result.ok && result.message.length > 20);
  assert.equal(await countCases(), 43);
});

test('the public edition of the register holds nobody’s name, number or sentence; the archive edition is logged', async () => {
  const open = { office, period: YEAR, format: 'csv', unmask: null } as const;
  const publik = Buffer.from((await exportRegister(desk, open, MORNING)).bytes).toString('utf8');
  assert.equal(publik.trim().split('\r\n').length, 44);
  for (const row of Object.values(MONTHLY_ROWS).flat()) {
    assert.ok(!publik.includes(row.name), row.name);
    assert.ok(row.phone === undefined || !publik.includes(row.phone.slice(-6)), row.phone);
  }
  const unmask = { actor: SYSTEM_ACTOR, reason: 'Penjilidan register tahunan' };
  const arsip = Buffer.from((await exportRegister(desk, { ...open, unmask }, MORNING)).bytes).toString(
    'utf8',
  );
  assert.ok(
    Object.values(MONTHLY_ROWS)
      .flat()
      .some((row) => arsip.includes(row.name)),
  );
  const { rows } = await db.owner.query(
    `select t.body from access_log a join office_text t on t.text_id = a.reason::uuid
      where a.action = 'export-unmasked'`,
  );
  assert.deepEqual(rows, [{ body: 'Penjilidan register tahunan' }]);
});

test('an export of our own is refused as such, whatever its edition and form', async () => {
  const before = await countCases();
  const unmask = { actor: SYSTEM_ACTOR, reason: 'Penjilidan register tahunan' };
  for (const format of ['csv', 'xlsx'] as const) {
    for (const edition of [null, unmask]) {
      const request = { office, period: YEAR, format, unmask: edition };
      const { bytes } = await exportRegister(desk, request, MORNING);
      const name = `register.${format}`;
      const again = await importRegister(desk, aRequest({ source: { bytes, name } }), MORNING);
      assert.ok(!again.ok && again.refusal === 'own-export', JSON.stringify(again));
      assert.match(again.message, /Pilih berkas register aslinya/);
    }
  }
  assert.equal(await countCases(), before);
});

test('the archive edition names whom a case concerns; protected and restricted rows are a number in both, and counted (rules 3, 6, 27)', async () => {
  const { rows } = await db.owner.query<{ case_id: string }>(
    'select case_id from complaint_case order by case_id limit 2',
  );
  for (const [at, mark] of ['protected', 'restricted'].entries()) {
    await markStoredCase(db.owner, desk.keyring, rows[at]?.case_id, mark, `${mark} = true`);
  }
  const unmask = { actor: SYSTEM_ACTOR, reason: 'Penjilidan register tahunan' };
  for (const edition of [null, unmask]) {
    const request = { office, period: YEAR, format: 'csv', unmask: edition } as const;
    const { bytes, withheld } = await exportRegister(desk, request, MORNING);
    const text = Buffer.from(bytes).toString('utf8');
    assert.deepEqual(withheld, { protected: 1, restricted: 1 });
    assert.equal(text.trim().split('\r\n').length, 44);
    assert.match(text, /^\w*;+Dilindungi;+$/m);
    assert.match(text, /^\w*;+Terbatas;+$/m);
    if (edition === null) continue;
    const concerned = text.split('\r\n').filter((line) => (line.split(';')[3] ?? '') !== '');
    assert.ok(concerned.length > 1, 'a.n. persons stand in the archive edition');
  }
});

test('rule 32: the archive edition opens nobody of an anonymous or secret case, and says how many', async () => {
  const { rows } = await db.owner.query<{ case_id: string }>(
    'select case_id from complaint_case where not protected and not restricted order by case_id desc limit 2',
  );
  const named: string[] = [];
  for (const { case_id } of rows) {
    const people = await withOffice(desk.pool, office.officeId, (tx) =>
      readPeople(tx, desk.keyring, office.officeId, case_id),
    );
    named.push(
      ...people.flatMap(({ person }) => [...(person?.name?.split(', ') ?? []), person?.phone ?? []].flat()),
    );
  }
  assert.ok(named.length > 0);
  const unmask = { actor: SYSTEM_ACTOR, reason: 'Penjilidan register tahunan' };
  const exported = async () => {
    const request = { office, period: YEAR, format: 'csv', unmask } as const;
    const { bytes, ...left } = await exportRegister(desk, request, MORNING);
    return { text: Buffer.from(bytes).toString('utf8'), ...left };
  };
  const times = (text: string, name: string) => text.split(name).length - 1;
  const before = await exported();
  assert.equal(before.guarded, 0);
  for (const [at, mark] of ['anonymous', 'secret'].entries()) {
    await markStoredCase(db.owner, desk.keyring, rows[at]?.case_id, mark);
  }
  const after = await exported();
  assert.equal(after.guarded, 2);
  for (const name of named) assert.ok(times(after.text, name) < times(before.text, name), name);
  assert.match(after.text, /;Anonim;/);
  assert.match(after.text, /;Dirahasiakan;/);
  const note = withheldNote({ ...after, withheld: { protected: 0, restricted: 0 } });
  assert.equal(note, 'Tanpa orang dan uraiannya: 2 laporan anonim atau rahasia.');
});

test('the hash of an import is of the very bytes that were read, also when the file changed before the rows were written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-impor-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'satu-baris.csv');
  const given = 'No,Tanggal,Nama,Keperluan\n1,17 April 2023,Orang Contoh,Kartu KIS tidak aktif\n';
  writeFileSync(path, given);
  // The first id is drawn after the file was read and judged.
  const newId = () => {
    writeFileSync(path, 'berkas lain');
    return desk.newId();
  };
  const done = await importRegister({ ...desk, newId }, aRequest({ source: { path } }), MORNING);
  assert.ok(done.ok && done.written === 1, JSON.stringify(done));
  const { rows } = await db.owner.query<{ hash: Buffer }>(
    `select file_hash as hash from register_import where file_name = 'satu-baris.csv'`,
  );
  assert.deepEqual(rows, [{ hash: sha256(given) }]);
});

test('rule 37: a person may name the one channel of a whole book, and every row has come by it', async () => {
  const given =
    'No,Tanggal,Nama,Keperluan\n1,18 April 2023,Orang Contoh,Beras belum diterima\n2,19 April 2023,Orang Lain,Kartu KKS hilang\n';
  const source = { bytes: new TextEncoder().encode(given), name: 'buku-loket.csv' };
  const choice = { channel: 'loket', acceptSuggestions: false } as const;
  const done = await importRegister(desk, aRequest({ source, choice }), MORNING);
  assert.ok(done.ok && done.written === 2, JSON.stringify(done));
  const { rows } = await db.owner.query<{ channel: string }>(
    `select distinct c.state ->> 'channel' as channel
      from register_import_row r join register_import i using (office_id, import_id)
      join complaint_case c using (office_id, case_id) where i.file_name = 'buku-loket.csv'`,
  );
  assert.deepEqual(rows, [{ channel: 'loket' }]);
});
