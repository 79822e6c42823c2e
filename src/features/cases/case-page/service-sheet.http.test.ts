import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
const service = office?.data.services.find(({ bring }) => bring.length > 0);
assert.ok(service);
const clerk = await kit.signIn('petugas-loket');

async function take(more: Readonly<Record<string, unknown>>): Promise<string> {
  const headers = {
    authorization: `Bearer ${await kit.token('petugas-loket')}`,
    'idempotency-key': crypto.randomUUID(),
  };
  const sent = await kit.app.request(
    '/api/v1/offices/tabalong/complaints',
    jsonPost({ channel: 'loket', text: 'Kartu hilang.', ...more }, headers),
  );
  return (await sent.json()).ticket;
}
const show = async (path: string) => (await kit.app.request(path, { headers: { cookie: clerk } })).text();

test('rule 8: the sheet of the service stands beside the case, is opened by itself, and goes into an answer by one key', async () => {
  const path = `/petugas/kasus/${await take({ service: service.key })}`;
  const plain = await show(path);
  const link = /<a[^>]*href="([^"]*sisip=layanan[^"]*)"[^>]*data-shortcut="l"/.exec(plain)?.[1] ?? '';
  assert.ok(plain.includes(`/layanan/tabalong/${service.key}`));
  const name = link.split('#f-')[1]?.replace(/-text$/, '') ?? '';
  const area = (html: string) =>
    new RegExp(`<textarea[^>]*id="f-${name}-text"[^>]*>([^<]*)`).exec(html)?.[1] ?? '';
  assert.equal(area(plain), '');
  const [paper = ''] = service.bring;
  const filled = area(await show(link.split('#')[0] ?? ''));
  assert.ok(filled.includes(service.label) && filled.includes(`- ${paper}`), filled);
});

test('rule 8: a case without a service has no sheet, and asking for one changes nothing', async () => {
  const path = `/petugas/kasus/${await take({})}`;
  const [plain, asked] = [await show(path), await show(`${path}?sisip=layanan`)];
  assert.doesNotMatch(plain, /sisip=layanan/);
  assert.doesNotMatch(asked, /data-insert/);
});
