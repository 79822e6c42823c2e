import { readCase } from '../src/features/cases/case-page/read-case.read.ts';
import { countInbox, listInbox } from '../src/features/cases/lists/list-inbox.read.ts';
import type { ListPlace } from '../src/features/cases/lists/list-place.ts';
import { countFound, searchCases } from '../src/features/cases/lists/search-cases.read.ts';
import { openLines } from '../src/features/cases/vault/open-lines.read.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { BENCH_NOW, BENCH_READER, type OpenRegister } from './bench-register.ts';
import { most, type Report } from './figure.ts';
import { latencies, median, quantile } from './statistics.ts';

type Asked = {
  readonly name: string;
  readonly target: number | null;
  readonly run: (n: number) => Promise<unknown>;
};

/**
 * Inbox, search and the page of a case on one register, under the office's role with row-level security on, asked by one
 * client and by eight: calls of the functions that the pages call, in one process as the server runs them, from the
 * question to the lines in hand. Without HTTP and without drawing a page.
 */
export async function measureLists(
  { system, office }: OpenRegister,
  cases: number,
  report: Report,
  quick: boolean,
): Promise<{ readonly inbox: number }> {
  const pool = system.database.app;
  const desk = { pool, keyring: system.keyring, newId: uuidv7 };
  const units = office.data.units.map(({ key }) => key);
  const statuses = ['verified', 'disposed', 'in-progress', 'received'] as const;
  // Every pair, so that none stands for the others.
  const unitAndStatus = (n: number) => ({
    unit: units[n % units.length] ?? null,
    status: statuses[Math.floor(n / units.length) % statuses.length] ?? null,
  });
  const cursors = await walkInbox({ system, office });
  const { rows: tickets } = await system.database.owner.query<{ ticket: string }>(
    'select ticket from complaint_case tablesample system (0.5) where not restricted limit 400',
  );
  const inbox = (
    n: number,
    filter: Parameters<typeof listInbox>[3]['filter'],
    deep: boolean,
  ): ReturnType<typeof listInbox> =>
    listInbox(pool, office, BENCH_READER, {
      ...{ filter, limit: 50, cursor: deep ? (cursors[n % cursors.length] ?? null) : null },
    });
  const search = (
    q: string,
    filter: Pick<Parameters<typeof searchCases>[3], 'unit' | 'status'> = {},
  ): Promise<unknown> => searchCases(pool, office, BENCH_READER, { ...filter, q, cursor: null, limit: 50 });
  const asked: readonly Asked[] = [
    { name: 'inbox', target: 20, run: (n) => inbox(n, {}, n % 2 === 1) },
    {
      name: 'inbox, one unit',
      target: 20,
      run: (n) => inbox(n, { unit: units[n % units.length] ?? null }, false),
    },
    {
      name: 'inbox, unit and status',
      target: 20,
      run: (n) => inbox(n, { ...unitAndStatus(n) }, false),
    },
    {
      name: 'inbox as its page shows it, texts and seals opened',
      target: 20,
      run: async (n) => {
        const { lines } = await inbox(n, {}, n % 2 === 1);
        return openLines(desk, office, BENCH_READER, lines);
      },
    },
    {
      name: 'count of the inbox',
      target: null,
      run: () => countInbox(pool, office, BENCH_READER, {}),
    },
    { name: 'search, common word', target: 20, run: () => search('bantuan') },
    {
      name: 'search, common word, one unit',
      target: 20,
      run: (n) => search('bantuan', { unit: units[n % units.length] ?? null }),
    },
    {
      name: 'search, common word, unit and status',
      target: 20,
      run: (n) =>
        search('bantuan', {
          ...unitAndStatus(n),
        }),
    },
    { name: 'search, rare word', target: 20, run: () => search('genset') },
    { name: 'search, absent word', target: 20, run: () => search('zeppelin') },
    {
      name: 'search, two words',
      target: 20,
      run: (n) => search(n % 2 === 0 ? 'kartu hilang' : 'rumah bocor'),
    },
    {
      name: 'count of a common word ("lebih dari 1.000")',
      target: null,
      run: () => countFound(pool, office, BENCH_READER, { q: 'bantuan' }),
    },
    {
      name: 'case page',
      target: null,
      run: (n) =>
        readCase(
          desk,
          office,
          { ticket: tickets[n % tickets.length]?.ticket ?? '' },
          BENCH_READER,
          BENCH_NOW,
        ),
    },
  ];
  // As a server that has served for a while: the first list measured must not pay for what all of them share.
  for (const { run } of asked) await latencies(run, { clients: 8, count: 0, warm: quick ? 100 : 400 });
  let inboxMedian = 0;
  for (const { name, target, run } of asked) {
    for (const clients of [1, 8]) {
      const count = quick ? 100 : 600;
      const times = await latencies(run, { clients, count, warm: 60 * clients });
      if (name === 'inbox' && clients === 1) inboxMedian = median(times);
      report({
        what: `${name}, ${cases} cases, ${clients === 1 ? '1 client' : '8 clients'}: p99`,
        value: quantile(times, 0.99),
        unit: 'ms',
        target: target === null ? null : most(target),
        note: `p50 ${median(times).toFixed(2)} ms, ${count} runs`,
      });
    }
  }
  return { inbox: inboxMedian };
}

/** The first pages of the inbox, so that later pages are asked for too. */
async function walkInbox({ system, office }: OpenRegister): Promise<readonly ListPlace[]> {
  const cursors: ListPlace[] = [];
  let cursor: ListPlace | null = null;
  for (let page = 0; page < 20; page += 1) {
    const { next }: { next: ListPlace | null } = await listInbox(system.database.app, office, BENCH_READER, {
      ...{ filter: {}, limit: 50, cursor },
    });
    if (next === null) break;
    cursors.push(next);
    cursor = next;
  }
  return cursors;
}
