import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cellsOf } from '../../../test/cells-of.ts';
import { casesKnownAt, momentTables, stepNumbers } from '../../../test/moment-tables.ts';
import { aStaffActor, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { foldCase } from '../../domain/complaint/fold-case.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import { REPORT_TABLES } from '../../domain/office/office-data.ts';
import { reconciledReceived } from '../../domain/reports/count-balance.ts';
import { countTable } from '../../domain/reports/count-table.ts';
import { factTimeline } from '../../domain/reports/fact-timeline.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { COUNTED_TWICE } from '../../domain/reports/second-count.ts';
import { AXIS_TABLES, tableShape } from '../../domain/reports/table-shapes.ts';
import { runOperation } from '../../features/cases/acts/run-operation.ts';
import { intakeComplaint } from '../../features/cases/intake/intake-complaint.ts';
import { SEALED_LINE_SQL } from '../../features/cases/store/case-row.ts';
import { readHistory } from '../../features/cases/store/read-history.read.ts';
import { openIdentity } from '../../features/cases/vault/vault.ts';
import { countReport } from '../../features/reports/count-report.ts';
import { CHAIN_START, entryMac, rowMac } from '../../platform/chain.ts';
import { sha256 } from '../../platform/crypto.ts';
import { loadKeyring, newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import { anchorWritten } from '../anchor-written.ts';
import { verifyStore } from '../verify-store.ts';
import { seedRegister } from './seed-register.ts';

const NOW = Date.parse('2026-11-02T02:00:00.000Z');
const UNTIL = Date.parse('2026-10-30T08:00:00.000Z');
const CASES = 500;

const db = await openTestDatabase({ after });
const masterKey = newMasterKeyText();
const keyring = openKeyring(masterKey);
const { office, desk } = await openOfficeDesk(db, 'tabalong', NOW, keyring);
const dataFolder = mkdtempSync(join(tmpdir(), 'tanggap-seed-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));
const system = {
  keyring,
  config: {
    port: 0,
    host: '127.0.0.1',
    dataFolder,
    anchorFolder: join(dataFolder, 'anchors'),
    database: { kind: 'embedded' as const },
    tls: { kind: 'off' as const },
    masterKey,
    trustedProxies: [],
    mail: null,
    publicUrl: null,
    secondFactor: 'required' as const,
    signOn: null,
  },
  database: {
    ...{ app: db.app, owner: db.owner, locateApp: db.locateApp, locateOwner: db.locateOwner },
    ...{ server: undefined, migration: undefined, close: () => Promise.resolve() },
  },
};
const order = { complaints: CASES, years: 2, seed: 'a', until: UNTIL };
await seedRegister(system, office, order);

type Row = {
  readonly case_id: string;
  readonly version: number;
  readonly head_mac: Buffer;
  readonly row_mac: Buffer;
  readonly line: string;
  readonly text: string;
};
const { rows: cases } = await db.owner.query<Row>(
  `select case_id, version, head_mac, row_mac, ${SEALED_LINE_SQL} as line, state::text as text from complaint_case order by case_id`,
);
const chainKey = keyring.current.forUse('chain');
const historyOf = ({ case_id: caseId, head_mac: mac, text }: Row) =>
  readHistory(db.owner, keyring, office.officeId, { caseId, head: { state: JSON.parse(text), mac } });

test('after seeding the lists are answered from their indexes alone: every page is marked as visible to all', async () => {
  const { rows } = await db.owner.query(
    `select relpages - relallvisible as unseen from pg_class where oid = 'complaint_case'::regclass`,
  );
  assert.deepEqual(rows, [{ unseen: 0 }]);
});

test('a seeded register has exactly the cases that were ordered, each folded from its own history', async () => {
  assert.equal(cases.length, CASES);
  for (const row of cases) {
    const events = await historyOf(row);
    assert.deepEqual(JSON.parse(row.text), JSON.parse(JSON.stringify(foldCase(events))));
  }
});

test('each chain and each row of a seeded register holds under the key', async () => {
  for (const row of cases) {
    const { rows: entries } = await db.owner.query<{
      seq: number;
      recorded_at: Date;
      body: string;
      mac: Buffer;
    }>('select seq, recorded_at, body, mac from case_event where case_id = $1 order by seq', [row.case_id]);
    let mac: Uint8Array = CHAIN_START;
    for (const { seq, recorded_at, body, mac: stored } of entries) {
      const place = {
        officeId: office.officeId,
        caseId: row.case_id,
        seq,
        recordedAt: recorded_at.getTime(),
      };
      mac = entryMac(chainKey, mac, place, body);
      assert.deepEqual(Buffer.from(mac), stored);
    }
    assert.deepEqual(row.head_mac, Buffer.from(mac));
    assert.deepEqual(row.row_mac, rowMac(chainKey, row.head_mac, row.line, sha256(row.text)));
  }
});

test('verify finds nothing wrong with a seeded store, anchors included', async () => {
  const folder = join(dataFolder, 'anchors');
  // As the command does when it ends: the office itself waits for its anchor.
  await anchorWritten({ database: db, keyring }, folder, Date.now());
  const verdict = await verifyStore(db.locateOwner, keyring, folder);
  assert.deepEqual(verdict.findings, []);
  assert.equal(verdict.cases, CASES);
  assert.equal(verdict.anchors, 2);
});

test('register numbers of a seeded year run from one without a gap, in the order in which they were given', async () => {
  const { rows } = await db.owner.query<{
    year: number;
    first: number;
    last: number;
    count: number;
    next: number;
  }>(
    `select e.year, min(no) as first, max(no) as last, count(*)::int as count, max(c.next_no) as next
     from register_entry e join register_counter c on c.office_id = e.office_id and c.year = e.year group by 1`,
  );
  assert.equal(rows.length, 3);
  for (const { first, last, count, next } of rows) {
    assert.deepEqual({ first, last, next }, { first: 1, last: count, next: count + 1 });
  }
  const { rows: wrong } = await db.owner.query(
    `select from (select given_at, lag(given_at) over (partition by year order by no) as before from register_entry) e
     where before > given_at`,
  );
  assert.equal(wrong.length, 0);
});

test('report figures of a seeded register are those of its histories, for every year and as of any day', async () => {
  const histories = await Promise.all(cases.map(historyOf));
  for (const [text, asOf] of [
    ['2025', null],
    ['2026', null],
    ['2026', '2026-06-15T04:00:00.000Z'],
  ] as const) {
    const period = parsePeriod(text);
    assert.ok(period);
    const end = Math.min(Date.parse(`${period.to}T16:00:00.000Z`) - 1, NOW);
    const at = new Date(asOf === null ? end : Math.min(end, Date.parse(asOf))).toISOString();
    const facts = histories.flatMap((events) => {
      const known = asOf === null ? events : events.filter((event) => event.recordedAt <= asOf);
      if (known.length === 0) return [];
      const timeline = factTimeline(known, office.calendar);
      const then = timeline.filter((one) => one.effectiveFrom <= at).at(-1);
      return then === undefined ? [] : [then.fact];
    });
    const inPeriod = facts.filter(({ receivedOn }) => receivedOn >= period.from && receivedOn <= period.to);
    const counted = await countReport(db.app, {
      ...{ office, period, asOf: asOf === null ? null : new Date(asOf), now: new Date(NOW) },
      ...{
        tables: REPORT_TABLES,
        register: null,
        twice: true,
      },
    });
    const known = casesKnownAt(histories, office, asOf ?? instantOf(NOW));
    const wanted = momentTables(known, office, period, at);
    assert.deepEqual(counted.balance, wanted.balance, text);
    assert.equal(counted.second?.formerClosing, wanted.balance.opening, text);
    assert.equal(reconciledReceived(wanted.balance.reconciliation), counted.total);
    for (const [step, numbers] of Object.entries(stepNumbers(counted.sopSteps))) {
      assert.deepEqual(numbers, wanted.steps[step], `${text} ${step}`);
    }
    assert.equal(counted.total, inPeriod.filter((fact) => fact.counted).length);
    const cells = cellsOf(inPeriod, at);
    for (const id of AXIS_TABLES) {
      const { rows, total } = countTable(cells, tableShape(id, office.data, period));
      const table = counted.tables.find((one) => one.id === id);
      const numbers = (all: typeof rows) =>
        all.map(({ key, count, imported }) => [key, count, imported]).sort();
      assert.deepEqual(numbers(table?.rows ?? []), numbers(rows), `${text} ${id}`);
      assert.equal(table?.total, total);
      if (COUNTED_TWICE.some((one) => one === id))
        assert.deepEqual(
          rows.map(({ key, count }) => [key, count]),
          rows.map(({ key }) => [key, counted.second?.rows.get(`${id}/${key}`) ?? 0]),
          `${text} ${id}`,
        );
    }
  }
});

test('the vault of a seeded register opens, and holds nobody who could exist', async () => {
  const { rows } = await db.owner.query<{
    case_id: string;
    identity_id: string;
    key_id: string;
    wrapped_key: Buffer;
    sealed: Buffer;
  }>('select case_id, identity_id, key_id, wrapped_key, sealed from identity');
  assert.ok(rows.length > CASES / 2);
  for (const row of rows) {
    const place = { officeId: office.officeId, caseId: row.case_id, identityId: row.identity_id };
    const { key_id: keyId, wrapped_key: wrappedKey, sealed } = row;
    const person = openIdentity(keyring, place, { keyId, wrappedKey, sealed });
    assert.match(person?.phone ?? '0812-0000-0000', /^0812-0000-\d{4}$/);
  }
});

test('work goes on in a seeded register: a seeded case takes an operation, a new one the next number', async () => {
  const seededDesk = { ...desk, keyring };
  const { rows } = await db.owner.query<{ ticket: string }>(
    'select ticket from complaint_case where is_open and unit is not null and not protected limit 1',
  );
  const actor = aStaffActor();
  const noted = await runOperation(
    seededDesk,
    {
      ...{ office, actor, ref: { ticket: rows[0]?.ticket ?? '' }, operation: 'follow-up' },
      command: (keep) => ({ entry: 'note', text: keep.text('entry', 'Dilanjutkan.') }),
      ...{ expectedVersion: null, idempotency: null },
    },
    NOW,
  );
  assert.ok(noted.ok, JSON.stringify(noted));
  const taken = await intakeComplaint(
    seededDesk,
    {
      ...{ office, actor, idempotency: null },
      command: (keep) => ({ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Baru.') }),
      answer: (keep) => ({ text: keep.text('answer', 'Dijelaskan.'), way: 'oral', outcome: 'explained' }),
    },
    NOW,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
});

test('the same order gives the same register, and an office with cases is refused', async () => {
  await assert.rejects(seedRegister(system, office, order), { code: 'register-not-empty' });
  const { rows } = await db.owner.query<{ hash: string }>(
    `select md5(string_agg(ticket || status || received_at::text, ',' order by ticket)) as hash from complaint_case
      where recorded_at < $1`,
    [new Date(UNTIL)],
  );
  assert.match(rows[0]?.hash ?? '', /^[0-9a-f]{32}$/);
  assert.ok(loadKeyring(dataFolder, masterKey).current.id.length > 0);
});
