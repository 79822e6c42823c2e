import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { numberRequests } from './number-requests.job.ts';

const kit = await openWebKit({ after }, 'buru-selatan');
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');

const get = async (path: string, cookie = coordinator) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
async function take(fields: Readonly<Record<string, string>>): Promise<string> {
  const sent = formPost({ text: 'Mohon data penerima.', ...fields }, clerk);
  const html = await (await kit.app.request('/petugas/loket', sent)).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}
async function does(ticket: string, operation: string, fields: Readonly<Record<string, string>>) {
  const html = await get(`/petugas/kasus/${ticket}`);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const sent = formPost({ ...fields, ...keys }, coordinator);
  return kit.app.request(`/petugas/kasus/${ticket}/${operation}`, sent);
}

test('rule 14: formal requests have numbers of their own, ten and seven working days, and their keberatan', async () => {
  const office = await kit.desk.offices.bySlug('buru-selatan', kit.clock.now);
  assert.ok(office);
  const number = () => numberRequests(kit.desk.pool, office, kit.clock.now);
  const formal = { kind: 'permintaan-informasi', channel: 'ppid' };
  const first = await take(formal);
  const other = await take({ kind: 'permintaan-informasi', channel: 'loket' });
  const second = await take(formal);
  const given = await Promise.all([number(), number()]);
  assert.deepEqual([given[0] + given[1], await number()], [2, 0], 'given once, also by two at once');
  const page = await get('/petugas/ppid');
  const rows = page.split('<tr').filter((row) => row.includes('/petugas/kasus/'));
  assert.deepEqual(
    rows.map((row) => [/tg-numbers">(\d+)</.exec(row)?.[1], row.includes(first), row.includes(second)]),
    [
      ['1', true, false],
      ['2', false, true],
    ],
  );
  assert.ok(!page.includes(other));
  assert.match(rows[0] ?? '', /Senin, 20 April 2026/, 'ten working days from Monday 6 April 2026');
  assert.equal((await does(first, 'extend-request', {})).status, 303);
  assert.equal((await does(first, 'object', { text: 'Tidak dijawab lengkap.' })).status, 303);
  const after = (await get('/petugas/ppid')).split('<tr').find((row) => row.includes(first)) ?? '';
  assert.match(after, /6 April 2026, ditanggapi paling lambat \d+ Mei 2026/);
  assert.doesNotMatch(after, /Tidak dijawab lengkap/);
  assert.equal((await does(other, 'object', { text: 'Tidak dijawab.' })).status, 409, 'no formal request');
  await does(second, 'correct', { kind: 'pengaduan', reason: 'Ternyata pengaduan.' });
  const changed = (await get('/petugas/ppid')).split('<tr').find((row) => row.includes(second)) ?? '';
  assert.match(changed, /Dialihkan/, 'its number stays');
  assert.equal(await number(), 0);
});
