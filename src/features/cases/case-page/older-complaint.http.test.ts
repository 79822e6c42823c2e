import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

test('rule 19: a complaint more than 30 days after the service is marked on its page and in the API', async () => {
  const cookie = await kit.signIn('petugas-loket');
  const authorization = `Bearer ${await kit.token('petugas-loket')}`;
  for (const [occurredOn, marked] of [
    ['2020-01-02', true],
    ['', false],
  ] as const) {
    const form = { text: 'Menanyakan bantuan.', name: 'Budi Contoh', channel: 'loket', occurredOn };
    const slip = await (await kit.app.request('/petugas/loket', formPost(form, cookie))).text();
    const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
    const page = await (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie } })).text();
    assert.equal(page.includes('Lebih dari 30 hari setelah kejadian'), marked);
    const read = await kit.app.request(`/api/v1/complaints/${ticket}`, { headers: { authorization } });
    assert.equal((await read.json()).marks.olderThanThirtyDays, marked);
  }
});
