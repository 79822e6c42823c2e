import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { periodInstants } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { countInbox, listInbox } from '../cases/lists/list-inbox.read.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { buildReport } from '../reports/build-report.ts';
import { countReport } from '../reports/count-report.ts';
import { readingMoment } from '../reports/facts-at.ts';
import { readFigureRows } from '../reports/figure-rows.read.ts';
import { importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const actor = aStaffActor();
const BOOK = `No,Tanggal,Nama Pelapor,Isi Pengaduan,Status
1,2 Maret 2023,Budi Contoh,Bantuan belum cair,Selesai
2,3 Maret 2023,Siti Contoh,Kartu hilang,
3,4 Maret 2023,Elok Contoh,Beras berkutu,Entah
4,5 Maret 2023,Fatia Contoh,Rumah rusak,Dalam proses
`;
const NOW = MORNING + 86_400_000;

async function rowsOf(table: 'by-status' | 'by-response-time' | 'on-time' | 'balance', period: string) {
  const counted = await countReport(db.app, {
    ...{ office, period: aPeriod(period), asOf: null, now: new Date(NOW), register: null, twice: true },
    tables: ['by-status', 'by-response-time', 'on-time', 'balance'],
  });
  const rows = counted.tables.find(({ id }) => id === table)?.rows ?? [];
  return Object.fromEntries(rows.flatMap(({ key, count }) => (count === 0 ? [] : [[key, count]])));
}

test('rule 37: a status that the old register does not state, or not to be understood, is doubted and never taken for an open one', async () => {
  const request = { office, period: aPeriod('2023'), dryRun: false, account: null };
  const done = await importRegister(
    desk,
    {
      ...request,
      source: { bytes: new TextEncoder().encode(BOOK), name: 'buku.csv' },
      choice: { channel: null, acceptSuggestions: false },
    },
    MORNING,
  );
  assert.ok(done.ok);
  assert.equal(done.written, 4);
  const doubts = done.reading.rows.map((row) =>
    row.doubts.flatMap(({ field, rule, taken }) => (field === 'status' ? [`${rule} ${taken}`] : [])),
  );
  assert.deepEqual(doubts, [[], ['status-missing null'], ['status-unclear null'], []]);
});

test('every report counts such rows on lines of their own, neither open nor unanswered nor late', async () => {
  assert.deepEqual(await rowsOf('by-status', '2023'), { closed: 1, 'in-progress': 1, 'not-recorded': 2 });
  assert.deepEqual(await rowsOf('by-response-time', '2023'), { unanswered: 1, 'not-recorded': 3 });
  assert.deepEqual(await rowsOf('on-time', '2023'), { unlimited: 1, 'not-recorded': 3 });
  assert.deepEqual(await rowsOf('balance', '2023'), {
    ...{ received: 4, 'old-register': 1, 'not-recorded': 2, closing: 1 },
  });
  assert.deepEqual(await rowsOf('balance', '2024'), { opening: 1, closing: 1 });
});

test('the line of the balance opens the cases that it counts, and the report passes its checks', async () => {
  const query = { period: '2023', table: 'balance', key: 'not-recorded' };
  const moment = readingMoment(periodInstants(aPeriod('2023'), office.zone).end, new Date(NOW), null);
  const opened = await withOffice(db.app, office.officeId, (tx) =>
    readFigureRows(tx, office, query, viewerOf(actor, office.codes), { moment, most: 10 }),
  );
  assert.ok(opened);
  assert.equal(opened.total, 2);
  const built = await buildReport(db.app, {
    ...{ office, kind: 'tahunan', period: aPeriod('2023'), asOf: null, now: new Date(NOW) },
    ...{ allTables: true, paper: 'A4', register: desk.keyring },
  });
  assert.ok(built.ok);
  assert.deepEqual(
    built.checks.filter(({ ok }) => !ok),
    [],
  );
});

test('an old book without statuses does not bury the work of the day: the inbox shows its rows to whoever asks for them', async () => {
  const of = async (status: 'not-recorded' | null) => {
    const page = { filter: { status }, cursor: null, limit: 50 };
    const { lines } = await listInbox(db.app, office, actor, page);
    const { count } = await countInbox(db.app, office, actor, { status });
    assert.equal(lines.length, count);
    return lines.map((line) => line.status);
  };
  assert.deepEqual(await of(null), ['in-progress']);
  assert.deepEqual(await of('not-recorded'), ['not-recorded', 'not-recorded']);
});

test('a case of unrecorded status is handled as any other, and is open from then on', async () => {
  const filter = { status: 'not-recorded' } as const;
  const { lines } = await listInbox(db.app, office, actor, { filter, cursor: null, limit: 1 });
  const ticket = lines[0]?.ticket ?? '';
  const unit = office.data.units[0]?.key ?? '';
  const request = { office, ref: { ticket }, actor, expectedVersion: null, idempotency: null };
  const given = await runOperation(
    desk,
    { ...request, operation: 'dispose', command: () => ({ unit }) },
    MORNING + 60_000,
  );
  assert.ok(given.ok, JSON.stringify(given));
  const inbox = await listInbox(db.app, office, actor, { filter: {}, cursor: null, limit: 50 });
  assert.ok(inbox.lines.some((line) => line.ticket === ticket));
  assert.equal((await countInbox(db.app, office, actor, filter)).count, 1);
});
