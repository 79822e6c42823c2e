import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { anAccount } from '../../../../test/an-account.ts';
import { actingIn } from '../../../../test/office-desk.ts';
import { sessionCookieOf, setUpSecondFactor } from '../../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { grantRole } from '../grant-role.ts';
import { findPinFault } from './find-pin-fault.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
if (office === undefined) throw new Error('The office is there');
const at = { desk: kit.desk.cases, office };
const { officeId, data } = office;
const PASSWORD = 'kuda hijau laut';
const PIN = '480217';
const HOUR = 3_600_000;
const MORNING = kit.clock.now;

/** A browser: it keeps what it is given. */
function aBrowser() {
  const jar = new Map<string, string>();
  const ask = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await kit.app.request(
      path,
      fields === undefined ? { headers: { cookie } } : formPost(fields, cookie),
    );
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { jar, ask };
}
type Browser = ReturnType<typeof aBrowser>;

let hired = 0;
async function hire(name: string, role = 'petugas-loket') {
  hired += 1;
  const email = `${name.toLowerCase()}${hired}@contoh.id`;
  const made = await anAccount(at, { name, email, roles: [role] });
  assert.ok(made.ok);
  const enter = ({ ask }: Browser) => ask('/petugas/masuk', { email, password: PASSWORD });
  return { name, email, account: made.account, enter };
}
const whoWorks = async ({ ask }: Browser) => {
  const page = await (await ask('/petugas/sop')).text();
  return [...page.matchAll(/<summary>([A-Z][a-z]+)</g)][0]?.[1];
};
const setPin = ({ ask }: Browser, pin = PIN) => ask('/petugas/keamanan/pin', { pin });
const switchTo = ({ ask }: Browser, account: string, pin = PIN) =>
  ask('/petugas/ganti', { account, pin, next: '/petugas/loket' });

test('rule 35: after one full sign-in each, two clerks share a PC by their PINs, and each acts under his own account', async () => {
  const pc = aBrowser();
  const [ani, beni] = [await hire('Ani'), await hire('Beni')];
  for (const clerk of [ani, beni]) {
    assert.equal((await clerk.enter(pc)).status, 303);
    const made = await setPin(pc);
    assert.equal(made.headers.get('location'), '/petugas/keamanan?pin-dibuat');
  }
  assert.equal(await whoWorks(pc), 'Beni');
  assert.match(await (await pc.ask('/petugas/sop')).text(), /action="\/petugas\/kunci"/);
  assert.equal((await pc.ask('/petugas/kunci', {})).headers.get('location'), '/petugas/ganti');
  assert.equal((await pc.ask('/petugas/sop')).status, 303, 'locked');
  const asked = await (await pc.ask('/petugas/ganti')).text();
  assert.match(asked, /Ani/);
  assert.match(asked, /Beni/);
  const on = await switchTo(pc, ani.account);
  assert.deepEqual([on.status, on.headers.get('location')], [303, '/petugas/loket']);
  assert.equal(await whoWorks(pc), 'Ani');
  const written = await pc.ask('/petugas/loket', {
    text: 'Beras bantuan berkutu.',
    channel: 'loket',
    name: 'Sari Contoh',
  });
  assert.equal(written.status < 400, true);
  const { rows } = await kit.desk.owner.query<{ by: string }>(
    `select body::json #>> '{actor,account}' as by from case_event order by recorded_at desc limit 1`,
  );
  assert.equal(rows[0]?.by, ani.account);
  const before = pc.jar.get('sesi');
  await switchTo(pc, beni.account);
  assert.equal(await whoWorks(pc), 'Beni');
  const former = await kit.app.request('/petugas/sop', { headers: { cookie: `sesi=${before}` } });
  assert.equal(former.status, 303, 'what the one before him had open is closed');
});

test('rule 35: a PIN is of one PC: elsewhere it is asked of nobody and opens nothing', async () => {
  const [pc, other] = [aBrowser(), aBrowser()];
  const cici = await hire('Cici');
  await cici.enter(pc);
  await setPin(pc);
  assert.match((await other.ask('/petugas/ganti')).headers.get('location') ?? '', /^\/petugas\/masuk/);
  assert.match((await switchTo(other, cici.account)).headers.get('location') ?? '', /^\/petugas\/masuk/);
  const dedi = await hire('Dedi');
  await dedi.enter(other);
  await setPin(other);
  assert.equal((await switchTo(other, cici.account)).status, 429, 'at another counter PC either');
  other.jar.set('sesi-loket', `${officeId}.${'A'.repeat(43)}`);
  assert.equal((await switchTo(other, cici.account)).status, 429);
});

test('rule 35: a PIN ends with the day, in the zone of the office', async () => {
  const pc = aBrowser();
  const eko = await hire('Eko');
  await eko.enter(pc);
  await setPin(pc);
  await pc.ask('/petugas/kunci', {});
  // 09.00 WITA: the day has fifteen hours left.
  kit.clock.now = MORNING + 15 * HOUR - 60_000;
  await switchTo(pc, eko.account);
  assert.equal(await whoWorks(pc), 'Eko');
  kit.clock.now = MORNING + 15 * HOUR + 1;
  assert.equal((await pc.ask('/petugas/sop')).status, 303, 'nor does the session outlive the day');
  assert.equal((await switchTo(pc, eko.account)).status, 429);
  kit.clock.now = MORNING;
});

test('rule 35: five wrong PINs, and its holder signs in fully again; his password was never locked', async () => {
  const pc = aBrowser();
  const fani = await hire('Fani');
  await fani.enter(pc);
  await setPin(pc);
  await pc.ask('/petugas/kunci', {});
  for (const left of [4, 3, 2, 1]) {
    const wrong = await switchTo(pc, fani.account, '111222');
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), new RegExp(`Sisa percobaan: ${left}`));
  }
  assert.equal((await switchTo(pc, fani.account, '111222')).status, 429);
  assert.equal((await switchTo(pc, fani.account)).status, 429, 'the right one, too late');
  assert.equal((await fani.enter(pc)).status, 303);
  await setPin(pc, '905731');
  assert.equal((await switchTo(pc, fani.account, '905731')).status, 303);
});

test('five guesses that are sent at once are five, and no more', async () => {
  const pc = aBrowser();
  const gani = await hire('Gani');
  await gani.enter(pc);
  await setPin(pc);
  const guesses = await Promise.all(
    Array.from({ length: 12 }, (_, at) => switchTo(pc, gani.account, String(300_000 + at * 7))),
  );
  assert.equal(guesses.filter(({ status }) => status === 422).length, 4);
  assert.equal(guesses.filter(({ status }) => status === 429).length, 8);
});

test('rule 35: no PIN for a role that needs a second factor, nor any longer for whom such a role is given', async () => {
  const pc = aBrowser();
  const head = await hire('Hana', 'penanggung-jawab');
  const entered = await head.enter(pc);
  const { cookie } = await setUpSecondFactor(kit, sessionCookieOf(entered));
  pc.jar.set('sesi', cookie.replace('sesi=', ''));
  const page = await (await pc.ask('/petugas/keamanan/pin')).text();
  assert.match(page, /Peran Anda memerlukan faktor kedua/);
  assert.doesNotMatch(page, /name="pin"/);
  assert.equal((await setPin(pc)).status, 422);
  const ika = await hire('Ika');
  const counter = aBrowser();
  await ika.enter(counter);
  await setPin(counter);
  await switchTo(counter, ika.account);
  assert.equal(await whoWorks(counter), 'Ika');
  const today = '2026-04-06';
  const role = {
    account: ika.account,
    role: 'koordinator',
    unit: null,
    from: today,
    to: null,
    decree: null,
    today,
  };
  const given = await withOffice(kit.desk.pool, officeId, (tx) =>
    grantRole(tx, officeId, data.roles, role, actingIn(at.desk, kit.clock.now)),
  );
  assert.ok(given.ok);
  assert.equal((await counter.ask('/petugas/sop')).status, 303);
  assert.equal((await switchTo(counter, ika.account)).status, 422);
  assert.equal(await whoWorks(counter), undefined);
});

test('rule 35: what a PIN opened ends when the counter stands still for half an hour', async () => {
  const pc = aBrowser();
  const jodi = await hire('Jodi');
  await jodi.enter(pc);
  await setPin(pc);
  await switchTo(pc, jodi.account);
  kit.clock.now = MORNING + 29 * 60_000;
  assert.equal(await whoWorks(pc), 'Jodi');
  kit.clock.now = MORNING + 60 * 60_000;
  assert.equal((await pc.ask('/petugas/sop')).status, 303);
  assert.match(await (await pc.ask('/petugas/masuk')).text(), /Masuk dengan PIN loket/);
  kit.clock.now = MORNING;
});

test('a PIN changes nothing that keeps others out, and goes with the password, the sessions and the end of work', async () => {
  const pc = aBrowser();
  const kiki = await hire('Kiki');
  await kiki.enter(pc);
  await setPin(pc);
  await switchTo(pc, kiki.account);
  for (const path of ['/petugas/keamanan/pin', '/petugas/keamanan/faktor-kedua']) {
    assert.match((await pc.ask(path)).headers.get('location') ?? '', /keamanan\/bukti/, path);
  }
  assert.match(await (await pc.ask('/petugas/keamanan/bukti')).text(), /masuk penuh dengan kata sandi/);
  const left = async () => (await switchTo(pc, kiki.account)).status === 303;
  assert.equal(await left(), true);
  await pc.ask('/petugas/keluar', {});
  assert.equal(await left(), false, 'he went home');
  await kiki.enter(pc);
  await setPin(pc);
  await pc.ask('/petugas/sandi', { current: PASSWORD, password: 'rumah di bukit' });
  assert.equal(await left(), false, 'another password');
});

test('a PIN is six figures that are neither repeated nor counted', () => {
  for (const [pin, fault] of [
    ['480217', null],
    ['000001', null],
    ['48021', 'pin-digits'],
    ['4802170', 'pin-digits'],
    ['48021a', 'pin-digits'],
    ['', 'pin-digits'],
    ['111111', 'pin-plain'],
    ['121212', 'pin-plain'],
    ['123123', 'pin-plain'],
    ['123456', 'pin-plain'],
    ['901234', 'pin-plain'],
    ['654321', 'pin-plain'],
  ] as const)
    assert.equal(findPinFault(pin), fault, pin);
});

test('a PIN that other hands wrote or made longer opens nothing', async () => {
  const pc = aBrowser();
  const lala = await hire('Lala');
  await lala.enter(pc);
  await setPin(pc);
  await pc.ask('/petugas/kunci', {});
  await kit.desk.owner.query(
    `update counter_pin set expires_at = expires_at + interval '1 day' where account_id = $1`,
    [lala.account],
  );
  assert.equal((await switchTo(pc, lala.account)).status, 429);
  assert.match(kit.errors.join(), /row-seal-broken.*counter_pin/);
});
