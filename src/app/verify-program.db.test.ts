import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { openTestDatabase } from '../../test/test-database.ts';
import { broughtProgram } from '../features/cases/verify/brought-program.ts';
import { verifyProgram } from '../features/cases/verify/verify-program.ts';

const db = await openTestDatabase({ after });
const superuser = new pg.Client(db.locateSuperuser());
await superuser.connect();
after(() => superuser.end());

/** Names of what is found while the change stands; it is rolled back. */
async function found(sql: string): Promise<readonly string[]> {
  await superuser.query('begin');
  try {
    await superuser.query(sql);
    return (await verifyProgram(superuser)).map(({ what }) => what);
  } finally {
    await superuser.query('rollback');
  }
}

test('the migrations are read whole: a fresh database holds what is read in them, and nothing else', async () => {
  assert.deepEqual(await verifyProgram(db.owner), []);
  const kinds = [...broughtProgram().keys()].map((name) => name.split(' ')[0]);
  assert.deepEqual([...new Set(kinds)], ['function', 'policy', 'wall', 'trigger']);
});

test('a function that was written anew, or beside the others, is found', async () => {
  const visible = `create or replace function protected_case_is_visible(
      office smallint, sought uuid, viewer uuid, sees_protected boolean, units smallint[]
    ) returns boolean language plpgsql stable as $$ begin return true; end $$`;
  assert.deepEqual(await found(visible), ['function protected_case_is_visible']);
  const path = 'alter function find_session(bytea) set search_path = public';
  assert.deepEqual(await found(path), ['function find_session']);
  const lowered = 'alter function end_session(bytea) security invoker';
  assert.deepEqual(await found(lowered), ['function end_session']);
  const beside = 'create function swallow() returns trigger language plpgsql as $$ begin return null; end $$';
  assert.deepEqual(await found(beside), ['function swallow']);
  const overloaded = 'create function end_session(text) returns void language sql as $$ select $$';
  assert.deepEqual(await found(overloaded), ['function end_session']);
  assert.deepEqual(await found('drop trigger case_text_stays on case_text'), [
    'trigger case_text_stays on case_text',
  ]);
});

test('a trigger or rule that swallows the outbox is found while it stands, wherever its function is', async () => {
  const swallow = `create schema other;
    create function other.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger swallow before insert on outbox for each row execute function other.refuse_change()`;
  assert.deepEqual(await found(swallow), ['trigger swallow on outbox']);
  const rule = 'create rule swallow as on insert to outbox do instead nothing';
  assert.deepEqual(await found(rule), ['rule swallow on outbox']);
});

test('a trigger that was turned off or drawn otherwise, and a wall that was opened, are found', async () => {
  const off = 'alter table case_event disable trigger case_event_append_only';
  assert.deepEqual(await found(off), ['trigger case_event_append_only on case_event']);
  const other = `drop trigger complaint_case_version_grows on complaint_case;
    create trigger complaint_case_version_grows before update on complaint_case
      for each row when (old.version < new.version and false) execute function refuse_change()`;
  assert.deepEqual(await found(other), ['trigger complaint_case_version_grows on complaint_case']);
  const policy = 'create policy everybody on account using (true)';
  assert.deepEqual(await found(policy), ['policy everybody on account']);
  const widened = 'alter policy own_office on account using (true)';
  assert.deepEqual(await found(widened), ['policy own_office on account']);
  const open = 'alter table case_text disable row level security';
  assert.deepEqual(await found(open), ['wall of case_text']);
});
