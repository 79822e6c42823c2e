import { availableParallelism } from 'node:os';
import type { Client } from 'pg';
import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import { anchorChains } from '../../features/cases/history/anchor-chains.ts';
import { readReferenceCalendar } from '../../features/offices/calendar.store.ts';
import { type Office, officeCalendar } from '../../features/offices/office.read.ts';
import type { CodeAxis } from '../../features/offices/office-codes.ts';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import { connectOnce } from '../../platform/database/pool.ts';
import { Fault } from '../../platform/errors.ts';
import { openThread, type ThreadHeap } from '../../platform/open-thread.ts';
import type { System } from '../open-system.ts';
import { copyInto } from './copy-into.ts';
import type { SeedChunk } from './seed-chunk.ts';
import { dropIndexes, makeIndexes } from './seed-indexes.ts';
import type { SeedJob, SeedTask } from './seed-job.ts';
import { type PlannedDay, planDays, type SeedOrder } from './seed-plan.ts';
import { SEED_TABLE_NAMES, SEED_TABLES, type SeedTable } from './seed-tables.ts';

export type SeedProgress = (step: 'cases' | 'indexes' | 'statistics', done: number) => void;
export type SeedResult = { readonly cases: number; readonly seconds: number };

/** Rows are sent in pieces of about this many cases: large enough for COPY, small enough for the memory. */
const CASES_A_CHUNK = 500;
/** Chunks that wait for the database, a thread. */
const AHEAD = 2;
/** The rows themselves lie outside of it. */
const THREAD_HEAP: ThreadHeap = { young: 16, old: 96 };
/** From here on, indexes are made after the rows. */
const MANY = 20_000;

/**
 * Fills the register of an office that has no case yet, as the owner and in one transaction: either the whole
 * register is there afterwards, or nothing of it. Its chains are anchored. Throws Fault 'register-not-empty'.
 */
export async function seedRegister(
  system: Pick<System, 'config' | 'database' | 'keyring'>,
  office: Office,
  order: SeedOrder,
  progress: SeedProgress = () => undefined,
): Promise<SeedResult> {
  const started = performance.now();
  const { owner, locateOwner } = system.database;
  const reference = await readReferenceCalendar(owner);
  const calendar = officeCalendar(office.data, reference, order.until);
  const days = planDays(order, calendar, office.data.numbers);
  const { rows: codes } = await owner.query<{ axis: CodeAxis; code: number; key: string }>(
    'select axis, code, key from office_code where office_id = $1',
    [office.officeId],
  );
  const { officeId, ticketPrefix, version, data, sopEditions } = office;
  const keys = { dataFolder: system.config.dataFolder, masterKey: system.config.masterKey };
  const job: SeedJob = { order, officeId, ticketPrefix, version, data, sopEditions, codes, reference, keys };

  const client = await connectOnce(locateOwner, 'tanggap-seed');
  try {
    await client.query('begin');
    // No page of a commit that is still on its way to the disk is marked as visible to all.
    await client.query('set local synchronous_commit = on');
    await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK]);
    await requireEmpty(client, office);
    const indexes = order.complaints >= MANY ? await dropIndexes(client) : [];
    const registered = await writeDays(client, job, days, (cases) => progress('cases', cases));
    await setCounters(client, officeId, days, registered);
    progress('indexes', 0);
    await makeIndexes(client, indexes, (done) => progress('indexes', done));
    await client.query('commit');
    progress('statistics', 0);
    await Promise.all([
      anchorChains(owner, system.keyring, system.config.anchorFolder, Date.now()),
      // Also marks pages as visible to all, without which no index answers alone.
      client.query(`vacuum (analyze) ${SEED_TABLE_NAMES.filter((name) => name !== WAITING).join(', ')}`),
    ]);
    await client.query(`vacuum (analyze) ${WAITING}, register_counter`);
    // A snapshot of the anchoring, as old as the oldest transaction of the whole server, may have held the marks back.
    const { rows: left } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relname = any ($1) and relallvisible < relpages`,
      [SEED_TABLE_NAMES],
    );
    if (left.length > 0) await client.query(`vacuum ${left.map(({ name }) => name).join(', ')}`);
  } finally {
    await client.end();
  }
  return { cases: order.complaints, seconds: (performance.now() - started) / 1000 };
}

const SEED_LOCK = advisoryLock('seed');
/** Emptied by anchoring. */
const WAITING: SeedTable = 'anchor_pending';

async function requireEmpty(client: Client, { officeId, slug }: Office): Promise<void> {
  const { rowCount } = await client.query('select from complaint_case where office_id = $1 limit 1', [
    officeId,
  ]);
  if (rowCount === 0) return;
  throw new Fault(
    'register-not-empty',
    `Register kantor ${slug} sudah berisi; pengisian rekaan dibatalkan.`,
    {
      remedy: 'Pakai kantor yang belum mempunyai kasus, atau folder data yang baru (TANGGAP_DATA).',
    },
  );
}

/** Threads make the rows, this one hands them to the database in the order of the days. */
async function writeDays(
  client: Client,
  job: SeedJob,
  days: readonly PlannedDay[],
  written: (cases: number) => void,
): Promise<number> {
  const chunks = chunksOf(days);
  const threads = Math.min(chunks.length < 8 ? 1 : availableParallelism(), 4);
  const file = new URL('./seed-worker.ts', import.meta.url);
  const workers = Array.from({ length: threads }, () =>
    openThread<SeedJob, SeedTask, SeedChunk>(file, job, THREAD_HEAP),
  );
  let registered = 0;
  let cases = 0;
  try {
    let asked = 0;
    const ask = (): void => {
      const task = chunks[asked];
      if (task !== undefined) workers[asked % threads]?.ask({ days: task });
      asked += 1;
    };
    for (let ahead = 0; ahead < threads * AHEAD; ahead += 1) ask();
    for (let next = 0; next < chunks.length; next += 1) {
      const chunk = await workers[next % threads]?.next();
      if (chunk === undefined) throw new Error('A thread of the seeding ended too early');
      ask();
      for (const table of SEED_TABLE_NAMES) {
        const rows = chunk.rows.get(table);
        if (rows !== undefined && rows.length > 0) {
          await copyInto(
            client,
            table,
            SEED_TABLES[table].map(([name]) => name),
            rows,
          );
        }
      }
      registered += chunk.registered;
      cases += chunk.cases;
      written(cases);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
  return registered;
}

function chunksOf(days: readonly PlannedDay[]): readonly (readonly PlannedDay[])[] {
  const chunks: PlannedDay[][] = [];
  let room = 0;
  for (const day of days) {
    if (room < day.cases || chunks.length === 0) {
      chunks.push([]);
      room = CASES_A_CHUNK;
    }
    chunks.at(-1)?.push(day);
    room -= day.cases;
  }
  return chunks;
}

/** The counters of each year stand where the numbers given leave them (rule 9). */
async function setCounters(
  client: Client,
  officeId: number,
  days: readonly PlannedDay[],
  registered: number,
): Promise<void> {
  const planned = days.reduce((sum, day) => sum + day.cases, 0);
  const years = new Map<number, { first: number; next: number; month: number; before: number }>();
  for (const { year, day, firstNo, firstOfMonth, cases } of days) {
    const first = years.get(year)?.first ?? firstNo;
    const month = Number(toIsoDate(day).slice(5, 7));
    years.set(year, { first, next: firstNo + cases, month, before: firstNo - firstOfMonth });
  }
  const last = days.at(-1)?.year;
  for (const [year, { first, next, month, before }] of years) {
    // Cases without a number are all of the last day.
    const given = year === last ? next - (planned - registered) : next;
    await client.query(
      `insert into register_counter as c (office_id, year, first_no, next_no, month, before_month)
         values ($1, $2, $3, $4, $5, $6)
       on conflict (office_id, year) do update set next_no = greatest(c.next_no, excluded.next_no),
         month = excluded.month, before_month = excluded.before_month`,
      [officeId, year, first, given, month, before],
    );
  }
}
