import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sessionCookieOf, setUpSecondFactor } from '../../../../test/pass-second-factor.ts';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

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
    const page = (await get(`/petugas/kasus/${ticket}`, above)).html;
    assert.match(page, /Belum ditetapkan siapa yang diadukan/);
    const next = page.split('Langkah berikutnya')[1]?.split('<form')[1] ?? '';
    assert.match(next, /settle-respondent/, 'it is the next step');
  }
  assert.equal(await settle(ticket, { staff: await accountOf(clerk) }, coordinator), 303);
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false], 'he is the terlapor');
  assert.deepEqual(await meets(ticket, colleague), [true, true, true, true]);
  assert.ok(!(await get('/petugas', coordinator)).html.includes(WAITING));
  const path = `/petugas/kasus/${ticket}`;
  const [own, other] = [(await get(path, coordinator)).html, (await get(path, colleague)).html];
  assert.match(own, /Anda sendiri yang menetapkan siapa yang diadukan/);
  assert.ok(own.includes(`action="${path}/dispose"`) && !own.includes(`action="${path}/cancel"`));
  assert.ok(!other.includes('Anda sendiri yang menetapkan') && other.includes(`action="${path}/withdraw"`));
});

test('rule 28: no correction of the name says who he is: that is settled', async () => {
  const ticket = await complain({ respondent: 'Tono Contoh' });
  const path = `/petugas/kasus/${ticket}`;
  const { html } = await get(path, coordinator);
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    `select r ->> 'identity' id from complaint_case, json_array_elements(state #> '{people,respondents}') r
     where ticket = $1`,
    [ticket],
  );
  const fields = {
    ...{ version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') },
    ...{ part: 'respondent', staffId: await accountOf(clerk), reason: 'Salah tulis.' },
  };
  const door = `${path}/orang/${rows[0]?.id}`;
  const refused = await kit.app.request(door, formPost(fields, coordinator));
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /Gunakan Tetapkan siapa yang diadukan/);
  const again = { ...fields, idempotencyKey: crypto.randomUUID() };
  assert.equal(await settle(ticket, { staff: await accountOf(clerk) }, coordinator), 303);
  const { html: settled } = await get(path, coordinator);
  const other = { ...again, version: hidden(settled, 'version'), staffId: await accountOf(colleague) };
  assert.equal(
    (await kit.app.request(door, formPost(other, coordinator))).status,
    409,
    'nor takes his wall down',
  );
});

test('rule 28: past the front office without a name; that it is nobody of the office two people say', async () => {
  const ticket = await complain({ pastFrontOffice: 'ya' });
  const path = `/petugas/kasus/${ticket}`;
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false]);
  assert.match((await get(path, head)).html, /Bekerja di kantor ini, misalnya di loket/);
  assert.equal(await settle(ticket, { notStaff: 'ya' }, head), 303);
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false], 'one alone may be he himself');
  assert.equal(await settle(ticket, { notStaff: 'ya' }, head), 409);
  assert.match((await get(path, coordinator)).html, /menurut orang pertama/);
  assert.equal(await settle(ticket, { notStaff: 'ya' }, coordinator), 303);
  assert.deepEqual(await meets(ticket, clerk), [true, true, true, true]);
  assert.match((await get(path, clerk)).html, /Bukan petugas kantor ini/);
});

test('rules 5, 6, 28: who does not work here keeps no clerk from the complaint; who does without a name does', async () => {
  const elsewhere = await complain({ respondent: 'Tetangga Contoh', worksHere: 'no', urgent: 'ya' });
  assert.deepEqual(await meets(elsewhere, clerk), [true, true, true, true]);
  assert.match((await get(`/petugas/kasus/${elsewhere}`, clerk)).html, /Bukan petugas kantor ini/);
  for (const fields of [{ respondent: 'Tono Contoh', worksHere: 'unknown' }, { worksHere: 'yes' }]) {
    assert.deepEqual(await meets(await complain(fields), clerk), [false, false, false, false]);
  }
  const nobody = await complain({ worksHere: 'unknown' });
  assert.deepEqual(await meets(nobody, clerk), [true, true, true, true], 'nobody is complained of');
});

test('rule 28: at the counter, too, whom the visitor names without knowing him waits for those who dispose', async () => {
  const take = async (fields: Readonly<Record<string, string>>) => {
    const visit = { text: SAID, channel: 'loket', respondent: 'Tono Contoh', ...fields };
    const slip = await (await kit.app.request('/petugas/loket', formPost(visit, clerk))).text();
    return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
  };
  assert.deepEqual(await meets(await take({ worksHere: 'unknown' }), clerk), [false, false, false, false]);
  for (const fields of [{ worksHere: 'no' }, {}]) {
    assert.deepEqual(await meets(await take(fields), clerk), [true, true, true, true]);
  }
});

const WAITS = 'Mendesak, belum ada yang menangani';

test('rules 5, 28: that an urgent one waits is told to those on duty, and since when, and not what it says', async () => {
  const ticket = await complain({ respondent: 'Tono Contoh', urgent: 'ya' });
  kit.clock.now += 65 * 60_000;
  const { html } = await get('/petugas', clerk);
  const told = (html.split(WAITS)[1] ?? '').split('</section>')[0] ?? '';
  assert.match(told, new RegExp(`${ticket}:\\s+sudah 1 jam 5 menit, diterima `));
  assert.ok(!told.includes('uang jalan') && !html.includes(`/petugas/kasus/${ticket}`));
  assert.ok(
    !(await get('/petugas', coordinator)).html.includes(WAITS),
    'who may open it finds it in his list',
  );
  const auditor = await kit.signIn('tim-audit');
  assert.ok(!(await get('/petugas', auditor)).html.includes(WAITS), 'who takes no urgent case in hand');
  const named = await accountOf(colleague);
  assert.equal(await settle(ticket, { staff: named }, coordinator), 303);
  assert.ok(!(await get('/petugas', clerk)).html.includes(WAITS), 'now the case itself stands there');
  const two = await complain({ respondent: 'Tono Contoh', pastFrontOffice: 'ya', urgent: 'ya' });
  assert.ok((await get('/petugas', clerk)).html.includes(two));
  const authorization = `Bearer ${await kit.token('petugas-loket')}`;
  const body = {
    ...{ channel: 'whatsapp', text: SAID, urgent: true },
    respondents: [{ staffId: named }, { name: 'Tono Contoh' }],
  };
  const sent = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost(body, { authorization, 'idempotency-key': crypto.randomUUID() }),
  );
  const about: string = (await sent.json()).ticket;
  assert.ok((await get('/petugas', clerk)).html.includes(about));
  assert.ok(!(await get('/petugas', colleague)).html.includes(about), 'of his own not even that it is there');
});

test('what waits for those who dispose says how much of it is shown', async () => {
  const authorization = `Bearer ${await kit.token('petugas-loket')}`;
  for (let n = 0; n < 51; n++) {
    const body = { channel: 'whatsapp', text: SAID, respondents: [{ name: 'Tono Contoh' }] };
    const headers = { authorization, 'idempotency-key': crypto.randomUUID() };
    const sent = await kit.app.request('/api/v1/offices/tabalong/complaints', jsonPost(body, headers));
    assert.equal(sent.status, 201);
  }
  const { html } = await get('/petugas', coordinator);
  const group = (html.split(WAITING)[1] ?? '').split('</section>')[0] ?? '';
  assert.equal(group.split('class="tg-case"').length - 1, 50);
  assert.match(group, /Tampil 50 dari 5\d/);
});

test('rules 28, 32: who took over the account of the second person does not say it for two', async () => {
  const ticket = await complain({ respondent: 'Tono Contoh' });
  const administrator = await kit.signIn('administrator', 'penanggung-jawab');
  const id = await accountOf(await kit.signIn('koordinator'));
  const reset = await kit.app.request(`/petugas/akun/${id}/sandi`, formPost({}, administrator));
  const current = /<code>([\w-]+)<\/code>/.exec(await reset.text())?.[1] ?? '';
  const { rows } = await kit.desk.owner.query<{ email: string }>(
    'select email from account where account_id = $1',
    [id],
  );
  const entered = await kit.app.request(
    '/petugas/masuk',
    formPost({ email: rows[0]?.email ?? '', password: current }),
  );
  const once = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const chosen = formPost({ current, password: 'sandi pilihan orang lain' }, once);
  const changed = await kit.app.request('/petugas/sandi', chosen);
  const { cookie: taken } = await setUpSecondFactor(kit, sessionCookieOf(changed));
  assert.equal(await settle(ticket, { notStaff: 'ya' }, administrator), 303);
  assert.equal(await settle(ticket, { notStaff: 'ya' }, taken), 409);
  assert.match((await get(`/petugas/kasus/${ticket}`, taken)).html, /menurut orang pertama/);
  assert.deepEqual(await meets(ticket, clerk), [false, false, false, false]);
});
