import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../test/a-person.ts';
import { aStoredCase } from '../../test/a-stored-case.ts';
import { formPost, openWebKit } from '../../test/web-kit.ts';
import { verifyDeputations } from '../features/cases/verify/verify-deputations.ts';
import { rolesOfDay } from '../features/people/deputies/roles-of-day.read.ts';
import { readSigningDeputies } from '../features/people/deputies/signing-deputies.read.ts';
import { teamDecree } from '../features/people/deputies/team-decree.read.ts';
import { withOffice } from '../platform/database/transaction.ts';

const kit = await openWebKit({ after });
const { desk } = kit;
const office = await desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const { officeId } = office;
const at = { desk: desk.cases, office };

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>, cookie: string) => {
  const answer = await kit.app.request(path, formPost(fields, cookie));
  return { status: answer.status, html: await answer.text() };
};
const person = (...roles: readonly string[]) => aPerson(kit, roles);
const administrator = await person('administrator');
const days = { from: '2026-04-06', to: '2026-04-08' };
const appoint = (account: string, deputyFor: string, more: Readonly<Record<string, string>> = {}) =>
  post('/petugas/tim/wakil', { account, deputyFor, capacity: 'plh', ...days, ...more }, administrator.cookie);

test('rule 33: a deputy does what the holder may on these days, the history says as what, and the block of signatures changes by itself', async () => {
  const head = await person('penanggung-jawab');
  const clerk = await person('petugas-loket');
  const { ticket, caseId } = await aStoredCase(at, kit.clock.now);
  const dispose = () => {
    const fields = { unit: 'linjamsos', version: '1' };
    return post(`/petugas/kasus/${ticket}/dispose`, { ...fields, unit: unit() }, clerk.cookie);
  };
  const unit = () => office.data.units[0]?.key ?? '';
  assert.equal((await dispose()).status, 403);
  assert.equal((await appoint(clerk.account, head.account)).status, 303);
  assert.equal((await dispose()).status, 303);
  const { rows } = await desk.owner.query<{ body: string }>(
    'select body from case_event where case_id = $1 order by seq desc limit 1',
    [caseId],
  );
  assert.deepEqual(JSON.parse(rows[0]?.body ?? '{}').actor, {
    ...{ by: 'staff', account: clerk.account, role: 'penanggung-jawab' },
    insteadOf: { role: 'penanggung-jawab', deputyFor: head.account, capacity: 'plh' },
  });
  assert.ok((await get(`/petugas/kasus/${ticket}`, clerk.cookie)).html.includes('Plh. Penanggung Jawab'));
  const signing = (day: string) =>
    withOffice(desk.pool, officeId, (tx) => readSigningDeputies(tx, desk.keyring, officeId, day));
  const block = await signing('2026-04-08');
  assert.deepEqual(
    block.map(({ role, capacity, ownRoles }) => [role, capacity, ownRoles]),
    [['penanggung-jawab', 'plh', ['petugas-loket']]],
  );
  assert.deepEqual(await signing('2026-04-09'), []);
  const held = (day: string) =>
    withOffice(desk.pool, officeId, (tx) => rolesOfDay(tx, desk.keyring, officeId, day, clerk.account));
  assert.deepEqual(
    (await held('2026-04-09')).map(({ role }) => role),
    ['petugas-loket'],
  );
});

test('rule 33: whether a deputy decides on an audit is for the office to say; Tabalong says no', async () => {
  const head = await person('penanggung-jawab');
  const deputy = await person('petugas-loket');
  const reviewer = await person('tim-penelaah');
  const { ticket } = await aStoredCase(at, kit.clock.now);
  const act = async (door: string, fields: Readonly<Record<string, string>>, cookie: string) => {
    const page = (await get(`/petugas/kasus/${ticket}`, cookie)).html;
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    return post(`/petugas/kasus/${ticket}/${door}`, { version, ...fields }, cookie);
  };
  assert.equal((await act('review/start', { reviewers: reviewer.account }, reviewer.cookie)).status, 303);
  const said = { recommendation: 'audit', text: 'Ada bukti awal.' };
  assert.equal((await act('review/recommend', said, reviewer.cookie)).status, 303);
  assert.equal((await appoint(deputy.account, head.account)).status, 303);
  const audit = { decision: 'audit', readers: head.account };
  assert.equal((await act('review/decide', audit, deputy.cookie)).status, 403);
  assert.equal((await act('review/decide', { decision: 'unit' }, deputy.cookie)).status, 303);
});

test('rule 28: who stands in for the one complained of is shut out of the case for these days, and so is his token', async () => {
  const accused = await person('kepala-bidang');
  const deputy = await person('koordinator');
  const clerk = await person('petugas-loket');
  const { ticket } = await aStoredCase(at, kit.clock.now);
  const form = { part: 'respondent', staffId: accused.account, reason: 'Disebut pelapor.', version: '1' };
  assert.equal((await post(`/petugas/kasus/${ticket}/orang/baru`, form, clerk.cookie)).status, 303);
  assert.equal((await get(`/petugas/kasus/${ticket}`, deputy.cookie)).status, 200);
  assert.equal((await appoint(deputy.account, accused.account)).status, 303);
  assert.equal((await get(`/petugas/kasus/${ticket}`, deputy.cookie)).status, 404);
  assert.equal((await get('/petugas', deputy.cookie)).html.includes(ticket), false);
});

test('a refused deputation says why at its field and keeps what was typed; nobody else than who looks after accounts appoints one', async () => {
  const one = await person('koordinator');
  const two = await person('kepala-bidang');
  const three = await person('petugas-loket');
  const open = await appoint(one.account, two.account, { to: '' });
  assert.equal(open.status, 422);
  assert.match(open.html, /id="f-deputy-to-error"|Hanya Plt\./);
  assert.match((await appoint(one.account, one.account)).html, /menggantikan dirinya sendiri/);
  assert.match((await appoint(administrator.account, two.account)).html, /administrator lain/);
  assert.equal((await appoint(one.account, two.account)).status, 303);
  assert.match((await appoint(three.account, two.account)).html, /sudah digantikan/);
  assert.match((await appoint(three.account, one.account)).html, /tidak boleh bertingkat/);
  const auditor = await person('pemeriksa-catatan');
  const other = await person('administrator');
  assert.match((await appoint(auditor.account, other.account)).html, /tidak boleh merangkap/);
  const fields = { account: three.account, deputyFor: two.account, capacity: 'plh', ...days };
  assert.equal((await post('/petugas/tim/wakil', fields, one.cookie)).status, 403);
  assert.equal((await get('/petugas/tim', three.cookie)).html.includes('/petugas/tim/wakil'), false);
});

test('a decree is written down with its day and title, and the team of any day is read by it (SK tim)', async () => {
  const made = await person('admin-sp4n');
  const grant = { role: 'verifikator', from: '2026-04-06', to: '2026-12-31', decree: '21 Tahun 2026' };
  assert.equal((await post(`/petugas/akun/${made.account}/peran`, grant, administrator.cookie)).status, 303);
  const decree = { number: '21 Tahun 2026', on: '2026-01-03', title: 'Susunan Tim Penanganan Pengaduan' };
  assert.equal((await post('/petugas/tim/sk', { ...decree, title: '' }, administrator.cookie)).status, 422);
  assert.equal((await post('/petugas/tim/sk', decree, administrator.cookie)).status, 303);
  const team = (day: string) =>
    withOffice(desk.pool, officeId, (tx) => teamDecree(tx, desk.keyring, office, day));
  const now = await team('2026-04-06');
  assert.deepEqual(now.decree, decree);
  const members = (roles: typeof now.roles, role: string) =>
    roles.find((one) => one.role === role)?.members.map(({ account }) => account) ?? [];
  assert.deepEqual(members(now.roles, 'verifikator'), [made.account]);
  assert.deepEqual(members((await team('2026-04-05')).roles, 'verifikator'), []);
  assert.deepEqual(members((await team('2027-01-01')).roles, 'verifikator'), []);
  assert.match((await get('/petugas/tim?tanggal=2026-04-06', made.cookie)).html, /SK 21 Tahun 2026/);
});

test('an empty post is held with the last roles of who left it, and what is ended is over', async () => {
  const gone = await person('koordinator', 'tim-audit');
  const successor = await person('petugas-loket');
  const closing = { account: gone.account, sure: 'ya' };
  assert.equal((await post('/petugas/akun/tutup', closing, administrator.cookie)).status, 303);
  assert.match((await appoint(successor.account, gone.account)).html, /tidak ditemukan atau sudah ditutup/);
  const plt = { capacity: 'plt', to: '' };
  assert.equal((await appoint(successor.account, gone.account, plt)).status, 303);
  assert.equal((await get('/petugas/dijawab-di-tempat', successor.cookie)).status, 200);
  const { html } = await get('/petugas/tim', administrator.cookie);
  const { rows } = await desk.owner.query<{ id: string }>(
    'select deputation_id id from deputation where deputy_for = $1',
    [gone.account],
  );
  const deputation = rows[0]?.id ?? '';
  assert.ok(html.includes(deputation));
  assert.equal((await post('/petugas/tim/wakil/akhiri', { deputation }, administrator.cookie)).status, 303);
  assert.equal((await get('/petugas/dijawab-di-tempat', successor.cookie)).status, 403);
});

test('verify finds a deputation and a decree that other hands wrote or changed, and they open nothing', async () => {
  assert.deepEqual(await verifyDeputations(desk.owner, desk.keyring), []);
  const forger = await person('petugas-loket');
  const head = await person('penanggung-jawab');
  await desk.owner.query(
    `insert into deputation select $1, gen_random_uuid(), $2, $3, 'plh', '[{"role":"penanggung-jawab","unit":null}]',
       '2026-04-01', '2026-12-31', null, now(), '\\x00'`,
    [officeId, forger.account, head.account],
  );
  assert.equal((await get('/petugas/dijawab-di-tempat', forger.cookie)).status, 403);
  await desk.owner.query("update decree set title = 'Judul lain'");
  const found = await verifyDeputations(desk.owner, desk.keyring);
  assert.deepEqual(
    found.map((one) => [one.rule, one.what, one.count]),
    [
      ['account-differs', 'deputation', 1],
      ['account-differs', 'decree', 1],
    ],
  );
  const team = await withOffice(desk.pool, officeId, (tx) =>
    teamDecree(tx, desk.keyring, office, '2026-04-06'),
  );
  assert.deepEqual(team.decrees, [], 'nor is it printed');
});
