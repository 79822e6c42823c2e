import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../test/office-desk.ts';
import { formPost, jsonPost, openWebKit } from '../../../test/web-kit.ts';
import { putPlannedInForce } from './save-edit.ts';

const kit = await openWebKit({ after });
let administrator = await kit.signIn('administrator');
const program = await kit.token('front-office');
const PATH = '/petugas/kantor/sop/online';
const get = (path: string) => kit.app.request(path, { headers: { cookie: administrator } });
const send = (path: string, fields: Readonly<Record<string, string>>) =>
  kit.app.request(path, formPost(fields, administrator));
const officeNow = async () => {
  kit.desk.offices.forget();
  const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
  assert.ok(office);
  return office;
};
const complain = async (key: string) => {
  const body = { kind: 'pengaduan', channel: 'website', text: 'Bantuan belum masuk.' };
  const headers = { authorization: `Bearer ${program}`, 'idempotency-key': key };
  const answer = await kit.app.request('/api/v1/offices/tabalong/complaints', jsonPost(body, headers));
  assert.equal(answer.status, 201);
  const { rows } = await kit.desk.owner.query<{ sop: { sop: string; version: number; steps: unknown[] } }>(
    `select state -> 'sop' as sop from complaint_case order by recorded_at desc, case_id desc limit 1`,
  );
  assert.ok(rows[0]);
  return rows[0].sop;
};

/** The inputs of the editor as a browser would send them back. */
function inputsOf(html: string): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || (/type="checkbox"/.test(tag) && !/\schecked/.test(tag)) || name === 'basis')
      continue;
    fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', text = ''] of html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    fields[name] = plain(text);
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option(?=[^>]*selected)[^>]*value="([^"]*)"/.exec(options)?.[1] ?? '';
  return fields;
}

test('steps are moved, added and taken away by buttons, without a script and without saving', async () => {
  const { version } = await officeNow();
  const opened = inputsOf(await (await get(PATH)).text());
  assert.equal(opened['langkah.8.operation'], 'issue-report');
  const up = inputsOf(await (await send(PATH, { ...opened, tahap: 'langkah-naik:1' })).text());
  assert.equal(up['langkah.0.activity'], opened['langkah.1.activity']);
  const more = inputsOf(await (await send(PATH, { ...opened, tahap: 'langkah-tambah:2' })).text());
  assert.deepEqual(
    [more['langkah.3.activity'], more['langkah.4.activity']],
    ['', opened['langkah.3.activity']],
  );
  const less = inputsOf(await (await send(PATH, { ...opened, tahap: 'langkah-hapus:8' })).text());
  assert.equal(less['langkah.8.operation'], undefined);
  assert.equal((await officeNow()).version, version);
});

test('an SOP that is sent back as it stands changes nothing, its legal bases in their order neither', async () => {
  const opened = await (await get(PATH)).text();
  const ticked = [...opened.matchAll(/<input[^>]*name="basis"[^>]*>/g)].filter(([tag]) =>
    /\schecked/.test(tag),
  );
  const body = new URLSearchParams({ ...inputsOf(opened), tahap: 'periksa' });
  for (const [tag] of ticked) body.append('basis', /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  assert.ok(ticked.length > 1);
  const sent = await kit.app.request(PATH, { ...formPost({}, administrator), body });
  assert.match(await sent.text(), /Tidak ada yang berubah\./);
});

test('a step of a role that may not do it is refused at the step, with what would be right', async () => {
  const opened = inputsOf(await (await get(PATH)).text());
  const sent = await send(PATH, {
    ...opened,
    'langkah.1.actor': 'kepala-bidang',
    'langkah.2.operation': '',
    tahap: 'periksa',
  });
  assert.equal(sent.status, 422);
  const first = await sent.text();
  assert.match(first, /id="f-langkah\.2\.operation-error"[^>]*>[^<]*tidak terikat/);
  const second = await (
    await send(PATH, { ...opened, 'langkah.1.actor': 'kepala-bidang', tahap: 'periksa' })
  ).text();
  assert.match(second, /id="f-langkah\.1\.operation-error"[^>]*>[^<]*tidak berizin melakukan/);
});

test('rule 17: a new version holds from its day; running cases keep the steps that they began with', async () => {
  const before = await complain('sebelum');
  assert.equal(before.steps.length, 9);
  const opened = inputsOf(await (await get(PATH)).text());
  const shorter = inputsOf(await (await send(PATH, { ...opened, tahap: 'langkah-hapus:6' })).text());
  const changed = { ...shorter, inForceFrom: '2026-04-08', madeOn: '2026-01-02', revisedOn: '2026-04-06' };
  const looked = await send(PATH, { ...changed, tahap: 'periksa' });
  const preview = await looked.text();
  assert.match(preview, /Berlaku mulai 8 April 2026/);
  assert.match(preview, /class="paper /, 'the sheet as it will print');
  const saved = await send(PATH, { ...inputsOf(preview), tahap: 'simpan' });
  assert.equal(saved.headers.get('location'), '/petugas/kantor?planned=sop');
  assert.match(await (await get('/petugas/kantor')).text(), /berlaku mulai 8 April 2026/);
  const turn = async (today: string) =>
    putPlannedInForce(kit.desk.owner, await officeNow(), today, actingIn(kit.desk, kit.clock.now));
  assert.deepEqual(await turn('2026-04-07'), { applied: 0, refused: 0 });
  assert.equal((await complain('hari sebelumnya')).steps.length, 9);
  kit.clock.now += 2 * 86_400_000;
  assert.deepEqual(await turn('2026-04-08'), { applied: 1, refused: 0 });
  assert.deepEqual(await turn('2026-04-08'), { applied: 0, refused: 0 }, 'running it again changes nothing');
  const after = await complain('sesudah');
  assert.equal(after.steps.length, 8);
  const { sopsByVersion } = await officeNow();
  assert.equal(sopsByVersion.get(before.version)?.find(({ id }) => id === 'online')?.steps.length, 9);
  assert.equal(sopsByVersion.get(after.version)?.find(({ id }) => id === 'online')?.steps.length, 8);
  assert.deepEqual(kit.errors, []);
});

test('an office adds an SOP of its own and lets a channel begin it', async () => {
  // The day before yesterday's session is over.
  administrator = await kit.signIn('administrator');
  const opened = inputsOf(await (await get('/petugas/kantor/sop/baru')).text());
  const typed = {
    ...opened,
    ...{
      id: 'dua-tahap',
      title: 'SOP Dua Tahap',
      warning: 'Segera.',
      recording: 'Dicatat.',
      undetermined: 'ya',
    },
    ...{ 'pelaksana.1.role': 'petugas-loket' },
    ...{ 'langkah.0.activity': 'Menerima', 'langkah.0.actor': 'petugas', 'langkah.0.operation': 'intake' },
    ...{ 'langkah.1.activity': 'Menjawab', 'langkah.1.actor': 'petugas', 'langkah.1.operation': 'answer' },
    'langkah.1.standard': '2 hari kerja',
  };
  const looked = await send('/petugas/kantor/sop/baru', { ...typed, tahap: 'periksa' });
  assert.equal(looked.status, 200);
  const saved = await send('/petugas/kantor/sop/baru', { ...inputsOf(await looked.text()), tahap: 'simpan' });
  assert.equal(saved.headers.get('location'), '/petugas/kantor?applied=sop');
  const channel = inputsOf(await (await get('/petugas/kantor/kanal/website')).text());
  const changed = await send('/petugas/kantor/kanal/website', {
    ...channel,
    sop: 'dua-tahap',
    tahap: 'simpan',
  });
  assert.equal(changed.status, 303);
  assert.equal((await complain('dua tahap')).sop, 'dua-tahap');
});
