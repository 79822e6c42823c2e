import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anAccount } from '../../../test/an-account.ts';
import { actingIn, atTheDoor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { KnownDevice } from './carried-form.ts';
import { changePassword } from './change-password.ts';
import type { NewAccount } from './create-account.ts';
import { disableAccount } from './disable-account.ts';
import { findStaff } from './find-staff.read.ts';
import { resetPassword } from './reset-password.ts';
import { closeSession } from './sessions/session.ts';
import { LOCK_TOLD, signIn } from './sign-in.ts';
import { signInKeys, takeSignInAttempt } from './sign-in-limit.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const here = actingIn(desk, MORNING);
const door = atTheDoor(desk);
const { officeId, data } = office;
const pepper = Buffer.alloc(32, 7);
const today = () => '2026-04-06';

const create = (own: Partial<NewAccount> = {}) => anAccount({ desk, office }, own);
const attempt = (email: string, password: string, address = '203.0.113.1', now = MORNING) =>
  signIn(db.app, { email, password, address }, { now, pepper, ...door });

test('whoever knows the password gets a session with the roles that are in force today', async () => {
  await create({ email: 'rina@contoh.id' });
  const result = await attempt('RINA@contoh.id', 'kuda hijau laut');
  assert.ok(result.ok);
  const staff = await findStaff(db.app, result.token, MORNING, today, door);
  assert.deepEqual(
    staff?.roles.map((role) => role.role),
    ['koordinator'],
  );
  assert.equal(await findStaff(db.app, `${result.token}x`, MORNING, today, door), null);
});

test('a session ends by signing out, after three idle hours, and with its account', async () => {
  const made = await create({ email: 'budi@contoh.id' });
  assert.ok(made.ok);
  const open = async () => {
    const result = await attempt('budi@contoh.id', 'kuda hijau laut');
    assert.ok(result.ok);
    return result.token;
  };
  const [left, idle, closed] = [await open(), await open(), await open()];
  await closeSession(db.app, left);
  assert.equal(await findStaff(db.app, left, MORNING, today, door), null);
  assert.equal(await findStaff(db.app, idle, MORNING + 3.1 * 3_600_000, today, door), null);
  assert.ok(await findStaff(db.app, closed, MORNING, today, door));
  await withOffice(db.app, officeId, (tx) =>
    disableAccount(tx, officeId, data.roles, { account: made.account, today: today() }, here),
  );
  assert.equal(await findStaff(db.app, closed, MORNING, today, door), null);
  assert.equal((await attempt('budi@contoh.id', 'kuda hijau laut')).ok, false);
});

test('six wrong guesses lock that address out for that account, nobody else, and not for ever', async () => {
  await create({ email: 'dewi@contoh.id' });
  for (let guess = 0; guess < 6; guess += 1) await attempt('dewi@contoh.id', 'salah semua', '198.51.100.9');
  const locked = await attempt('dewi@contoh.id', 'kuda hijau laut', '198.51.100.9');
  assert.deepEqual(locked, { ok: false, refusal: 'too-many-attempts', minutes: 15 });
  assert.equal((await attempt('dewi@contoh.id', 'kuda hijau laut', '198.51.100.10')).ok, true);
  const later = await attempt('dewi@contoh.id', 'kuda hijau laut', '198.51.100.9', MORNING + 16 * 60_000);
  assert.equal(later.ok, true);
});

test('a visitor behind the same address who guesses does not lock out the browser that was at work for the account before', async () => {
  const made = await create({ email: 'rudi@contoh.id' });
  assert.ok(made.ok);
  const hall = '198.51.100.60';
  const from = (device: KnownDevice | null, password: string) =>
    signIn(
      db.app,
      { email: 'rudi@contoh.id', password, address: hall, devices: device === null ? [] : [device] },
      { now: MORNING, pepper, ...door },
    );
  for (let guess = 0; guess < 6; guess += 1) await from(null, 'salah semua');
  for (let guess = 0; guess < 45; guess += 1) await attempt(`tebak${guess}@contoh.id`, 'salah', hall);
  const locked = { ok: false, refusal: 'too-many-attempts', minutes: 15 };
  const [own, other] = [1, 2].map((day) => ({ account: made.account, at: MORNING - day * 86_400_000 }));
  assert.ok(own && other);
  assert.equal((await from(own, 'kuda hijau laut')).ok, true);
  for (const stranger of [null, { ...own, account: uuidv7() }])
    assert.deepEqual(await from(stranger, 'kuda hijau laut'), locked);
  for (let guess = 0; guess < 6; guess += 1) await from(own, 'salah semua');
  assert.deepEqual(await from(own, 'kuda hijau laut'), locked, 'a browser has a small limit of its own');
  assert.equal((await from(other, 'kuda hijau laut')).ok, true);
});

test('who changes his password is not locked out by guesses at the sign-in page, and guesses within his session are bounded', async () => {
  await create({ email: 'sinta@contoh.id' });
  const hall = '198.51.100.61';
  const entered = await attempt('sinta@contoh.id', 'kuda hijau laut', hall);
  assert.ok(entered.ok);
  const staff = await findStaff(db.app, entered.token, MORNING, today, door);
  assert.ok(staff);
  for (let guess = 0; guess < 6; guess += 1) await attempt('sinta@contoh.id', 'salah semua', hall);
  const change = (current: string, password: string) =>
    changePassword(
      db.app,
      staff,
      { current, password, session: entered.token, address: hall },
      { ...here, pepper, ...door },
    );
  assert.deepEqual(await change('kuda hijau laut', 'kuda merah bukit'), { ok: true });
  const wrong = { ok: false, refusal: 'password-wrong' };
  for (let guess = 0; guess < 6; guess += 1)
    assert.deepEqual(await change('salah semua', 'kuda putih awan'), wrong);
  const locked = { ok: false, refusal: 'too-many-attempts', minutes: 15 };
  assert.deepEqual(await change('kuda merah bukit', 'kuda putih awan'), locked);
});

test('a password that was reset opens at once, whatever failed before it; guesses after it lock as ever', async () => {
  const made = await create({ email: 'wati@contoh.id' });
  assert.ok(made.ok);
  const guess = (now: number) => attempt('wati@contoh.id', 'salah semua', '198.51.100.30', now);
  for (let round = 0; round < 6; round += 1) await guess(MORNING);
  assert.equal((await attempt('wati@contoh.id', 'kuda hijau laut', '198.51.100.30')).ok, false);
  const at = MORNING + 60_000;
  const reset = await withOffice(db.app, officeId, (tx) =>
    resetPassword(tx, officeId, made.account, { ...here, now: at }),
  );
  assert.ok(reset.ok);
  for (let round = 0; round < 5; round += 1) await guess(at + 1_000);
  const entered = await attempt('wati@contoh.id', reset.password, '198.51.100.30', at + 2_000);
  assert.equal(entered.ok && entered.oneTimePassword, true);
  for (let round = 0; round < 6; round += 1) await guess(at + 3_000);
  const locked = await attempt('wati@contoh.id', reset.password, '198.51.100.30', at + 4_000);
  assert.deepEqual(locked, { ok: false, refusal: 'too-many-attempts', minutes: 15 });
});

test('guesses that a clock running ahead has dated lock nobody once it is set right', async () => {
  const keys = await signInKeys(db.app, pepper, 'jam@contoh.id', '203.0.113.77');
  const take = async (now: number) => (await takeSignInAttempt(db.app, keys, now)).minutes;
  const ahead = MORNING + 5 * 3_600_000;
  for (let guess = 0; guess < 6; guess += 1) assert.equal(await take(ahead), null);
  assert.equal(await take(ahead), 15);
  for (let guess = 0; guess < 6; guess += 1) assert.equal(await take(MORNING), null);
  assert.equal(await take(MORNING), 15);
});

test('guesses sent at once are counted one by one, and a whole IPv6 /64 counts as one address', async () => {
  await create({ email: 'eka@contoh.id' });
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, one) =>
      attempt('eka@contoh.id', 'salah semua', `2001:db8:7:7::${one + 1}`),
    ),
  );
  const refusals = guesses.map((one) => (one.ok ? 'ok' : one.refusal));
  assert.equal(refusals.filter((one) => one === 'sign-in-failed').length, 6);
  assert.equal(refusals.filter((one) => one === 'too-many-attempts').length, 14);
});

test('a flood of sign-ins is turned away at once instead of holding connections and threads', async () => {
  const flood = await Promise.allSettled(
    Array.from({ length: 60 }, (_, one) => attempt('siapa@contoh.id', 'salah semua', `192.0.2.${one}`)),
  );
  const busy = flood.filter((one) => one.status === 'rejected' && one.reason.code === 'busy');
  assert.equal(busy.length, 8);
});

test('whoever holds sixty connections from one network closes the door to himself only', async () => {
  await create({ email: 'joko@contoh.id' });
  const flood = Promise.allSettled(
    Array.from({ length: 60 }, () => attempt('siapa@contoh.id', 'salah semua', '192.0.2.200')),
  );
  assert.equal((await attempt('joko@contoh.id', 'kuda hijau laut', '198.51.100.20')).ok, true);
  const busy = (await flood).filter((one) => one.status === 'rejected' && one.reason.code === 'busy');
  assert.equal(busy.length, 38);
});

test('made-up e-mails do not lock out those who work behind the same address, and guessing stays bounded', async () => {
  await create({ email: 'kiki@contoh.id' });
  await create({ email: 'lala@contoh.id' });
  const counter = '198.51.100.30';
  assert.equal((await attempt('kiki@contoh.id', 'kuda hijau laut', counter)).ok, true);
  const later = MORNING + 29 * 86_400_000;
  for (let guess = 0; guess < 45; guess += 1)
    await attempt(`tebak${guess}@contoh.id`, 'salah', counter, later);
  assert.equal((await attempt('kiki@contoh.id', 'kuda hijau laut', counter, later)).ok, true);
  const stranger = await attempt('lala@contoh.id', 'kuda hijau laut', counter, later);
  assert.deepEqual(stranger, { ok: false, refusal: 'too-many-attempts', minutes: 15 });
  for (let guess = 0; guess < 6; guess += 1) await attempt('kiki@contoh.id', 'salah', counter, later);
  const locked = await attempt('kiki@contoh.id', 'kuda hijau laut', counter, later);
  assert.deepEqual(locked, { ok: false, refusal: 'too-many-attempts', minutes: 15 });
});

test('signing in rightly all day long from one network never locks it', async () => {
  await create({ email: 'fitri@contoh.id' });
  for (let one = 0; one < 45; one += 1) {
    assert.equal(
      (await attempt('fitri@contoh.id', 'kuda hijau laut', '198.51.100.77', MORNING + one)).ok,
      true,
    );
  }
});

test('the e-mail of a closed account is free again, and opens the new one only', async () => {
  const email = 'kembali@contoh.id';
  const former = await create({ email });
  assert.ok(former.ok);
  assert.deepEqual(await create({ email }), { ok: false, refusal: 'email-taken' });
  const close = { account: former.account, today: today() };
  await withOffice(db.app, officeId, (tx) => disableAccount(tx, officeId, data.roles, close, here));
  const anew = await create({ email: email.toUpperCase(), password: 'rumah di bukit' });
  assert.ok(anew.ok);
  assert.equal((await attempt(email, 'kuda hijau laut')).ok, false);
  const entered = await attempt(email, 'rumah di bukit');
  assert.equal(entered.ok && entered.account, anew.account);
});

test('an account refuses a taken e-mail, a weak password, an unknown role and administrator with auditor', async () => {
  await create({ email: 'satu@contoh.id' });
  const refusals = await Promise.all([
    create({ email: 'SATU@contoh.id' }),
    create({ password: 'pendek' }),
    create({ password: 'aaaaaaaaaaaa' }),
    create({ roles: ['raja'] }),
    create({ roles: [] }),
    create({ roles: ['administrator', 'pemeriksa-catatan'] }),
  ]);
  assert.deepEqual(
    refusals.map((one) => (one.ok ? 'ok' : one.refusal)),
    [
      'email-taken',
      'password-too-short',
      'password-too-plain',
      'role-unknown',
      'role-missing',
      'roles-refused-pair',
    ],
  );
});

test('who is locked out waits for his own guesses, not for an older one of somebody else behind the same address', async () => {
  await create({ email: 'mira@contoh.id' });
  const counter = '198.51.100.31';
  await attempt('siapa@contoh.id', 'salah', counter, MORNING - 10 * 60_000);
  for (let guess = 0; guess < 6; guess += 1) await attempt('mira@contoh.id', 'salah', counter);
  const locked = await attempt('mira@contoh.id', 'kuda hijau laut', counter);
  assert.deepEqual(locked, { ok: false, refusal: 'too-many-attempts', minutes: 15 });
});

test('an e-mail that the database lowers otherwise than JavaScript is one e-mail: it buys no further guesses', async () => {
  await create({ email: 'İpek@contoh.id' });
  const from = '198.51.100.40';
  assert.equal((await attempt('İpek@contoh.id', 'kuda hijau laut', from)).ok, true);
  const { rows } = await db.owner.query<{ lowered: string }>(`select lower('İpek@CONTOH.id') lowered`);
  const spellings = ['İpek@contoh.id', rows[0]?.lowered ?? '', 'İPEK@contoh.id'];
  for (let guess = 0; guess < 6; guess += 1) await attempt(spellings[guess % 3] ?? '', 'salah', from);
  for (const spelling of spellings)
    assert.equal((await attempt(spelling, 'kuda hijau laut', from)).ok, false, spelling);
});

test('whoever holds a whole IPv6 /48 guesses four times as often as one network of it, and no more', async () => {
  const guessing = async (address: string) => {
    const keys = await signInKeys(db.app, pepper, `${uuidv7()}@contoh.id`, address);
    return (await takeSignInAttempt(db.app, keys, MORNING)).minutes;
  };
  for (let one = 0; one < 160; one += 1) assert.equal(await guessing(`2001:db8:48:${one}::1`), null);
  assert.equal(await guessing('2001:db8:48:ffff::1'), 15);
  assert.equal(await guessing('2001:db8:49::1'), null);
});

test('a lock is told once an hour, from however many addresses an account is guessed at', async () => {
  const made = await create({ email: 'nani@contoh.id' });
  assert.ok(made.ok);
  const lock = async (address: string, now: number) => {
    for (let guess = 0; guess < 6; guess += 1) await attempt('nani@contoh.id', 'salah', address, now);
    const { rows } = await db.owner.query(
      `select from office_event where body like '%sign-in-locked%' and body like $1`,
      [`%${made.account}%`],
    );
    return rows.length;
  };
  assert.equal(await lock('198.51.100.51', MORNING), 1);
  assert.equal(await lock('198.51.100.52', MORNING + 59 * 60_000), 1);
  assert.equal(await lock('198.51.100.53', MORNING + 61 * 60_000), 2);
});

test('whether a lock was told reads the last hour of a long chain, not all of it', async () => {
  const office = 999;
  await db.owner.query(
    `insert into office_event (office_id, seq, recorded_at, key_id, body, mac)
     select $1, i, $2::timestamptz + i * interval '1 minute', 'k', '{"event":{"type":"sign-in-locked","account":"a"}}', ''
       from generate_series(1, 20000) i`,
    [office, new Date(MORNING)],
  );
  await db.owner.query('analyze office_event');
  const told = async (hoursAfter: number, account: string) => {
    const since = new Date(MORNING + 20_000 * 60_000 + hoursAfter * 3_600_000);
    const { rows } = await db.owner.query<{ 'QUERY PLAN': readonly { Plan: Record<string, number> }[] }>(
      `explain (analyze, buffers, format json) ${LOCK_TOLD}`,
      [office, since, account],
    );
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    return { rows: plan?.Plan['Actual Rows'], few: (plan?.Plan['Shared Hit Blocks'] ?? Infinity) < 30 };
  };
  assert.deepEqual(await told(-1, 'a'), { rows: 1, few: true });
  assert.deepEqual(await told(-1, 'b'), { rows: 0, few: true });
  assert.deepEqual(await told(0, 'a'), { rows: 0, few: true });
});

test('what is old is found by an index when it is cleaned away', async () => {
  await db.owner.query(
    `insert into sign_in_attempt (key_hash, at, ok) select sha256(i::text::bytea), $1, false from generate_series(1, 20000) i`,
    [new Date(MORNING)],
  );
  await db.owner.query('analyze sign_in_attempt');
  const { rows } = await db.owner.query<{ 'QUERY PLAN': string }>(
    `explain delete from sign_in_attempt where at < '2020-01-01' and (not ok or at < '2019-12-01')`,
  );
  assert.match(rows.map((row) => row['QUERY PLAN']).join(' '), /sign_in_attempt_at/);
  await db.owner.query('truncate sign_in_attempt');
});
