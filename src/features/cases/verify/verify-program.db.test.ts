import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { verifyProgram } from './verify-program.ts';

const db = await openTestDatabase({ after });
const superuser = new pg.Client(db.locateSuperuser());
await superuser.connect();
after(() => superuser.end());

/** Names of what the owner finds while the change of somebody who may do everything stands; it is taken back. */
async function found(sql: string): Promise<readonly string[]> {
  await superuser.query('begin');
  try {
    await superuser.query(sql);
    await superuser.query('set local role tanggap_owner');
    return (await verifyProgram(superuser)).map(({ what }) => what);
  } finally {
    await superuser.query('rollback');
  }
}

test('a fresh database is what the migrations bring, and looking at it leaves nothing behind', async () => {
  assert.deepEqual(await found('select'), []);
  const { rows } = await db.owner.query(`select from pg_namespace where nspname = 'tanggap_brought'`);
  assert.equal(rows.length, 0);
});

test('a function that was written anew, or beside the others, is found', async () => {
  const visible = `create or replace function protected_case_is_visible(
      office smallint, sought uuid, viewer uuid, sees_protected boolean, units smallint[]
    ) returns boolean language plpgsql stable as $$ begin return true; end $$`;
  assert.deepEqual(await found(visible), [
    'function protected_case_is_visible(smallint,uuid,uuid,boolean,smallint[])',
  ]);
  const path = 'alter function find_session(bytea) set search_path = public';
  assert.deepEqual(await found(path), ['function find_session(bytea)']);
  const lowered = 'alter function end_session(bytea) security invoker';
  assert.deepEqual(await found(lowered), ['function end_session(bytea)']);
  const beside = `set local role tanggap_owner;
    create function end_session(text) returns void language sql as $$ select $$`;
  assert.deepEqual(await found(beside), [
    'function end_session(text)',
    'grant EXECUTE on end_session(text) to public',
  ]);
  const operator = 'create operator public.<<>> (leftarg = text, rightarg = text, function = texteq)';
  assert.deepEqual(await found(operator), ['operator <<>>(text,text)']);
});

test('a trigger or rule that swallows the outbox is found while it stands, wherever its function is', async () => {
  const swallow = `create schema other;
    create function other.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger swallow before insert on outbox for each row execute function other.refuse_change()`;
  assert.deepEqual(await found(swallow), ['trigger swallow on outbox']);
  const rule = 'create rule swallow as on insert to outbox do instead nothing';
  assert.deepEqual(await found(rule), ['rule swallow on outbox']);
});

test('a trigger that is gone, was turned off or is drawn otherwise is found', async () => {
  const name = 'trigger case_event_append_only on case_event';
  assert.deepEqual(await found('alter table case_event disable trigger case_event_append_only'), [name]);
  assert.deepEqual(await found('drop trigger case_event_append_only on case_event'), [name]);
  const other = `drop trigger complaint_case_version_grows on complaint_case;
    create trigger complaint_case_version_grows before update on complaint_case
      for each row when (old.version < new.version and false) execute function refuse_change()`;
  assert.deepEqual(await found(other), ['trigger complaint_case_version_grows on complaint_case']);
  assert.deepEqual(await found('alter table staff_session disable trigger all'), [
    'trigger of staff_session_office_id_account_id_fkey on staff_session',
  ]);
});

test('a wall that was opened, and a policy beside the others or of another expression, are found', async () => {
  assert.deepEqual(await found('alter table case_text disable row level security'), ['wall of case_text']);
  assert.deepEqual(await found('create policy everybody on account using (true)'), [
    'policy everybody on account',
  ]);
  const own = 'policy own_office on account';
  assert.deepEqual(await found('alter policy own_office on account using (true)'), [own]);
  const almost = `office_id = nullif(current_setting('app.office_id', true), '()')::smallint`;
  assert.deepEqual(
    await found(`alter policy own_office on account using (${almost}) with check (${almost})`),
    [own],
  );
  assert.deepEqual(await found('alter policy own_office on account to tanggap_app'), [own]);
});

test('a grant that is lost or added is found, of a table, a column and a function', async () => {
  assert.deepEqual(await found('revoke insert on case_event from tanggap_app'), [
    'grant INSERT on case_event to tanggap_app',
  ]);
  assert.deepEqual(await found('grant delete on case_event to tanggap_app'), [
    'grant DELETE on case_event to tanggap_app',
  ]);
  assert.deepEqual(await found('grant select on outbox to public'), ['grant SELECT on outbox to public']);
  assert.deepEqual(await found('grant update (secret_hash) on complaint_case to tanggap_app'), [
    'grant UPDATE on complaint_case.secret_hash to tanggap_app',
  ]);
  assert.deepEqual(await found('revoke update (version) on complaint_case from tanggap_app'), [
    'grant UPDATE on complaint_case.version to tanggap_app',
  ]);
  assert.deepEqual(await found('grant execute on function find_session(bytea) to public'), [
    'grant EXECUTE on find_session(bytea) to public',
  ]);
  assert.deepEqual(await found('grant create on schema public to tanggap_app'), [
    'grant CREATE on schema public to tanggap_app',
  ]);
  assert.deepEqual(await found('grant create on schema public to public'), [
    'grant CREATE on schema public to public',
  ]);
  const beforehand = 'alter default privileges for role tanggap_owner grant all on tables to tanggap_app';
  assert.ok((await found(beforehand)).includes('default privileges of tanggap_owner'));
});

test('a rule that rows had to keep, a unique index or a column that is another is found', async () => {
  assert.deepEqual(await found('drop index complaint_case_register'), ['index complaint_case_register']);
  const loose = `drop index complaint_case_register;
    create index complaint_case_register on complaint_case (office_id, register_year, register_no)
      where register_no is not null`;
  assert.ok((await found(loose)).includes('index complaint_case_register'));
  assert.deepEqual(await found('alter table access_log drop constraint access_log_reason_is_an_id'), [
    'constraint access_log_reason_is_an_id on access_log',
  ]);
  assert.deepEqual(await found('alter table account drop constraint account_office_id_fkey'), [
    'constraint account_office_id_fkey on account',
  ]);
  assert.deepEqual(await found('alter table case_text alter column purpose drop not null'), [
    'column case_text.purpose',
  ]);
  const heir = 'create schema other; create table other.more () inherits (case_event)';
  assert.deepEqual(await found(heir), ['table case_event']);
});

test('a table of another owner is found, and a role of the application that steps over walls or stands in for another', async () => {
  assert.ok((await found('alter table case_event owner to tanggap_app')).includes('table case_event'));
  const login = 'create role uji_login login bypassrls; grant tanggap_app to uji_login';
  assert.deepEqual(await found(login), ['role uji_login with bypassrls']);
  assert.deepEqual(await found('grant pg_write_all_data to tanggap_app'), [
    'role tanggap_app in pg_write_all_data',
  ]);
  assert.deepEqual(await found('alter role tanggap_app bypassrls createrole'), [
    'role tanggap_app with bypassrls',
    'role tanggap_app with createrole',
  ]);
});

test('what leads names elsewhere or silences triggers is found: settings, a schema named as the login', async () => {
  assert.deepEqual(await found('create schema tanggap_app'), ['schema tanggap_app']);
  const path = `do $$ begin execute format('alter database %I set search_path = other, public', current_database()); end $$`;
  assert.deepEqual(await found(path), ['setting search_path=other, public']);
  const silent = `alter role tanggap_app set session_replication_role = 'replica'`;
  assert.deepEqual(await found(silent), ['setting session_replication_role=replica']);
  assert.deepEqual(await found('grant set on parameter session_replication_role to tanggap_app'), [
    'grant SET on parameter session_replication_role',
  ]);
});
