import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../test/web-kit.ts';

const kit = await openWebKit({ after });
const coordinator = await kit.signIn('koordinator', 'penanggung-jawab');
const PEER = '203.0.113.7';

/** What anybody may write into a request, to be taken for another at every turn. */
const pretending = (n: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `198.51.100.${n}`,
  'x-real-ip': `198.51.100.${n}`,
  forwarded: `for=198.51.100.${n}`,
  'cf-connecting-ip': `198.51.100.${n}`,
  host: `kantor-${n}.example`,
});

/** In turn by the page and by the API. */
function send(n: number, peer: string): Promise<Response> | Response {
  const from = { incoming: { socket: { remoteAddress: peer } } };
  const text = `Pinjaman cair hari ini, nomor ${n}.`;
  const [path, posted] =
    n % 2 === 0
      ? ['/lapor', formPost({ office: 'tabalong', text })]
      : ['/api/v1/offices/tabalong/complaints', jsonPost({ channel: 'website', text })];
  const headers = { ...Object.fromEntries(new Headers(posted.headers)), ...pretending(n) };
  return kit.app.request(String(path), { ...posted, headers }, from);
}

test('one address is heard thirty times in ten minutes, by page and API together, whatever its headers call it', async () => {
  const answers = [];
  for (let n = 0; n < 34; n += 1) answers.push((await send(n, PEER)).status);
  assert.deepEqual(answers, [...Array(30).fill(201), ...Array(4).fill(429)]);
  assert.equal((await send(50, '203.0.113.8')).status, 201, 'another address is heard');
});

test('rule 11: spam of the public page that never had a number is cancelled without one and counts nowhere', async () => {
  const of = async (path: string) => {
    const answer = await kit.app.request(path, { headers: { cookie: coordinator } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const rows = async (only: string) => {
    const path = `/petugas/laporan/baris?period=2026${only}`;
    return [...(await of(path)).matchAll(/href="\/petugas\/kasus\/([A-Z0-9-]+)"/g)].map(
      ([, ticket]) => ticket,
    );
  };
  const tickets = await rows('');
  assert.equal(tickets.length, 31);
  for (const ticket of tickets) {
    const fields = { reason: 'Kiriman iklan.', idempotencyKey: `batal-${ticket}-kiriman-iklan` };
    const answer = await kit.app.request(`/petugas/kasus/${ticket}/cancel`, formPost(fields, coordinator));
    assert.equal(answer.status, 303, `${ticket}`);
  }
  assert.deepEqual(await rows(''), []);
  assert.deepEqual(await rows('&only=cancelled'), []);
  assert.deepEqual(await rows('&only=merged'), []);
  assert.doesNotMatch(await of('/petugas?antrean=semua'), /Pinjaman cair/);
  const report = await of('/petugas/laporan/unduh?masa=2026&jenis=monev&bentuk=json');
  assert.doesNotMatch(report, /BATAL|belum diregistrasi/);
});
