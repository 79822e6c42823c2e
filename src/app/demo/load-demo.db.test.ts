import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CHANNELS, KINDS, OUTCOMES, STATUSES } from '../../domain/complaint/vocabulary.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { anchorChains } from '../../features/cases/history/anchor-chains.ts';
import { moveOutbox } from '../../features/cases/store/move-outbox.ts';
import { loadReferenceCalendar } from '../../features/offices/load-reference-calendar.ts';
import { openOffices } from '../../features/offices/office.read.ts';
import { buildReport } from '../../features/reports/build-report.ts';
import { openTestDatabase } from '../../platform/database/test-database.ts';
import { newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import { verifyStore } from '../verify-store.ts';
import { loadDemo } from './load-demo.ts';

const NOW = Date.parse('2026-11-20T03:00:00.000Z');
const db = await openTestDatabase({ after });
await loadReferenceCalendar(db.owner, NOW);
const offices = openOffices(db.app);
const database = {
  ...{ app: db.app, owner: db.owner, locateApp: db.locateApp, locateOwner: db.locateOwner },
  ...{ server: undefined, migration: undefined, close: () => Promise.resolve() },
};
const system = { database, keyring: openKeyring(newMasterKeyText()), offices };
const first = await loadDemo(system, NOW);

async function seen(column: string): Promise<ReadonlySet<number>> {
  const { rows } = await db.owner.query<{ code: number }>(
    `select distinct ${column}::int as code from complaint_case where ${column} is not null`,
  );
  return new Set(rows.map(({ code }) => code));
}

test('the example shows every status, and every outcome that an office can give by itself', async () => {
  assert.ok(first.loaded);
  assert.equal((await seen('status')).size, STATUSES.length);
  const outcomes = await seen('outcome');
  for (const outcome of [
    'resolved',
    'explained',
    'pending-elsewhere',
    'declined',
    'out-of-authority',
    'referred',
    'withdrawn',
    'archived-invalid',
  ] as const) {
    assert.ok(outcomes.has(OUTCOMES.indexOf(outcome)), outcome);
  }
  assert.ok((await seen('kind')).size >= KINDS.length - 1);
  assert.ok((await seen('channel')).size >= 9, `of ${CHANNELS.length}`);
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

test('the example holds under verify and its numbers run without a gap', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-demo-'));
  after(() => rmSync(folder, { recursive: true }));
  while ((await moveOutbox(db.owner, {})) > 0);
  await anchorChains(db.owner, system.keyring, folder, NOW);
  const verdict = await verifyStore(db.locateOwner, system.keyring, folder);
  assert.deepEqual(verdict.findings, []);
});

test('the annual report of the example can be built and passes its checks', async () => {
  const office = await offices.bySlug('contoh', NOW);
  const period = parsePeriod('2026');
  assert.ok(office && period);
  const built = await buildReport(db.app, {
    ...{ office, kind: 'tahunan', period, asOf: null, now: new Date(NOW) },
    ...{ allTables: true, paper: 'A4', withRegister: true },
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

test('a second load changes nothing and says so', async () => {
  const again = await loadDemo(system, NOW);
  assert.deepEqual(again, { loaded: false, office: 'contoh' });
});
