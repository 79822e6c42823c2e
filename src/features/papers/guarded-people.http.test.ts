import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPdf } from '../../../test/a-file.ts';
import { formPost, openWebKit } from '../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? '' };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
/** A form with files, as a browser sends it. */
async function send(
  path: string,
  cookie: string,
  fields: Readonly<Record<string, string>>,
  [name, bytes]: readonly [string, Buffer],
) {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(field, value);
  body.append(name, new File([new Uint8Array(bytes)], `${name}.pdf`, { type: 'application/pdf' }));
  const raw = new Request('http://localhost', { method: 'POST', body });
  const content = Buffer.from(await raw.clone().arrayBuffer());
  const type = raw.headers.get('content-type') ?? '';
  const answer = await kit.app.request(path, {
    method: 'POST',
    body: content,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': type,
      'content-length': String(content.length),
    },
  });
  return { status: answer.status, html: await answer.text() };
}
const taken = (html: string) => /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';

async function take(fields: Readonly<Record<string, string>>): Promise<string> {
  return taken(
    (await post('/petugas/loket', { text: 'Kartu rusak.', channel: 'loket', ...fields }, clerk)).html,
  );
}
async function does(ticket: string, operation: string, fields: Readonly<Record<string, string>>, by: string) {
  const path = `/petugas/kasus/${ticket}`;
  const { html } = await get(path, by);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const done = await post(`${path}/${operation}`, { ...fields, ...keys }, by);
  assert.equal(done.status, 303, `${operation}: ${/error-summary[\s\S]{0,600}/.exec(done.html)?.[0]}`);
}
/** The head asks to open the complainant, the coordinator agrees, the head opens. */
async function openTogether(ticket: string) {
  const path = `/petugas/kasus/${ticket}`;
  const door =
    /\/petugas\/kasus\/[^/"]+\/identitas\/[0-9a-f-]+/.exec((await get(path, head)).html)?.[0] ?? '';
  await post(door, { reason: 'Panggilan saksi.' }, head);
  const { html } = await get(path, coordinator);
  await post(`${door}/setuju`, { asker: hidden(html, 'asker'), reason: hidden(html, 'reason') }, coordinator);
  assert.equal((await post(door, {}, head)).status, 200);
}

test('rule 32: a paper issued with names opens, once the case is secret, to who opened the people with a second person', async () => {
  const ticket = await take({ name: 'Nama Rahasia Contoh', phone: '0812-0000-0011' });
  const issued = await post(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, { act: 'issue' }, clerk);
  const address = issued.location;
  assert.match((await get(address, clerk)).html, /Nama Rahasia Contoh/);
  await does(ticket, 'mark', { mark: 'secret', on: 'ya', reason: 'Ia takut.' }, coordinator);
  const alone = await post(`${address}/buka`, { reason: 'Ingin tahu.' }, head);
  assert.doesNotMatch(alone.html, /Nama Rahasia Contoh/, 'one person and any reason');
  assert.match(alone.html, /persetujuan orang kedua/);
  for (const form of ['pdf', 'docx', 'salinan']) {
    const file = await post(`${address}/buka`, { reason: 'Ingin tahu.', bentuk: form }, head);
    assert.match(file.html, /persetujuan orang kedua/, form);
  }
  assert.doesNotMatch((await get(address, clerk)).html, /Nama Rahasia Contoh/, 'nor its own clerk');
  await openTogether(ticket);
  assert.match((await get(address, head)).html, /Nama Rahasia Contoh/);
  const logged = await kit.desk.owner.query(`select from access_log where action = 'paper-opened'`);
  assert.ok((logged.rowCount ?? 0) > 0, 'each opening is written down');
  assert.doesNotMatch((await get(address, coordinator)).html, /Nama Rahasia Contoh/, 'only who opened');
});

test('rule 32: a form of an anonymous case is issued without names and stays open; the scan signed by pen does not', async () => {
  const ticket = await take({ name: 'Nama Rahasia Contoh', anonymous: 'ya' });
  const { location } = await post(`/petugas/kasus/${ticket}/surat/tanda-terima`, { act: 'issue' }, clerk);
  const shown = await get(location, clerk);
  assert.match(shown.html, /Sidik isi/, 'who gives the receipt prints it');
  assert.doesNotMatch(shown.html, /Nama Rahasia Contoh/);
  assert.equal((await send(`${location}/salinan`, clerk, {}, ['scan', aPdf('tanda tangan')])).status, 303);
  assert.equal((await get(`${location}/salinan`, clerk)).status, 404);
  assert.equal((await get(`${location}/salinan`, head)).status, 404);
  await openTogether(ticket);
  assert.equal((await get(`${location}/salinan`, head)).status, 200);
});

test('rule 32: a file of the side of a guarded complainant opens to who opened him with a second person, to nobody else', async () => {
  const fields = { text: 'Membawa surat.', channel: 'loket', name: 'Nama Rahasia Contoh', secret: 'ya' };
  const ticket = taken((await send('/petugas/loket', clerk, fields, ['attachments', aPdf('KTP')])).html);
  const href = /\/petugas\/kasus\/[^"]+\/berkas\/[0-9a-f-]+/.exec(
    (await get(`/petugas/kasus/${ticket}`, head)).html,
  )?.[0];
  assert.ok(href !== undefined);
  for (const reader of [clerk, head, coordinator]) {
    const alone = await get(href, reader);
    assert.equal(alone.status, 403);
    assert.doesNotMatch(alone.html, /%PDF/);
    assert.equal((await post(href, { reason: 'Ingin tahu.' }, reader)).status, 403, 'a reason is not enough');
  }
  const bearer = { authorization: `Bearer ${await kit.token('penanggung-jawab')}` };
  const api = href.replace('/petugas/kasus/', '/api/v1/complaints/').replace('/berkas/', '/attachments/');
  assert.equal((await kit.app.request(api, { headers: bearer })).status, 403, 'nor by a program');
  await openTogether(ticket);
  assert.equal((await get(href, head)).status, 200);
  assert.equal((await get(href, coordinator)).status, 403);
});

test('rule 32: the form that a complainant signed opens for who handles the case; for others with a reason that is kept', async () => {
  const ticket = await take({ name: 'Nama Rahasia Contoh' });
  const path = `/petugas/kasus/${ticket}`;
  assert.equal(
    (await send(`${path}/read-back`, clerk, { way: 'signed' }, ['scan', aPdf('formulir')])).status,
    303,
  );
  const href = /\/petugas\/kasus\/[^"]+\/berkas\/[0-9a-f-]+/.exec((await get(path, clerk)).html)?.[0] ?? '';
  assert.equal((await get(href, clerk)).status, 200);
  const stranger = await kit.signInTo('rehabilitasi-sosial', 'staf-bidang');
  assert.equal((await get(href, stranger)).status, 403, 'without the permission');
  await does(ticket, 'cancel', { reason: 'Salah catat.' }, coordinator);
  const asked = await get(href, coordinator);
  assert.equal(asked.status, 200);
  assert.doesNotMatch(asked.html, /%PDF/);
  const without = await post(href, { reason: ' ' }, coordinator);
  assert.deepEqual([without.status, /Tulis alasan membuka berkas ini/.test(without.html)], [422, true]);
  const opened = await post(href, { reason: 'Diminta Ombudsman.' }, coordinator);
  assert.match(opened.html, /%PDF/);
  const { rows } = await kit.desk.owner.query(
    `select from access_log where action = 'file-opened' and reason is not null`,
  );
  assert.equal(rows.length, 1);
});
