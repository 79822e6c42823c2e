import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const DAY = 86_400_000;
let clerk = await kit.signIn('petugas-loket');
let coordinator = await kit.signIn('koordinator');

const get = async (path: string, cookie = coordinator) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
async function take(text: string): Promise<string> {
  const sent = formPost({ text, channel: 'loket' }, clerk);
  const html = await (await kit.app.request('/petugas/loket', sent)).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}
async function does(ticket: string, operation: string, fields: Readonly<Record<string, string>>) {
  const html = await get(`/petugas/kasus/${ticket}`);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const done = await kit.app.request(
    `/petugas/kasus/${ticket}/${operation}`,
    formPost({ ...fields, ...keys }, coordinator),
  );
  assert.equal(done.status, 303, /error-summary[\s\S]{0,500}/.exec(await done.text())?.[0]);
}
const rowOf = (html: string, ticket: string) =>
  html.split('<li').find((row) => row.includes(`/petugas/kasus/${ticket}`)) ?? '';

test('rule 24: what was forwarded is watched, what is being transferred waits for its confirmation, what is directed is over', async () => {
  const [sent, moved, told] = [await take('Satu.'), await take('Dua.'), await take('Tiga.')];
  await does(sent, 'refer', { way: 'forwarded', body: 'kemensos' });
  await does(moved, 'refer', { way: 'transferred', body: 'bpjs-kesehatan' });
  const page = await get('/petugas/pantauan');
  assert.match(rowOf(page, sent), /Kementerian Sosial[\s\S]*diteruskan, menunggu hasil/);
  assert.match(rowOf(page, moved), /BPJS Kesehatan[\s\S]*dilimpahkan, menunggu konfirmasi/);
  assert.equal(rowOf(page, told), '');
  await does(moved, 'confirm-transfer', {
    answerWay: 'channel',
    channel: 'whatsapp',
    text: 'Sudah diterima BPJS.',
  });
  assert.equal(rowOf(await get('/petugas/pantauan'), moved), '', 'its end is theirs now');
});

test('rule 15: a class changed after its limit stands in a list with its reason', async () => {
  const ticket = await take('Empat.');
  await does(ticket, 'classify', { severity: 'light' });
  assert.equal(rowOf(await get('/petugas/pantauan'), ticket), '');
  kit.clock.now += 30 * DAY;
  clerk = await kit.signIn('petugas-loket');
  coordinator = await kit.signIn('koordinator');
  await does(ticket, 'classify', { severity: 'moderate', reason: 'Ternyata menyangkut satu desa.' });
  assert.match(
    rowOf(await get('/petugas/pantauan'), ticket),
    / menjadi [\s\S]*Ternyata menyangkut satu desa\./,
  );
});
