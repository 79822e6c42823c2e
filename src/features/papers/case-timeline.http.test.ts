import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { sessionHash } from '../people/sessions/session.ts';

const kit = await openWebKit({ after });
const textOf = async (path: string, cookie: string): Promise<string> =>
  (await kit.app.request(path, { headers: { cookie } })).text();

async function aCase(cookie: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const form = { text: 'Kartu tidak aktif sejak Maret.', name: 'Siti Contoh', channel: 'loket', ...more };
  const slip = await (await kit.app.request('/petugas/loket', formPost(form, cookie))).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
}
async function issue(path: string, cookie: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = await kit.app.request(path, formPost({ ...fields, act: 'issue' }, cookie));
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
}
const MINUTE = 60_000;
/** The entries of the timeline as plain words, the newest first. */
async function timeline(ticket: string, cookie: string): Promise<readonly string[]> {
  const page = await textOf(`/petugas/kasus/${ticket}`, cookie);
  const [, list = ''] = /<ol class="tg-timeline">(.*?)<\/ol>/s.exec(page) ?? [];
  return list
    .split(/<li\b[^>]*>/)
    .slice(1)
    .map((one) =>
      one
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
}

test('rules 10, 34: the timeline of a case tells when a letter was issued, by whom it is signed, numbered, and declared void with the reason', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const head = await kit.signIn('penanggung-jawab');
  const ticket = await aCase(clerk);
  kit.clock.now += MINUTE;
  const address = await issue(`/petugas/kasus/${ticket}/surat/surat-jawaban`, head, { body: 'Sudah aktif.' });
  const [issued = '', received = ''] = await timeline(ticket, clerk);
  assert.match(
    issued,
    /^Surat jawaban diterbitkan .*Nomor menyusul dari agenda kantor Tanggal surat .* Penanda tangan \S/,
  );
  assert.match(received, /diterima/i);
  assert.ok((await textOf(`/petugas/kasus/${ticket}`, clerk)).includes(`href="${address}"`));
  kit.clock.now += MINUTE;
  await kit.app.request(`${address}/nomor`, formPost({ number: '460/71/IV/2026' }, head));
  kit.clock.now += MINUTE;
  await kit.app.request(`${address}/batal`, formPost({ voidReason: 'Salah alamat tujuan.' }, head));
  const told = await timeline(ticket, clerk);
  assert.match(told[0] ?? '', /^Surat jawaban dinyatakan batal .*460\/71\/IV\/2026 Salah alamat tujuan\./);
  assert.match(told[1] ?? '', /^Surat jawaban diberi nomor agenda .*460\/71\/IV\/2026/);
  assert.match(told[2] ?? '', /^Surat jawaban diterbitkan/);
  const public_ = await textOf('/lacak', clerk);
  assert.doesNotMatch(public_, /diterbitkan/);
});

test('rule 34: the signed copy that was scanned back is told, and a form that the complainant signs names nobody in the timeline', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk, { name: 'Nama Tanda Tangan' });
  const address = await issue(`/petugas/kasus/${ticket}/surat/formulir-pengaduan`, clerk);
  const body = new FormData();
  body.append('scan', new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'], 'pindaian.pdf'));
  const headers = { cookie: clerk, 'sec-fetch-site': 'same-origin' };
  const sent = await kit.app.request(`${address}/salinan`, { method: 'POST', body, headers });
  assert.equal(sent.status, 303, await sent.text());
  const told = await timeline(ticket, clerk);
  const ofPapers = told.filter((one) => /[Ff]ormulir pengaduan/.test(one));
  assert.match(ofPapers.join('\n'), /Salinan bertanda tangan disimpan: Formulir pengaduan .*FP-1\/2026/);
  assert.match(ofPapers.join('\n'), /Formulir pengaduan diterbitkan .*Nomor FP-1\/2026/);
  assert.doesNotMatch(ofPapers.join('\n'), /Nama Tanda Tangan/);
});

test('rule 27: what was issued in the closed lane stays with its readers when the mark is taken off again', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk);
  const inLane = await kit.signIn('tim-penelaah', 'koordinator', 'penanggung-jawab');
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(inLane.replace('sesi=', ''))],
  );
  const readers = rows[0]?.id ?? '';
  const path = `/petugas/kasus/${ticket}`;
  const does = async (operation: string, fields: Readonly<Record<string, string>>) => {
    kit.clock.now += MINUTE;
    const form = await textOf(path, inLane);
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const done = await kit.app.request(
      `${path}/${operation}`,
      formPost({ ...fields, idempotencyKey }, inLane),
    );
    assert.equal(done.status, 303, operation);
  };
  await does('dispose', { unit: 'sekretariat' });
  await does('review/start', { reviewers: readers });
  await does('review/recommend', { recommendation: 'audit', text: 'Bukti awal.' });
  await does('review/decide', { decision: 'audit', directions: 'Periksa.', readers });
  kit.clock.now += MINUTE;
  const address = await issue(`${path}/surat/surat-tugas`, inLane, {
    ...{ people: 'Pemeriksa Contoh', from: '2026-04-08', to: '2026-04-08', purpose: 'Memeriksa diamdiam.' },
  });
  await does('mark', { mark: 'restricted', on: 'tidak', reason: 'Tidak perlu lagi.' });
  kit.clock.now += MINUTE;
  const later = await issue(`${path}/surat/surat-jawaban`, inLane, { body: 'Sudah diperiksa.' });
  const number = formPost({ number: '700/12/DINSOS/2026' }, inLane);
  assert.equal(
    (await kit.app.request(`${address}/nomor`, number)).status,
    303,
    'numbered when the mark is off',
  );
  const own = (await timeline(ticket, inLane)).join();
  assert.match(own, /Surat tugas diterbitkan/);
  assert.match(own, /700\/12\/DINSOS\/2026/);
  const head = await kit.signIn('penanggung-jawab');
  assert.equal((await kit.app.request(later, { headers: { cookie: head } })).status, 200);
  const told = (await timeline(ticket, head)).join();
  assert.match(told, /Surat jawaban diterbitkan/);
  assert.match(told, /Catatan jalur tertutup/);
  assert.doesNotMatch(told, /Surat tugas|700\/12/);
  assert.ok(!(await textOf(`${path}/surat`, head)).includes(address), 'nor in the list of its papers');
  const everything = await textOf('/petugas/surat', head);
  assert.ok(everything.includes(later) && !everything.includes(address), 'nor in that of the office');
  assert.ok((await textOf('/petugas/surat', inLane)).includes(address));
  assert.equal((await kit.app.request(address, { headers: { cookie: head } })).status, 404);
  assert.equal((await kit.app.request(address, { headers: { cookie: inLane } })).status, 200);
});

test('an entry of the office that other hands wrote is told in no timeline', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const ticket = await aCase(clerk);
  await issue(`/petugas/kasus/${ticket}/surat/tanda-terima`, clerk);
  assert.match((await timeline(ticket, clerk)).join('\n'), /Tanda terima pengaduan diterbitkan/);
  const { owner } = kit.desk;
  await owner.query('alter table office_event disable trigger user');
  await owner.query(
    `update office_event set body = replace(body, 'TT-', 'XX-') where body like '%"kind":"tanda-terima"%'`,
  );
  await owner.query('alter table office_event enable trigger user');
  assert.doesNotMatch((await timeline(ticket, clerk)).join('\n'), /Tanda terima pengaduan diterbitkan|XX-/);
});
