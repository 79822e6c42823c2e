import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../../test/a-person.ts';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const office = await desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const at = { desk: desk.cases, office };
const [unit = ''] = office.data.units.map(({ key }) => key);

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
};
const person = (...roles: readonly string[]) => aPerson(kit, roles);
const coordinator = await person('koordinator');
// Where everybody above the units is complained of, nobody is left to whom the case is open.
await person('penanggung-jawab');
async function given(owner: string): Promise<{ ticket: string; caseId: string }> {
  const taken = await aStoredCase(at, kit.clock.now);
  const fields = { unit, owner, version: '1' };
  const path = `/petugas/kasus/${taken.ticket}/dispose`;
  assert.equal((await post(path, fields, coordinator.cookie)).status, 303);
  return taken;
}
async function ownersOf(...cases: readonly { readonly caseId: string }[]): Promise<readonly string[]> {
  const ids = cases.map(({ caseId }) => caseId);
  const { rows } = await desk.owner.query<{ owner: string }>(
    'select owner from complaint_case where case_id = any ($1::uuid[]) order by array_position($1::uuid[], case_id)',
    [ids],
  );
  return rows.map(({ owner }) => owner);
}
const handOver = (from: string, to: string, more: Readonly<Record<string, string>> = {}) =>
  post(
    '/petugas/serah-terima',
    { dari: from, ke: to, reason: 'Cuti sampai 30 November.', ...more },
    coordinator.cookie,
  );
const inPreview = (html: string) => {
  const section = /<section aria-label="Yang akan diserahkan"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  return section;
};

test('all open cases of somebody go to another in one act, each with its own entry; a look comes first', async () => {
  const leaving = await person('kepala-bidang');
  const taking = await person('staf-bidang');
  const cases = [await given(leaving.account), await given(leaving.account), await given(leaving.account)];
  const look = await handOver(leaving.account, taking.account);
  assert.equal(look.status, 200);
  for (const { ticket } of cases) assert.ok(inPreview(look.html).includes(ticket));
  assert.deepEqual(new Set(await ownersOf(...cases)), new Set([leaving.account]), 'a look changes nothing');
  const done = await handOver(leaving.account, taking.account, { sure: 'ya' });
  assert.match(done.html, /3 pengaduan sudah diserahkan/);
  assert.deepEqual(new Set(await ownersOf(...cases)), new Set([taking.account]));
  const page = await get(`/petugas/kasus/${cases[0]?.ticket}`, coordinator.cookie);
  assert.match(page.html, /Ditangani selanjutnya oleh/);
  assert.match(page.html, /Cuti sampai 30 November/);
  const owned = /serah-terima\?dari=/.exec((await get('/petugas/serah-terima', coordinator.cookie)).html);
  assert.ok(owned);
});

test('rule 28: what cannot go stays and says why: the taker is complained of in it; what the giver may not see is a number', async () => {
  const leaving = await person('kepala-bidang');
  const taking = await person('staf-bidang');
  const clerk = await person('petugas-loket');
  const [goes, about, hidden] = [
    await given(leaving.account),
    await given(leaving.account),
    await given(leaving.account),
  ];
  const complain = (of: { ticket: string }, staffId: string) => {
    const fields = { part: 'respondent', staffId, reason: 'Disebut pelapor.', version: '3' };
    return post(`/petugas/kasus/${of.ticket}/orang/baru`, fields, clerk.cookie);
  };
  assert.equal((await complain(about, taking.account)).status, 303);
  assert.equal((await complain(hidden, coordinator.account)).status, 303);
  const { html } = await handOver(leaving.account, taking.account);
  const preview = inPreview(html);
  assert.match(preview, /1 pengaduan berpindah/);
  assert.match(preview, new RegExp(`${about.ticket}</a>: [^<]*terlapor`, 'i'));
  assert.equal(html.includes(hidden.ticket), false);
  assert.match(preview, /1 pengaduan lain tertutup bagi Anda/);
  await handOver(leaving.account, taking.account, { sure: 'ya' });
  assert.deepEqual(await ownersOf(goes, about, hidden), [taking.account, leaving.account, leaving.account]);
});

test('stopped half way, the same press goes on with what is left, and nothing is handed over twice', async () => {
  const leaving = await person('kepala-bidang');
  const taking = await person('staf-bidang');
  const first = await given(leaving.account);
  await handOver(leaving.account, taking.account, { sure: 'ya' });
  const second = await given(leaving.account);
  const again = await handOver(leaving.account, taking.account, { sure: 'ya' });
  assert.match(again.html, /1 pengaduan sudah diserahkan/);
  assert.deepEqual(await ownersOf(first, second), [taking.account, taking.account]);
  const { rows } = await desk.owner.query<{ n: number }>(
    `select count(*)::int n from case_event where case_id = $1 and body like '%"owner-changed"%'`,
    [first.caseId],
  );
  assert.equal(rows[0]?.n, 1);
});

test('closing an account with open cases asks first, and afterwards they stand there as of a closed account', async () => {
  const leaving = await person('kepala-bidang');
  const administrator = await person('administrator');
  const taking = await person('staf-bidang');
  const kept = await given(leaving.account);
  const ask = await post('/petugas/akun/tutup', { account: leaving.account }, administrator.cookie);
  assert.match(ask.html, /1 pengaduan terbuka masih dipegang akun ini/);
  const close = { account: leaving.account, sure: 'ya' };
  assert.equal((await post('/petugas/akun/tutup', close, administrator.cookie)).status, 303);
  const { html } = await get('/petugas/serah-terima', coordinator.cookie);
  const row = new RegExp(`dari=${leaving.account}[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '';
  assert.match(row, /Ditutup/);
  await handOver(leaving.account, taking.account, { sure: 'ya' });
  assert.deepEqual(await ownersOf(kept), [taking.account]);
});

test('cases go to nobody who works on none, without a reason, or by whoever neither disposes nor hands over', async () => {
  const leaving = await person('kepala-bidang');
  const administrator = await person('administrator');
  const clerk = await person('petugas-loket');
  const kept = await given(leaving.account);
  assert.equal((await handOver(leaving.account, administrator.account, { sure: 'ya' })).status, 422);
  assert.equal((await handOver(leaving.account, clerk.account, { sure: 'ya', reason: ' ' })).status, 422);
  const fields = { dari: leaving.account, ke: clerk.account, reason: 'Pindah.', sure: 'ya' };
  for (const { cookie } of [clerk, administrator])
    assert.equal((await post('/petugas/serah-terima', fields, cookie)).status, 403);
  const path = `/petugas/kasus/${kept.ticket}/change-owner`;
  const direct = { owner: administrator.account, reason: 'Pindah.', version: '3' };
  assert.equal((await post(path, direct, coordinator.cookie)).status, 422);
  assert.deepEqual(await ownersOf(kept), [leaving.account]);
});
