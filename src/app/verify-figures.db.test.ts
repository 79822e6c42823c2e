import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { instantOf } from '../domain/complaint/instant-ms.ts';
import type { Commands, RunnableOperation } from '../features/cases/acts/decide-operation.ts';
import { runOperation } from '../features/cases/acts/run-operation.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { intakeComplaint } from '../features/cases/intake/intake-complaint.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import type { Keeper } from '../features/cases/vault/keeper.ts';
import { withOffice } from '../platform/database/transaction.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));
const staff = aStaffActor();
const HOUR = 3_600_000;
let caseId = '';
let now = MORNING;

const findings = async (): Promise<readonly string[]> => {
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, now);
  const verdict = await verifyStore(db.locateOwner, desk.keyring, folder, now);
  return verdict.findings.map((finding) => `${finding.rule} ${'what' in finding ? finding.what : ''}`);
};

async function act<O extends RunnableOperation>(operation: O, command: (keep: Keeper) => Commands[O]) {
  now += HOUR;
  const plain = { office, ref: { caseId }, actor: staff, expectedVersion: null, idempotency: null };
  const result = await runOperation(desk, { ...plain, operation, command }, now);
  assert.ok(result.ok, `${operation}: ${JSON.stringify(result)}`);
}

/** A case whose answer was written down late: some of its past is closed in knowledge. */
before(async () => {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: staff, idempotency: null },
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', 'Belum dibalas.'),
      }),
    },
    now,
  );
  assert.ok(taken.ok);
  caseId = taken.answer.caseId;
  await act('register', () => ({}));
  await act('forward', () => ({}));
  await act('dispose', () => ({ unit: office.data.units[0]?.key ?? '' }));
  await act('answer', (keep) => ({
    text: keep.text('answer', 'Nama sudah diusulkan kembali.'),
    ...{ way: 'channel', channel: 'telepon', at: instantOf(now - HOUR / 2) },
    lateEntryReason: keep.text('reason', 'Telepon dari rumah pelapor.'),
  }));
});

const SEALED = 'fact-differs figures beside their seal';
const PAST_COLUMNS = `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
  where attrelid = 'report_fact_past'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;

/** Changes figures, looks what is found and puts them back. */
async function found(as: 'app' | 'owner', sql: string): Promise<readonly string[]> {
  const { rows } = await db.owner.query<{ columns: string }>(PAST_COLUMNS);
  const past = rows[0]?.columns ?? '';
  const current = past
    .split(', ')
    .filter((column) => column !== 'effective_to' && column !== 'recorded_to')
    .join(', ');
  const steps = 'steps_until, step_marks, step_codes, marked_codes, step_at, step_known';
  await db.owner.query(
    'create schema kept; create table kept.past as table report_fact_past; create table kept.current as table report_fact',
  );
  try {
    const { rowCount } =
      as === 'app'
        ? await withOffice(db.app, office.officeId, (tx) => tx.query(sql))
        : await db.owner.query(sql);
    assert.notEqual(rowCount, 0, sql);
    return await findings();
  } finally {
    await db.owner.query(`delete from report_fact; delete from report_fact_past;
      insert into report_fact (${current}, ${steps}) select ${current}, ${steps} from kept.current;
      insert into report_fact_past (${past}) select ${past} from kept.past; drop schema kept cascade`);
  }
}

test('a figure, a step or a time of the current row that the application itself changed is found', async () => {
  assert.deepEqual(await findings(), []);
  for (const change of [
    `recorded_from = '2090-01-01'`,
    `recorded_from = recorded_from + interval '1 microsecond'`,
    'answer_working_days = answer_working_days + 1',
    `step_codes = '{}'`,
    `step_at = '{}'`,
    'step_marks = step_marks + 256',
    `marked_codes = '{1}'`,
    `steps_until = '2090-01-01'`,
    `step_known = '{2026-04-06T00:00:00Z}'`,
  ]) {
    assert.deepEqual(await found('app', `update report_fact set ${change}`), [SEALED], change);
  }
});

test('a row of the past that was changed, put there or taken away is found, also where knowledge has closed it', async () => {
  const { rows } = await db.owner.query<{ columns: string }>(PAST_COLUMNS);
  const columns = rows[0]?.columns ?? '';
  const forged = columns.replace('recorded_to', `'2026-12-01'`).replace('status', '6');
  const closed = `recorded_to <> 'infinity'`;
  for (const sql of [
    `insert into report_fact_past (${columns}) select ${forged} from report_fact_past limit 1`,
    `insert into report_fact_past (${columns}) select ${columns} from report_fact_past where ${closed} limit 1`,
    `update report_fact_past set recorded_to = '2090-01-01' where ${closed}`,
  ]) {
    assert.deepEqual(await found('app', sql), [SEALED], sql);
  }
  for (const sql of [
    `update report_fact_past set status = 6 where ${closed}`,
    `update report_fact_past set recorded_from = recorded_from - interval '1 day' where ${closed}`,
    `delete from report_fact_past where ${closed}`,
  ]) {
    assert.deepEqual(await found('owner', sql), [SEALED], sql);
  }
});

test('the application changes of the past only when it ended, and takes away no figure', async () => {
  for (const sql of [
    'update report_fact_past set status = 6',
    'update report_fact_past set recorded_from = effective_from',
    'delete from report_fact_past',
    'delete from report_fact',
  ]) {
    await assert.rejects(
      withOffice(db.app, office.officeId, (tx) => tx.query(sql)),
      { code: '42501' },
      sql,
    );
  }
});

test('what the application puts into the outbox is anchored only where it is an entry of a history', async () => {
  const foreign: unknown[] = [];
  for (const [seq, mac] of [
    ['99', `'\\x00'`],
    ['version', `'\\x00'`],
    ['99', 'head_mac'],
  ]) {
    await withOffice(db.app, office.officeId, (tx) =>
      tx.query(`insert into outbox (office_id, case_id, seq, event_type, mac, recorded_at)
        select office_id, case_id, ${seq}, 'received', ${mac}, now() from complaint_case`),
    );
  }
  assert.equal(await moveOutbox(db.owner, {}, (row) => foreign.push(row)), 3);
  assert.equal(foreign.length, 3);
  assert.deepEqual(await findings(), []);
});

test('a figure that was changed stays found when the next act writes the case anew', async () => {
  await withOffice(db.app, office.officeId, (tx) =>
    tx.query(`update report_fact set recorded_from = '2026-04-01'`),
  );
  await act('close', () => ({ outcome: 'resolved' }));
  assert.ok((await findings()).includes(SEALED));
});
