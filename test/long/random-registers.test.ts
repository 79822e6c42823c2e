import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { verifyStore } from '../../src/app/verify-store.ts';
import type { ComplaintEvent, RecordedEvent } from '../../src/domain/complaint/event.ts';
import { foldCase } from '../../src/domain/complaint/fold-case.ts';
import { REPORT_TABLES } from '../../src/domain/office/office-data.ts';
import { type CaseActor, IMPORT_ACTOR } from '../../src/domain/people/case-actor.ts';
import { reconciledReceived } from '../../src/domain/reports/count-balance.ts';
import { cellsOf, type ReportCell } from '../../src/domain/reports/report-cell.ts';
import type { ReportFact } from '../../src/domain/reports/report-fact.ts';
import { parsePeriod, periodInstants, type ReportPeriod } from '../../src/domain/reports/report-period.ts';
import { appendToCase } from '../../src/features/cases/acts/append-to-case.ts';
import { newCase } from '../../src/features/cases/intake/new-case.ts';
import { insertNewCase } from '../../src/features/cases/intake/save-new-case.store.ts';
import { lockCase, readHistory } from '../../src/features/cases/store/load-case.read.ts';
import { newTicket } from '../../src/features/cases/store/ticket.ts';
import { applyOffice } from '../../src/features/offices/apply-office.ts';
import { loadReferenceCalendar } from '../../src/features/offices/load-reference-calendar.ts';
import { type Office, openOffices } from '../../src/features/offices/office.read.ts';
import { readCells } from '../../src/features/reports/cells.read.ts';
import { countReport } from '../../src/features/reports/count-report.ts';
import { openTestDatabase } from '../../src/platform/database/test-database.ts';
import { withOffice } from '../../src/platform/database/transaction.ts';
import { uuidv7 } from '../../src/platform/ids.ts';
import { newMasterKeyText, openKeyring } from '../../src/platform/keyring.ts';
import { anActor } from '../a-complaint.ts';
import { anOffice } from '../an-office.ts';
import { pickSeeded, WALKERS, walkCase } from '../case-walk.ts';
import { casesKnownAt, type KnownCases, momentTables, stepNumbers } from '../moment-tables.ts';

// Random lives of complaints, each sent through the store act by act, then read back under every filter: what the
// database counts must be what the histories say, at any day and as known on any day (design law 2, rule 36).
const SEED = Number(process.env.TANGGAP_SEED ?? 20_261_122);
const REGISTERS = 16;
const CASES = 60;
const STEPS = 24;
const NOW = Date.parse('2027-12-30T04:00:00.000Z');

const db = await openTestDatabase({ after });
const keyring = openKeyring(newMasterKeyText());
const offices = openOffices(db.app);
await loadReferenceCalendar(db.owner, NOW);
const pick = pickSeeded(SEED);
/** Walks speak of people by short names; the store wants accounts. */
const accounts = new Map(
  WALKERS.flatMap(({ account }) => (account === null ? [] : [[account, uuidv7()] as const])),
);
accounts.set('petugas-1', uuidv7());

type Register = { readonly office: Office; readonly histories: readonly (readonly RecordedEvent[])[] };

async function makeRegister(index: number): Promise<Register> {
  const slug = `contoh-${String.fromCharCode(97 + index)}`;
  await applyOffice(db.owner, { ...anOffice(), slug }, { now: NOW });
  offices.forget();
  const office = await offices.bySlug(slug, NOW);
  assert.ok(office);
  const histories: (readonly RecordedEvent[])[] = [];
  const numbers = new Map<number, number>();
  // The last register stays empty: zero cases are a report too.
  for (let n = 0; index < REGISTERS - 1 && n < CASES; n += 1) {
    const events = n % 10 === 9 ? importedRow() : walkCase(STEPS, pick).events;
    histories.push(await record(office, numbered(events, office, numbers)));
  }
  for (const [year, last] of numbers) {
    await db.owner.query(
      'insert into register_counter (office_id, year, first_no, next_no) values ($1, $2, 1, $3)',
      [office.officeId, year, last + 1],
    );
  }
  return { office, histories };
}

/** A row of an old book, as it comes in at the middle of the year. */
function importedRow(): readonly RecordedEvent[] {
  const [received] = walkCase(0, pick).events;
  assert.ok(received?.event.type === 'received');
  const precision = (['day', 'month'] as const)[pick(2)] ?? 'day';
  const receivedAt = `202${5 + pick(2)}-0${1 + pick(9)}-${precision === 'day' ? 10 + pick(18) : '01'}T00:00:00.000Z`;
  const status = (['closed', 'in-progress', 'received'] as const)[pick(3)] ?? 'closed';
  const row: ComplaintEvent = {
    ...{ type: 'imported-from-register', at: receivedAt, batch: 'b', row: 'r', status, statusWritten: null },
    ...{ narrative: null, remarks: null, outcome: status === 'closed' ? 'not-recorded' : null },
  };
  const old = {
    provenance: 'register-lama',
    precision,
    sop: '',
    sopVersion: 0,
    sopSteps: [],
    due: [],
  } as const;
  const first: ComplaintEvent = { ...received.event, ...old, at: receivedAt, receivedAt, urgent: false };
  const actor = { by: 'import', account: null, role: null } as const;
  const recordedAt = '2026-06-01T02:00:00.000Z';
  return [first, row].map((event, index) => ({ seq: index + 1, recordedAt, actor, event }));
}

/** The walk's own ticket, people and register numbers become this register's. */
function numbered(
  events: readonly RecordedEvent[],
  office: Office,
  numbers: Map<number, number>,
): readonly RecordedEvent[] {
  let text = JSON.stringify(events).replaceAll('CTH-AAAA-BBBB', newTicket(office.ticketPrefix));
  for (const [name, account] of accounts) text = text.replaceAll(`"${name}"`, `"${account}"`);
  const named: readonly RecordedEvent[] = JSON.parse(text);
  return named.map((recorded) => {
    const { event } = recorded;
    if (event.type !== 'registered') return recorded;
    const no = (numbers.get(event.year) ?? 0) + 1;
    numbers.set(event.year, no);
    return { ...recorded, event: { ...event, no, printed: String(no) } };
  });
}

/** Sends a history through the store, one act after the other, and gives it as it then stands there. */
async function record(office: Office, events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  const caseId = uuidv7();
  const keeper = { texts: [], identities: [] };
  for (const act of acts(events)) {
    await withOffice(db.app, office.officeId, async (tx) => {
      if (act.first) {
        const parts = { caseId, events: act.events, actor: act.actor, recordedAt: act.recordedAt, keeper };
        const { record: made } = newCase(keyring, office, { ...parts, secretHash: null, kept: null });
        await insertNewCase(tx, made);
        return;
      }
      const loaded = await lockCase(tx, office.officeId, { caseId });
      assert.ok(loaded);
      await appendToCase(tx, keyring, office, loaded, { ...act, keeper });
    });
  }
  const stored = await readHistory(db.owner, office.officeId, caseId);
  const { rows } = await db.owner.query<{ state: unknown }>(
    'select state from complaint_case where case_id = $1',
    [caseId],
  );
  assert.deepEqual(rows[0]?.state, JSON.parse(JSON.stringify(foldCase(stored))), `seed ${SEED}`);
  return stored;
}

function acts(events: readonly RecordedEvent[]) {
  const made: { first: boolean; actor: CaseActor; recordedAt: string; events: ComplaintEvent[] }[] = [];
  for (const { recordedAt, actor, event } of events) {
    const last = made.at(-1);
    if (last?.recordedAt === recordedAt) last.events.push(event);
    else {
      const acting = actor.by === 'import' ? IMPORT_ACTOR : anActor(actor);
      made.push({ first: made.length === 0, actor: { ...acting, ...actor }, recordedAt, events: [event] });
    }
  }
  return made;
}

/** The facts of a register at a moment, from the histories alone. */
function factsOf(known: KnownCases, at: string): readonly ReportFact[] {
  return known.flatMap(({ timeline }) => {
    const standing = timeline.findLast(({ effectiveFrom }) => effectiveFrom <= at);
    return standing === undefined ? [] : [standing.fact];
  });
}

const PERIODS = [
  '2026',
  '2025',
  '2026-S1',
  '2026-S2',
  '2026-Q1',
  '2026-Q3',
  '2026-01',
  '2026-02',
  '2026-04',
  '2026-12',
  '2027-01',
  '2025-06..2027-02',
];
const AS_OF = [
  null,
  '2026-01-20T03:00:00.000Z',
  '2026-03-01T15:59:59.999Z',
  '2026-06-10T03:00:00.000Z',
  '2026-12-31T16:00:00.000Z',
];

function plain(cells: readonly ReportCell[]): readonly string[] {
  return cells
    .map((cell) => JSON.stringify([cell.cut, cell.kind, cell.imported, cell.keys, cell.count]))
    .sort();
}

async function compare(
  office: Office,
  known: KnownCases,
  period: ReportPeriod,
  asOf: string | null,
): Promise<number> {
  const { end } = periodInstants(period, office.zone);
  const effectiveAt = new Date(Math.min(end - 1, NOW));
  const knownAt = asOf === null ? null : new Date(asOf);
  const at = new Date(Math.min(effectiveAt.getTime(), knownAt?.getTime() ?? NOW)).toISOString();
  const facts = factsOf(known, at).filter(
    ({ receivedOn }) => receivedOn >= period.from && receivedOn <= period.to,
  );
  const now = new Date(NOW);
  const cells = await withOffice(db.app, office.officeId, (tx) =>
    readCells(tx, office.officeId, period, { effectiveAt, knownAt, now }, office.codes).then(
      ({ cells }) => cells,
    ),
  );
  const what = `${office.slug} ${period.text} as of ${asOf}, seed ${SEED}`;
  assert.deepEqual(plain(cells), plain(cellsOf(facts, at)), what);
  const counted = await countReport(db.app, {
    ...{ office, period, asOf: knownAt, now, tables: REPORT_TABLES, withRegister: false },
  });
  const wanted = momentTables(known, office, period, at);
  assert.deepEqual(counted.balance, wanted.balance, what);
  assert.equal(reconciledReceived(wanted.balance.reconciliation), counted.total, what);
  for (const [step, numbers] of Object.entries(stepNumbers(counted.sopSteps))) {
    assert.deepEqual(numbers, wanted.steps[step], `${step} ${what}`);
  }
  const sanctions = counted.tables.find(({ id }) => id === 'sanctions');
  assert.deepEqual(
    sanctions?.rows.map(({ count }) => count),
    [wanted.sanctions.decided, wanted.sanctions.none, wanted.sanctions.pending],
    what,
  );
  const right = facts.filter((fact) => fact.counted);
  assert.equal(counted.total, right.length, what);
  assert.equal(counted.totals.cancelled, facts.filter((fact) => fact.cancelled).length, what);
  assert.equal(counted.totals.protected, right.filter((fact) => fact.protected).length, what);
  assert.equal(
    counted.totals.complainants,
    right.reduce((sum, fact) => sum + fact.complainants, 0),
    what,
  );
  for (const table of counted.tables.filter(({ ofCases }) => ofCases)) {
    assert.equal(table.total, right.length, `${table.id} ${what}`);
  }
  return right.length;
}

test('the tables of random registers equal the histories for every period, at every day and as known at any day', async () => {
  let cases = 0;
  for (let index = 0; index < REGISTERS; index += 1) {
    const { office, histories } = await makeRegister(index);
    for (const asOf of AS_OF) {
      const known = casesKnownAt(histories, office, asOf ?? new Date(NOW).toISOString());
      for (const text of PERIODS) {
        const period = parsePeriod(text);
        assert.ok(period);
        cases += await compare(office, known, period, asOf);
      }
    }
  }
  assert.ok(cases > 1_000, `only ${cases} cases were counted`);
});

test('the store of all these registers holds under verify', async () => {
  // Nothing here was old enough at the beginning of time to be anchored, and these histories carry no texts.
  const verdict = await verifyStore(db.locateOwner, keyring, '/nonexistent', 0);
  assert.deepEqual(
    verdict.findings.filter(({ rule }) => rule !== 'text-missing'),
    [],
  );
});
