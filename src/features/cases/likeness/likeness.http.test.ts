import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const { app } = kit;
const head = await kit.signIn('koordinator', 'front-office');
const clerk = { authorization: `Bearer ${await kit.token('front-office')}` };
const PKH = 'Bantuan PKH saya belum cair sejak bulan Januari, padahal nama saya ada di daftar penerima.';
const AGAIN = 'bantuan PKH saya dari bulan januari belum cair padahal ada di daftar penerima';

type Told = Readonly<Record<string, unknown>>;
async function complain(text: string, more: Told = {}): Promise<string> {
  const body = { channel: 'loket', text, service: 'pkh', ...more };
  const answer = await app.request('/api/v1/offices/tabalong/complaints', jsonPost(body, clerk));
  const said: { readonly ticket: string } = await answer.json();
  assert.equal(answer.status, 201, JSON.stringify(said));
  return said.ticket;
}
async function show(
  path: string,
  cookie = head,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await app.request(path, { headers: { cookie } });
  return { status: answer.status, text: await answer.text() };
}
const alike = (ticket: string, cookie?: string) => show(`/petugas/kasus/${ticket}/ganda`, cookie);
const send = (path: string, fields: Readonly<Record<string, string>>, cookie = head) =>
  app.request(path, formPost(fields, cookie));
async function work(ticket: string, operation: string, body: Told): Promise<void> {
  const koordinator = { authorization: `Bearer ${await kit.token('koordinator')}` };
  const answer = await app.request(`/api/v1/complaints/${ticket}/${operation}`, jsonPost(body, koordinator));
  assert.equal(answer.status, 200, await answer.text());
}
const bu = (phone: string, name = 'Bu Contoh Sari') => ({ reporters: [{ name, phone }] });

test('the same person on another channel is suggested, his number however written, with the reasons in words', async () => {
  const first = await complain(PKH, bu('0812-0000-0011'));
  const second = await complain('Mau tanya lagi soal yang kemarin itu.', {
    channel: 'whatsapp',
    ...bu('+62 812 0000 0011'),
  });
  const { text } = await alike(second);
  assert.ok(text.includes(first) && text.includes('nama dan nomor telepon sama'));
  assert.ok(!text.includes('Bu Contoh'), 'no name is told');
});

test('rule 3: a village officer who brings several people by one number suggests none of them', async () => {
  const one = await complain('Kursi roda untuk orang tua di Desa Kapar', {
    service: 'lain-lain',
    ...bu('0812-0000-0022', 'Pak Utang'),
  });
  const other = await complain('Kartu sehat anak yatim tidak aktif di puskesmas', {
    service: 'pbi-jk',
    ...bu('0812-0000-0022', 'Bu Tiwi'),
  });
  assert.ok(!(await alike(other)).text.includes(one));
});

test('rules 6, 27, 28: of a case that is not for this reader nothing is told, not even that there is one', async () => {
  const accused = await kit.signIn('koordinator', 'front-office');
  const { rows } = await kit.desk.owner.query<{ account_id: string }>(
    'select account_id from staff_session order by created_at desc, account_id desc limit 1',
  );
  const text = 'Pegawai meminta uang lima puluh ribu untuk pencairan bantuan lansia di loket.';
  const hidden = await complain(text, { respondents: [{ staffId: rows[0]?.account_id }] });
  const seen = await complain(`${text} Terima kasih.`, { service: 'aslut' });
  assert.ok((await alike(seen)).text.includes(hidden));
  const shut = await alike(seen, accused);
  assert.ok(shut.status === 200 && !shut.text.includes(hidden));
  assert.ok(shut.text.includes('Tidak ada pengaduan lain yang mirip'));
  const typed = await send(`/petugas/kasus/${seen}/ganda`, { act: 'link', other: hidden }, accused);
  assert.equal(typed.status, 409);
  assert.ok((await typed.text()).includes('Nomor tiket ini tidak ditemukan'));
});

test('rule 32: of an anonymous complaint nobody is compared, and who may not search is told nothing by people', async () => {
  const first = await complain('Jalan masuk kantor dinas rusak parah sekali.', {
    service: 'aslut',
    ...bu('0812-0000-0033'),
  });
  const anonymous = await complain('Soal yang lain lagi saja ini ya.', {
    service: 'aslut',
    anonymous: true,
    ...bu('0812-0000-0033'),
  });
  assert.ok(!(await alike(anonymous)).text.includes(first));
  const named = await complain('Soal yang lain lagi saja ini ya, Pak.', {
    service: 'aslut',
    ...bu('0812-0000-0033'),
  });
  assert.ok((await alike(named)).text.includes(first));
  const unit = await kit.signInTo('perlindungan-jaminan-sosial', 'staf-bidang');
  assert.ok(!(await alike(named, unit)).text.includes('nama dan nomor telepon sama'));
});

test('what somebody said is no duplicate is not suggested again, to nobody and from neither side', async () => {
  const [one, other] = [
    await complain('Beras bantuan berkutu dan berbau.', { service: 'bpnt' }),
    await complain('Beras bantuan berkutu dan berbau apek.', { service: 'bpnt' }),
  ];
  assert.ok((await alike(one)).text.includes(other));
  assert.equal((await send(`/petugas/kasus/${one}/ganda`, { act: 'unlike', other })).status, 303);
  assert.ok(!(await alike(one)).text.includes(other));
  assert.ok(!(await alike(other)).text.includes(one));
});

test('a merge is looked at first: what ends, what lives, what moves; then done, and taken back', async () => {
  const first = await complain('Rumah roboh kena angin, belum ada bantuan RTLH.', { service: 'rutilahu' });
  kit.clock.now += 3_600_000;
  const second = await complain('Rumah roboh kena angin belum ada bantuan RTLH dari dinas.', {
    service: 'rutilahu',
  });
  const looked = await send(`/petugas/kasus/${second}/ganda`, { act: 'merge', other: first });
  const preview = looked.headers.get('location') ?? '';
  assert.equal(preview, `/petugas/kasus/${second}/gabung?dengan=${first}`);
  const { text, status } = await show(preview);
  assert.equal(status, 200);
  assert.ok(
    text.includes(`${second} berakhir`) &&
      text.includes('dihitung satu kali') &&
      text.includes('dapat dibatalkan'),
  );
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const done = await send(`/petugas/kasus/${second}/merge`, {
    into: first,
    reason: 'Pelapor sama.',
    version,
  });
  assert.equal(done.status, 303);
  assert.ok(!(await alike(first)).text.includes(`${second}</a>`), 'a merged one is suggested no more');
  const undone = await send(`/petugas/kasus/${second}/unmerge`, { reason: 'Ternyata lain.' });
  assert.equal(undone.status, 303);
});

test('a merge that may not be is told with its reason and has no button', async () => {
  const open = await complain('Pendamping tidak pernah datang ke desa kami.');
  const guarded = await complain('Pendamping tidak pernah datang ke desa.', { secret: true });
  const { text } = await show(`/petugas/kasus/${open}/gabung?dengan=${guarded}`);
  assert.ok(!text.includes('name="into"'));
  assert.equal(
    (await app.request(`/petugas/kasus/${open}/gabung?dengan=TBL-2222-2222`, { headers: { cookie: head } }))
      .status,
    303,
  );
});

test('rule 3: neighbours become a rombongan; one answer goes to each that is ticked, recorded on each by itself', async () => {
  const tickets: string[] = [];
  for (const street of ['satu', 'dua', 'tiga']) {
    const ticket = await complain(`Air bersih bantuan belum sampai di gang ${street}.`, {
      service: 'lain-lain',
      ...bu(`0812-0000-004${tickets.length}`, `Warga Gang ${street}`),
    });
    await work(ticket, 'verify', { completeness: 'complete' });
    tickets.push(ticket);
  }
  const [one = '', two = '', three = ''] = tickets;
  for (const other of [two, three]) {
    const linked = await send(`/petugas/kasus/${one}/ganda`, { act: 'link', other });
    assert.equal(linked.headers.get('location'), `/petugas/kasus/${one}/rombongan`);
  }
  const page = (await show(`/petugas/kasus/${two}/rombongan`)).text;
  for (const ticket of tickets) assert.ok(page.includes(ticket));
  const body = new URLSearchParams({
    act: 'answer',
    text: 'Air dikirim setiap Senin.',
    way: 'channel',
    channel: 'loket',
    idempotencyKey: 'kunci-rombongan-000001',
  });
  body.append('member', one);
  body.append('member', three);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    cookie: head,
  };
  const answered = await app.request(`/petugas/kasus/${one}/rombongan`, {
    method: 'POST',
    headers,
    body: body.toString(),
  });
  assert.equal(answered.status, 200);
  assert.ok((await answered.text()).includes('Jawaban tercatat pada 2 pengaduan'));
  const { rows } = await kit.desk.owner.query<{ ticket: string }>(
    `select c.ticket from case_event e join complaint_case c using (office_id, case_id)
      where e.body like '%"type":"answered"%' and c.ticket = any ($1) order by c.ticket`,
    [tickets],
  );
  assert.deepEqual(
    rows.map(({ ticket }) => ticket),
    [one, three].toSorted(),
  );
});

test('a case leaves its rombongan; the others stay', async () => {
  const [one, other] = [
    await complain('Lampu jalan panti mati semua.', { service: 'aslut' }),
    await complain('Lampu jalan panti mati semua sejak kemarin.', { service: 'aslut' }),
  ];
  await send(`/petugas/kasus/${one}/ganda`, { act: 'link', other });
  assert.equal((await send(`/petugas/kasus/${one}/rombongan`, { act: 'unlink' })).status, 303);
  assert.equal((await show(`/petugas/kasus/${one}/rombongan`)).status, 404);
  const left = await show(`/petugas/kasus/${other}/rombongan`);
  assert.ok(left.status === 200 && !left.text.includes(`/petugas/kasus/${one}"`));
});

test('the counter is told while it writes, also without a script, and of nothing while there is too little', async () => {
  const first = await complain(PKH.replace('Januari', 'Februari'), bu('0812-0000-0055', 'Pak Contoh Budi'));
  const typed = {
    text: AGAIN,
    kind: 'pengaduan',
    service: 'pkh',
    name: 'Pak Contoh Budi',
    phone: '62812 0000 0055',
  };
  const answer = await send('/petugas/loket/ganda', typed);
  const page = await answer.text();
  assert.ok(answer.status === 200 && page.includes(first) && page.includes('data-alike-list'));
  assert.ok(!page.includes('act" value="merge"'), 'there is no case yet to decide about');
  assert.ok((await (await send('/petugas/loket/ganda', { text: 'PKH' })).text()).includes('Tulis dahulu'));
  const counter = (await show('/petugas/loket')).text;
  assert.ok(counter.includes('formaction="/petugas/loket/ganda"'));
});

test('who may not join cases sees no decision, and none is taken for him', async () => {
  const [one, other] = [
    await complain('Kartu KKS tertelan mesin ATM bank.', { service: 'kks' }),
    await complain('Kartu KKS tertelan mesin ATM.', { service: 'kks' }),
  ];
  const reader = await kit.signIn('front-office');
  const { text } = await alike(one, reader);
  assert.ok(text.includes(other) && !text.includes('value="unlike"'));
  assert.equal((await send(`/petugas/kasus/${one}/ganda`, { act: 'link', other }, reader)).status, 404);
});

test('what comes back is counted by place, service and category, each number opens its cases, walls are said', async () => {
  const page = await show('/petugas/berulang');
  assert.equal(page.status, 200);
  const href = /href="(\/petugas\/berulang\/baris\?[^"]+)"[^>]*>(\d+)</.exec(
    page.text.replaceAll('&amp;', '&'),
  );
  assert.ok(href !== null, 'something came back');
  const rows = (await show(href[1] ?? '')).text;
  assert.equal([...rows.matchAll(/class="[^"]*tg-ticket"/g)].length, Number(href[2]));
  const accused = await kit.signIn('koordinator');
  const { rows: found } = await kit.desk.owner.query<{ account_id: string }>(
    'select account_id from staff_session order by created_at desc, account_id desc limit 1',
  );
  await complain('Ketua tim kasar kepada warga.', { respondents: [{ staffId: found[0]?.account_id }] });
  assert.ok((await show('/petugas/berulang', accused)).text.includes('tidak ditampilkan untuk Anda'));
  assert.equal((await show('/petugas/berulang?dari=2026-13&sampai=2026-14')).status, 422);
});

test('nothing of all this was an error of the server', () => {
  assert.deepEqual(kit.errors, []);
});
