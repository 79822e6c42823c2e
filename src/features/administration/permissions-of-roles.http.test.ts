import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPerson } from '../../../test/a-person.ts';
import { actingIn } from '../../../test/office-desk.ts';
import { fieldsPost, sentForm } from '../../../test/sent-form.ts';
import { openWebKit } from '../../../test/web-kit.ts';
import { localDate } from '../../domain/calendar/instant.ts';
import { actorOfHistory, SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { addDays } from '../../domain/people/role-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { appendOfficeEvent } from '../offices/append-office-event.ts';
import { grantRole } from '../people/grant-role.ts';
import { putPlannedInForce } from './save-edit.ts';

const kit = await openWebKit({ after });
const administrator = await aPerson(kit, ['administrator'], null);
const coordinator = await aPerson(kit, ['koordinator'], null);
const get = async (path: string, cookie = administrator.cookie) =>
  (await kit.app.request(path, { headers: { cookie } })).text();
const officeNow = async () => {
  kit.desk.offices.forget();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office);
  return office;
};
const mayOf = async (role: string) =>
  (await officeNow()).data.roles.find(({ key }) => key === role)?.may ?? [];
const send = (path: string, fields: URLSearchParams, cookie = administrator.cookie) =>
  kit.app.request(path, fieldsPost(fields, cookie));
const today = localDate(kit.clock.now, 'Asia/Makassar');

/** A role's form sent with other ticks: what the preview says, and what saving it answers. */
async function change(
  role: string,
  ticks: (now: readonly string[]) => readonly string[],
  { by = administrator.cookie, from = today } = {},
) {
  const path = `/petugas/kantor/peran/${role}`;
  const may = ticks(await mayOf(role));
  const looked = await send(path, sentForm(await get(path, by), { may, tahap: 'periksa' }), by);
  const preview = await looked.text();
  const saved = await send(path, sentForm(preview, { mulai: from, tahap: 'simpan' }), by);
  return { status: looked.status, preview, saved };
}

async function decide(cookie: string, decision = 'setuju') {
  const address = [
    ...(await get('/petugas/kantor', cookie)).matchAll(/action="(\/petugas\/kantor\/usulan\/[\da-f-]+)"/g),
  ].at(-1)?.[1];
  const answer = await send(address ?? '/petugas/kantor', new URLSearchParams({ putusan: decision }), cookie);
  return { status: answer.status, page: await answer.text() };
}

test('rule 23: what a role may is previewed, waits for another person, and holds for the role once approved', async () => {
  const { preview, saved } = await change('petugas-loket', (now) => [...now, 'case/search']);
  assert.match(preview, /Wewenang, ditambah/);
  assert.match(preview, /Mencari di luar pengaduan sendiri/);
  assert.match(preview, /baru berlaku setelah disetujui orang lain/);
  assert.equal(saved.headers.get('location'), '/petugas/kantor?proposed=peran');
  assert.ok(!(await mayOf('petugas-loket')).includes('case/search'), 'not yet');
  assert.equal((await decide(administrator.cookie)).status, 409, 'an administrator approves nothing');
  assert.equal((await decide(coordinator.cookie)).status, 303);
  assert.ok((await mayOf('petugas-loket')).includes('case/search'));
  const list = await get('/petugas/kantor/perubahan');
  assert.match(list, /Peran: Petugas Loket/);
  assert.match(list, /Diminta [^<]+/);
  assert.match(list, /Disetujui [^<]+/);
  const [, one = ''] = /href="(\/petugas\/kantor\/perubahan\/[\da-f-]{36})"/.exec(list) ?? [];
  assert.match(await get(one), /Wewenang, ditambah.*Mencari di luar pengaduan sendiri/s, 'as it was then');
});

test('rule 23: an administrator cannot give case reading to a role that he holds, and is told why', async () => {
  const { status, preview } = await change('administrator', (now) => [...now, 'case/read-open']);
  assert.equal(status, 422);
  assert.match(preview, /id="f-may".*Wewenang peran sendiri tidak dapat ditambah/s);
  assert.match(preview, /value="case\/read-open" checked/, 'what was ticked stays');
  assert.ok(!(await mayOf('administrator')).includes('case/read-open'));
});

test('rule 23: nobody becomes administrator and auditor of the log by what his roles may', async () => {
  await aPerson(kit, ['administrator', 'front-office'], null);
  const { status, preview } = await change('front-office', (now) => [...now, 'log/read']);
  assert.equal(status, 422);
  assert.match(preview, /administrator sekaligus pemeriksa catatan/);
});

test('somebody can still look after accounts and the office', async () => {
  const { status, preview } = await change('administrator', (now) =>
    now.filter((one) => one !== 'account/administer'),
  );
  assert.equal(status, 422);
  assert.match(preview, /tidak ada lagi yang mengurus akun atau kantor/);
});

test('decision 0025: who proposes does not approve, nor whose password he made', async () => {
  const both = await aPerson(kit, ['administrator', 'koordinator'], null);
  await change('verifikator', (now) => [...now, 'refer'], { by: both.cookie });
  const own = await decide(both.cookie);
  assert.equal(own.status, 409);
  assert.match(own.page, /disetujui orang lain, bukan pengusulnya/);
  const office = await officeNow();
  const acting = actingIn(kit.desk, kit.clock.now);
  const actor = { ...acting.actor, account: both.account };
  // Whoever made somebody's password may stand behind him for seven days, also when it was changed since.
  const made = { type: 'password-reset', account: coordinator.account, password: '0'.repeat(64) } as const;
  await withOffice(kit.desk.pool, office.officeId, (tx) =>
    appendOfficeEvent(tx, office.officeId, made, { ...acting, actor }),
  );
  const hand = await decide(coordinator.cookie);
  assert.equal(hand.status, 409);
  assert.match(hand.page, /belum dapat dianggap dua orang/);
  assert.ok(!(await mayOf('verifikator')).includes('refer'));
  assert.equal((await decide(both.cookie, 'tarik')).status, 303);
});

test('a planned change is judged once more on its day, and the list says why it was refused', async () => {
  const other = await aPerson(kit, ['koordinator'], null);
  const from = addDays(today, 10);
  const { saved } = await change('verifikator', (now) => [...now, 'case/read-protected'], { from });
  assert.equal(saved.status, 303);
  assert.equal((await decide(other.cookie)).status, 303);
  const office = await officeNow();
  const acting = actingIn(kit.desk, kit.clock.now);
  // Meanwhile the one who asked for it comes to hold the role himself.
  const role = {
    role: 'verifikator',
    unit: null,
    account: administrator.account,
    from: today,
    to: null,
    decree: null,
    today,
  };
  const given = await withOffice(kit.desk.pool, office.officeId, (tx) =>
    grantRole(tx, office.officeId, office.data.roles, role, acting),
  );
  assert.ok(given.ok);
  const system = { keyring: kit.desk.keyring, actor: actorOfHistory(SYSTEM_ACTOR), now: kit.clock.now };
  assert.deepEqual(await putPlannedInForce(kit.desk.owner, office, from, system), { applied: 0, refused: 1 });
  assert.ok(!(await mayOf('verifikator')).includes('case/read-protected'));
  const list = await get('/petugas/kantor/perubahan', other.cookie);
  assert.match(list, /ditolak; seharusnya berlaku[^<]*<\/span>.*?Anda memegang peran ini/s);
  assert.match(await get('/petugas/kantor', other.cookie), /1 perubahan terencana ditolak/);
});

test('a new role is written down with what it may, and goes again', async () => {
  const path = '/petugas/kantor/peran/baru';
  const typed = {
    title: 'Admin Media Sosial',
    heldBy: 'Staf Humas',
    may: ['intake', 'case/read-open'],
    tahap: 'periksa',
  };
  const preview = await (await send(path, sentForm(await get(path), typed))).text();
  assert.match(preview, /Admin Media Sosial/);
  await send(path, sentForm(preview, { tahap: 'simpan' }));
  const other = await aPerson(kit, ['koordinator'], null);
  assert.equal((await decide(other.cookie)).status, 303);
  assert.deepEqual(await mayOf('admin-media-sosial'), ['intake', 'case/read-open']);
  assert.deepEqual(kit.errors, []);
});
