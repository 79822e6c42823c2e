import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/test-database.ts';
import { CHANNELS, KINDS, OUTCOMES, STATUSES } from '../../domain/complaint/vocabulary.ts';
import type { Figure } from '../../domain/documents/blocks.ts';
import { buildTableBlock } from '../../domain/reports/build-table-block.ts';
import { parsePeriod, periodInstants, type ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Viewer } from '../../features/cases/store/visible-cases.ts';
import { loadReferenceCalendar } from '../../features/offices/load-reference-calendar.ts';
import { type Office, openOffices } from '../../features/offices/office.read.ts';
import { type BuiltReport, buildReport } from '../../features/reports/build-report.ts';
import { readingMoment } from '../../features/reports/facts-at.ts';
import { type FigureRows, readFigureRows } from '../../features/reports/figure-rows.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import { anchorWritten } from '../anchor-written.ts';
import { verifyStore } from '../verify-store.ts';
import { loadDemo } from './load-demo.ts';

const NOW = Date.parse('2026-11-20T03:00:00.000Z');
const db = await openTestDatabase({ after });
await loadReferenceCalendar(db.owner, NOW);
const keyring = openKeyring(newMasterKeyText());
const offices = openOffices(db.app, keyring);
const database = {
  ...{ app: db.app, owner: db.owner, locateApp: db.locateApp, locateOwner: db.locateOwner },
  ...{ server: undefined, migration: undefined, close: () => Promise.resolve() },
};
const system = { database, keyring, offices };
const first = await loadDemo(system, NOW);

async function seen(column: string): Promise<ReadonlySet<number>> {
  const { rows } = await db.owner.query<{ code: number }>(
    `select distinct ${column}::int as code from complaint_case where ${column} is not null`,
  );
  return new Set(rows.map(({ code }) => code));
}

test('the example shows every kind, every channel of its office, and every status and outcome but those of old books', async () => {
  assert.ok(first.loaded);
  const statuses = await seen('status');
  for (const status of STATUSES.filter((one) => one !== 'not-recorded')) {
    assert.ok(statuses.has(STATUSES.indexOf(status)), status);
  }
  const outcomes = await seen('outcome');
  for (const outcome of OUTCOMES.filter((one) => one !== 'not-recorded')) {
    assert.ok(outcomes.has(OUTCOMES.indexOf(outcome)), outcome);
  }
  const kinds = await seen('kind');
  for (const kind of KINDS) assert.ok(kinds.has(KINDS.indexOf(kind)), kind);
  const office = await offices.bySlug('contoh', NOW);
  assert.ok(office && office.data.channels.length >= 10);
  const channels = await seen('channel');
  for (const { key } of office.data.channels) assert.ok(channels.has(CHANNELS.indexOf(key)), key);
});

test('each password of the example comes with the titles of its roles in that office', async () => {
  assert.ok(first.loaded);
  const office = await offices.bySlug('contoh', NOW);
  for (const { roles, titles } of first.accounts)
    assert.deepEqual(
      titles,
      roles.map((key) => office?.data.roles.find((role) => role.key === key)?.title),
    );
});

test('the example has urgent, protected, restricted, anonymous, merged, cancelled, reopened and late cases', async () => {
  const { rows } = await db.owner.query<Record<string, number>>(
    `select count(*) filter (where urgent)::int as urgent, count(*) filter (where protected)::int as protected,
       count(*) filter (where restricted)::int as restricted,
       count(*) filter (where (state #>> '{marks,anonymous}')::boolean)::int as anonymous,
       count(*) filter (where (state ->> 'mergedInto') is not null)::int as merged,
       count(*) filter (where (state ->> 'cancelled')::boolean)::int as cancelled,
       count(*) filter (where (state ->> 'reopenedCount')::int > 0)::int as reopened,
       (select count(*)::int from report_fact where answered_at > due_at) as late
     from complaint_case`,
  );
  for (const [what, count] of Object.entries(rows[0] ?? {})) assert.ok(count > 0, what);
});

test('rule 28: the example has somebody named of whom nobody has said who he is, and some of whom it was said', async () => {
  const { rows } = await db.owner.query<{ standing: string; open: boolean }>(
    `select coalesce(r ->> 'standing', 'known') as standing, is_open as open
       from complaint_case, json_array_elements(state #> '{people,respondents}') r
      where state ->> 'recordedBy' is null order by 1`,
  );
  assert.deepEqual(rows, [
    { standing: 'known', open: false },
    { standing: 'not-staff', open: false },
    { standing: 'not-staff', open: false },
    { standing: 'undecided', open: true },
  ]);
});

test('the example holds under verify and its numbers run without a gap', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-demo-'));
  after(() => rmSync(folder, { recursive: true }));
  await anchorWritten(system, folder, NOW);
  const verdict = await verifyStore(db.locateOwner, system.keyring, folder);
  assert.deepEqual(verdict.findings, []);
});

test('the annual report of the example can be built and passes its checks', async () => {
  const office = await offices.bySlug('contoh', NOW);
  const period = parsePeriod('2026');
  assert.ok(office && period);
  const built = await buildReport(db.app, {
    ...{ office, kind: 'tahunan', period, asOf: null, now: new Date(NOW) },
    ...{ allTables: true, paper: 'A4', register: system.keyring },
  });
  assert.ok(built.ok, JSON.stringify(built));
  // Dated before the year is over: that alone may not be issued yet.
  const failed = built.checks.filter((check) => !check.ok).map(({ id }) => id);
  assert.deepEqual(
    failed.filter((id) => id !== 'dated'),
    [],
  );
  assert.ok(!JSON.stringify(built.tree).includes('Tabalong'));
});

const CLERK: Viewer = {
  ...{ account: null, persons: [], readers: [], units: [] },
  ...{ seesOpen: true, seesProtected: false },
};

/** Every count of a report that says which rows stand behind it, in texts, tables and notes alike. */
function countsOf({ counted }: BuiltReport, office: Office, period: ReportPeriod): readonly Figure[] {
  const named = [...counted.book].flatMap(([id, figure]): readonly Figure[] =>
    figure.kind === 'count' ? [{ id, value: figure.value, format: 'count', rows: figure.rows }] : [],
  );
  const printed = counted.tables.flatMap((table) => {
    const block = buildTableBlock(table, { title: '', key: '' }, office.data, period, counted);
    const cells = [...block.rows, ...(block.total === null ? [] : [block.total])].flatMap((row) => row.cells);
    const numbers = cells.flatMap((cell): readonly Figure[] =>
      cell.kind === 'number' ? [{ ...cell, format: 'count' }] : [],
    );
    return [...numbers, ...block.notes.flat().flatMap((one) => (one.type === 'figure' ? [one.figure] : []))];
  });
  // People are more than cases; a mean and a middle are read from the rows, and are not their number.
  return [...named, ...printed].filter(
    ({ id, value, rows }) =>
      rows !== null && value !== null && id !== 'register.complainants' && !/\/(mean|median)$/.test(id),
  );
}

test('every figure of every table opens as many rows as it says, and says how many it withholds', async () => {
  const office = await offices.bySlug('contoh', NOW);
  assert.ok(office);
  const opened = new Set<string>();
  for (const text of ['2026', '2026-07', '2027']) {
    const period = parsePeriod(text);
    assert.ok(period);
    const now = new Date(text === '2027' ? Date.parse('2027-01-15T03:00:00.000Z') : NOW);
    const kind = text.length === 4 ? 'tahunan' : 'bulanan';
    const request = { office, kind, period, asOf: null, now, allTables: true, paper: 'A4' } as const;
    const built = await buildReport(db.app, { ...request, register: null });
    assert.ok(built.ok, JSON.stringify(built));
    const moment = readingMoment(periodInstants(period, office.zone).end, now, null);
    const asked = new Map<string, FigureRows | null>();
    const figures: readonly Figure[] = countsOf(built, office, period);
    for (const { id, value, rows } of figures) {
      const query: string = JSON.stringify(rows);
      const found: FigureRows | null =
        asked.get(query) ??
        (await withOffice(db.app, office.officeId, (tx) =>
          readFigureRows(tx, office, rows ?? {}, CLERK, { moment, most: 1000 }),
        ));
      asked.set(query, found);
      assert.ok(found !== null, `${text} ${id} opens nothing: ${JSON.stringify(rows)}`);
      assert.equal(found.total, value, `${text} ${id} opens other rows: ${JSON.stringify(rows)}`);
      assert.equal(found.rows.length + found.withheld, found.total, id);
      assert.equal(new Set(found.rows.map((row) => row.caseId)).size, found.rows.length, `${id} twice`);
      if (found.withheld > 0) opened.add('withheld');
      if (value !== null && value > 0) opened.add(rows?.table ?? 'register');
    }
  }
  for (const table of [
    'register',
    'withheld',
    'by-service',
    'by-month',
    'on-time',
    'balance',
    'sop-steps',
    'sanctions',
  ])
    assert.ok(opened.has(table), `nothing of ${table} was opened`);
});

test('a second load changes nothing and says so', async () => {
  const again = await loadDemo(system, NOW);
  assert.deepEqual(again, { loaded: false, office: 'contoh' });
});
