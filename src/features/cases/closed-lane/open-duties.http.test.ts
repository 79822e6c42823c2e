import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after }, 'kalimantan-barat');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');
const auditor = await kit.signIn('pemeriksa');
const DAY = 86_400_000;

const get = async (path: string, cookie: string) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.id ?? '';
}
async function does(ticket: string, operation: string, fields: Readonly<Record<string, string>>, by: string) {
  const path = `/petugas/kasus/${ticket}`;
  const html = await get(path, by);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const done = await kit.app.request(`${path}/${operation}`, formPost({ ...fields, ...keys }, by));
  assert.equal(
    done.status,
    303,
    `${operation}: ${/error-summary[\s\S]{0,600}/.exec(await done.text())?.[0]}`,
  );
}

test('rules 30, 31: a finding below standard opens the duties with their day; an apology waits in the list of the coordinator, goes out as he approved it, and a proof ends each; the text names nobody', async () => {
  const sent = await kit.app.request('/api/v1/offices/kalimantan-barat/complaints', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'kewajiban-terbuka-nomor-satu' },
    body: JSON.stringify({
      channel: 'website',
      text: 'Saya disuruh menunggu tiga hari.',
      reporters: [{ name: 'Sari Contoh Wulandari', as: 'self' }],
      occurredOn: '2026-04-01',
    }),
  });
  const { ticket }: { ticket: string } = await sent.json();
  assert.match(await get('/petugas/kewajiban', coordinator), /Tidak ada kewajiban yang terbuka/);
  const [me, decider, examiner] = [
    await accountOf(coordinator),
    await accountOf(head),
    await accountOf(auditor),
  ];
  await does(ticket, 'review/start', { reviewers: me }, coordinator);
  await does(ticket, 'review/recommend', { recommendation: 'audit', text: 'Tampak lambat.' }, coordinator);
  await does(ticket, 'review/decide', { decision: 'audit', readers: decider }, head);
  await does(
    ticket,
    'investigation/assign',
    { investigators: examiner, from: '2026-04-06', to: '2026-04-20' },
    head,
  );
  await does(ticket, 'investigation/assess', { worthy: 'ya', grounds: 'Ada bukti.' }, auditor);
  await does(ticket, 'investigation/find', { finding: 'below-standard', text: 'Lewat waktu.' }, auditor);
  const page = await get('/petugas/kewajiban', coordinator);
  assert.match(page, /Permintaan maaf terbuka/);
  assert.match(page, /merchandise/);
  const text = /permintaan maaf atas pelayanan[^<]*/.exec(page)?.[0] ?? '';
  assert.match(text, /1 April 2026/, 'the day of the service that failed');
  assert.doesNotMatch(page, /Wulandari|menunggu tiga hari/);
  const bare = await kit.app.request(`/petugas/kasus/${ticket}/fulfil-duty`, {
    ...formPost({ duty: 'permintaan-maaf', text: 'Terbit di laman PPID.' }, auditor),
  });
  assert.equal(bare.status, 409, 'rule 31: nothing is out before the coordinator approved it');
  assert.match(await bare.text(), /menunggu persetujuan Koordinator/);
  const early = await letter(ticket, head, 'issue');
  assert.equal(early.status, 422);
  assert.match(await early.text(), /terbitkan sesudah Koordinator menyetujuinya/);

  const start = kit.clock.now;
  kit.clock.now = start + 40 * DAY;
  const fresh = await kit.signIn('koordinator');
  assert.doesNotMatch(await get('/petugas/kewajiban', fresh), /Permintaan maaf/, 'read by the named only');
  // The text waits in the coordinator's list by itself, of a case that he does not read, and says no more than goes out.
  assert.match(await get('/petugas/hari-ini', fresh), /1 naskah untuk publik menunggu persetujuan Anda/);
  const list = await get('/petugas/persetujuan', fresh);
  assert.match(list, /pengaduannya hanya dibaca orang tertentu/);
  assert.doesNotMatch(list, /merchandise|Wulandari|menunggu tiga hari/);
  assert.equal(
    (await kit.app.request(`/petugas/kasus/${ticket}`, { headers: { cookie: fresh } })).status,
    404,
  );
  const approved = await kit.app.request(
    '/petugas/persetujuan',
    formPost(
      {
        ...{ ticket, duty: 'permintaan-maaf', act: 'approve-duty' },
        ...{ version: hidden(list, 'version'), idempotencyKey: hidden(list, 'idempotencyKey') },
        text: 'Kami meminta maaf atas pelayanan pada 1 April 2026.\n\nNaskah yang disetujui.',
      },
      fresh,
    ),
  );
  assert.equal(approved.headers.get('location'), '/petugas/persetujuan?selesai=approve-duty');
  assert.match(await get('/petugas/persetujuan', fresh), /Tidak ada naskah yang menunggu persetujuan/);
  kit.clock.now = start;

  const shown = await (await letter(ticket, head, 'preview')).text();
  assert.match(shown, /Naskah yang disetujui/, 'what is issued is what was approved');
  assert.doesNotMatch(shown, /<p>Diubah sesudahnya/);
  const issued = await letter(ticket, head, 'issue');
  assert.equal(issued.status, 303, await issued.text());
  await does(ticket, 'fulfil-duty', { duty: 'permintaan-maaf', text: 'Terbit di laman PPID.' }, auditor);
  const left = await get('/petugas/kewajiban', coordinator);
  assert.doesNotMatch(left, /Permintaan maaf terbuka/);
  assert.match(left, /merchandise/);
  await does(ticket, 'fulfil-duty', { duty: 'merchandise', text: 'Diserahkan hari ini.' }, auditor);
});

async function letter(ticket: string, by: string, act: string): Promise<Response> {
  const fields = { act, day: '2026-04-01', remedy: 'Diubah sesudahnya.', dated: '2026-04-06' };
  return kit.app.request(`/petugas/kasus/${ticket}/surat/permintaan-maaf`, formPost(fields, by));
}
