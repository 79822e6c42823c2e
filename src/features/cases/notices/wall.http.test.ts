import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { markStoredCase } from '../../../../test/mark-stored-case.ts';
import { MORNING } from '../../../../test/office-desk.ts';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';
import type { Office } from '../../offices/office.read.ts';

const kit = await openWebKit({ after });
const { app, desk } = kit;
const DAY = 24 * 3_600_000;

const office: Office = await (async () => {
  const found = await desk.offices.bySlug('tabalong', MORNING);
  if (found === undefined) throw new Error('No office');
  return found;
})();
const at = (now: number) => aStoredCase({ desk: desk.cases, office }, now);
// Their 14 days end on Monday the 20th, Friday the 24th, Sunday the 26th and Monday the 27th of April.
const [today, friday, sunday, later] = [
  await at(MORNING),
  await at(MORNING + 4 * DAY),
  await at(MORNING + 6 * DAY),
  await at(MORNING + 7 * DAY),
];
kit.clock.now = MORNING + 14 * DAY;
const administrator = await kit.signIn('administrator');
const coordinator = await kit.signIn('koordinator');

const column = (text: string, key: string) =>
  text.split(`tg-wall__column--${key}`)[1]?.split('</section>')[0] ?? '';
const wall = async (headers: Record<string, string>) => {
  const answer = await app.request('/petugas/layar', { headers });
  const [location, refresh] = ['location', 'refresh'].map((name) => answer.headers.get(name));
  return { status: answer.status, location, refresh, text: await answer.text() };
};

/** A device that was given a code, as its browser keeps it. */
async function pair(): Promise<{ readonly cookie: string; readonly page: string }> {
  const made = await app.request(
    '/petugas/layar/perangkat',
    formPost({ name: 'Televisi ruang rapat' }, administrator),
  );
  const page = await made.text();
  const code = /<p class="govuk-heading-l tg-numbers">([A-Z0-9-]+)<\/p>/.exec(page)?.[1] ?? '';
  const paired = await app.request('/layar', formPost({ code: code.toLowerCase() }));
  assert.equal(paired.headers.get('location'), '/petugas/layar');
  const set = paired.headers.get('set-cookie') ?? '';
  assert.match(set, /Path=\/petugas\/layar;.*HttpOnly/, 'it goes to the wall only');
  return { cookie: set.split(';')[0] ?? '', page };
}

test('late, due today, this week: by the limits that lists show, by numbers, without names or matters, refreshed without script', async () => {
  const { status, text, refresh } = await wall({ cookie: coordinator });
  assert.equal(status, 200);
  assert.equal(refresh, '60');
  assert.doesNotMatch(text, /<script/);
  assert.ok(column(text, 'today').includes(today.ticket), 'a limit at 24.00 is of the day that ends');
  for (const { ticket } of [friday, sunday]) assert.ok(column(text, 'week').includes(ticket));
  assert.ok(!text.includes(later.ticket));
  assert.doesNotMatch(text, /Kartu belum diterima/);
  kit.clock.now += DAY;
  const dayAfter = await wall({ cookie: await kit.signIn('koordinator') });
  kit.clock.now -= DAY;
  assert.ok(column(dayAfter.text, 'overdue').includes(today.ticket));
});

test('a device shows the wall without anybody’s session, and nothing else; revoked it shows nothing', async () => {
  const { cookie, page } = await pair();
  assert.doesNotMatch(page, new RegExp(cookie.split('=')[1] ?? '-'), 'the code is shown in groups only');
  const shown = await wall({ cookie });
  assert.equal(shown.status, 200);
  assert.ok(shown.text.includes(today.ticket));
  assert.doesNotMatch(shown.text, /href="\/petugas/, 'no way into the application');
  for (const path of [
    '/petugas',
    `/petugas/kasus/${today.ticket}`,
    '/petugas/layar/perangkat',
    '/petugas/pemberitahuan',
  ]) {
    assert.equal((await app.request(path, { headers: { cookie } })).status, 303, path);
  }
  const list = await (
    await app.request('/petugas/layar/perangkat', { headers: { cookie: administrator } })
  ).text();
  const id = /name="revoke" value="([^"]+)"/.exec(list)?.[1] ?? '';
  await app.request('/petugas/layar/perangkat', formPost({ revoke: id }, administrator));
  assert.deepEqual(await wall({ cookie }).then(({ status, location }) => [status, location]), [
    303,
    '/layar?berakhir=1',
  ]);
  const told = await desk.owner.query(
    `select body::json -> 'event' ->> 'type' as type from office_event where body like '%wall-screen%' order by seq`,
  );
  assert.deepEqual(
    told.rows.map(({ type }) => type),
    ['wall-screen-made', 'wall-screen-revoked'],
  );
});

test('a code that other hands wrote opens nothing, nor does a wrong one', async () => {
  const { cookie } = await pair();
  await desk.owner.query(
    `update wall_screen set made_at = made_at - interval '1 day' where revoked_at is null`,
  );
  assert.equal((await wall({ cookie })).status, 303);
  const wrong = await app.request('/layar', formPost({ code: 'AAAA-BBBB-CCCC-DDDD' }));
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /tidak cocok atau sudah dicabut/);
});

test('rules 6, 27, 28: no restricted case and none about staff stands on the wall, of a protected one the number only', async () => {
  await desk.owner.query(
    'insert into case_respondent (office_id, account_id, case_id) select $1, gen_random_uuid(), $2',
    [office.officeId, friday.caseId],
  );
  await markStoredCase(desk.owner, desk.keyring, sunday.caseId, 'restricted', 'restricted = true');
  const unit = office.codes.codeOf('unit', 'rehabilitasi-sosial');
  await markStoredCase(desk.owner, desk.keyring, today.caseId, 'urgent', `urgent = true, unit = ${unit}`);
  const open = await wall({ cookie: coordinator });
  for (const { ticket } of [friday, sunday]) assert.ok(!open.text.includes(ticket));
  assert.match(column(open.text, 'today'), /MENDESAK/);
  assert.match(column(open.text, 'today'), /Bidang Rehabilitasi Sosial/);
  await markStoredCase(desk.owner, desk.keyring, today.caseId, 'protected', 'protected = true');
  const guarded = column((await wall({ cookie: coordinator })).text, 'today');
  assert.ok(guarded.includes(today.ticket));
  assert.doesNotMatch(guarded, /Bidang/);
});

test('devices are the administrator’s, the wall of whoever reads cases', async () => {
  assert.equal(
    (await app.request('/petugas/layar/perangkat', { headers: { cookie: coordinator } })).status,
    403,
  );
  assert.equal((await wall({ cookie: administrator })).status, 403);
  assert.equal((await wall({})).status, 303);
  const empty = await app.request('/petugas/layar/perangkat', formPost({ name: '' }, administrator));
  assert.equal(empty.status, 422);
});
