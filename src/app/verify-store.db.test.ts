import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { aStoredCase } from '../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { runOperation } from '../features/cases/acts/run-operation.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { savePublication } from '../features/reports/publication.store.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));
const staff = aStaffActor();
const cases: string[] = [];

before(async () => {
  for (let i = 0; i < 4; i++) {
    const { caseId } = await aStoredCase({ desk, office }, MORNING + i, staff);
    cases.push(caseId);
    for (const operation of ['register', 'forward'] as const) {
      const done = await runOperation(
        desk,
        {
          office,
          ref: { caseId },
          operation,
          command: () => ({}),
          actor: staff,
          expectedVersion: null,
          idempotency: null,
        },
        MORNING + 60_000 + i,
      );
      if (!done.ok) throw new Error(done.refusal);
    }
  }
  for (const [at, approved] of [true, false].entries()) {
    await savePublication(desk, office.officeId, staff, approved, MORNING + 90_000 + at);
  }
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 120_000);
});

const verify = () => verifyStore(db.locateOwner, desk.keyring, folder);

/** Does what only somebody with the database's own password can do, looks, and puts everything back. */
async function attacked(sql: string, values: readonly unknown[]): Promise<readonly string[]> {
  const tables = [
    ...['case_event', 'complaint_case', 'case_text', 'identity', 'case_respondent', 'case_reader'],
    ...['report_fact', 'report_fact_past', 'register_entry', 'office_event'],
  ];
  const attacker = new pg.Client(db.locateSuperuser());
  await attacker.connect();
  try {
    await attacker.query(`set session_replication_role = 'replica'`);
    for (const table of tables) await attacker.query(`create temp table kept_${table} as table ${table}`);
    await attacker.query(sql, [...values]);
    const { ok, findings } = await verify();
    for (const table of tables) {
      await attacker.query(`delete from ${table}`);
      const columns = await writtenColumns(attacker, table);
      await attacker.query(`insert into ${table} (${columns}) select ${columns} from kept_${table}`);
      await attacker.query(`drop table kept_${table}`);
    }
    assert.equal(ok, findings.length === 0);
    return [...new Set(findings.map((finding) => finding.rule))].sort();
  } finally {
    await attacker.end();
  }
}

/** All but those that the database works out by itself. */
async function writtenColumns(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

test('a store that nobody touched has nothing to say', async () => {
  const verdict = await verify();
  assert.deepEqual(verdict, {
    ...{ ok: true, cases: 4, entries: 12, anchors: 1, texts: 4, files: 0 },
    findings: [],
  });
});

test('threads that share the work find what one reading finds, counts added up', async () => {
  const shared = () => verifyStore(db.locateOwner, desk.keyring, folder, Date.now(), 1);
  assert.deepEqual(await shared(), await verify());
  await db.owner.query('update report_fact set anonymous = not anonymous');
  const { findings } = await shared();
  await db.owner.query('update report_fact set anonymous = not anonymous');
  assert.deepEqual(findings, [
    { part: 'state', rule: 'fact-differs', what: 'report_fact beside the state', count: 4 },
    { part: 'total', rule: 'fact-differs', what: 'figures beside their seal', count: 4 },
  ]);
});

test('entries are read in their order wherever they lie in their table', async () => {
  // Once the database knows that a table is small it sorts it, and a sort keeps no order of its own.
  await db.owner.query('analyze case_event');
  const found = await attacked(
    `with taken as (delete from case_event returning *)
     insert into case_event select * from taken order by office_id, seq desc, case_id desc`,
    [],
  );
  assert.deepEqual(found, []);
});

test('an entry whose text was changed is found', async () => {
  const found = await attacked(
    `update case_event set body = replace(body, 'pengaduan', 'aspirasi') where case_id = $1 and seq = 1`,
    [cases[0]],
  );
  assert.deepEqual(found, ['entry-changed']);
});

test('an entry written at another time than it says is found', async () => {
  const found = await attacked(
    `update case_event set recorded_at = recorded_at - interval '1 day' where case_id = $1 and seq = 2`,
    [cases[0]],
  );
  assert.deepEqual(found, ['entry-changed']);
});

test('an entry taken out of the middle is found', async () => {
  assert.deepEqual(await attacked('delete from case_event where case_id = $1 and seq = 2', [cases[1]]), [
    'entry-missing',
  ]);
});

test('a tail that was cut off is found', async () => {
  const found = await attacked('delete from case_event where case_id = $1 and seq = 3', [cases[2]]);
  assert.deepEqual(found, ['anchored-entry', 'tail-cut']);
});

test('two entries that changed places are found', async () => {
  const found = await attacked(
    `update case_event e set body = o.body, mac = o.mac from case_event o
      where e.case_id = $1 and o.case_id = e.case_id and e.seq in (2, 3) and o.seq = 5 - e.seq`,
    [cases[2]],
  );
  assert.ok(found.includes('entry-changed'));
});

test('a history taken from one case and given to another is found', async () => {
  const found = await attacked(
    `update case_event e set body = o.body, mac = o.mac from case_event o
      where e.case_id = $1 and o.case_id = $2 and o.seq = e.seq`,
    [cases[0], cases[1]],
  );
  assert.ok(found.includes('entry-changed'));
});

test('a case taken away with its whole history is found from the last anchor on', async () => {
  const attacker = `with e as (delete from case_event where case_id = '${cases[3]}'),
    c as (delete from complaint_case where case_id = '${cases[3]}'),
    f as (delete from report_fact where case_id = '${cases[3]}')
    delete from register_entry where case_id = '${cases[3]}'`;
  const found = await attacked(attacker, []);
  assert.ok(found.includes('anchored-entry'));
  assert.ok(found.includes('register-gap'));
});

test('a current row changed by hand is found, in a column as in the folded state', async () => {
  assert.ok(
    (await attacked('update complaint_case set status = 6 where case_id = $1', [cases[0]])).includes(
      'row-changed',
    ),
  );
  const inState = await attacked(
    `update complaint_case set state = replace(state::text, '"anonymous":false', '"anonymous":true')::json where case_id = $1`,
    [cases[0]],
  );
  assert.deepEqual(inState, ['fact-differs', 'row-changed']);
});

test('a figure that reports would count wrongly is found', async () => {
  assert.deepEqual(await attacked('update report_fact set kind = 1 where case_id = $1', [cases[0]]), [
    'fact-differs',
  ]);
});

test('every figure, date and person that the sealed state tells is held against it', async () => {
  for (const change of [
    'answered_at = now()',
    'closed_at = now()',
    `received_on = received_on - 1`,
    'anonymous = not anonymous',
    'at_desk = true',
    'complainants = complainants + 1',
    'severity_first = 1',
    'receipt_precision = 1',
    `due_at = due_at + interval '1 day'`,
    'registered_on = registered_on + 1',
    'registered_on = null',
    `found_on = '2026-04-06'`,
    `sanction = 1`,
    `sanctioned_on = '2026-04-06'`,
  ]) {
    const found = await attacked(`update report_fact set ${change} where case_id = $1`, [cases[0]]);
    assert.deepEqual(found, ['fact-differs'], change);
  }
  assert.deepEqual(
    await attacked(
      'insert into case_respondent (office_id, case_id, account_id) select office_id, case_id, gen_random_uuid() from complaint_case where case_id = $1',
      [cases[0]],
    ),
    ['people-differ'],
  );
  assert.deepEqual(
    await attacked(
      'insert into case_reader (office_id, case_id, account_id) select office_id, case_id, gen_random_uuid() from complaint_case where case_id = $1',
      [cases[0]],
    ),
    ['people-differ'],
  );
});

test('times of a row that its seal does not cover are held against its history', async () => {
  for (const [column, rule] of [
    ['changed_at', 'row-changed'],
    ['recorded_at', 'column-differs'],
  ]) {
    const sql = `update complaint_case set ${column} = ${column} - interval '1 hour' where case_id = $1`;
    assert.deepEqual(await attacked(sql, [cases[0]]), [rule]);
  }
});

test('the clock of the date that binds next is held against the sealed limits', async () => {
  const sql = 'update complaint_case set due_clock = coalesce(due_clock, 0) + 1 where case_id = $1';
  assert.deepEqual(await attacked(sql, [cases[0]]), ['column-differs']);
});

test('a register number printed otherwise, marked BATAL by hand or given on another day is found', async () => {
  for (const change of [
    `printed = printed || 'A'`,
    'cancelled_at = now()',
    `given_at = given_at - interval '1 day'`,
  ]) {
    const found = await attacked(`update register_entry set ${change} where case_id = $1`, [cases[0]]);
    assert.deepEqual(found, ['register-differs'], change);
  }
});

test('a register number whose BATAL was taken away is found', async () => {
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { caseId: cases[2] ?? '' }, operation: 'cancel', actor: staff },
      command: (keep) => ({ reason: keep.text('reason', 'Salah catat.') }),
      ...{ expectedVersion: null, idempotency: null },
    },
    MORNING + 100_000,
  );
  assert.ok(done.ok, JSON.stringify(done));
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 125_000);
  const taken = 'update register_entry set cancelled_at = null where case_id = $1';
  assert.deepEqual(await attacked(taken, [cases[2]]), ['register-differs']);
});

test('what an office decided for itself is found changed, moved or cut off', async () => {
  const changed = `update office_event set body = replace(body, 'figures-withdrawn', 'figures-published') where seq = 3`;
  assert.deepEqual(await attacked(changed, []), ['entry-changed']);
  const dated = `update office_event set recorded_at = recorded_at - interval '1 day' where seq = 2`;
  assert.deepEqual(await attacked(dated, []), ['entry-changed']);
  assert.deepEqual(await attacked('delete from office_event where seq = 2', []), ['entry-missing']);
  const cut = await attacked('delete from office_event where seq = 3', []);
  assert.deepEqual(cut, ['anchored-entry', 'not-anchored']);
});

test('a past of the figures with a gap, an overlap or another beginning is found', async () => {
  const done = await runOperation(
    desk,
    {
      ...{ office, ref: { caseId: cases[3] ?? '' }, operation: 'dispose', actor: staff },
      command: () => ({ unit: office.data.units[0]?.key ?? '' }),
      ...{ expectedVersion: null, idempotency: null },
    },
    MORNING + 100_000,
  );
  assert.ok(done.ok, JSON.stringify(done));
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 130_000);
  for (const sql of [
    `update report_fact_past set effective_to = effective_to - interval '1 second' where case_id = $1`,
    `update report_fact_past set effective_from = effective_from - interval '1 day' where case_id = $1`,
    `delete from report_fact_past where case_id = $1`,
  ]) {
    assert.deepEqual(await attacked(sql, [cases[3]]), ['fact-differs', 'fact-history'], sql);
  }
});

test('a text that was changed, moved, put there or taken away is found', async () => {
  for (const change of [
    `body = body || ' Sudah selesai.'`,
    `purpose = 'note'`,
    'author = gen_random_uuid()',
    `written_at = written_at - interval '1 day'`,
    'mac = null',
  ]) {
    const found = await attacked(`update case_text set ${change} where case_id = $1`, [cases[0]]);
    assert.deepEqual(found, ['text-changed'], change);
  }
  const added = `insert into case_text (office_id, case_id, text_id, purpose, body, written_at)
    select office_id, case_id, gen_random_uuid(), 'note', 'Titipan.', written_at from case_text where case_id = $1`;
  assert.deepEqual(await attacked(added, [cases[0]]), ['text-changed']);
  assert.deepEqual(await attacked('delete from case_text where case_id = $1', [cases[0]]), ['text-missing']);
  const emptied = 'update case_text set body = null, mac = null, erased_at = now() where case_id = $1';
  assert.deepEqual(await attacked(emptied, [cases[0]]), ['erasure-unknown', 'erasure-unrecorded']);
});

test('a state that the database cannot read back is found, and verify goes on', async () => {
  for (const broken of ['\\ud83d', '\\u0000']) {
    const sql = `update complaint_case set state = replace(state::text, '"place":null', '"place":"${broken}"')::json where case_id = $1`;
    assert.deepEqual(await attacked(sql, [cases[0]]), ['row-changed', 'state-unreadable'], broken);
  }
});

test('text and person can be erased and not changed, whoever tries', async () => {
  for (const sql of [
    `update case_text set body = 'lain'`,
    `update case_text set body = null, purpose = 'note', erased_at = now()`,
    'update case_text set mac = null',
    `update case_text set body = null, erased_at = now()`,
    'delete from case_text',
    'truncate identity',
  ]) {
    await assert.rejects(db.owner.query(sql), { code: '23000' }, sql);
  }
});

test('a case whose anchoring stopped is found once it had two minutes', async () => {
  const { caseId } = await aStoredCase({ desk, office }, MORNING + 200_000, staff);
  const at = (now: number) => verifyStore(db.locateOwner, desk.keyring, folder, now);
  assert.deepEqual((await at(MORNING + 300_000)).findings, []);
  assert.deepEqual((await at(MORNING + 330_000)).findings, [
    {
      part: 'anchor',
      rule: 'not-anchored',
      anchor: null,
      officeId: office.officeId,
      caseId,
      seq: 1,
    },
  ]);
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 330_000);
  assert.deepEqual((await at(MORNING + 330_000)).findings, []);
});

test('an anchor that was changed on the disk is found', async () => {
  const name = readdirSync(folder)[0] ?? '';
  const file = join(folder, name);
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace('"no":1,"at":"2026-04-06', '"no":1,"at":"2026-04-05'));
  const changed = await verify();
  writeFileSync(file, '');
  const gone = await verify();
  writeFileSync(file, whole);
  assert.deepEqual(
    changed.findings.map((finding) => finding.rule),
    ['anchor-changed'],
  );
  assert.deepEqual(
    [...new Set(gone.findings.map((finding) => finding.rule))],
    ['not-anchored', 'anchor-mirror'],
  );
});

test('after a change of keys the old entries are still judged by the old key', async () => {
  const { openKeyring, newMasterKeyText } = await import('../platform/keyring.ts');
  const foreign = openKeyring(newMasterKeyText());
  const found = await verifyStore(db.locateOwner, foreign, folder);
  assert.ok(found.findings.some((finding) => finding.rule === 'key-missing'));
});
