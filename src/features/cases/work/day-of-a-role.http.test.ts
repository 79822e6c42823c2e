import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../../test/office-desk.ts';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { deputise } from '../../people/deputies/deputise.ts';
import { sessionHash } from '../../people/sessions/session.ts';
import { watchCases } from '../notices/watch-cases.job.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const [first = '', second = ''] = office.data.units.map(({ key }) => key);
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');
const head = await kit.signIn('penanggung-jawab');
const unitHead = await kit.signInTo(first, 'kepala-bidang');
const otherUnit = await kit.signInTo(second, 'kepala-bidang');
const ROLES = ['petugas-loket', 'koordinator', 'kepala-bidang', 'penanggung-jawab'] as const;
const tokens = new Map<string, string>();
for (const role of ROLES) tokens.set(role, await kit.token(role));

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const api = async (path: string, sent: unknown, role: (typeof ROLES)[number]) => {
  const headers = { authorization: `Bearer ${tokens.get(role)}`, 'idempotency-key': crypto.randomUUID() };
  const answer = await kit.app.request(`/api/v1/${path}`, jsonPost(sent, headers));
  const text = await answer.text();
  assert.ok(answer.ok, `${path}: ${text}`);
  return JSON.parse(text);
};
const take = async (more: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  (
    await api(
      'offices/tabalong/complaints',
      { channel: 'whatsapp', text: 'Bantuan belum cair.', ...more },
      'petugas-loket',
    )
  ).ticket;
const act = (
  ticket: string,
  operation: string,
  sent: unknown,
  role: (typeof ROLES)[number] = 'koordinator',
) => api(`complaints/${ticket}/${operation}`, sent, role);
/** The tickets under one heading of a page. */
const under = (html: string, heading: string) => {
  const part = html.split(`${heading} <span`)[1]?.split('</section>')[0] ?? '';
  return [...part.matchAll(/kasus\/([A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4})"/g)].map(([, ticket = '']) => ticket);
};
async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.id ?? '';
}

test('the day of each role shows what waits for it, and a case moves from one to the next', async () => {
  const ticket = await take();
  assert.deepEqual(under((await get('/petugas/hari-ini', clerk)).html, 'Belum diregister'), [ticket]);
  const day = () => get('/petugas/hari-ini', coordinator);
  assert.deepEqual(under((await day()).html, 'Menunggu pemeriksaan kelengkapan'), [ticket]);
  await act(ticket, 'verify', { completeness: 'complete' });
  assert.deepEqual(under((await day()).html, 'Menunggu pemeriksaan kelengkapan'), []);
  assert.deepEqual(under((await day()).html, 'Menunggu disposisi'), [ticket]);
  await act(ticket, 'dispose', { unit: first });
  assert.deepEqual(under((await day()).html, 'Menunggu disposisi'), []);
  const unitDay = () => get('/petugas/hari-ini', unitHead);
  assert.deepEqual(under((await unitDay()).html, 'Baru masuk ke bidang saya'), [ticket]);
  assert.deepEqual(under((await get('/petugas/hari-ini', otherUnit)).html, 'Baru masuk ke bidang saya'), []);
  await act(ticket, 'submit-answer', { text: 'Sudah dicairkan hari ini.' }, 'kepala-bidang');
  assert.deepEqual(under((await unitDay()).html, 'Baru masuk ke bidang saya'), []);
  assert.deepEqual(under((await day()).html, 'Konsep jawaban menunggu persetujuan'), [ticket]);
  await act(ticket, 'approve-answer', {});
  assert.deepEqual(under((await day()).html, 'Jawaban disetujui, belum disampaikan'), [ticket]);
  await act(ticket, 'answer', { way: 'channel', channel: 'whatsapp', text: 'Sudah dicairkan hari ini.' });
  assert.deepEqual(under((await day()).html, 'Sudah dijawab, belum dinyatakan selesai'), [ticket]);
  const pending = { body: office.data.bodies[0]?.key, lookAgainOn: '2026-04-08' };
  await act(ticket, 'close', { outcome: 'pending-elsewhere', ...pending });
  assert.deepEqual(under((await day()).html, 'Sudah dijawab, belum dinyatakan selesai'), []);
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select case_id id from complaint_case where ticket = $1',
    [ticket],
  );
  await watchCases(
    kit.desk.cases,
    office.officeId,
    rows.map(({ id }) => id),
  );
  const again = 'Saatnya melihat lagi hasil di lembaga lain';
  assert.deepEqual(under((await day()).html, again), [], 'rule 26: not before its day');
  const began = kit.clock.now;
  kit.clock.now = Date.parse('2026-04-08T02:00:00.000Z');
  const later = await kit.signIn('koordinator');
  assert.deepEqual(under((await get('/petugas/hari-ini', later)).html, again), [ticket]);
  kit.clock.now = began;
});

test('rule 28: what waits is told to nobody who is complained of, and the head is told of his own case by its number alone', async () => {
  const named = await take({ respondents: [{ staffId: await accountOf(head) }] });
  for (const path of ['/petugas/hari-ini', '/petugas/pimpinan', '/petugas/menunggu/new-week']) {
    assert.ok(!(await get(path, head)).html.includes(named), path);
  }
  assert.match((await get('/petugas/pimpinan', head)).html, /1 pengaduan terbuka tidak ditampilkan/);
  assert.ok((await get('/petugas/menunggu/new-week', coordinator)).html.includes(named));
  assert.doesNotMatch((await get('/petugas/pimpinan', coordinator)).html, /tidak ditampilkan/);
});

test('rule 28: a complaint about the head stands in the list of who reads it besides, until the Inspektorat has it; his deputy does not see it', async () => {
  const named = await take({ respondents: [{ staffId: await accountOf(head) }] });
  const heading = 'Pengaduan tentang pimpinan';
  assert.ok(under((await get('/petugas/hari-ini', coordinator)).html, heading).includes(named));
  assert.ok(!(await get('/petugas/hari-ini', head)).html.includes(heading));
  const deputy = await kit.signIn('kepala-bidang');
  const [account, deputyFor] = [await accountOf(deputy), await accountOf(head)];
  const days = { from: '2026-04-06', to: '2026-04-07', today: '2026-04-06' } as const;
  const command = { account, deputyFor, capacity: 'plh', decree: null, ...days } as const;
  const standsIn = await withOffice(kit.desk.pool, office.officeId, (tx) =>
    deputise(tx, office.officeId, office.data.roles, command, actingIn(kit.desk, kit.clock.now)),
  );
  assert.ok(standsIn.ok);
  for (const path of [
    '/petugas/hari-ini',
    '/petugas/pimpinan',
    '/petugas/menunggu/about-head',
    '/petugas/telaah',
  ]) {
    assert.ok(!(await get(path, deputy)).html.includes(named), path);
  }
  assert.equal((await get(`/petugas/kasus/${named}`, deputy)).status, 404);
  await act(named, 'refer', {
    way: 'transferred',
    body: 'inspektorat',
    text: 'Dilimpahkan.',
    answerWay: 'oral',
  });
  await act(named, 'confirm-transfer', {
    text: 'Sudah di Inspektorat.',
    answerWay: 'channel',
    channel: 'whatsapp',
  });
  assert.ok(!under((await get('/petugas/hari-ini', coordinator)).html, heading).includes(named));
});

test('rule 6: a protected case waits on the day of its unit and of the coordinator until it is handed over safely', async () => {
  const ticket = await take({ protected: true, safeContact: 'Lewat tetangga, sore.' });
  const heading = 'Dilindungi, belum dirujuk dengan aman';
  assert.ok(under((await get('/petugas/hari-ini', coordinator)).html, heading).includes(ticket));
  assert.match((await get(`/petugas/kasus/${ticket}`, coordinator)).html, /Rujukan aman harus selesai/);
  await act(ticket, 'follow-up', { entry: 'safe-handover', text: 'Diterima UPTD PPA pukul 14.' });
  assert.ok(!under((await get('/petugas/hari-ini', coordinator)).html, heading).includes(ticket));
});

test('each number of the head opens exactly its rows', async () => {
  const late = await take({
    receivedAt: '2026-01-05T02:00:00.000Z',
    lateEntryReason: 'Ditemukan di kotak saran.',
  });
  const urgent = await take({ urgent: true });
  kit.clock.now += 65 * 60_000;
  const { html } = await get('/petugas/pimpinan', head);
  const numbers = [
    ...html.matchAll(/href="(\/petugas\/menunggu\/[\w-]+)"><span class="tg-sixes__number">([^<]*)</g),
  ];
  assert.equal(numbers.length, 6);
  const letters =
    /href="([^"]*)"><span class="tg-sixes__number">([^<]*)<\/span><span>Surat menunggu tanda tangan/.exec(
      html,
    );
  assert.deepEqual(letters?.slice(1), ['/petugas/surat?keadaan=to-sign', '0']);
  const rows = new Map<string, readonly string[]>();
  for (const [, href = '', count] of numbers) {
    const page = await get(href, head);
    assert.equal(page.status, 200, href);
    const tickets = [...page.html.matchAll(/class="tg-case__link" href="\/petugas\/kasus\/([\w-]+)"/g)];
    assert.equal(tickets.length, Number(count), href);
    rows.set(
      href,
      tickets.map(([, ticket = '']) => ticket),
    );
  }
  assert.deepEqual(rows.get('/petugas/menunggu/late'), [late]);
  assert.ok(rows.get('/petugas/menunggu/urgent-hour')?.includes(urgent));
  assert.ok(rows.get('/petugas/menunggu/new-week')?.includes(urgent));
});

test('rule 5: an urgent case without an entry for an hour leaves the head as soon as somebody takes it in hand', async () => {
  const urgent = await take({ urgent: true });
  const page = async () => (await get('/petugas/menunggu/urgent-hour', head)).html.includes(urgent);
  assert.equal(await page(), false, 'it is new');
  kit.clock.now += 61 * 60_000;
  assert.equal(await page(), true);
  await act(urgent, 'accept-urgent', {});
  assert.equal(await page(), false);
});

test('what waits for others is not found: an address of another role, a word that is none', async () => {
  assert.equal((await get('/petugas/menunggu/decide', clerk)).status, 404);
  assert.equal((await get('/petugas/menunggu/dispose', unitHead)).status, 404);
  assert.equal((await get('/petugas/menunggu/constructor', head)).status, 404);
  assert.equal((await get('/petugas/pimpinan', clerk)).status, 403);
});

test('rule 31: drafts wait on one page; one is approved, one goes back with its reason, and without one nothing happens', async () => {
  const tickets = [await take(), await take()];
  for (const ticket of tickets) {
    await act(ticket, 'verify', { completeness: 'complete' });
    await act(ticket, 'dispose', { unit: first });
    await act(ticket, 'submit-answer', { text: `Konsep untuk ${ticket}.` }, 'kepala-bidang');
  }
  const [one = '', two = ''] = tickets;
  const show = async () => (await get('/petugas/persetujuan', coordinator)).html;
  const html = await show();
  assert.ok(html.includes(`Konsep untuk ${one}.`) && html.includes(`Konsep untuk ${two}.`));
  const version = (ticket: string) =>
    new RegExp(`value="${ticket}"[^>]*><input type="hidden" name="version" value="(\\d+)"`).exec(html)?.[1] ??
    '';
  const send = async (fields: Readonly<Record<string, string>>, cookie: string) =>
    kit.app.request('/petugas/persetujuan', formPost(fields, cookie));
  const back = { ticket: two, version: version(two), act: 'return-answer' };
  const unsaid = await send(back, coordinator);
  assert.equal(unsaid.status, 422);
  assert.match(await unsaid.text(), /Tulis alasannya/);
  assert.equal(
    (await send({ ticket: one, version: version(one), act: 'approve-answer' }, coordinator)).status,
    303,
  );
  assert.equal((await send({ ...back, reason: 'Sebut tanggalnya.' }, coordinator)).status, 303);
  const now = await show();
  assert.ok(!now.includes(`Konsep untuk ${one}.`) && !now.includes(`Konsep untuk ${two}.`));
  const stale = await send({ ...back, reason: 'Sekali lagi.' }, coordinator);
  assert.equal(stale.status, 409);
  assert.equal((await get('/petugas/persetujuan', clerk)).status, 403);
  assert.equal((await send({ ticket: one, version: '1', act: 'approve-answer' }, unitHead)).status, 403);
});

test('rule 31: the month of the team: what was received and answered, by whom, and an agenda that takes no day that is none', async () => {
  const path = '/petugas/hasil-kerja-tim';
  const { status, html } = await get(`${path}?bulan=2026-04`, head);
  assert.equal(status, 200);
  assert.match(html, /April 2026/);
  assert.match(html, /Pegawai Contoh|Bukan lagi petugas|Menurut petugas/);
  const item = {
    bulan: '2026-04',
    on: '2026-04-20',
    kind: 'field-visit',
    title: 'Meninjau agen e-warong',
    place: 'Tanjung',
  };
  const send = (fields: Readonly<Record<string, string>>, cookie: string) =>
    kit.app.request(path, formPost(fields, cookie));
  assert.equal((await send(item, head)).status, 403, 'the head reads it');
  const wrong = await send({ ...item, on: '2026-02-30' }, coordinator);
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /Meninjau agen e-warong/);
  assert.equal((await send(item, coordinator)).status, 303);
  const shown = (await get(`${path}?bulan=2026-04`, head)).html;
  assert.match(shown, /Senin, 20 April 2026<\/strong>: Kunjungan lapangan, Meninjau agen e-warong, Tanjung/);
  assert.ok(!shown.includes('name="strike"'));
  const strike = /name="strike" value="([\w-]+)"/.exec(
    (await get(`${path}?bulan=2026-04`, coordinator)).html,
  )?.[1];
  assert.equal((await send({ bulan: '2026-04', strike: strike ?? '' }, coordinator)).status, 303);
  assert.doesNotMatch((await get(`${path}?bulan=2026-04`, head)).html, /e-warong/);
  assert.equal((await get(`${path}?bulan=2026`, head)).status, 422);
  assert.equal((await get(path, clerk)).status, 403);
});

test('rules 13, 17: each figure of the compliance page opens as many rows as it says', async () => {
  const { status, html } = await get('/petugas/kepatuhan-sop?masa=2026', coordinator);
  assert.equal(status, 200);
  const figures = [...html.matchAll(/href="(\/petugas\/laporan\/baris\?[^"]+)" aria-label="([\d.]+),/g)];
  assert.ok(figures.some(([, , count]) => Number(count) > 0));
  for (const [, href = '', count = ''] of figures) {
    const rows = await get(href.replaceAll('&amp;', '&'), coordinator);
    assert.equal(rows.status, 200, href);
    assert.equal([...rows.html.matchAll(/\/petugas\/kasus\//g)].length, Number(count), href);
  }
  assert.equal((await get('/petugas/kepatuhan-sop?masa=kapan', coordinator)).status, 422);
  assert.equal((await get('/petugas/kepatuhan-sop', clerk)).status, 403);
});

test('no request of these was a fault of the server', () => assert.deepEqual(kit.errors, []));
