import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../../test/a-person.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const office = await desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const { officeId } = office;
const at = { desk: desk.cases, office };

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text(), type: answer.headers.get('content-type') };
};
const person = (...roles: readonly string[]) => aPerson(kit, roles);
/** Somebody opened the identity of a complainant, with this reason. */
async function opened(reason: string): Promise<{ ticket: string; caseId: string; opener: string }> {
  const counter = await person('petugas-loket');
  const form = {
    text: 'Bantuan belum sampai.',
    name: 'Sari Misalnya',
    channel: 'loket',
    phone: '081200000001',
  };
  const slip = await (await kit.app.request('/petugas/loket', formPost(form, counter.cookie))).text();
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(slip)?.[0] ?? '';
  const opener = await person('koordinator');
  const { rows } = await desk.owner.query<{ caseId: string; identity: string }>(
    `select c.case_id "caseId", i.identity_id identity from complaint_case c join identity i using (office_id, case_id)
      where c.ticket = $1`,
    [ticket],
  );
  const [row] = rows;
  assert.ok(row);
  const path = `/petugas/kasus/${ticket}/identitas/${row.identity}`;
  assert.equal((await kit.app.request(path, formPost({ reason }, opener.cookie))).status, 200);
  return { ticket, caseId: row.caseId, opener: opener.account };
}

const auditor = await person('pemeriksa-catatan');

test('rules 23, 32: the auditor reads who opened whom, when and why, and no name of a citizen', async () => {
  const { ticket } = await opened('Menelepon pelapor tentang berkasnya.');
  const { status, html } = await get(`/petugas/catatan?kasus=${ticket}`, auditor.cookie);
  assert.equal(status, 200);
  for (const word of [ticket, 'Membuka identitas', 'pelapor', 'Menelepon pelapor tentang berkasnya.'])
    assert.ok(html.includes(word), word);
  for (const word of ['Sari', 'Misalnya', '0812']) assert.equal(html.includes(word), false, word);
});

test('nobody else reads the log, not the administrator nor the head, and reading it opens no case', async () => {
  const { ticket } = await opened('Menelepon pelapor.');
  const others = office.data.roles.filter(({ may }) => !may.includes('log/read')).map(({ key }) => key);
  for (const role of others) {
    const { cookie } = await person(role);
    assert.equal((await get('/petugas/catatan', cookie)).status, 403, role);
    assert.equal((await get('/petugas/catatan/unduh', cookie)).status, 403, role);
  }
  assert.equal((await get(`/petugas/kasus/${ticket}`, auditor.cookie)).status, 404);
});

test('reading the log is itself recorded, each time, the file too', async () => {
  const count = async (action: string) => {
    const { rows } = await desk.owner.query<{ n: number }>(
      'select count(*)::int n from access_log where action = $1 and account_id = $2',
      [action, auditor.account],
    );
    return rows[0]?.n ?? 0;
  };
  const [read, exported] = [await count('log-read'), await count('log-exported')];
  await get('/petugas/catatan', auditor.cookie);
  await get('/petugas/catatan/unduh', auditor.cookie);
  assert.deepEqual([await count('log-read'), await count('log-exported')], [read + 1, exported + 1]);
  const { html } = await get('/petugas/catatan?tindakan=log-read', auditor.cookie);
  assert.match(html, /Membaca catatan akses/);
});

test('the log is narrowed by person, by what was done and by days of the office, and read on page by page', async () => {
  const { opener, ticket } = await opened('Menelepon pelapor.');
  const rows = async (query: string) => {
    const { html } = await get(`/petugas/catatan?${query}`, auditor.cookie);
    const body = /<tbody[\s\S]*?<\/tbody>/.exec(html)?.[0] ?? '';
    return { n: body.split('<tr').length - 1, html };
  };
  const own = await rows(`petugas=${opener}&tindakan=identity-opened`);
  assert.equal(own.n, 1);
  assert.ok(own.html.includes(ticket));
  assert.equal((await rows(`petugas=${opener}&sampai=2026-04-05`)).n, 0);
  assert.ok((await rows(`petugas=${opener}&dari=2026-04-06&sampai=2026-04-06`)).n > 0);
  assert.equal((await get('/petugas/catatan?dari=kemarin', auditor.cookie)).status, 422);
  assert.match((await get('/petugas/catatan?kasus=TBL-1', auditor.cookie)).html, /nomor tiket selengkapnya/);
  await desk.owner.query(
    `insert into access_log select $1, gen_random_uuid(), $2::timestamptz - n * interval '1 minute', $3, 'case-found', null, null, null
       from generate_series(1, 230) n`,
    [officeId, new Date(kit.clock.now), opener],
  );
  let next: string | undefined = `/petugas/catatan?petugas=${opener}&tindakan=case-found`;
  const seen: number[] = [];
  while (next !== undefined) {
    const page: string = (await get(next, auditor.cookie)).html;
    seen.push((/<tbody[\s\S]*?<\/tbody>/.exec(page)?.[0] ?? '').split('<tr').length - 1);
    next = /href="(\/petugas\/catatan\?[^"]*sesudah=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.deepEqual(seen, [100, 100, 30]);
});

test('rule 28: lines about a case in which the auditor is complained of are withheld from him, and said by their number', async () => {
  const clerk = await person('petugas-loket');
  const { ticket, caseId } = await aStoredCase(at, kit.clock.now);
  const wall = { part: 'respondent', staffId: auditor.account, reason: 'Disebut pelapor.', version: '1' };
  const path = `/petugas/kasus/${ticket}/orang/baru`;
  assert.equal((await kit.app.request(path, formPost(wall, clerk.cookie))).status, 303);
  await desk.owner.query(
    "insert into access_log values ($1, gen_random_uuid(), $2, $3, 'case-read', $4, null, null)",
    [officeId, new Date(kit.clock.now), clerk.account, caseId],
  );
  const { html } = await get(`/petugas/catatan?petugas=${clerk.account}`, auditor.cookie);
  assert.equal(html.includes(ticket), false);
  assert.match(html, /\d+ baris tidak ditampilkan, karena Anda diadukan/);
});

test('the file holds the same lines as CSV for a spreadsheet', async () => {
  const { ticket } = await opened('=HYPERLINK("http://contoh.id")');
  const { html, type } = await get(`/petugas/catatan/unduh?kasus=${ticket}`, auditor.cookie);
  assert.match(type ?? '', /^text\/csv/);
  assert.match(html, /Waktu;Petugas;Tindakan;Pengaduan;Alasan/);
  assert.ok(html.includes(ticket));
  assert.equal(/(^|;|")=HYPER/m.test(html), false, 'no formula');
});
