import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aSession } from '../../../../test/a-session.ts';
import { anAccount } from '../../../../test/an-account.ts';
import { atTheDoor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { inTransaction, withOffice } from '../../../platform/database/transaction.ts';
import { newMasterKeyText, openKeyring } from '../../../platform/keyring.ts';
import { resealPeople } from '../reseal-people.ts';
import { checkCode } from './check-code.ts';
import { setSecondFactor } from './set-second-factor.ts';
import { timeCodeAt } from './time-code.ts';

const db = await openTestDatabase({ after });
const former = newMasterKeyText();
const { desk: cases, office } = await openOfficeDesk(db, 'tabalong', MORNING, openKeyring(former));
const desk = { ...cases };
const { officeId } = office;
const lines: string[] = [];
const pepper = Buffer.alloc(32, 5);
const STEP = 30_000;

async function hire(secret = Buffer.from('12345678901234567890')) {
  const made = await anAccount({ desk, office });
  assert.ok(made.ok);
  const whose = { officeId, account: made.account };
  const actor = { by: 'staff', account: made.account, role: null } as const;
  const session = await aSession(db.app, desk.keyring, whose, MORNING, 'none');
  const command = { secret, typed: timeCodeAt(secret, MORNING), session };
  const set = await setSecondFactor(db.app, whose, command, { keyring: desk.keyring, actor, now: MORNING });
  assert.ok(set.ok);
  const check = (typed: string, now: number, keyring = desk.keyring) =>
    checkCode(
      db.app,
      { ...whose, email: 'x@contoh.id', typed, address: '203.0.113.5', own: `device ${made.account}` },
      { now, pepper, ...atTheDoor({ keyring }, lines) },
    );
  return { ...whose, secret, codes: set.codes, check };
}

test('RFC 6238: a time step is taken once, one before it never again, and one step of drift is forgiven either way', async () => {
  const { secret, check } = await hire();
  const used = { ok: false, refusal: 'code-used' };
  assert.deepEqual(await check(timeCodeAt(secret, MORNING), MORNING), used, 'the set-up took it');
  const at = MORNING + 10 * STEP;
  assert.deepEqual(await check(timeCodeAt(secret, at - STEP), at), { ok: true, by: 'time-code' });
  assert.deepEqual(await check(timeCodeAt(secret, at - STEP), at), used);
  assert.deepEqual(await check(timeCodeAt(secret, at + STEP), at), { ok: true, by: 'time-code' });
  assert.deepEqual(await check(timeCodeAt(secret, at), at), used, 'older than the one that was taken');
  assert.deepEqual(await check(timeCodeAt(secret, at + 3 * STEP), at), { ok: false, refusal: 'code-wrong' });
});

test('the same code that comes twice at once is taken once', async () => {
  const { secret, check } = await hire();
  const at = MORNING + 5 * STEP;
  const code = timeCodeAt(secret, at);
  const results = await Promise.all(Array.from({ length: 5 }, () => check(code, at)));
  assert.equal(results.filter(({ ok }) => ok).length, 1);
});

test('a step that was taken while the clock ran ahead holds nobody off once it is set right', async () => {
  const { secret, check } = await hire();
  const ahead = MORNING + 3_600_000;
  assert.equal((await check(timeCodeAt(secret, ahead), ahead)).ok, true);
  const now = MORNING + 2 * STEP;
  assert.equal((await check(timeCodeAt(secret, now), now)).ok, true);
  assert.equal((await check(timeCodeAt(secret, now), now)).ok, false);
});

test('a recovery code that comes twice at once is spent once, and one of somebody else opens nothing', async () => {
  const [one, other] = [await hire(), await hire()];
  const [code = ''] = one.codes;
  const results = await Promise.all(Array.from({ length: 4 }, () => one.check(code, MORNING)));
  assert.deepEqual(
    results.filter(({ ok }) => ok),
    [{ ok: true, by: 'recovery-code' }],
  );
  assert.equal((await other.check(one.codes[1] ?? '', MORNING)).ok, false);
});

test('neither secret nor codes lie in the database as they are', async () => {
  const { secret, codes, account } = await hire();
  const { rows } = await db.owner.query<{ text: string }>(
    `select concat(encode(a.second_factor, 'escape'), encode(a.second_factor, 'hex'),
                   (select string_agg(encode(code_hash, 'escape') || encode(code_hash, 'hex'), '')
                      from recovery_code r where r.account_id = a.account_id)) as text
       from account a where account_id = $1`,
    [account],
  );
  const text = rows[0]?.text ?? '';
  assert.ok(text.length > 200);
  for (const bare of [
    secret.toString(),
    secret.toString('hex'),
    ...codes.map((code) => code.replace('-', '')),
  ])
    assert.ok(!text.includes(bare), bare);
});

test('a spent recovery code stays spent, and one that other hands wrote is none', async () => {
  const { account, codes, check } = await hire();
  const [first = '', second = ''] = codes;
  assert.ok((await check(first, MORNING)).ok);
  await assert.rejects(
    withOffice(db.app, officeId, (tx) =>
      tx.query('update recovery_code set ended_at = null where account_id = $1', [account]),
    ),
    { code: '23000' },
  );
  await db.owner.query(
    `update recovery_code set made_at = made_at + interval '1 day' where account_id = $1 and ended_at is null`,
    [account],
  );
  assert.equal((await check(second, MORNING)).ok, false);
  await assert.rejects(
    withOffice(db.app, officeId, (tx) => tx.query('delete from recovery_code')),
    { code: '42501' },
  );
});

test('a new master key takes second factors and recovery codes along', async () => {
  const { secret, codes, check } = await hire();
  const rotated = openKeyring(`${newMasterKeyText()},${former}`);
  await inTransaction(db.owner, (tx) => resealPeople(tx, desk.keyring.current, rotated));
  const at = MORNING + 40 * STEP;
  assert.equal((await check(timeCodeAt(secret, at), at, rotated)).ok, true);
  assert.equal((await check(codes[4] ?? '', at, rotated)).ok, true);
  await inTransaction(db.owner, (tx) => resealPeople(tx, rotated.current, desk.keyring));
});

test('six wrong codes lock that browser for a quarter of an hour, and the chain of the office tells of it once', async () => {
  const { account, secret, check } = await hire();
  for (let guess = 0; guess < 6; guess += 1)
    assert.deepEqual(await check('000000', MORNING + guess), { ok: false, refusal: 'code-wrong' });
  const at = MORNING + 4 * STEP;
  assert.deepEqual(await check(timeCodeAt(secret, at), at), {
    ok: false,
    refusal: 'too-many-attempts',
    minutes: 13,
  });
  const later = MORNING + 15 * 60_000 + 6;
  assert.equal((await check(timeCodeAt(secret, later), later)).ok, true);
  const { rows } = await db.owner.query<{ type: string }>(
    `select body::json #>> '{event,type}' type from office_event where body::json #>> '{event,account}' = $1 order by seq`,
    [account],
  );
  assert.deepEqual(
    rows.map(({ type }) => type).filter((type) => type === 'sign-in-locked'),
    ['sign-in-locked'],
  );
});
