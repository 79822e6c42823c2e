import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { actingIn, aStaffActor, atTheDoor, MORNING, openOfficeDesk } from '../../test/office-desk.ts';
import { openTestDatabase } from '../../test/test-database.ts';
import { actorOfHistory } from '../domain/people/case-actor.ts';
import { anchorChains } from '../features/cases/history/anchor-chains.ts';
import { moveOutbox } from '../features/cases/store/move-outbox.ts';
import { verifyAccounts } from '../features/cases/verify/verify-accounts.ts';
import { createToken } from '../features/people/api-token.ts';
import { createAccount } from '../features/people/create-account.ts';
import { disableAccount } from '../features/people/disable-account.ts';
import { endRole } from '../features/people/end-role.ts';
import { grantRole } from '../features/people/grant-role.ts';
import { digestOfHash } from '../features/people/password.ts';
import { resetPassword } from '../features/people/reset-password.ts';
import { revokeTokens } from '../features/people/revoke-tokens.ts';
import { signIn } from '../features/people/sign-in.ts';
import { type Tx, withOffice } from '../platform/database/transaction.ts';
import { verifyStore } from './verify-store.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const { officeId, data } = office;
const folder = mkdtempSync(join(tmpdir(), 'tanggap-anchors-'));
after(() => rmSync(folder, { recursive: true }));

const EMAIL = 'rina@contoh.id';
const administrator = aStaffActor({ role: 'administrator' });
const here = { ...actingIn(desk, MORNING), actor: actorOfHistory(administrator) };
const inOffice = <T>(work: (tx: Tx) => Promise<T>) => withOffice(db.app, officeId, work);
const create = (tx: Tx, role = 'koordinator') => {
  const command = { name: 'Rina Contoh', email: EMAIL, password: 'kuda hijau laut', roles: [role] };
  return createAccount(tx, officeId, data.roles, { ...command, unit: null, fromOn: '2026-01-01' }, here);
};

/** Beside the office itself, which is its first. */
async function told(): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await db.owner.query<{ body: string }>(
    `select body from office_event where body not like '%"office-applied"%' order by seq`,
  );
  return rows.map(({ body }) => JSON.parse(body));
}

test('every act on accounts and tokens stands in the chain of the office, by ids and without a name', async () => {
  const made = await inOffice((tx) => create(tx));
  assert.ok(made.ok);
  const { account } = made;
  const { id } = await inOffice((tx) =>
    createToken(tx, officeId, { role: 'petugas-loket', name: 'mesin Rina', madeBy: account }, here),
  );
  for (let guess = 0; guess < 9; guess += 1) {
    const command = { email: EMAIL, password: `salah ${guess}`, address: '198.51.100.9' };
    // What failed before the one-time password was made is no guess at it.
    const context = { now: MORNING + 1, pepper: Buffer.alloc(32, 7), ...atTheDoor(desk) };
    assert.equal((await signIn(db.app, command, context)).ok, false);
  }
  assert.equal(await inOffice((tx) => revokeTokens(tx, officeId, 'mesin Rina', here)), 1);
  assert.ok(
    (await inOffice((tx) => disableAccount(tx, officeId, data.roles, { account, today: '2026-04-06' }, here)))
      .ok,
  );
  const [at, actor] = [new Date(MORNING).toISOString(), here.actor];
  const nobody = { by: 'public', account: null, role: null };
  const entries = await told();
  const { rows } = await db.owner.query<{ stored: string }>('select password_hash stored from account');
  const password = digestOfHash(rows[0]?.stored ?? '');
  assert.deepEqual(entries, [
    {
      actor,
      event: {
        type: 'account-created',
        at,
        account,
        roles: ['koordinator'],
        unit: null,
        from: '2026-01-01',
        password,
        oneTime: true,
      },
    },
    {
      actor,
      event: { type: 'token-issued', at, token: id, role: 'petugas-loket', madeBy: account, unit: null },
    },
    // Once a lock, however often he guesses on.
    { actor: nobody, event: { type: 'sign-in-locked', at: new Date(MORNING + 1).toISOString(), account } },
    { actor, event: { type: 'token-revoked', at, token: id } },
    { actor, event: { type: 'account-closed', at, account } },
  ]);
  assert.doesNotMatch(JSON.stringify(entries), /rina/i);
});

test('what was refused or rolled back leaves no entry', async () => {
  const before = (await told()).length;
  assert.equal((await inOffice((tx) => create(tx, 'raja'))).ok, false);
  assert.equal(
    (
      await inOffice((tx) =>
        disableAccount(tx, officeId, data.roles, { account: desk.newId(), today: '2026-04-06' }, here),
      )
    ).ok,
    false,
  );
  assert.equal(await inOffice((tx) => revokeTokens(tx, officeId, 'tidak ada', here)), 0);
  await assert.rejects(
    inOffice(async (tx) => {
      await createToken(tx, officeId, { role: 'petugas-loket', name: 'batal' }, here);
      throw new Error('the connection broke');
    }),
  );
  assert.equal((await told()).length, before);
  assert.equal((await db.owner.query(`select from api_token where name = 'batal'`)).rowCount, 0);
});

test('verify finds an act on an account that was changed, taken out or cut off', async () => {
  await moveOutbox(db.owner, {});
  await anchorChains(db.owner, desk.keyring, folder, MORNING + 1_000);
  const attacker = new pg.Client(db.locateSuperuser());
  await attacker.connect();
  after(() => attacker.end());
  await attacker.query(`set session_replication_role = 'replica'`);
  await attacker.query('create temp table kept as table office_event');
  const attacked = async (sql: string): Promise<readonly string[]> => {
    await attacker.query(sql);
    const { findings } = await verifyStore(db.locateOwner, desk.keyring, folder, MORNING + 1_000);
    await attacker.query('delete from office_event');
    await attacker.query('insert into office_event select * from kept');
    return findings.map(({ rule }) => rule);
  };
  assert.deepEqual(await attacked('select'), []);
  const raised = `update office_event set body = replace(body, 'koordinator', 'administrator') where seq = 2`;
  assert.deepEqual(await attacked(raised), ['entry-changed', 'account-differs']);
  assert.deepEqual(await attacked('delete from office_event where seq = 4'), ['entry-missing']);
  assert.deepEqual(await attacked('delete from office_event where seq = 6'), [
    'anchored-entry',
    'account-differs',
  ]);
});

test('verify finds an account, a role or a token that was changed by other hands', async () => {
  const other = await inOffice((tx) =>
    createAccount(
      tx,
      officeId,
      data.roles,
      {
        ...{
          name: 'Budi Contoh',
          email: 'budi@contoh.id',
          password: 'kuda hijau laut',
          fromOn: '2026-01-01',
        },
        ...{ roles: ['staf-bidang', 'kepala-bidang'], unit: 'rehabilitasi-sosial' },
      },
      here,
    ),
  );
  assert.ok(other.ok);
  const found = async (sql: string): Promise<readonly unknown[]> => {
    const attacker = await db.owner.connect();
    try {
      await attacker.query('begin');
      await attacker.query(
        'alter table account disable trigger user; alter table api_token disable trigger user',
      );
      await attacker.query(sql);
      return (await verifyAccounts(attacker, desk.keyring)).map(({ what, count }) => [what, count]);
    } finally {
      await attacker.query('rollback');
      attacker.release();
    }
  };
  assert.deepEqual(await found('select'), []);
  const today = '2026-04-06';
  const { account } = other;
  const granted = {
    account,
    role: 'tim-audit',
    unit: null,
    from: '2026-05-01',
    to: '2026-12-31',
    decree: null,
  };
  const ended = { account, role: 'staf-bidang', from: '2026-01-01', to: null, today };
  const done = await inOffice(async (tx) => [
    await grantRole(tx, officeId, data.roles, { ...granted, today }, here),
    await endRole(tx, officeId, data.roles, ended, here),
    await resetPassword(tx, officeId, account, here),
  ]);
  assert.deepEqual(
    done.map(({ ok }) => ok),
    [true, true, true],
  );
  assert.deepEqual(await found('select'), [], 'what was done by the acts is told');
  assert.doesNotMatch(JSON.stringify(await told()), /budi/i);
  for (const change of [
    `update account_role set to_on = null where role = 'staf-bidang'`,
    `update account_role set to_on = '2027-12-31' where role = 'tim-audit'`,
    `update account_role set from_on = '2026-04-01' where role = 'tim-audit'`,
    `update account_role set decree = 'SK 1/2026' where role = 'tim-audit'`,
    `update account set password_one_time_until = null where account_id = '${account}'`,
    `update account set password_one_time_until = 'infinity' where account_id = '${account}'`,
    `update account set password_hash = 'x' where account_id = '${account}'`,
    `update account set email = 'lain@contoh.id' where account_id = '${account}'`,
    `update account set name = 'Lain' where account_id = '${account}'`,
  ])
    assert.deepEqual(await found(change), [['account', 1]], change);
  const grant = `insert into account_role (office_id, account_id, role, from_on, granted_at, mac)
    values (${officeId}, '${other.account}', 'koordinator', '2026-01-01', now(), '')`;
  assert.deepEqual(await found(grant), [['account', 1]]);
  assert.deepEqual(await found('update account set disabled_at = null'), [['account', 1]]);
  assert.deepEqual(await found(`delete from account_role where role = 'staf-bidang'`), [['account', 1]]);
  const strange = `insert into account (office_id, account_id, email, name, created_at, mac)
    values (${officeId}, gen_random_uuid(), 'asing@contoh.id', 'Asing', now(), '')`;
  assert.deepEqual(await found(strange), [['account', 1]]);
  assert.deepEqual(await found('update api_token set revoked_at = null'), [['api_token', 1]]);
  assert.deepEqual(await found(`update api_token set role = 'koordinator'`), [['api_token', 1]]);
  assert.deepEqual(await found(`update api_token set token_hash = sha256('tgp_x')`), [['api_token', 1]]);
  assert.deepEqual(await found('delete from api_token'), [['api_token', 1]]);
});
