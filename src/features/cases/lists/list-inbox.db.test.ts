import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { promiseKey } from '../../../../test/cells-of.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { factTimeline } from '../../../domain/reports/fact-timeline.ts';
import { runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { countInbox, listInbox } from './list-inbox.read.ts';
import type { ListPlace } from './list-place.ts';
import { countFound, searchCases } from './search-cases.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const coordinator = aStaffActor();
const [first, second] = office.data.units;
const HOUR = 3_600_000;

async function take(
  text: string,
  now: number,
  more: { protected?: boolean; unit?: string | undefined } = {},
) {
  const taken = await intakeComplaint(
    desk,
    {
      office,
      actor: coordinator,
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', text),
        protected: more.protected ?? false,
      }),
      idempotency: null,
    },
    now,
  );
  if (!taken.ok) throw new Error(taken.refusal);
  const { ticket } = taken.answer;
  const { unit } = more;
  if (unit !== undefined) {
    const given = { office, ref: { ticket }, actor: coordinator, expectedVersion: null, idempotency: null };
    const done = await runOperation(
      desk,
      { ...given, operation: 'dispose', command: () => ({ unit }) },
      now + 60_000,
    );
    if (!done.ok) throw new Error(done.refusal);
  }
  return ticket;
}

before(async () => {
  for (let i = 0; i < 25; i++)
    await take(`Bantuan nomor ${i} belum cair.`, MORNING + i * HOUR, { unit: first?.key });
  for (let i = 0; i < 5; i++)
    await take('Rumah rusak oleh banjir.', MORNING + i * HOUR, { unit: second?.key });
  await take('Kekerasan pada anak.', MORNING, { protected: true, unit: first?.key });
});

test('the pages of the inbox hold every open case once, the nearest limit first', async () => {
  const seen: string[] = [];
  const dates: string[] = [];
  let cursor: ListPlace | null = null;
  do {
    const page = await listInbox(db.app, office, coordinator, { filter: {}, cursor, limit: 7 });
    seen.push(...page.lines.map((line) => line.ticket));
    dates.push(...page.lines.map((line) => line.dueAt ?? 'z'));
    cursor = page.next;
  } while (cursor !== null);
  assert.equal(seen.length, 31);
  assert.equal(new Set(seen).size, 31);
  assert.deepEqual(dates, [...dates].sort());
});

test('filters by unit and status are exact, and an unknown unit finds nothing', async () => {
  const of = async (filter: Parameters<typeof listInbox>[3]['filter']) =>
    (await listInbox(db.app, office, coordinator, { filter, cursor: null, limit: 200 })).lines.length;
  assert.equal(await of({ unit: second?.key ?? '' }), 5);
  assert.equal(await of({ unit: first?.key ?? '', status: 'disposed' }), 26);
  assert.equal(await of({ status: 'received' }), 0);
  assert.equal(await of({ unit: 'bidang-khayal' }), 0);
});

test('the count of the inbox is what its pages hold under the same filter', async () => {
  for (const filter of [{}, { unit: second?.key ?? '' }, { status: 'received' as const }]) {
    const { lines } = await listInbox(db.app, office, coordinator, { filter, cursor: null, limit: 200 });
    assert.deepEqual(await countInbox(db.app, office, coordinator, filter), {
      count: lines.length,
      more: false,
    });
  }
});

test('a protected case is listed for its own unit and for those who dispose, and for nobody else', async () => {
  const may = new Set(['case/read-open', 'case/read-protected'] as const);
  const own = aStaffActor({ may, units: [first?.key ?? ''] });
  const foreign = aStaffActor({ may, units: [second?.key ?? ''] });
  const open = aStaffActor({ may: new Set(['case/read-open'] as const), units: [first?.key ?? ''] });
  const search = { q: 'kekerasan', cursor: null, limit: 10 };
  for (const [actor, count] of [
    [coordinator, 1],
    [own, 1],
    [foreign, 0],
    [open, 0],
  ] as const) {
    const listed = await listInbox(db.app, office, actor, { filter: {}, cursor: null, limit: 200 });
    assert.equal(listed.lines.filter((line) => line.protected).length, count);
    const found = await searchCases(db.app, office, actor, search);
    assert.equal(found.lines.length, count);
    const ticket = (await searchCases(db.app, office, coordinator, search)).lines[0]?.ticket ?? '';
    assert.equal((await readCase(desk, office, { ticket }, actor, MORNING)) !== null, count === 1);
  }
});

test('reading a protected case is written down each time', async () => {
  const ticket = (await searchCases(db.app, office, coordinator, { q: 'kekerasan', cursor: null, limit: 1 }))
    .lines[0]?.ticket;
  const count = async () =>
    (await db.owner.query(`select 1 from access_log where action = 'case-read'`)).rows.length;
  const before_ = await count();
  await readCase(desk, office, { ticket: ticket ?? '' }, coordinator, MORNING);
  await readCase(desk, office, { ticket: ticket ?? '' }, coordinator, MORNING);
  assert.equal(await count(), before_ + 2);
});

test('search wants every word, gives the newest first, pages without repeating, and counts', async () => {
  const search = { q: 'bantuan cair', limit: 10 };
  const seen: string[] = [];
  let cursor: ListPlace | null = null;
  do {
    const page = await searchCases(db.app, office, coordinator, { ...search, cursor });
    seen.push(...page.lines.map((line) => line.receivedAt));
    cursor = page.next;
  } while (cursor !== null);
  assert.equal(seen.length, 25);
  assert.deepEqual(seen, [...seen].sort().reverse());
  assert.deepEqual(await countFound(db.app, office, coordinator, search), { count: 25, more: false });
  const none = await searchCases(db.app, office, coordinator, {
    q: 'bantuan banjir',
    cursor: null,
    limit: 10,
  });
  assert.deepEqual(none.lines, []);
  const inUnit = { q: 'rumah', unit: first?.key ?? '', cursor: null, limit: 10 };
  assert.deepEqual((await searchCases(db.app, office, coordinator, inUnit)).lines, []);
});

test('a ticket and a register number find their case', async () => {
  const ticket = await take('Kartu patah.', MORNING);
  const given = { office, ref: { ticket }, actor: coordinator, expectedVersion: null, idempotency: null };
  const registered = await runOperation(
    desk,
    { ...given, operation: 'register', command: () => ({}) },
    MORNING + HOUR,
  );
  assert.ok(registered.ok);
  for (const q of [ticket.toLowerCase(), registered.answer.registerNumber ?? '', '1']) {
    const { lines } = await searchCases(db.app, office, coordinator, { q, cursor: null, limit: 10 });
    assert.deepEqual(
      lines.map((line) => line.ticket),
      [ticket],
      q,
    );
  }
});

test('a restricted case is listed, found and read by the people named for it and by who decided, and by nobody else', async () => {
  const ticket = await take('Penyalahgunaan bansos.', MORNING);
  const [reviewer, reader, outsider] = [aStaffActor(), aStaffActor(), aStaffActor()];
  const given = { office, ref: { ticket }, expectedVersion: null, idempotency: null };
  const named = (actor: { account: string | null }) => actor.account ?? '';
  const started = await runOperation(
    desk,
    {
      ...given,
      actor: coordinator,
      operation: 'review/start',
      command: () => ({ reviewers: [named(reviewer)] }),
    },
    MORNING + HOUR,
  );
  const recommended = await runOperation(
    desk,
    {
      ...given,
      actor: reviewer,
      operation: 'review/recommend',
      command: (keep) => ({ recommendation: 'audit', text: keep.text('review', 'Ada bukti awal.') }),
    },
    MORNING + 2 * HOUR,
  );
  const decided = await runOperation(
    desk,
    {
      ...given,
      actor: coordinator,
      operation: 'review/decide',
      command: () => ({ decision: 'audit', readers: [named(reader)] }),
    },
    MORNING + 3 * HOUR,
  );
  assert.ok(started.ok && recommended.ok && decided.ok, JSON.stringify([started, recommended, decided]));
  for (const [actor, sees] of [
    [reviewer, true],
    [reader, true],
    [outsider, false],
    [coordinator, true],
  ] as const) {
    const listed = await listInbox(db.app, office, actor, { filter: {}, cursor: null, limit: 200 });
    assert.equal(
      listed.lines.some((line) => line.ticket === ticket),
      sees,
    );
    const found = await searchCases(db.app, office, actor, { q: 'penyalahgunaan', cursor: null, limit: 10 });
    assert.equal(found.lines.length, sees ? 1 : 0);
    assert.equal((await readCase(desk, office, { ticket }, actor, MORNING)) !== null, sees);
  }
});

test('rule 11: a case whose receipt is corrected stands in the search where its receipt now is', async () => {
  const first = await take('Kursi roda rusak.', MORNING + 50 * HOUR);
  const later = await take('Kursi roda hilang.', MORNING + 51 * HOUR);
  const corrected = await runOperation(
    desk,
    {
      ...{ office, ref: { ticket: later }, actor: coordinator, expectedVersion: null, idempotency: null },
      operation: 'correct',
      command: (keep) => ({
        changes: { receivedAt: new Date(MORNING + 49 * HOUR).toISOString() },
        reason: keep.text('reason', 'Salah jam.'),
      }),
    },
    MORNING + 52 * HOUR,
  );
  assert.ok(corrected.ok, JSON.stringify(corrected));
  const { lines } = await searchCases(db.app, office, coordinator, { q: 'kursi', cursor: null, limit: 10 });
  assert.deepEqual(
    lines.map(({ ticket }) => ticket),
    [first, later],
  );
});

test('rules 13, 15: a case whose class changed is as late in the inbox as in the report, whichever way it changed', async () => {
  // Three working days end on 9 April, seven on 15 April.
  const now = MORNING + 7 * 24 * HOUR;
  for (const [before_, after_, promise] of [
    ['light', 'moderate', 'late'],
    ['moderate', 'light', 'not-yet-due'],
  ] as const) {
    const ticket = await take('Kelas berubah.', MORNING);
    const given = { office, ref: { ticket }, actor: coordinator, expectedVersion: null, idempotency: null };
    for (const [hours, severity] of [before_, after_].entries()) {
      const classified = await runOperation(
        desk,
        { ...given, operation: 'classify', command: () => ({ severity }) },
        MORNING + (hours + 1) * HOUR,
      );
      assert.ok(classified.ok, JSON.stringify(classified));
    }
    const reading = await readCase(desk, office, { ticket }, coordinator, now);
    const fact = factTimeline(reading?.timeline ?? [], office.calendar).at(-1)?.fact;
    assert.ok(fact);
    assert.equal(promiseKey(fact, new Date(now).toISOString()), promise);
    const { lines } = await listInbox(db.app, office, coordinator, { filter: {}, cursor: null, limit: 200 });
    const dueAt = lines.find((line) => line.ticket === ticket)?.dueAt ?? null;
    assert.equal(dueAt, fact.dueAt);
    assert.equal(dueAt !== null && Date.parse(dueAt) < now, promise === 'late');
  }
});

test('the count of the inbox is exact up to 1,000, and above that says only that there are more', async () => {
  const everybody = aStaffActor();
  const there = await countInbox(db.app, office, everybody, {});
  const add = (first: number, last: number) =>
    db.owner.query(
      `insert into complaint_case
       select (jsonb_populate_record(c, jsonb_build_object(
         'case_id', gen_random_uuid(), 'ticket', 'UJI-' || n))).*
       from complaint_case c, generate_series($1::int, $2::int) n
       where c.case_id = (select case_id from complaint_case where is_open and register_no is null limit 1)`,
      [first, last],
    );
  await add(1, 1_000 - there.count);
  assert.deepEqual(await countInbox(db.app, office, everybody, {}), { count: 1_000, more: false });
  await add(1_001, 1_001);
  assert.deepEqual(await countInbox(db.app, office, everybody, {}), { count: 1_000, more: true });
});
