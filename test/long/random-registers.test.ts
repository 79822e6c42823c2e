import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { verifyStore } from '../../src/app/verify-store.ts';
import type { ComplaintEvent, RecordedEvent } from '../../src/domain/complaint/event.ts';
import { foldCase } from '../../src/domain/complaint/fold-case.ts';
import { REPORT_TABLES } from '../../src/domain/office/office-data.ts';
import { type CaseActor, IMPORT_ACTOR } from '../../src/domain/people/case-actor.ts';
import { reconciledReceived } from '../../src/domain/reports/count-balance.ts';
import type { ReportCell } from '../../src/domain/reports/report-cell.ts';
import type { ReportFact } from '../../src/domain/reports/report-fact.ts';
import { parsePeriod, periodInstants, type ReportPeriod } from '../../src/domain/reports/report-period.ts';
import { AXIS_TABLES, tableShape } from '../../src/domain/reports/table-shapes.ts';
import { appendToCase } from '../../src/features/cases/acts/append-to-case.ts';
import { newCase } from '../../src/features/cases/intake/new-case.ts';
import { insertNewCase } from '../../src/features/cases/intake/save-new-case.store.ts';
import { findCase, lockCase } from '../../src/features/cases/store/load-case.read.ts';
import { readHistory } from '../../src/features/cases/store/read-history.read.ts';
import { newTicket } from '../../src/features/cases/store/ticket.ts';
import { applyOffice } from '../../src/features/offices/apply-office.ts';
import { loadReferenceCalendar } from '../../src/features/offices/load-reference-calendar.ts';
import { type Office, openOffices } from '../../src/features/offices/office.read.ts';
import { readCells } from '../../src/features/reports/cells.read.ts';
import { countReport } from '../../src/features/reports/count-report.ts';
import { withOffice } from '../../src/platform/database/transaction.ts';
import { uuidv7 } from '../../src/platform/ids.ts';
import { newMasterKeyText, openKeyring } from '../../src/platform/keyring.ts';
import { anActor } from '../a-complaint.ts';
import { anOffice } from '../an-office.ts';
import { pickSeeded, WALKERS } from '../case-walk.ts';
import { cellsOf } from '../cells-of.ts';
import { casesKnownAt, type KnownCases, momentTables, stepNumbers } from '../moment-tables.ts';
import { naiveRows } from '../naive-recount.ts';
import { marginsOf, naiveRecount, naiveTable } from '../naive-tables.ts';
import { actingIn } from '../office-desk.ts';
import { type Occurrence, occurrences, type RegisterPlan, walkRegister } from '../register-walk.ts';
import { openTestDatabase } from '../test-database.ts';

// Random lives of complaints, each sent through the store act by act, then read back under every filter: what the
// database counts must be what the histories say, at any day and as known on any day (design law 2, rule 36).
const SEED = Number(process.env.TANGGAP_SEED ?? 20_261_122);
const MANY: RegisterPlan = { cases: 60, steps: 24 };
/** Lives of a year and a half, of several hundred steps: opened again, joined and parted, corrected, investigated. */
const LONG: RegisterPlan = { cases: 10, steps: 300, long: true };
/** Zero cases are a report too. */
const NONE: RegisterPlan = { cases: 0, steps: 0 };
const REGISTERS: readonly RegisterPlan[] = [...Array.from({ length: 5 }, () => MANY), LONG, NONE];
const NOW = Date.parse('2027-12-30T04:00:00.000Z');

const db = await openTestDatabase({ after });
const keyring = openKeyring(newMasterKeyText());
const offices = openOffices(db.app, keyring);
await loadReferenceCalendar(db.owner, NOW);
const pick = pickSeeded(SEED);
/** Walks speak of people by short names; the store wants accounts. */
const accounts = new Map(
  WALKERS.flatMap(({ account }) => (account === null ? [] : [[account, uuidv7()] as const])),
);
accounts.set('petugas-1', uuidv7());

type Histories = readonly (readonly RecordedEvent[])[];
type Register = { readonly office: Office; readonly histories: Histories };

async function makeRegister(index: number, plan: RegisterPlan): Promise<Register> {
  const slug = `contoh-${String.fromCharCode(97 + index)}`;
  await applyOffice(db.owner, { ...anOffice(), slug }, actingIn({ keyring }, NOW));
  offices.forget();
  const office = await offices.bySlug(slug, NOW);
  assert.ok(office);
  const { lives, numbers } = numbered(ofOffice(walkRegister(plan, pick), office));
  for (const [year, last] of numbers) {
    await db.owner.query(
      'insert into register_counter (office_id, year, first_no, next_no) values ($1, $2, 1, $3)',
      [office.officeId, year, last + 1],
    );
  }
  return { office, histories: await record(office, lives) };
}

type Named = { readonly caseId: string; readonly events: readonly RecordedEvent[] };

/** The walks' own names of cases, people and tickets become this register's. */
function ofOffice(
  lives: readonly { readonly events: readonly RecordedEvent[] }[],
  office: Office,
): readonly Named[] {
  const names = new Map(accounts);
  for (const index of lives.keys()) names.set(`kasus-${index + 1}`, uuidv7());
  return lives.map(({ events }, index) => {
    let text = JSON.stringify(events).replaceAll('CTH-AAAA-BBBB', newTicket(office.ticketPrefix));
    for (const [name, id] of names) text = text.replaceAll(`"${name}"`, `"${id}"`);
    return { caseId: names.get(`kasus-${index + 1}`) ?? '', events: JSON.parse(text) };
  });
}

/** The register's numbers of each year, in the order in which they were given. */
function numbered(lives: readonly Named[]): {
  readonly lives: readonly Named[];
  readonly numbers: ReadonlyMap<number, number>;
} {
  const numbers = new Map<number, number>();
  const given = new Map<RecordedEvent, RecordedEvent>();
  for (const recorded of lives.flatMap(({ events }) => events).toSorted(byTime)) {
    const { event } = recorded;
    if (event.type !== 'registered') continue;
    const no = (numbers.get(event.year) ?? 0) + 1;
    numbers.set(event.year, no);
    given.set(recorded, { ...recorded, event: { ...event, no, printed: String(no) } });
  }
  return {
    numbers,
    lives: lives.map((life) => ({ ...life, events: life.events.map((one) => given.get(one) ?? one) })),
  };
}

function byTime(a: { readonly recordedAt: string }, b: { readonly recordedAt: string }): number {
  return a.recordedAt < b.recordedAt ? -1 : Number(a.recordedAt > b.recordedAt);
}

/** Sends histories through the store, act after act in the order of time, and gives them as they then stand there. */
async function record(office: Office, lives: readonly Named[]): Promise<Histories> {
  const keeper = { texts: [], identities: [] };
  const all = lives.flatMap(({ caseId, events }) => acts(events).map((act) => ({ caseId, ...act })));
  for (const { caseId, ...act } of all.toSorted(byTime)) {
    await withOffice(db.app, office.officeId, async (tx) => {
      if (act.first) {
        const parts = { caseId, events: act.events, actor: act.actor, recordedAt: act.recordedAt, keeper };
        const { record: made } = newCase(keyring, office, { ...parts, secretHash: null, kept: null });
        await insertNewCase(tx, made);
        return;
      }
      const loaded = await lockCase(tx, keyring, office.officeId, { caseId });
      assert.ok(loaded);
      await appendToCase(tx, keyring, office, loaded, { ...act, keeper });
    });
  }
  return Promise.all(lives.map(({ caseId }) => asItStands(office, caseId)));
}

async function asItStands(office: Office, caseId: string): Promise<readonly RecordedEvent[]> {
  const found = await findCase(db.owner, keyring, office.officeId, { caseId });
  assert.ok(found !== null);
  const stored = await readHistory(db.owner, keyring, office.officeId, found);
  assert.deepEqual(found.head.state, JSON.parse(JSON.stringify(foldCase(stored))), `seed ${SEED}`);
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
    readCells(tx, office, period, { effectiveAt, knownAt, now }, { steps: false, numbers: false }).then(
      ({ cells }) => cells,
    ),
  );
  const what = `${office.slug} ${period.text} as of ${asOf}, seed ${SEED}`;
  assert.deepEqual(plain(cells), plain(cellsOf(facts, at)), what);
  assert.deepEqual(
    marginsOf(cells),
    naiveRecount(
      known.map(({ events }) => events),
      period,
      at,
    ),
    what,
  );
  const counted = await countReport(db.app, {
    ...{ office, period, asOf: knownAt, now, tables: REPORT_TABLES, register: keyring, twice: true },
  });
  const wanted = momentTables(known, office, period, at);
  assert.deepEqual(counted.balance, wanted.balance, what);
  assert.equal(counted.second?.total, counted.total, what);
  assert.equal(counted.second.formerClosing, wanted.balance.opening, what);
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
  const batal = facts.filter((fact) => fact.cancelled && fact.registeredOn !== null).length;
  assert.equal(counted.totals.cancelled, batal, what);
  assert.equal(counted.balance?.reconciliation.cancelled, batal, what);
  assert.equal(counted.registerRows.filter(({ cancelled }) => cancelled).length, batal, what);
  assert.equal(counted.registerRows.length, right.length + batal, what);
  assert.equal(counted.totals.protected, right.filter((fact) => fact.protected).length, what);
  assert.equal(
    counted.totals.complainants,
    right.reduce((sum, fact) => sum + fact.complainants, 0),
    what,
  );
  const rows = naiveRows(
    known.map(({ events }) => events),
    period,
    at,
  );
  for (const id of AXIS_TABLES) {
    const { axis, undetermined } = tableShape(id, office.data, period);
    const table = counted.tables.find((one) => one.id === id);
    const held = table?.rows.filter(({ count }) => count > 0) ?? [];
    assert.deepEqual(
      Object.fromEntries(held.map(({ key, count, imported }) => [key, [count, imported]])),
      naiveTable(rows, axis, undetermined.key),
      `${id} ${what}`,
    );
    assert.equal(table?.total, rows.length, `${id} ${what}`);
  }
  return right.length;
}

test('the tables of random registers equal the histories for every period, at every day and as known at any day', async () => {
  let cases = 0;
  const met = new Map<Occurrence, number>();
  for (const [index, plan] of REGISTERS.entries()) {
    const { office, histories } = await makeRegister(index, plan);
    for (const [one, often] of occurrences(histories.map((events) => ({ events }))))
      met.set(one, (met.get(one) ?? 0) + often);
    if (plan.long) requireLongLives(histories);
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
  for (const [one, often] of met) assert.ok(often > 0, `nothing was ${one}, seed ${SEED}`);
});

/** Whether the long lives really were long, and met what they are there for. */
function requireLongLives(histories: Histories): void {
  assert.ok(Math.max(...histories.map((events) => events.length)) > 120, `seed ${SEED}`);
  const met = new Set(histories.flat().map(({ event }) => event.type));
  for (const type of [
    'reopened',
    'merged',
    'unmerged',
    'corrected',
    'handed-over',
    'investigation-assigned',
  ] as const) {
    assert.ok(met.has(type), `no life was ${type}, seed ${SEED}`);
  }
}

test('the store of all these registers holds under verify', async () => {
  // Nothing here was old enough at the beginning of time to be anchored, and these histories carry no texts.
  const verdict = await verifyStore(db.locateOwner, keyring, '/nonexistent', 0);
  assert.deepEqual(
    verdict.findings.filter(({ rule }) => rule !== 'text-missing'),
    [],
  );
});
