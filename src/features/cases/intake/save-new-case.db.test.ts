import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Pool } from 'pg';
import { MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { decideIntake } from '../../../domain/complaint/decide-intake.ts';
import { PUBLIC_ACTOR } from '../../../domain/people/case-actor.ts';
import { openPool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { contextOf } from '../doors/case-desk.ts';
import { keptRequest, sealAnswer } from '../doors/kept-answer.ts';
import { newTicket } from '../store/ticket.ts';
import { openKeeper } from '../vault/keeper.ts';
import { newCase } from './new-case.ts';
import { insertNewCase, type NewCase } from './save-new-case.store.ts';
import { saveNewCase } from './save-new-case.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const MATTER = 'Kata "kutip", garis \\ miring, ₫ dan 🙂\nbaris kedua.';

function aCase({ ticket = newTicket(office.ticketPrefix), key = uuidv7() } = {}): NewCase {
  const caseId = uuidv7();
  const keeper = openKeeper(desk.keyring, { officeId: office.officeId, caseId }, uuidv7);
  const context = contextOf(office, PUBLIC_ACTOR, MORNING);
  const decided = decideIntake(
    { ticket, kind: 'pengaduan', channel: 'website', matter: keeper.text('matter', MATTER) },
    context,
  );
  assert.ok(decided.ok);
  const kept = keptRequest(desk.keyring, 'intake', key, 'a');
  return newCase(desk.keyring, office, {
    ...{ caseId, events: decided.events, actor: PUBLIC_ACTOR, recordedAt: context.now, keeper },
    ...{ secretHash: null, kept: { ...kept, sealed: sealAnswer(desk.keyring, kept.keyHash, {}) } },
  }).record;
}

/** The pool of the application, and how many statements went through it. */
function countedPool(): { readonly pool: Pool; readonly sent: () => number } {
  let sent = 0;
  const query = (text: string, values: unknown[]) => {
    sent += 1;
    return db.app.query(text, values);
  };
  return { pool: Object.create(db.app, { query: { value: query } }), sent: () => sent };
}

/** How many of the case's rows stand in each table that an intake writes. */
async function rowsOf(one: NewCase): Promise<readonly number[]> {
  const tables = ['complaint_case', 'case_event', 'case_text', 'case_search', 'report_fact', 'outbox'];
  const counts = tables.map((table) => `(select count(*)::int from ${table} where case_id = $1)`);
  const { rows } = await db.owner.query<{ counts: number[] }>(
    `select array[${counts.join(', ')}] as counts`,
    [one.caseId],
  );
  return rows[0]?.counts ?? [];
}

const WHOLE = [1, 1, 1, 1, 1, 1];
const NOTHING = [0, 0, 0, 0, 0, 0];

test('complaints that come in at the same moment share one statement, and each leaves its very texts', async () => {
  // The first of a process asks for the columns of its tables.
  await insertNewCase(db.app, aCase());
  const { pool, sent } = countedPool();
  const cases = Array.from({ length: 8 }, () => aCase());
  assert.deepEqual(
    await Promise.all(cases.map((one) => saveNewCase(pool, one))),
    cases.map(() => true),
  );
  assert.equal(sent(), 1);
  for (const one of cases) {
    const { rows } = await db.owner.query<Record<string, unknown>>(
      `select e.body, t.body as matter, c.state::text from case_event e
         join case_text t using (case_id) join complaint_case c using (case_id) where case_id = $1`,
      [one.caseId],
    );
    assert.deepEqual(rows, [{ body: one.entries[0]?.body, matter: MATTER, state: one.row.at(-1) }]);
  }
});

test('one whose ticket is taken does not take the others with it', async () => {
  const { pool } = countedPool();
  const [taken, good, other] = [aCase(), aCase(), aCase()];
  assert.equal(await saveNewCase(pool, taken), true);
  const bad = aCase({ ticket: String(taken.row[0]) });
  const results = await Promise.allSettled([good, bad, other].map((one) => saveNewCase(pool, one)));
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.equal(results[1]?.status === 'rejected' && results[1].reason.code, '23505');
  assert.deepEqual(await Promise.all([good, bad, other].map(rowsOf)), [WHOLE, NOTHING, WHOLE]);
});

test('law 1: of a key that another has nothing is written, and the others of the statement are', async () => {
  const { pool, sent } = countedPool();
  assert.equal(await saveNewCase(pool, aCase({ key: 'taken' })), true);
  const [good, repeat, other] = [aCase(), aCase({ key: 'taken' }), aCase()];
  const saved = await Promise.all([good, repeat, other].map((one) => saveNewCase(pool, one)));
  assert.deepEqual(saved, [true, false, true]);
  assert.equal(sent(), 2);
  assert.deepEqual(await Promise.all([good, repeat, other].map(rowsOf)), [WHOLE, NOTHING, WHOLE]);
});

test('law 1: twins of one statement become one case, and who came with them stays', async () => {
  const { pool } = countedPool();
  const [twin, other, good] = [aCase({ key: 'twins' }), aCase({ key: 'twins' }), aCase()];
  const saved = await Promise.all([twin, other, good].map((one) => saveNewCase(pool, one)));
  assert.equal(saved.filter(Boolean).length, 2);
  assert.equal(saved[2], true);
  assert.deepEqual(await rowsOf(saved[0] ? other : twin), NOTHING);
});

test('one that waits for a lock too long does not hold up the office: those who came with it are saved', async () => {
  const limits = { statement: 5_000, lock: 50, idleInTransaction: 5_000 };
  const pool = openPool(db.locateApp, { pipeline: true, limits });
  const [stuck, good] = [aCase({ key: 'held' }), aCase()];
  await inTransaction(db.owner, async (tx) => {
    await insertNewCase(tx, aCase({ key: 'held' }));
    const [first, second] = await Promise.allSettled([stuck, good].map((one) => saveNewCase(pool, one)));
    assert.equal(first?.status === 'rejected' && first.reason.code, '55P03');
    assert.equal(second?.status === 'fulfilled' && second.value, true);
  });
  await pool.end();
  assert.deepEqual(await Promise.all([stuck, good].map(rowsOf)), [NOTHING, WHOLE]);
});

test('a connection that breaks is told to all: nobody knows whether the statement was committed', async () => {
  let sent = 0;
  const query = () => {
    sent += 1;
    return Promise.reject(Object.assign(new Error('Connection terminated'), { code: '57P01' }));
  };
  const pool: Pool = Object.create(db.app, { query: { value: query } });
  const results = await Promise.allSettled([aCase(), aCase()].map((one) => saveNewCase(pool, one)));
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(sent, 1);
});
