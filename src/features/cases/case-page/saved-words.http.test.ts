import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });

test('an act that did two things is told with both: a disposition checks the complaint by itself', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const html = await (
    await kit.app.request('/petugas/loket', formPost({ text: 'Empat.', channel: 'loket' }, clerk))
  ).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
  const cookie = await kit.signIn('koordinator');
  kit.clock.now += 60_000;
  const sent = { version: '1', unit: 'perlindungan-jaminan-sosial' };
  const done = await kit.app.request(`/petugas/kasus/${ticket}/dispose`, formPost(sent, cookie));
  assert.equal(done.status, 303);
  const page = await kit.app.request(done.headers.get('location') ?? '', { headers: { cookie } });
  assert.match(await page.text(), /Tersimpan: Diperiksa: lengkap; Didisposisikan ke Bidang [^<]+\./);
});
