import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { markStoredCase } from '../../../../test/mark-stored-case.ts';
import { MORNING } from '../../../../test/office-desk.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import type { Office } from '../../offices/office.read.ts';
import { sweepNotices } from './sweep-notices.job.ts';

const kit = await openWebKit({ after });
const { app, desk } = kit;
const ADDRESS = '/petugas/pemberitahuan';
/** Monday 20 April 2026, 09.00 WITA: the 14 days of a complaint of 6 April end at 24.00. */
const LAST_DAY = MORNING + 14 * 24 * 3_600_000;

const office: Office = await (async () => {
  const found = await desk.offices.bySlug('tabalong', MORNING);
  if (found === undefined) throw new Error('No office');
  return found;
})();
const first = await aStoredCase({ desk: desk.cases, office });
const second = await aStoredCase({ desk: desk.cases, office });
kit.clock.now = LAST_DAY;
const [coordinator, clerk] = [await kit.signIn('koordinator'), await kit.signIn('petugas-loket')];
await sweepNotices(desk.cases, office, LAST_DAY);

const get = async (path: string, cookie: string) => {
  const answer = await app.request(path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
};
const unread = (text: string) =>
  />\s*(\d+)<span class="govuk-visually-hidden"> belum dibaca/.exec(text)?.[1] ?? null;

test('the bell counts what was not read, and the page leads to each case', async () => {
  const { status, text } = await get(ADDRESS, clerk);
  assert.equal(status, 200);
  assert.equal(unread(text), '1');
  for (const { ticket } of [first, second]) assert.match(text, new RegExp(`href="/petugas/kasus/${ticket}"`));
  assert.match(text, /batas waktu berakhir/);
  assert.match(text, /Senin, 20 April 2026 pukul 24\.00 WITA/);
  assert.doesNotMatch(text, /Kartu belum diterima/, 'rules 6, 20: no matter');
});

test('what one has read is read by him alone, and a word that is no message changes nothing', async () => {
  const { rows } = await desk.owner.query<{ notice_id: string }>('select notice_id from notice');
  for (const { notice_id } of rows) await app.request(ADDRESS, formPost({ read: notice_id }, clerk));
  assert.equal(unread((await get(ADDRESS, clerk)).text), null);
  assert.equal(unread((await get(ADDRESS, coordinator)).text), '1', 'the other one has his own');
  const odd = await app.request(ADDRESS, formPost({ read: "x' or true" }, coordinator));
  assert.equal(odd.status, 303);
  assert.equal(unread((await get(ADDRESS, coordinator)).text), '1');
});

test('rules 27, 28: a case that is closed to somebody afterwards is gone from his messages and from his bell', async () => {
  await desk.owner.query('update notice set read_at = null');
  await markStoredCase(desk.owner, desk.keyring, first.caseId, 'restricted', 'restricted = true');
  const one = await get(ADDRESS, clerk);
  assert.ok(!one.text.includes(first.ticket));
  assert.match(one.text, /1 baris tidak ditampilkan/);
  assert.equal(unread(one.text), '1', 'the other case is still his');
  await markStoredCase(desk.owner, desk.keyring, second.caseId, 'restricted', 'restricted = true');
  assert.equal(unread((await get(ADDRESS, clerk)).text), null);
});

test('whether mail is wanted is kept, and nobody without a session is answered', async () => {
  assert.match((await get(ADDRESS, clerk)).text, /name="mail"[^>]* checked/);
  await app.request(ADDRESS, formPost({ setting: 'mail' }, clerk));
  assert.doesNotMatch((await get(ADDRESS, clerk)).text, /name="mail"[^>]* checked/);
  await app.request(ADDRESS, formPost({ setting: 'mail', mail: 'yes' }, clerk));
  assert.match((await get(ADDRESS, clerk)).text, /name="mail"[^>]* checked/);
  assert.equal((await app.request(ADDRESS)).status, 303);
  assert.deepEqual(kit.errors, []);
});

test('outgoing mail is the administrator’s: why it waits, whom of the staff, and nothing of a case', async () => {
  const administrator = await kit.signIn('administrator');
  assert.equal((await get('/petugas/surel', coordinator)).status, 403);
  const { status, text } = await get('/petugas/surel', administrator);
  assert.equal(status, 200);
  assert.match(text, /TANGGAP_SMTP_URL/);
  assert.match(text, /Ringkasan harian/);
  assert.ok(!text.includes(first.ticket));
});

test('what is unsure is sent again only when an administrator says so, and once decided waits for no decision', async () => {
  const administrator = await kit.signIn('administrator');
  await desk.owner.query(
    `update mail set state = 'unsure', why = 'unknown-outcome', claim = gen_random_uuid()`,
  );
  const { rows } = await desk.owner.query<{ mail_id: string }>('select mail_id from mail order by mail_id');
  const [one, other] = rows;
  const send = async (fields: Record<string, string>) =>
    (await app.request('/petugas/surel', formPost(fields, administrator))).headers.get('location');
  assert.equal(await send({ mail: one?.mail_id ?? '', act: 'again' }), '/petugas/surel?selesai=lagi');
  assert.equal(await send({ mail: one?.mail_id ?? '', act: 'again' }), '/petugas/surel?selesai=lewat');
  assert.equal(await send({ mail: other?.mail_id ?? '', act: 'discard' }), '/petugas/surel?selesai=dibuang');
  const states = await desk.owner.query('select state, why from mail order by mail_id');
  assert.deepEqual(states.rows, [
    { state: 'waiting', why: null },
    { state: 'dropped', why: 'discarded' },
  ]);
  const refused = await app.request(
    '/petugas/surel',
    formPost({ mail: one?.mail_id ?? '', act: 'discard' }, clerk),
  );
  assert.equal(refused.status, 403);
});
