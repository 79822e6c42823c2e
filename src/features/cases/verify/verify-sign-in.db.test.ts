import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aSession } from '../../../../test/a-session.ts';
import { anAccount } from '../../../../test/an-account.ts';
import { actingIn, atTheDoor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { uuidv7 } from '../../../platform/ids.ts';
import { checkCode } from '../../people/second-factor/check-code.ts';
import { removeSecondFactor, setSecondFactor } from '../../people/second-factor/set-second-factor.ts';
import { timeCodeAt } from '../../people/second-factor/time-code.ts';
import { findVouched } from '../../people/single-sign-on/find-vouched.ts';
import { endSignOnLink, putSignOnLink } from '../../people/single-sign-on/sign-on-links.store.ts';
import { verifyAccounts } from './verify-accounts.ts';
import { verifySignIn } from './verify-sign-in.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const { officeId } = office;
const here = actingIn(desk, MORNING);
const SECRET = Buffer.from('12345678901234567890');
const LATER = MORNING + 3_600_000;
const context = { now: LATER, pepper: Buffer.alloc(32, 5), ...atTheDoor(desk) };

const found = async () =>
  [...(await verifyAccounts(db.owner, desk.keyring)), ...(await verifySignIn(db.owner, desk.keyring))].map(
    ({ what, count }) => `${what} ${count}`,
  );
const inOffice = <T>(work: Parameters<typeof withOffice<T>>[2]) => withOffice(db.app, officeId, work);
const asApplication = (sql: string, values: readonly unknown[] = []) =>
  inOffice((tx) => tx.query(sql, [...values]));

async function hire() {
  const made = await anAccount({ desk, office });
  assert.ok(made.ok);
  return { officeId, account: made.account };
}
async function withFactor() {
  const whose = await hire();
  const session = await aSession(db.app, desk.keyring, whose, MORNING, 'none');
  const actor = { by: 'staff', account: whose.account, role: null } as const;
  const command = { secret: SECRET, typed: timeCodeAt(SECRET, MORNING), session };
  assert.ok((await setSecondFactor(db.app, whose, command, { ...here, actor })).ok);
  const command2 = {
    ...whose,
    email: 'x@contoh.id',
    typed: timeCodeAt(SECRET, LATER),
    address: '',
    own: null,
  };
  return { whose, passes: async () => (await checkCode(db.app, command2, context)).ok };
}

test('a second factor that other hands took away or moved to another account opens nothing, and verify finds it', async () => {
  const [one, other] = [await withFactor(), await withFactor()];
  assert.deepEqual(await found(), []);
  await asApplication('update account set second_factor = null where account_id = $1', [one.whose.account]);
  assert.equal(await one.passes(), false);
  assert.deepEqual(await found(), ['account 1']);
  await asApplication(
    `update account a set second_factor = b.second_factor from account b where a.account_id = $1 and b.account_id = $2`,
    [one.whose.account, other.whose.account],
  );
  assert.equal(await one.passes(), false);
  assert.deepEqual(await found(), ['account 1']);
  const whole = await db.owner.query('select second_factor, mac from account where account_id = $1', [
    other.whose.account,
  ]);
  assert.ok((await inOffice((tx) => removeSecondFactor(tx, other.whose, { ...here, now: LATER }))).ok);
  assert.deepEqual(await found(), ['account 1'], 'taken away at the door');
  const { second_factor, mac } = whole.rows[0];
  await asApplication('update account set second_factor = $2, mac = $3 where account_id = $1', [
    ...[other.whose.account, second_factor, mac],
  ]);
  assert.deepEqual(await found(), ['account 2'], 'put back whole');
  await asApplication('update account set second_factor = null where account_id = $1', [other.whose.account]);
});

test('a recovery code that other hands wrote is found', async () => {
  const { whose } = await withFactor();
  const before = await found();
  await asApplication(
    `insert into recovery_code (office_id, account_id, code_hash, made_at, mac)
     select office_id, account_id, sha256('ABCDEFGHJK'), made_at, mac from recovery_code where account_id = $1 limit 1`,
    [whose.account],
  );
  assert.deepEqual(await found(), [...before, 'recovery_code 1']);
});

test('a link of single sign-on that other hands wrote, changed or took away opens nothing, and verify finds it', async () => {
  const issuer = 'https://sso.contoh.go.id';
  const bind = async (subject: string) => {
    const whose = await hire();
    const link = { id: uuidv7(), issuer, subject, email: null };
    assert.equal(await inOffice((tx) => putSignOnLink(tx, whose, link, here)), 'linked');
    const person = { issuer, subject, email: null };
    return { whose, link, comes: async () => (await findVouched(db.app, person, context)).ok };
  };
  const links = async () => (await found()).filter((one) => one.startsWith('sign_on_link'));
  const [kept, ended, moved] = [await bind('tetap'), await bind('lepas'), await bind('pindah')];
  assert.ok(await inOffice((tx) => endSignOnLink(tx, ended.whose, ended.link.id, here)));
  assert.deepEqual([await links(), await kept.comes(), await ended.comes()], [[], true, false]);
  await asApplication(`update sign_on_link set subject = 'penipu' where link_id = $1`, [moved.link.id]);
  const thief = { issuer, subject: 'penipu', email: null };
  assert.equal((await findVouched(db.app, thief, context)).ok, false);
  assert.deepEqual(await links(), ['sign_on_link 1']);
  await asApplication(
    `insert into sign_on_link (office_id, link_id, account_id, issuer, subject, linked_at, mac)
     select office_id, gen_random_uuid(), account_id, issuer, 'lain', linked_at, mac from sign_on_link where link_id = $1`,
    [kept.link.id],
  );
  assert.equal((await findVouched(db.app, { ...thief, subject: 'lain' }, context)).ok, false);
  assert.deepEqual(await links(), ['sign_on_link 2']);
  await db.owner.query('delete from sign_on_link where link_id = $1', [kept.link.id]);
  assert.deepEqual(await links(), ['sign_on_link 3']);
});
