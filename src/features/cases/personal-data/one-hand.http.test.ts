import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setUpSecondFactor } from '../../../../test/pass-second-factor.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');

const get = async (path: string, cookie: string) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';

/** Somebody at work, and how an administrator takes his account over. */
async function aColleague(role: string) {
  const cookie = await kit.signIn(role);
  const { rows } = await kit.desk.owner.query<{ id: string; email: string }>(
    `select account_id id, email from account join staff_session using (office_id, account_id) where token_hash = $1`,
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  const { id = '', email = '' } = rows[0] ?? {};
  const takenBy = async (administrator: string, chosen: string): Promise<string> => {
    const reset = await post(`/petugas/akun/${id}/sandi`, {}, administrator);
    const current = /<code>([\w-]+)<\/code>/.exec(reset.html)?.[1] ?? '';
    const entered = await post('/petugas/masuk', { email, password: current }, '');
    const taken = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const changed = await post('/petugas/sandi', { current, password: chosen }, taken);
    const own = (changed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    // Rule 35: who takes an account that never had a second factor sets up his own.
    return changed.html.includes('tg-secret') ? (await setUpSecondFactor(kit, own)).cookie : own;
  };
  return { cookie, takenBy };
}

/** An anonymous case; `ask` and `agree` as the page offers them. */
async function anonymousCase() {
  const fields = { text: 'Kartu rusak.', channel: 'loket', name: 'Sari Contoh Wulandari', anonymous: 'ya' };
  const { html } = await post('/petugas/loket', fields, clerk);
  const path = `/petugas/kasus/${/[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0]}`;
  const doorFor = async (cookie: string) =>
    /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec(await get(path, cookie))?.[0] ?? '';
  const open = async (cookie: string) => post(await doorFor(cookie), { reason: 'Panggilan saksi.' }, cookie);
  const agree = async (asker: string, cookie: string) => {
    const page = await get(path, cookie);
    const read = { asker: hidden(page, 'asker'), reason: hidden(page, 'reason') };
    return post(`${await doorFor(asker)}/setuju`, read, cookie);
  };
  return { open, agree };
}

test('rule 32: who resets a password cannot agree with himself under the name of its holder', async () => {
  const one = await kit.signIn('administrator', 'penanggung-jawab');
  const second = await aColleague('koordinator');
  const { open, agree } = await anonymousCase();
  await open(one);
  const taken = await second.takenBy(one, 'sandi pilihan orang lain');
  const refused = await agree(one, taken);
  assert.equal(refused.status, 409);
  assert.match(refused.html, /belum dapat dianggap dua orang/);
  assert.ok(!(await open(one)).html.includes('Wulandari'));
});

test('rule 32: nor does an agreement open what the second person opens under the name of the first', async () => {
  const second = await kit.signIn('administrator', 'penanggung-jawab');
  const first = await aColleague('penanggung-jawab');
  const { open, agree } = await anonymousCase();
  await open(first.cookie);
  assert.equal((await agree(first.cookie, second)).status, 303);
  const taken = await first.takenBy(second, 'sandi pilihan orang lain');
  const refused = await open(taken);
  assert.equal(refused.status, 409);
  assert.match(refused.html, /belum dapat dianggap dua orang/);
  assert.ok(!refused.html.includes('Wulandari'));
});

test('rule 32: what other hands put into the chain of the office makes no two persons of one', async () => {
  const first = await kit.signIn('penanggung-jawab');
  const second = await kit.signIn('administrator', 'penanggung-jawab');
  const { open, agree } = await anonymousCase();
  await open(first);
  await withOffice(kit.desk.pool, 1, (tx) =>
    tx.query(`insert into office_event select office_id, seq + 1, recorded_at, key_id, body, mac from office_event
      order by seq desc limit 1`),
  );
  const refused = await agree(first, second);
  assert.equal(refused.status, 500);
  assert.match(refused.html, /catatan tindakannya bukan lagi yang ditulis Tanggap/);
  assert.ok(!(await open(first)).html.includes('Wulandari'));
});
