import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const MESSAGES = 60;

/** A case whose complainant wrote ten messages a day. */
async function talkative() {
  const taken = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost({ channel: 'website', text: 'Bantuan belum cair.' }),
  );
  const { ticket, ticketSecret } = await taken.json();
  for (let n = 1; n <= MESSAGES; n += 1) {
    if (n % 10 === 1) kit.clock.now += 24 * 3_600_000;
    const sent = await kit.app.request(
      `/api/v1/complaints/${ticket}/reply`,
      jsonPost({ from: 'complainant', text: `Pesan ${n}.` }, { 'x-ticket-secret': ticketSecret }),
    );
    assert.equal(sent.status, 200);
  }
  return { ticket, secret: ticketSecret };
}

const { ticket, secret } = await talkative();

/** The messages of a page in its order. */
const messages = (html: string) => [...html.matchAll(/Pesan (\d+)\./g)].map(([, n]) => Number(n));
const newestFirst = Array.from({ length: MESSAGES }, (_, index) => MESSAGES - index);

test('a case page shows the newest fifty entries, and a link to the older ones until the receipt', async () => {
  const headers = { cookie: await kit.signIn('koordinator') };
  const look = async (address: string) => (await kit.app.request(address, { headers })).text();
  const first = await look(`/petugas/kasus/${ticket}`);
  assert.deepEqual(messages(first), newestFirst.slice(0, 50));
  const next = /href="([^"#]*)#riwayat" rel="next">Catatan yang lebih lama \(11\)</.exec(first)?.[1] ?? '';
  const second = await look(next);
  assert.deepEqual(messages(second), newestFirst.slice(50));
  assert.doesNotMatch(second, /rel="next"/);
  assert.match(second, new RegExp(`href="/petugas/kasus/${ticket}#riwayat"[^>]*>Kembali ke yang terbaru`));
});

test('so does the page of whoever complained, by a button, since no address names the secret', async () => {
  const look = async (more: Record<string, string>) =>
    (await kit.app.request('/lacak', formPost({ ticket, secret, ...more }))).text();
  const first = await look({});
  assert.deepEqual(messages(first), newestFirst.slice(0, 50));
  const before = /name="before" value="(\d+)"[^>]*>Catatan yang lebih lama \(11\)</.exec(first)?.[1] ?? '';
  const second = await look({ before });
  assert.deepEqual(messages(second), newestFirst.slice(50));
  assert.doesNotMatch(second, /name="before"/);
  assert.match(second, /Kembali ke yang terbaru/);
});
