import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { aSession } from '../../../test/a-session.ts';
import { actingIn, aStaffActor, atTheDoor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import { sha256 } from '../../platform/crypto.ts';
import { inTransaction, type Tx, withOffice } from '../../platform/database/transaction.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { newMasterKeyText, openKeyring } from '../../platform/keyring.ts';
import { createToken, findTokenHolder } from './api-token.ts';
import { changePassword } from './change-password.ts';
import { createAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { endRole } from './end-role.ts';
import { findStaff } from './find-staff.read.ts';
import { grantRole } from './grant-role.ts';
import { listRoles } from './list-roles.read.ts';
import { hashPassword } from './password.ts';
import { resealPeople } from './reseal-people.ts';
import { resetPassword } from './reset-password.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { sealRow } from './row-seal.ts';
import { signIn } from './sign-in.ts';

const db = await openTestDatabase({ after });
const { desk: cases, office } = await openOfficeDesk(db);
const { officeId, data } = office;
const former = newMasterKeyText();
const later = newMasterKeyText();
const desk = { ...cases, keyring: openKeyring(former) };
const rotated = { keyring: openKeyring(`${later},${former}`) };
const here = actingIn(desk, MORNING);
const lines: string[] = [];
const door = atTheDoor(desk, lines);
const PASSWORD = 'kuda hijau laut';
const DAY = '2026-04-06';

/** As somebody who holds the password of the application's role. */
const asApplication = (sql: string, values: readonly unknown[] = []) =>
  withOffice(db.app, officeId, (tx) => tx.query(sql, [...values]));
const inOffice = <T>(work: (tx: Tx) => Promise<T>) => withOffice(db.app, officeId, work);
const enter = (email: string, password: string, guard = door) =>
  signIn(
    db.app,
    { email, password, address: '203.0.113.1' },
    { now: MORNING, pepper: Buffer.alloc(32, 7), ...guard },
  );
const who = (token: string, guard = door) => findStaff(db.app, token, MORNING, () => DAY, guard);

async function hire(name: string): Promise<{ readonly account: string; readonly email: string }> {
  const email = `${name}@contoh.id`;
  const command = { name, email, password: PASSWORD, roles: ['koordinator'], unit: null, fromOn: DAY };
  const made = await inOffice((tx) => createAccount(tx, officeId, data.roles, command, here));
  assert.ok(made.ok);
  return { account: made.account, email };
}

/** What the log was told since; it names office and kind, and nobody. */
function told(): readonly unknown[] {
  const said = lines.splice(0).map((line) => JSON.parse(line));
  assert.doesNotMatch(JSON.stringify(said), /contoh|argon/);
  return said.map(({ event, code, kind, office: of }) => [event, code, kind, of]);
}
const broken = (kind: string) => ['fault', 'row-seal-broken', kind, officeId];

test('a password that other hands wrote into an account opens nothing, and only the console mends it', async () => {
  const { account, email } = await hire('rina');
  const open = await enter(email, PASSWORD);
  assert.ok(open.ok);
  const staff = await who(open.token);
  assert.ok(staff);
  const theirs = await hashPassword('sandi pengambil alih');
  await asApplication('update account set password_hash = $2 where account_id = $1', [account, theirs]);
  assert.deepEqual(await enter(email, 'sandi pengambil alih'), { ok: false, refusal: 'sign-in-failed' });
  assert.deepEqual(told(), [broken('account')]);
  const changed = await changePassword(
    db.app,
    staff,
    {
      current: 'sandi pengambil alih',
      password: 'sandi lain lagi',
      session: open.token,
      address: '203.0.113.1',
    },
    { ...here, pepper: Buffer.alloc(32, 7), ...door },
  );
  assert.deepEqual(changed, { ok: false, refusal: 'password-wrong' });
  assert.deepEqual(told(), [broken('account')]);
  assert.equal(await who(open.token), null, 'nor what was open');
  assert.deepEqual(told(), [broken('account')]);
  const administrator = { ...here, actor: actorOfHistory(aStaffActor()) };
  const refused = await inOffice((tx) => resetPassword(tx, officeId, account, administrator));
  assert.deepEqual(refused, { ok: false, refusal: 'account-forged' });
  const reset = await inOffice((tx) => resetPassword(tx, officeId, account, here));
  assert.ok(reset.ok);
  assert.ok((await enter(email, reset.password)).ok);
  assert.deepEqual(told(), []);
});

test('a seal belongs to one account: taken to another with its password it does not hold', async () => {
  const [own, other] = [await hire('budi'), await hire('citra')];
  const taken = `update account a set password_hash = b.password_hash, mac = b.mac from account b
    where a.account_id = $1 and b.account_id = $2`;
  await asApplication(taken, [other.account, own.account]);
  assert.equal((await enter(other.email, PASSWORD)).ok, false);
  assert.deepEqual(told(), [broken('account')]);
});

test('the application moves no account to another e-mail or name, nor a token to another text', async () => {
  for (const sql of [
    `update account set email = 'lain@contoh.id'`,
    `update account set name = 'Lain'`,
    `update api_token set token_hash = sha256('tgp_x')`,
    `update api_token set role = 'administrator'`,
    `update staff_session set expires_at = 'infinity'`,
    'update staff_session set account_id = account_id',
  ])
    await assert.rejects(asApplication(sql), { code: '42501' }, sql);
  const { account, email } = await hire('dewi');
  await db.owner.query(`update account set name = 'Lain' where account_id = $1`, [account]);
  assert.equal((await enter(email, PASSWORD)).ok, false);
  assert.deepEqual(told(), [broken('account')]);
});

test('a role that other hands wrote or changed is none at the door, nor for those who give and end roles', async () => {
  const { account, email } = await hire('gani');
  const open = await enter(email, PASSWORD);
  assert.ok(open.ok);
  const held = async () => (await who(open.token))?.roles.map(({ role }) => role);
  const listed = async () =>
    (await inOffice((tx) => listRoles(tx, desk.keyring, officeId, DAY, account))).map(({ role }) => role);
  assert.deepEqual(await held(), ['koordinator']);
  const put = `insert into account_role (office_id, account_id, role, from_on, granted_at, mac)
    select office_id, account_id, 'administrator', from_on, granted_at, mac from account_role where account_id = $1`;
  await asApplication(put, [account]);
  assert.deepEqual([await held(), await listed()], [['koordinator'], ['koordinator']]);
  assert.deepEqual(told(), [broken('account_role')]);
  const end = { account, role: 'administrator', from: DAY, to: null, today: DAY };
  assert.deepEqual(await inOffice((tx) => endRole(tx, officeId, data.roles, end, here)), {
    ok: false,
    refusal: 'role-not-held',
  });
  const period = { account, role: 'administrator', unit: null, from: DAY, to: DAY, decree: 'SK 7/2026' };
  const given = await inOffice((tx) => grantRole(tx, officeId, data.roles, { ...period, today: DAY }, here));
  assert.ok(given.ok);
  assert.deepEqual(await held(), ['administrator', 'koordinator']);
  for (const change of [`to_on = null`, `decree = 'SK 8/2026'`, `unit = 'sekretariat'`]) {
    await asApplication(
      `update account_role set ${change} where account_id = $1 and role = 'administrator'`,
      [account],
    );
    assert.deepEqual([await held(), told()], [['koordinator'], [broken('account_role')]], change);
  }
});

test('a one-time password that other hands let stand opens nothing', async () => {
  const { account, email } = await hire('hasan');
  const reset = await inOffice((tx) => resetPassword(tx, officeId, account, here));
  assert.ok(reset.ok);
  const open = await enter(email, reset.password);
  assert.ok(open.ok && open.oneTimePassword);
  await asApplication('update account set password_one_time_until = null where account_id = $1', [account]);
  assert.equal(await who(open.token), null);
  assert.deepEqual(await enter(email, reset.password), { ok: false, refusal: 'sign-in-failed' });
  assert.deepEqual(told(), [broken('account'), broken('account')]);
});

test('a session that other hands wrote, or made longer, is none', async () => {
  const { account } = await hire('eka');
  const put = `insert into staff_session (token_hash, office_id, account_id, session_id, means, factor, browser, network,
                               created_at, last_seen_at, proved_at, expires_at, mac)
    values (sha256($1), $2, $3, $7, 'password', 'proven', '', '', $4, $4, $4, $5, $6)`;
  const [from, in100Years] = [new Date(MORNING), new Date(MORNING + 100 * 365 * 86_400_000)];
  const until = new Date(MORNING + 3_600_000);
  await asApplication(put, ['abcdefgh', officeId, account, from, until, Buffer.alloc(32), uuidv7()]);
  assert.equal(await who('abcdefgh'), null);
  assert.deepEqual(told(), [broken('staff_session')]);
  const session = await aSession(db.app, desk.keyring, { officeId, account }, MORNING);
  assert.ok(await who(session));
  await db.owner.query('update staff_session set expires_at = $1', [until]);
  assert.equal(await who(session), null);
  assert.deepEqual(told(), [broken('staff_session')]);
  const times = { createdAt: MORNING, provedAt: MORNING, expiresAt: in100Years.getTime() };
  const told100 = { session: uuidv7(), means: 'password', factor: 'proven', browser: '', network: '' };
  const tokenHash = sha256('sealed and too long');
  const mac = sealRow(desk.keyring, {
    kind: 'staff_session',
    officeId,
    account,
    tokenHash,
    ...told100,
    ...times,
  });
  await asApplication(put, [
    'sealed and too long',
    officeId,
    account,
    from,
    in100Years,
    mac,
    told100.session,
  ]);
  assert.equal(await who('sealed and too long'), null);
});

test('a token that other hands wrote or changed is none', async () => {
  const issue = () =>
    inOffice((tx) => createToken(tx, officeId, { role: 'petugas-loket', name: 'mesin antrean' }, here));
  const holder = (token: string) => findTokenHolder(db.app, token, MORNING, door);
  const { id, token } = await issue();
  assert.ok(await holder(token));
  const copy = `insert into api_token (office_id, token_hash, token_id, name, role, created_at, mac)
    select office_id, sha256('tgp_x'), gen_random_uuid(), name, role, created_at, mac from api_token`;
  await asApplication(copy);
  assert.equal(await holder('tgp_x'), null);
  await db.owner.query(`update api_token set role = 'administrator' where token_id = $1`, [id]);
  assert.equal(await holder(token), null);
  assert.deepEqual(told(), [broken('api_token'), broken('api_token')]);
});

test('a closed account and a revoked token are opened again by nobody but the owner, and open nothing then either', async () => {
  const { account, email } = await hire('kirana');
  const { id, token } = await inOffice((tx) =>
    createToken(tx, officeId, { role: 'petugas-loket', name: 'mesin lama' }, here),
  );
  const { rows: before } = await db.owner.query<{ own: Buffer; ofToken: Buffer }>(
    `select a.mac as own, t.mac as "ofToken" from account a, api_token t where a.account_id = $1 and t.token_id = $2`,
    [account, id],
  );
  const one = { account, today: DAY };
  assert.ok((await inOffice((tx) => disableAccount(tx, officeId, data.roles, one, here))).ok);
  assert.equal(await inOffice((tx) => revokeTokens(tx, officeId, 'mesin lama', here)), 1);
  const opening = [
    ['update account set disabled_at = null, mac = $2 where account_id = $1', account, before[0]?.own],
    ['update api_token set revoked_at = null, mac = $2 where token_id = $1', id, before[0]?.ofToken],
  ] as const;
  for (const [sql, ...values] of opening)
    await assert.rejects(asApplication(sql, values), { code: '23000' }, 'with the seal it once had');
  const attacker = new pg.Client(db.locateSuperuser());
  await attacker.connect();
  after(() => attacker.end());
  await attacker.query(`set session_replication_role = 'replica'`);
  await attacker.query('update account set disabled_at = null where account_id = $1', [account]);
  await attacker.query('update api_token set revoked_at = null where token_id = $1', [id]);
  assert.deepEqual(await enter(email, PASSWORD), { ok: false, refusal: 'sign-in-failed' });
  assert.equal(await findTokenHolder(db.app, token, MORNING, door), null);
  assert.deepEqual(told(), [broken('account'), broken('api_token')]);
});

test('an account that other hands changed is closed all the same', async () => {
  const { account, email } = await hire('laras');
  await asApplication('update account set password_hash = $2 where account_id = $1', [account, 'x']);
  const one = { account, today: DAY };
  assert.ok((await inOffice((tx) => disableAccount(tx, officeId, data.roles, one, here))).ok);
  assert.equal((await enter(email, PASSWORD)).ok, false);
  assert.deepEqual(told(), [], 'it is not looked up at all');
});

test('when the master key changes sessions end, while passwords, roles and tokens go on; what a former key seals then is nothing', async () => {
  const { account, email } = await hire('fitri');
  const session = await aSession(db.app, desk.keyring, { officeId, account }, MORNING);
  const { token } = await inOffice((tx) =>
    createToken(tx, officeId, { role: 'petugas-loket', name: 'mesin lain' }, here),
  );
  const after = atTheDoor(rotated);
  assert.equal((await enter(email, PASSWORD, after)).ok, false, 'not before they are sealed anew');
  const forged = await hire('intan');
  await asApplication('update account set password_hash = $2 where account_id = $1', [forged.account, 'x']);
  await inTransaction(db.owner, (tx) => resealPeople(tx, desk.keyring.current, rotated.keyring));
  assert.equal(await who(session, after), null);
  assert.ok(await findTokenHolder(db.app, token, MORNING, after));
  const entered = await enter(email, PASSWORD, after);
  assert.ok(entered.ok);
  assert.deepEqual(
    (await who(entered.token, after))?.roles.map(({ role }) => role),
    ['koordinator'],
  );
  const late = await hire('jaya');
  const passwords = `update account a set password_hash = b.password_hash from account b where a.account_id = $1 and b.account_id = $2`;
  await asApplication(passwords, [forged.account, account]);
  await inTransaction(db.owner, (tx) => resealPeople(tx, rotated.keyring.current, rotated.keyring));
  for (const one of [forged, late])
    assert.equal((await enter(one.email, PASSWORD, after)).ok, false, one.email);
});
