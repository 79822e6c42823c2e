import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { aSession } from '../../../test/a-session.ts';
import { actingIn, atTheDoor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { type Tx, withOffice } from '../../platform/database/transaction.ts';
import { lockOfficeChain } from '../offices/append-office-event.ts';
import { createToken, findTokenHolder } from './api-token.ts';
import { createAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { endRole } from './end-role.ts';
import { findStaff } from './find-staff.read.ts';
import { grantRole } from './grant-role.ts';
import { listTokens } from './list-tokens.read.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const here = actingIn(desk, MORNING);
const door = atTheDoor(desk);
const { officeId, data } = office;
const DAY = 86_400_000;
const today = '2026-04-06';

const inOffice = <T>(work: (tx: Tx) => Promise<T>) => withOffice(db.app, officeId, work);

async function hire(name: string, ...roles: readonly string[]): Promise<string> {
  const email = `${name}@contoh.id`;
  const command = { name, email, password: 'kuda hijau laut', roles, unit: null, fromOn: '2026-01-01' };
  const made = await inOffice((tx) => createAccount(tx, officeId, data.roles, command, here));
  assert.ok(made.ok);
  return made.account;
}

const grant = (account: string, role: string, from = today, to: string | null = null) =>
  inOffice((tx) =>
    grantRole(
      tx,
      officeId,
      data.roles,
      { account, role, unit: null, from, to, decree: '188/2026', today },
      here,
    ),
  );
const end = (account: string, role: string, from = '2026-01-01', to: string | null = null) =>
  inOffice((tx) => endRole(tx, officeId, data.roles, { account, role, from, to, today }, here));
const close = (account: string) =>
  inOffice((tx) => disableAccount(tx, officeId, data.roles, { account, today }, here));

/** Roles of an open session on the day that many days after today. */
async function rolesOf(session: string, days = 0): Promise<readonly string[]> {
  const day = new Date(MORNING + days * DAY).toISOString().slice(0, 10);
  const staff = await findStaff(db.app, session, MORNING, () => day, door);
  return (staff?.roles ?? []).map(({ role }) => role).sort();
}

test('a role that is given or ended holds at once for an open session, and for its days only', async () => {
  const account = await hire('rina', 'petugas-loket');
  const session = await aSession(db.app, desk.keyring, { officeId, account }, MORNING);
  assert.deepEqual(await grant(account, 'koordinator', '2026-04-08', '2026-04-10'), { ok: true });
  assert.deepEqual(
    [await rolesOf(session), await rolesOf(session, 2), await rolesOf(session, 4), await rolesOf(session, 5)],
    [
      ['petugas-loket'],
      ['koordinator', 'petugas-loket'],
      ['koordinator', 'petugas-loket'],
      ['petugas-loket'],
    ],
  );
  assert.deepEqual(await end(account, 'petugas-loket'), { ok: true });
  assert.deepEqual(await rolesOf(session), []);
  assert.deepEqual(await end(account, 'petugas-loket'), { ok: false, refusal: 'role-not-held' });
  assert.deepEqual(await grant(account, 'petugas-loket'), { ok: true });
  assert.deepEqual(await rolesOf(session), ['petugas-loket']);
  // Ended on its first day, and given again on it.
  assert.deepEqual(await end(account, 'petugas-loket', today), { ok: true });
  assert.deepEqual(await rolesOf(session), []);
  assert.deepEqual(await grant(account, 'petugas-loket'), { ok: true });
  assert.deepEqual(await rolesOf(session), ['petugas-loket']);
});

test('refused: an unknown role, one that is held, days that are past or crossed, and the auditor with the administrator', async () => {
  const account = await hire('budi', 'pemeriksa-catatan');
  const refusal = async (result: Promise<{ readonly ok: boolean }>) => {
    const given = await result;
    return 'refusal' in given ? given.refusal : 'done';
  };
  assert.equal(await refusal(grant(account, 'raja')), 'role-unknown');
  assert.equal(await refusal(grant(desk.newId(), 'koordinator')), 'account-unknown');
  assert.equal(await refusal(grant(account, 'pemeriksa-catatan', '2027-01-01')), 'role-held');
  assert.equal(await refusal(grant(account, 'koordinator', '2026-04-05')), 'role-dates');
  assert.equal(await refusal(grant(account, 'koordinator', '2026-05-05', '2026-05-04')), 'role-dates');
  assert.equal(await refusal(grant(account, 'administrator', '2027-01-01')), 'roles-refused-pair');
  assert.equal(await refusal(end(account, 'pemeriksa-catatan', '2026-01-01', '2026-04-05')), 'role-dates');
  // The auditor until April, the administrator from May: never both.
  assert.equal(await refusal(end(account, 'pemeriksa-catatan', '2026-01-01', '2026-04-30')), 'done');
  assert.equal(await refusal(grant(account, 'administrator', '2026-04-30')), 'roles-refused-pair');
  assert.equal(await refusal(grant(account, 'administrator', '2026-05-01', '2026-05-02')), 'done');
});

test('nobody takes the last administrator away, not by two acts at once and not for a later day', async () => {
  const [first, second] = [await hire('citra', 'administrator'), await hire('dewi', 'koordinator')];
  const last = { ok: false, refusal: 'last-administrator' } as const;
  assert.deepEqual(await end(first, 'administrator'), last);
  assert.deepEqual(await end(first, 'administrator', '2026-01-01', '2026-12-31'), last);
  assert.deepEqual(await close(first), last);
  assert.deepEqual(await grant(second, 'administrator', '2026-06-01'), { ok: true });
  assert.deepEqual(await end(first, 'administrator', '2026-01-01', '2026-05-30'), last);
  assert.deepEqual(await end(first, 'administrator', '2026-01-01', '2026-05-31'), { ok: true });
  assert.deepEqual(await close(second), last);
  assert.deepEqual(await end(second, 'koordinator'), { ok: true }, 'other roles are free');
  assert.deepEqual(await grant(second, 'administrator', today, '2026-05-31'), { ok: true });
  const both = await Promise.all([close(first), end(second, 'administrator', today)]);
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
});

test('a token made by an account loses a role with it, on the same day', async () => {
  const account = await hire('eka', 'petugas-loket', 'koordinator');
  const issue = (role: string, name: string) =>
    inOffice((tx) => createToken(tx, officeId, { role, name, madeBy: account }, here));
  const [loket, other] = [await issue('petugas-loket', 'loket'), await issue('front-office', 'lain')];
  const works = async (now = MORNING) => {
    const listed = await inOffice((tx) => listTokens(tx, desk.keyring, officeId, now));
    const holder = await findTokenHolder(db.app, loket.token, now, door);
    const { works: told, ended } = listed.find(({ id }) => id === loket.id) ?? {};
    assert.equal(told, holder !== null, 'the list tells what the door does');
    assert.equal(ended, holder === null ? 'role-lost' : null);
    return holder !== null;
  };
  assert.equal(await works(), true);
  assert.deepEqual(await end(account, 'petugas-loket', '2026-01-01', '2026-04-07'), { ok: true });
  // 7 April ends at 16.00 UTC in Tabalong.
  const midnight = Date.parse('2026-04-07T16:00:00.000Z');
  assert.deepEqual([await works(midnight - 1), await works(midnight)], [true, false]);
  const put = 'update account_role set to_on = $2 where account_id = $1';
  for (const to of [null, '2026-12-31']) {
    await inOffice((tx) => tx.query(`${put} and role = 'petugas-loket'`, [account, to]));
    assert.equal(await works(), false, 'what other hands gave back is no role');
  }
  await inOffice((tx) => tx.query(`${put} and role = 'petugas-loket'`, [account, '2026-04-07']));
  assert.deepEqual(await end(account, 'petugas-loket'), { ok: true });
  assert.equal(await works(), false);
  assert.ok(
    await findTokenHolder(db.app, other.token, MORNING, door),
    'a role that he never held was given to it on purpose',
  );
});

test('a new password ends every session and every use of the old one, and opens with a mark', async () => {
  const account = await hire('fitri', 'petugas-loket');
  const session = await aSession(db.app, desk.keyring, { officeId, account }, MORNING);
  const enter = (password: string) =>
    signIn(
      db.app,
      { email: 'fitri@contoh.id', password, address: '203.0.113.8' },
      { now: MORNING, pepper: Buffer.alloc(32, 7), ...door },
    );
  const reset = await inOffice((tx) => resetPassword(tx, officeId, account, here));
  assert.ok(reset.ok);
  assert.match(reset.password, /^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/);
  assert.equal(await findStaff(db.app, session, MORNING, () => today, door), null);
  assert.equal((await enter('kuda hijau laut')).ok, false);
  const entered = await enter(reset.password);
  assert.ok(entered.ok && entered.oneTimePassword);
  const staff = await findStaff(db.app, entered.token, MORNING, () => today, door);
  assert.equal(staff?.oneTimePassword, true);
  const own = { ...here, actor: { by: 'staff', account, role: null } } as const;
  assert.equal((await inOffice((tx) => resetPassword(tx, officeId, account, own))).ok, false);
});

test('a password for one use opens for seven days, and afterwards says that it is over to whoever knows it', async () => {
  const account = await hire('joni', 'petugas-loket');
  const reset = await inOffice((tx) => resetPassword(tx, officeId, account, here));
  assert.ok(reset.ok);
  const enter = (password: string, days: number) =>
    signIn(
      db.app,
      { email: 'joni@contoh.id', password, address: '203.0.113.9' },
      { now: MORNING + days * DAY, pepper: Buffer.alloc(32, 7), ...door },
    );
  assert.ok((await enter(reset.password, 7 - 1e-6)).ok);
  assert.deepEqual(await enter(reset.password, 7), { ok: false, refusal: 'password-expired' });
  assert.deepEqual(await enter('salah sekali', 7), { ok: false, refusal: 'sign-in-failed' });
  const again = await inOffice((tx) =>
    resetPassword(tx, officeId, account, { ...here, now: MORNING + 8 * DAY }),
  );
  assert.ok(again.ok);
  assert.ok((await enter(again.password, 9)).ok);
});

test('a password that is reset while its account is closed waits its turn: neither stops the other', async () => {
  const account = await hire('gilang', 'petugas-loket');
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted`;
  let reset: ReturnType<typeof resetPassword> | undefined;
  const closed = await inOffice(async (tx) => {
    await lockOfficeChain(tx, officeId);
    reset = inOffice((other) => resetPassword(other, officeId, account, here));
    reset.catch(() => undefined);
    while ((await db.owner.query(waiting)).rowCount === 0) await setTimeout(10);
    return disableAccount(tx, officeId, data.roles, { account, today }, here);
  });
  assert.deepEqual(closed, { ok: true });
  assert.deepEqual(await reset, { ok: false, refusal: 'account-unknown' });
});
