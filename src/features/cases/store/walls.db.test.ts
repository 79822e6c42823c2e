import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actingIn, aStaffActor, atTheDoor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import { createToken } from '../../people/api-token.ts';
import { createAccount } from '../../people/create-account.ts';
import { signIn } from '../../people/sign-in.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import { searchCases } from '../lists/search-cases.read.ts';
import { CASE_COLUMNS } from './case-row.ts';
import { CURRENT_FACT_COLUMNS } from './step-fact-row.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices, data } = await openOfficeDesk(db);
const staff = aStaffActor();
const second = { ...data, slug: 'dinas-lain', name: 'Dinas Lain' };

before(async () => {
  await applyOffice(db.owner, second, actingIn(desk, MORNING));
  offices.forget();
  const other = await offices.bySlug('dinas-lain', MORNING);
  for (const here of [office, other]) {
    if (here === undefined) throw new Error('An office is missing');
    const taken = await intakeComplaint(
      desk,
      {
        office: here,
        actor: staff,
        command: (keep) => ({
          kind: 'pengaduan',
          channel: 'loket',
          matter: keep.text('matter', 'Beras bantuan berkutu.'),
          reporters: [
            {
              identity: keep.person('reporter', {
                name: 'Warga Contoh',
                phone: null,
                email: null,
                address: null,
                nik: null,
              }),
              as: 'self',
            },
          ],
        }),
        idempotency: { key: 'same-key-in-both', body: '{}' },
      },
      MORNING,
    );
    if (!taken.ok) throw new Error(taken.refusal);
  }
});

const refusedByGrant = { code: '42501' };
const refusedByTrigger = { code: '23000' };

test('the application may append to the history and do nothing else to it', async () => {
  for (const sql of [
    `update case_event set body = '{}'`,
    'delete from case_event',
    'truncate case_event',
    `update access_log set reason = ''`,
    'delete from office_event',
    'delete from complaint_case',
    'delete from register_entry',
    `update register_entry set printed = '1'`,
    'update register_entry set given_at = now()',
    'delete from erasure_ledger',
    'alter table case_event disable trigger all',
  ]) {
    await assert.rejects(
      withOffice(db.app, office.officeId, (tx) => tx.query(sql)),
      refusedByGrant,
      sql,
    );
  }
});

test('the application puts no entry beyond the version of a case, nor takes a version back', async () => {
  const ahead = `insert into case_event (office_id, case_id, seq, recorded_at, key_id, body, mac)
    select office_id, case_id, version + 1, now(), row_key_id, '{}', '\\x00' from complaint_case limit 1`;
  for (const sql of [
    ahead,
    ahead.replace('case_id, version + 1', 'gen_random_uuid(), 1'),
    'update complaint_case set version = version - 1',
    `with up as (update complaint_case set version = version + 1 returning 1) ${ahead.replace('+ 1', '+ 2')}`,
  ]) {
    await assert.rejects(
      withOffice(db.app, office.officeId, (tx) => tx.query(sql)),
      refusedByTrigger,
      sql,
    );
  }
});

test('even the owner is stopped by the trigger', async () => {
  for (const sql of [
    `update case_event set body = '{}'`,
    'delete from case_event',
    'truncate case_event',
    'delete from access_log',
  ]) {
    await assert.rejects(db.owner.query(sql), refusedByTrigger, sql);
  }
});

/** What this test has filled; every other table of an office is looked into as well, whatever it holds. */
const FILLED = new Set([
  ...['complaint_case', 'case_text', 'case_search', 'case_event', 'identity', 'identity_index'],
  ...['kept_answer', 'report_fact'],
]);

test('an office sees its own rows in every table that the application may read, and none of another', async () => {
  const tables = (await listTables()).filter((one) => one.ofOffice && one.read && !READ_BY_ALL.has(one.name));
  for (const { name } of tables) {
    const { rows } = await withOffice(db.app, office.officeId, (tx) =>
      tx.query<{ office_id: number }>(`select distinct office_id from ${name}`),
    );
    assert.deepEqual(rows, rows.length === 0 ? [] : [{ office_id: office.officeId }], name);
    assert.ok(rows.length === 1 || !FILLED.has(name), `${name} is filled`);
    const nobody = await db.app.query(`select 1 from ${name}`);
    assert.equal(nobody.rows.length, 0, `${name} without an office`);
  }
});

/** Rows of an office that the application reads before it knows whose they are; it writes none of them. */
const READ_BY_ALL: ReadonlyMap<string, string> = new Map([
  ['office', 'the public chooses among the offices; nothing in it is a person or a case'],
  ['office_code', 'numbers of the keys in the published files of an office'],
]);

/** Tables of the whole installation, with why they belong to no office. */
const OF_NO_OFFICE: ReadonlyMap<string, string> = new Map([
  ['calendar_day', 'public decrees'],
  ['calendar_revision', 'public decrees'],
  ['ramadan_period', 'public decrees'],
  ['installation', 'by which value the master key is known again; the application does not read it'],
  ['anchor', 'heads of all chains in one hash; the application does not read it'],
  ['schema_migration', 'which migrations ran'],
  ['sign_in_attempt', 'keyed hashes, counted before anybody is known'],
]);

async function listTables() {
  const { rows } = await db.owner.query<{
    name: string;
    ofOffice: boolean;
    read: boolean;
    walled: boolean;
    writable: boolean;
  }>(
    `select t.relname as name, a.attname is not null as "ofOffice",
            has_table_privilege('tanggap_app', t.oid, 'select') as read,
            t.relrowsecurity and exists (
              select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive
                and pg_get_expr(p.polqual, t.oid) like '%office_id = %app.office_id%'
                and pg_get_expr(p.polwithcheck, t.oid) like '%office_id = %app.office_id%')
              and (select count(*) from pg_policy p where p.polrelid = t.oid) = 1 as walled,
            has_table_privilege('tanggap_app', t.oid, 'insert, update, delete, truncate')
              or has_any_column_privilege('tanggap_app', t.oid, 'insert, update') as writable
       from pg_class t left join pg_attribute a on a.attrelid = t.oid and a.attname = 'office_id'
      where t.relkind in ('r', 'p', 'f', 'm', 'v') and t.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows;
}

test('every table of the schema stands behind the wall of its office, or does not for a reason', async () => {
  const tables = await listTables();
  assert.ok(tables.length > 35, 'the tables are there');
  for (const { name, ofOffice, read, walled, writable } of tables) {
    if (ofOffice && READ_BY_ALL.has(name)) {
      assert.equal(writable, false, `${name} is not the application's to write`);
    } else if (ofOffice) {
      assert.ok(walled, name);
    } else {
      const why = OF_NO_OFFICE.get(name);
      assert.ok(why !== undefined, `${name} names no office: why does it stand behind no wall?`);
      assert.equal(read, !why.includes('does not read it'), name);
    }
  }
});

test('the application owns nothing, is member of nothing and steps over the walls through few doors', async () => {
  const { rows: owned } = await db.owner.query(
    `select relname from pg_class where relowner = 'tanggap_app'::regrole
     union all select roleid::regrole::text from pg_auth_members where member = 'tanggap_app'::regrole`,
  );
  assert.deepEqual(owned, []);
  const { rows } = await db.owner.query<{ name: string; fixed: boolean }>(
    `select p.proname as name, exists (select from unnest(p.proconfig) c where c like 'search_path=%pg_temp') as fixed
       from pg_proc p where p.prosecdef and has_function_privilege('tanggap_app', p.oid, 'execute') order by 1`,
  );
  assert.deepEqual(
    rows.filter(({ fixed }) => !fixed),
    [],
  );
  const sought = ['session', 'sign_in', 'sign_on', 'token', 'wall_screen'].map((what) => `find_${what}`);
  const doors = ['end_session', ...sought, 'search_cases'];
  assert.deepEqual(
    rows.map(({ name }) => name),
    doors,
  );
});

test('a statement that forgets the office reads no account, session or token of another, and none where no office is named', async () => {
  const here = actingIn(desk, MORNING);
  const owner = { name: 'Pegawai Contoh', password: 'kuda hijau laut', roles: ['koordinator'], unit: null };
  for (const { officeId } of [office, { officeId: office.officeId + 1 }]) {
    await withOffice(db.app, officeId, async (tx) => {
      const command = { ...owner, email: `pegawai-${officeId}@contoh.id`, fromOn: '2026-01-01' };
      const made = await createAccount(tx, officeId, data.roles, command, here);
      if (!made.ok) throw new Error(made.refusal);
      await createToken(tx, officeId, { role: 'koordinator', name: 'uji', madeBy: made.account }, here);
    });
    const signedIn = await signIn(
      db.app,
      {
        email: `pegawai-${officeId}@contoh.id`,
        password: owner.password,
        address: '203.0.113.9',
      },
      { now: MORNING, pepper: Buffer.alloc(32, 3), ...atTheDoor(desk) },
    );
    assert.ok(signedIn.ok);
  }
  for (const [table, column] of [
    ['account', 'disabled_at'],
    ['account_role', 'to_on'],
    ['staff_session', 'last_seen_at'],
    ['api_token', 'revoked_at'],
  ]) {
    const seen = await withOffice(db.app, office.officeId, (tx) =>
      tx.query<{ office_id: number }>(`select distinct office_id from ${table}`),
    );
    assert.deepEqual(seen.rows, [{ office_id: office.officeId }], table);
    assert.equal((await db.app.query(`select from ${table}`)).rowCount, 0, `${table} without an office`);
    const change = `update ${table} set ${column} = ${column} where office_id <> ${office.officeId}`;
    const changed = await withOffice(db.app, office.officeId, (tx) => tx.query(change));
    assert.equal(changed.rowCount, 0, table);
  }
});

/** What acts change, by table: the lists by which they are written, and for the small ones their columns. */
const CHANGED: Readonly<Record<string, readonly string[]>> = {
  attachment: ['wrapped_key', 'sealed_name', 'sha256', 'erased_at'],
  account: ['disabled_at', 'mac', 'password_hash', 'password_one_time_until', 'second_factor'],
  account_role: ['decree', 'deputy_for', 'granted_at', 'mac', 'to_on', 'unit'],
  api_token: ['mac', 'revoked_at'],
  decree: ['decided_on', 'mac', 'recorded_at', 'title'],
  deputation: ['mac', 'to_on'],
  staff_session: ['last_seen_at'],
  counter_pin: ['tries'],
  recovery_code: ['ended_at', 'mac'],
  second_factor_use: ['last_step'],
  sign_on_link: ['ended_at', 'mac', 'subject'],
  case_search: ['received_at', 'words'],
  case_text: ['body', 'erased_at', 'mac'],
  complaint_case: CASE_COLUMNS.map(([name]) => name),
  identity: ['erased_at', 'hashes', 'sealed', 'wrapped_key'],
  kept_answer: ['body_hash', 'case_id', 'kept_at', 'sealed'],
  mail: ['claim', 'claimed_at', 'reply', 'sent_at', 'stale_at', 'state', 'tries', 'try_at', 'why'],
  letter_template: ['ended_at', 'mac'],
  meeting: ['changed_at', 'held_on', 'record', 'revision'],
  notice: ['read_at', 'round', 'told_at'],
  notice_setting: ['by_email'],
  office_text: ['body', 'erased_at', 'mac'],
  paper: [
    ...['erased_at', 'number', 'number_key', 'sealed', 'signed_at', 'signed_attachment', 'voided_at'],
    'wrapped_key',
  ],
  paper_counter: ['next_no'],
  register_counter: ['before_month', 'month', 'next_no'],
  register_entry: ['cancelled_at'],
  register_import_row: ['like_hash', 'taken_back_at'],
  saved_view: ['is_default', 'made_at', 'query'],
  team_agenda: ['cancelled_at'],
  urgent_call: ['called_at', 'round'],
  wall_screen: ['mac', 'revoked_at'],
  report_fact: ['effective_from', 'recorded_from', ...CURRENT_FACT_COLUMNS.map(([name]) => name)],
  report_fact_past: ['effective_to', 'recorded_to'],
};

test('the application changes only the columns that its acts change, of whatever table', async () => {
  const { rows } = await db.owner.query<{ place: string }>(
    `select concat(t.relname, '.', a.attname) place
       from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where t.relkind in ('r', 'p', 'f', 'm', 'v') and t.relnamespace = 'public'::regnamespace
        and has_column_privilege('tanggap_app', t.oid, a.attnum, 'update')`,
  );
  assert.deepEqual(
    rows.map(({ place }) => place).toSorted(),
    Object.entries(CHANGED)
      .flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
      .toSorted(),
  );
});

test('an office can write nothing under the name of another', async () => {
  const sql = `insert into kept_answer (office_id, key_hash, body_hash, sealed, kept_at) values ($1, 'a', 'b', 'c', now())`;
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) => tx.query(sql, [office.officeId + 1])),
    refusedByGrant,
  );
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) =>
      tx.query(`update complaint_case set office_id = office_id + 1`),
    ),
    refusedByGrant,
  );
});

test('the door of the search opens to the office of the transaction only', async () => {
  const found = await searchCases(db.app, office, staff, { q: 'berkutu', cursor: null, limit: 10 });
  assert.equal(found.lines.length, 1);
  await assert.rejects(
    withOffice(db.app, office.officeId, (tx) =>
      tx.query(
        `select * from search_cases($1::smallint, 'berkutu', null, '{}', '{}', true, true, null, null, null,
           'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 10)`,
        [office.officeId + 1],
      ),
    ),
    refusedByGrant,
  );
});

test('the application cannot read what waits for the queue', async () => {
  await assert.rejects(db.app.query('select * from outbox'), refusedByGrant);
});
