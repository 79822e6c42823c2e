import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const head = await kit.signIn('koordinator');
const DAY = 86_400_000;

type Sent = { readonly ticket: string; readonly ticketSecret: string };
let keys = 0;
async function complains(): Promise<Sent> {
  keys += 1;
  const sent = await kit.app.request('/api/v1/offices/tabalong/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `sisi-pelapor-nomor-${1000 + keys}` },
    body: JSON.stringify({ channel: 'website', text: 'Kartu saya rusak.' }),
  });
  return sent.json();
}
const track = async (
  { ticket, ticketSecret: secret }: Sent,
  fields: Readonly<Record<string, string>> = {},
) => {
  const answer = await kit.app.request('/lacak', formPost({ ticket, secret, ...fields }));
  return { status: answer.status, html: await answer.text() };
};
async function staff({ ticket }: Sent, operation: string, fields: Readonly<Record<string, string>>) {
  const path = `/petugas/kasus/${ticket}`;
  const page = await (await kit.app.request(path, { headers: { cookie: head } })).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([\\w-]+)"`).exec(page)?.[1] ?? '';
  const key = { version: hidden('version'), idempotencyKey: hidden('idempotencyKey') };
  const done = await kit.app.request(`${path}/${operation}`, formPost({ ...fields, ...key }, head));
  assert.equal(done.status, 303, `${operation}: ${(await done.text()).slice(0, 2000)}`);
}
async function answered(delivered: boolean): Promise<Sent> {
  const sent = await complains();
  await staff(sent, 'dispose', { unit: 'sekretariat' });
  const given = { text: 'Kartu Anda dicetak ulang.', way: 'channel', channel: 'website' };
  await staff(sent, 'answer', delivered ? { ...given, delivered: 'ya' } : given);
  return sent;
}

test('rule 26: who was answered reads until when he can object, and what his silence does', async () => {
  const { html } = await track(await answered(true));
  // Ten working days from Monday 6 April 2026.
  assert.match(
    html,
    /paling lambat Senin, 20 April 2026 pukul 16\.00 WITA\. Bila tidak ada kabar dari Anda, pengaduan kami tutup/,
  );
  const unproven = await track(await answered(false));
  assert.match(unproven.html, /Anda dapat meminta pengaduan ini dibuka kembali/);
  assert.doesNotMatch(unproven.html, /kami tutup setelah itu/, 'without proof silence closes nothing');
});

test('rule 26: he opens it again within the window with a reason; after it the page says so and offers nothing', async () => {
  const mine = await answered(true);
  const without = await track(mine, { act: 'reopen', idempotencyKey: 'a'.repeat(30) });
  assert.equal(without.status, 422);
  const again = await track(mine, {
    act: 'reopen',
    reason: 'Kartunya masih rusak.',
    idempotencyKey: 'b'.repeat(30),
  });
  assert.match(again.html, /Pengaduan Anda dibuka kembali\. Petugas akan menanganinya lagi/);
  const other = await answered(true);
  await track(other, { act: 'confirm', idempotencyKey: 'c'.repeat(30) });
  await staff(other, 'close', { outcome: 'explained' });
  const start = kit.clock.now;
  kit.clock.now = start + 60 * DAY;
  const late = await track(other);
  kit.clock.now = start;
  assert.match(late.html, /Batas waktu untuk meminta dibuka kembali lewat pada/);
  assert.doesNotMatch(late.html, /value="reopen"/);
});

test('rule 19: whoever must complete something reads by when only once the notice is proven, and sends it from there', async () => {
  const mine = await complains();
  await staff(mine, 'verify', { completeness: 'incomplete', authority: 'own', missing: 'Kartu keluarga' });
  const before = await track(mine);
  assert.match(before.html, /Lengkapi pengaduan Anda/);
  assert.doesNotMatch(before.html, /dianggap dicabut/);
  await staff(mine, 'prove-notice', { notice: 'incomplete' });
  assert.match(
    (await track(mine)).html,
    /Kirim kelengkapannya paling lambat Rabu, 6 Mei 2026 pukul 24\.00 WITA\. Bila sampai saat itu/,
  );
  const sent = await track(mine, { act: 'reply', message: 'Ini kartunya.', idempotencyKey: 'd'.repeat(30) });
  assert.match(sent.html, /Pesan Anda sudah kami catat\. Petugas akan membacanya/);
});

test('rule 26: taken back with a reason, which stays with the office, and without one', async () => {
  const mine = await complains();
  const fields = {
    act: 'withdraw',
    withdrawReason: 'Sudah dibantu tetangga.',
    idempotencyKey: 'e'.repeat(30),
  };
  assert.match((await track(mine, fields)).html, /sudah dicabut/);
  const page = await kit.app.request(`/petugas/kasus/${mine.ticket}`, { headers: { cookie: head } });
  assert.match(await page.text(), /Sudah dibantu tetangga\./);
  const other = await complains();
  assert.match(
    (await track(other, { act: 'withdraw', idempotencyKey: 'f'.repeat(30) })).html,
    /sudah dicabut/,
  );
});
