import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase, registerCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { foldCase } from '../../../domain/complaint/fold-case.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readCase } from '../case-page/read-case.read.ts';
import { listInbox } from '../lists/list-inbox.read.ts';
import type { Keeper } from '../vault/keeper.ts';
import type { Commands, RunnableOperation } from './decide-operation.ts';
import { runInTransaction, runOperation } from './run-operation.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const MINUTE = 60_000;

const aCase = async (now = MORNING): Promise<string> =>
  (await aStoredCase({ desk, office }, now, staff)).ticket;
const register = (ticket: string, now = MORNING + MINUTE) =>
  registerCase({ desk, office }, { ticket }, now, staff);

test('an act on a version that has passed is refused and says which version stands', async () => {
  const ticket = await aCase();
  await register(ticket);
  const stale = await runOperation(
    desk,
    {
      office,
      ref: { ticket },
      operation: 'forward',
      command: () => ({}),
      actor: staff,
      expectedVersion: 1,
      idempotency: null,
    },
    MORNING + 2 * MINUTE,
  );
  assert.deepEqual(stale, { ok: false, refusal: 'version-conflict', version: 2 });
});

test('the same act with the same key is done once and answered twice', async () => {
  const ticket = await aCase();
  const request = {
    office,
    ref: { ticket },
    operation: 'register' as const,
    command: () => ({}),
    actor: staff,
    expectedVersion: 1,
    idempotency: { key: 'once', body: '{}' },
  };
  const [first, second] = await Promise.all([
    runOperation(desk, request, MORNING + MINUTE),
    runOperation(desk, request, MORNING + MINUTE),
  ]);
  assert.ok(first.ok && second.ok);
  assert.deepEqual(second.answer, first.answer);
  const { rows } = await db.owner.query('select 1 from case_event where case_id = $1', [first.answer.caseId]);
  assert.equal(rows.length, 2);
});

test('a case of nobody, or of another office, is not found', async () => {
  assert.deepEqual(await register('AAA-2222-2222'), { ok: false, refusal: 'case-not-found' });
});

test('fifty registrations at once, some of them aborted, leave numbers without a gap', async () => {
  const tickets = await Promise.all(Array.from({ length: 50 }, () => aCase()));
  const before = await lastNumber();
  const given = await Promise.all(
    tickets.map((ticket, index) => {
      const request = {
        office,
        ref: { ticket },
        operation: 'register' as const,
        command: () => ({}),
        actor: staff,
        expectedVersion: null,
        idempotency: null,
      };
      if (index % 5 !== 0) return runOperation(desk, request, MORNING + MINUTE);
      return withOffice(desk.pool, office.officeId, async (tx) => {
        await runInTransaction(tx, desk, request, MORNING + MINUTE);
        throw new Error('power cut');
      }).catch(() => null);
    }),
  );
  assert.equal(given.filter((one) => one?.ok).length, 40);
  const { rows } = await db.owner.query<{ no: number }>(
    'select no from register_entry where office_id = $1 and no > $2 order by no',
    [office.officeId, before],
  );
  assert.deepEqual(
    rows.map((row) => row.no),
    Array.from({ length: 40 }, (_, index) => before + 1 + index),
  );
  assert.equal(await lastNumber(), before + 40);
});

test('rule 9: under a clock that is years ahead a complaint is taken, but given no number', async () => {
  const ahead = MORNING + 3 * 365 * 86_400_000;
  const ticket = await aCase(ahead);
  const refused = { ok: false, refusal: 'number-of-another-year', year: 2026, expected: 2029 };
  assert.deepEqual(await register(ticket, ahead + MINUTE), refused);
  const counted = await db.owner.query('select year from register_counter where year > 2026');
  assert.deepEqual(counted.rows, []);
});

async function lastNumber(): Promise<number> {
  const { rows } = await db.owner.query<{ last: number }>(
    'select coalesce(max(next_no), 1) - 1 as last from register_counter where office_id = $1 and year = 2026',
    [office.officeId],
  );
  return rows[0]?.last ?? 0;
}

test('a write that fails takes the whole act back and says why', async () => {
  const ticket = await aCase();
  const taken = (await lastNumber()) + 1;
  const sql = `insert into register_entry (office_id, year, no, case_id, printed, given_at)
    select $1, 2026, $2, case_id, 'x', now() from complaint_case where ticket = $3`;
  await db.owner.query(sql, [office.officeId, taken, ticket]);
  await assert.rejects(register(ticket), { code: '23505' });
  await db.owner.query('delete from register_entry where no = $1', [taken]);
  const { rows } = await db.owner.query('select version, register_no from complaint_case where ticket = $1', [
    ticket,
  ]);
  assert.deepEqual(rows, [{ version: 1, register_no: null }]);
  assert.equal(await lastNumber(), taken - 1);
  assert.ok((await register(ticket)).ok);
});

test('a deadlock or a serialisation failure in a write that nobody waits for is tried again', async () => {
  const ticket = await aCase();
  const last = await lastNumber();
  await db.owner.query(`create sequence tries;
    create function fail_twice() returns trigger language plpgsql security definer as $$ begin
      case nextval('public.tries')
        when 1 then raise exception 'x' using errcode = '40P01';
        when 2 then raise exception 'x' using errcode = '40001';
        else return new;
      end case;
    end $$;
    create trigger fail_twice before insert on register_entry for each row execute function fail_twice()`);
  const given = await register(ticket);
  await db.owner.query('drop trigger fail_twice on register_entry');
  assert.ok(given.ok, JSON.stringify(given));
  const { rows: tries } = await db.owner.query('select last_value::int as turns from tries');
  assert.deepEqual(tries, [{ turns: 3 }]);
  const { rows } = await db.owner.query(
    `select c.version, c.register_no, (select count(*)::int from case_event e where e.case_id = c.case_id) as entries
       from complaint_case c where ticket = $1`,
    [ticket],
  );
  assert.deepEqual(rows, [{ version: 2, register_no: last + 1, entries: 2 }]);
});

test('an act on a row that moved on although it was locked leaves nothing', async () => {
  const ticket = await aCase();
  const last = await lastNumber();
  // By hand, between the lock and the saving: in the same transaction, since nobody else gets past the lock.
  await db.owner.query(`create function move_on() returns trigger language plpgsql security definer as $$ begin
      update public.complaint_case set version = version + 7 where ticket = '${ticket}';
      return new;
    end $$;
    create trigger move_on before insert on register_counter for each row execute function move_on()`);
  await assert.rejects(register(ticket), /moved on although it was locked/);
  await db.owner.query('drop trigger move_on on register_counter');
  const { rows } = await db.owner.query(
    `select c.version, c.register_no, (select count(*)::int from case_event e where e.case_id = c.case_id) as entries,
       (select count(*)::int from outbox o where o.case_id = c.case_id) as told,
       (select count(*)::int from register_entry r where r.case_id = c.case_id) as numbers
       from complaint_case c where ticket = $1`,
    [ticket],
  );
  assert.deepEqual(rows, [{ version: 1, register_no: null, entries: 1, told: 1, numbers: 0 }]);
  assert.equal(await lastNumber(), last);
  assert.ok((await register(ticket)).ok);
});

test('a row entered by mistake keeps its number, marked BATAL, and counts nowhere', async () => {
  const ticket = await aCase();
  const given = await register(ticket);
  assert.ok(given.ok);
  const cancelled = await runOperation(
    desk,
    {
      office,
      ref: { ticket },
      operation: 'cancel',
      command: (keep) => ({ reason: keep.text('reason', 'Salah catat.') }),
      actor: staff,
      expectedVersion: null,
      idempotency: null,
    },
    MORNING + 2 * MINUTE,
  );
  assert.ok(cancelled.ok);
  const { rows } = await db.owner.query(
    `select e.cancelled_at is not null as batal, f.counted, f.cancelled, c.is_open
       from register_entry e join report_fact f using (office_id, case_id) join complaint_case c using (office_id, case_id)
      where e.case_id = $1`,
    [given.answer.caseId],
  );
  assert.deepEqual(rows, [{ batal: true, counted: false, cancelled: true, is_open: false }]);
});

test('the whole way from receipt to filing leaves a current row that is the fold of its history', async () => {
  const ticket = await aCase();
  let now = MORNING;
  async function act<O extends RunnableOperation>(operation: O, command: (keep: Keeper) => Commands[O]) {
    now += 10 * MINUTE;
    const plain = { office, ref: { ticket }, actor: staff, expectedVersion: null, idempotency: null };
    const result = await runOperation(desk, { ...plain, operation, command }, now);
    assert.ok(result.ok, `${operation}: ${JSON.stringify(result)}`);
    return result.answer;
  }
  await act('register', () => ({}));
  await act('forward', () => ({}));
  await act('dispose', () => ({ unit: office.data.units[0]?.key ?? '' }));
  await act('submit-answer', (keep) => ({ text: keep.text('draft-answer', 'Kartu sudah dicetak.') }));
  await act('answer', (keep) => ({
    text: keep.text('answer', 'Kartu sudah dicetak dan dapat diambil.'),
    way: 'channel',
    channel: 'telepon',
  }));
  await act('close', () => ({ outcome: 'resolved' }));
  const last = await act('file', () => ({}));
  const reading = await readCase(desk, office, { ticket }, staff, now);
  assert.ok(reading);
  assert.deepEqual(reading.state, JSON.parse(JSON.stringify(foldCase(reading.timeline))));
  assert.equal(last.status, 'filed');
  const { lines } = await listInbox(db.app, office, staff, { filter: {}, cursor: null, limit: 200 });
  assert.ok(!lines.some((line) => line.ticket === ticket));
});

test('a number belongs to the year of the registration day in the zone of the office', async () => {
  // 31 December 2026, 17.00 UTC is already 1 January 2027 in WITA.
  const ticket = await aCase(Date.parse('2026-12-31T15:00:00.000Z'));
  const given = await register(ticket, Date.parse('2026-12-31T17:00:00.000Z'));
  assert.ok(given.ok, JSON.stringify(given));
  const { rows } = await db.owner.query('select year, no from register_entry where case_id = $1', [
    given.answer.caseId,
  ]);
  assert.deepEqual(rows, [{ year: 2027, no: 1 }]);
});

test('rule 9: a number that a clock gave in the year to come does not stop the book of this one, nor that of the next', async () => {
  const book = { desk, office };
  const yearOf = async (ticket: string, now: number) => {
    const result = await registerCase(book, { ticket }, now, staff);
    return result.ok ? 'given' : result;
  };
  const DAY = 1440 * MINUTE;
  const ahead = MORNING + 365 * DAY;
  assert.equal(await yearOf(await aCase(), MORNING + MINUTE), 'given');
  assert.equal(await yearOf(await aCase(ahead), ahead), 'given');
  assert.equal(await yearOf(await aCase(), MORNING + 2 * MINUTE), 'given', 'the clock was set right');
  const nextYear = MORNING + 310 * DAY;
  assert.equal(await yearOf(await aCase(nextYear), nextYear), 'given', 'and the year has come');
  const back = MORNING - 30 * DAY;
  assert.deepEqual(await yearOf(await aCase(back), back), {
    ok: false,
    refusal: 'number-of-another-year',
    year: 2027,
    expected: 2026,
  });
});
