import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sign-in.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const colleague = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');
const WAITING = 'Menunggu Anda: tetapkan siapa yang diadukan';
const SAID = 'Tono Contoh di loket meminta uang jalan';

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';

async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.id ?? '';
}

/** As a citizen sends it: the form of the public page. */
async function complain(fields: Readonly<Record<string, string>>): Promise<string> {
  const form = await (await kit.app.request('/lapor?kantor=tabalong')).text();
  const idempotencyKey = hidden(form, 'idempotencyKey');
  const answer = await kit.app.request(
    '/lapor',
    formPost({ office: 'tabalong', idempotencyKey, text: SAID, phone: '0812-0000-0000', ...fields }),
  );
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await answer.text())?.[0] ?? '';
}

async function settle(ticket: string, fields: Readonly<Record<string, string>>, as: string) {
  const { html } = await get(`/petugas/kasus/${ticket}`, as);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const answer = await kit.app.request(
    `/petugas/kasus/${ticket}/settle-respondent`,
    formPost({ ...keys, reason: 'Diperiksa.', ...fields }, as),
  );
  return answer.status;
}

/** Whether the inbox, the search, the page and the slip show him anything of it. */
async function meets(ticket: string, cookie: string): Promise<readonly boolean[]> {
  const path = `/petugas/kasus/${ticket}`;
  const lists = [await get('/petugas?antrean=semua', cookie), await get('/petugas?q=uang+jalan', cookie)];
  const pages = [await get(path, cookie), await get(`${path}/tanda-terima`, cookie)];
  return [...lists.map(({ html }) => html.includes(ticket)), ...pages.map(({ status }) => status === 200)];
}

test('rule 28: nobody at the counter meets a complaint that names somebody until it is said who he is', async () => {
  const ticket = await complain({ respondent: 'Tono Contoh' });
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false]);
  for (const above of [coordinator, head]) {
    const { html } = await get('/petugas', above);
    const group = html.split(WAITING)[1] ?? '';
    assert.ok((group.split('</section>')[0] ?? '').includes(ticket));
    assert.match((await get(`/petugas/kasus/${ticket}`, above)).html, /belum ditetapkan siapa dia/);
  }
  assert.equal(await settle(ticket, { staff: await accountOf(clerk) }, coordinator), 303);
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false], 'he is the terlapor');
  assert.deepEqual(await meets(ticket, colleague), [true, true, true, true]);
  assert.ok(!(await get('/petugas', coordinator)).html.includes(WAITING));
});

test('rule 28: past the front office without a name; the head says it is nobody of the office', async () => {
  const ticket = await complain({ pastFrontOffice: 'ya' });
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false]);
  assert.match(
    (await get(`/petugas/kasus/${ticket}`, head)).html,
    /Bekerja di loket atau penerima pengaduan/,
  );
  assert.equal(await settle(ticket, { notStaff: 'ya' }, head), 303);
  assert.deepEqual(await meets(ticket, clerk), [true, true, true, true]);
  assert.match((await get(`/petugas/kasus/${ticket}`, clerk)).html, /Bukan petugas kantor ini/);
});
