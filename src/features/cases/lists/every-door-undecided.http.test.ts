import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { CASE_OPERATIONS, type CaseOperation } from '../../../domain/complaint/operation-table.ts';
import { permissionsOf } from '../../../domain/people/case-actor.ts';
import { sessionHash } from '../../people/sessions/session.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);
const ABOVE = ['koordinator', 'penanggung-jawab'];
const above = await kit.signIn(...ABOVE);
await kit.signIn('koordinator');
const clerk = await kit.signIn('petugas-loket');
const unit = office.data.units[0]?.key;
const body = office.data.bodies[0]?.key;
const tokens = new Map(await Promise.all(ABOVE.map(async (role) => [role, await kit.token(role)] as const)));

const get = async (path: string, cookie: string) => {
  const answer = await kit.app.request(path, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
};
const post = async (path: string, fields: Readonly<Record<string, string>>) => {
  const answer = await kit.app.request(path, formPost(fields, above));
  return { status: answer.status, html: await answer.text() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([\\w-]+)"`).exec(html)?.[1] ?? '';
const bearer = (role: string) => ({
  authorization: `Bearer ${tokens.get(role)}`,
  'idempotency-key': crypto.randomUUID(),
});
const api = async (path: string, sent: unknown, role: string) => {
  const answer = await kit.app.request(`/api/v1/${path}`, jsonPost(sent, bearer(role)));
  return { status: answer.status, text: await answer.text() };
};

async function accountOf(cookie: string): Promise<string> {
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(cookie.replace('sesi=', ''))],
  );
  return rows[0]?.id ?? '';
}

/** As a citizen sends it, verified: from there the office may answer and end what it knows the terlapor of. */
async function undecided(): Promise<string> {
  const form = await (await kit.app.request('/lapor?kantor=tabalong')).text();
  const sent = await kit.app.request(
    '/lapor',
    formPost({
      ...{ office: 'tabalong', idempotencyKey: hidden(form, 'idempotencyKey') },
      ...{ text: 'Uang jalan diminta.', name: 'Wulan Contoh', phone: '0812-0000-0077' },
      respondent: 'Tono Misal',
    }),
  );
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await sent.text())?.[0] ?? '';
  const verified = await api(`complaints/${ticket}/verify`, { completeness: 'complete' }, 'koordinator');
  assert.equal(verified.status, 200);
  return ticket;
}

type Row = { readonly status: string; readonly unit: string | null; readonly state: string };
async function rowOf(ticket: string): Promise<Row> {
  const { rows } = await kit.desk.owner.query<Row>(
    `select state ->> 'status' status, state ->> 'unit' unit, state::text state from complaint_case where ticket = $1`,
    [ticket],
  );
  const [row] = rows;
  assert.ok(row);
  return row;
}

/** Nobody answered, ended or joined it, no unit has it, nobody was erased, and the counter reads nothing of it. */
async function stands(ticket: string, after: string): Promise<void> {
  const { status, unit: given, state } = await rowOf(ticket);
  assert.ok(['verified', 'awaiting-completion'].includes(status), `${after}: ${status}`);
  assert.equal(given, null, after);
  assert.match(state, /"standing": ?"undecided"/, after);
  assert.match(state, /"cancelled": ?false/, after);
  assert.match(state, /"restricted": ?false/, after);
  assert.match(state, /"mergedInto": ?null/, after);
  assert.equal((await get(`/petugas/kasus/${ticket}`, clerk)).status, 404, after);
}

const other = await undecided();
const BODIES: { readonly [O in CaseOperation]?: Readonly<Record<string, string>> } = {
  verify: { completeness: 'complete' },
  dispose: { unit: unit ?? '' },
  'hand-over': { toUnit: unit ?? '', reason: 'Salah bidang.' },
  'follow-up': { text: 'Diperiksa.' },
  ask: { text: 'Nomor kartu?' },
  'submit-answer': { text: 'Sudah.' },
  answer: { way: 'oral', text: 'Sudah.' },
  'answer-at-desk': { text: 'Sudah.', way: 'oral', outcome: 'explained' },
  close: { outcome: 'resolved' },
  reopen: { reason: 'Belum.' },
  withdraw: { reason: 'Diminta.' },
  refer: { way: 'directed', body: body ?? '' },
  archive: { outcome: 'archived-invalid', reason: 'Ganda.' },
  merge: { into: other, reason: 'Sama.' },
  cancel: { reason: 'Salah catat.' },
  mark: { mark: 'restricted' },
  correct: { reason: 'Salah.', kind: 'aspirasi' },
  'review/recommend': { recommendation: 'stop', text: 'Cukup.' },
  'review/decide': { decision: 'stop' },
  'set-safe-contact': { text: 'Lewat tetangga.' },
};
/** What a verified case waits with until it is said who the terlapor is, and is open to these two roles otherwise. */
const WAITING = ['answer', 'refer', 'archive', 'merge', 'cancel', 'dispose', 'mark'];

test('rule 28: by no act of its page and of the API does a case end before it is said who the terlapor is', async () => {
  const waited = new Set<string>();
  for (const operation of CASE_OPERATIONS.filter((one) => one !== 'settle-respondent')) {
    const ticket = await undecided();
    const sent = BODIES[operation] ?? {};
    const path = `/petugas/kasus/${ticket}`;
    const { html } = await get(path, above);
    const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
    const byForm = await post(`${path}/${operation}`, { ...keys, ...sent });
    await stands(ticket, `${operation} by its form`);
    const role =
      ABOVE.find((one) => [...permissionsOf([one], office.data)].some((it) => it === operation)) ??
      'koordinator';
    const byApi = await api(`complaints/${ticket}/${operation}`, sent, role);
    await stands(ticket, `${operation} by the API`);
    const refused = [byForm.html, byApi.text].map((text) =>
      /belum ditetapkan siapa yang diadukan/.test(text),
    );
    if (!WAITING.includes(operation)) continue;
    assert.deepEqual([byForm.status, byApi.status, ...refused], [409, 409, true, true], operation);
    waited.add(operation);
  }
  assert.deepEqual([...waited].toSorted(), WAITING.toSorted());
});

test('rule 28: nor by a person who is corrected, added or erased', async () => {
  const ticket = await undecided();
  const path = `/petugas/kasus/${ticket}`;
  const people = await kit.desk.owner.query<{ id: string; part: string }>(
    'select identity_id id, part from identity join complaint_case using (office_id, case_id) where ticket = $1',
    [ticket],
  );
  const staffId = await accountOf(clerk);
  for (const { id, part } of people.rows) {
    const { html } = await get(path, above);
    const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
    const corrected = { ...keys, part, reason: 'Salah.', ...(part === 'respondent' ? { staffId } : {}) };
    const mended = await post(`${path}/orang/${id}`, { ...corrected, name: 'Nama Lain' });
    assert.equal(mended.status, part === 'respondent' ? 409 : 303, part);
    const gone = { subject: `orang:${id}`, ground: 'asked', sure: 'ya' };
    assert.equal((await post(`${path}/hapus-data`, gone)).status, 409);
    await stands(ticket, `orang ${part}`);
  }
  const { html } = await get(path, above);
  const keys = { version: hidden(html, 'version'), idempotencyKey: hidden(html, 'idempotencyKey') };
  const added = { ...keys, part: 'respondent', staffId, reason: 'Disebut.' };
  assert.equal((await post(`${path}/orang/baru`, added)).status, 303, 'one more is shut out');
  await stands(ticket, 'orang baru');
});

test('rules 28, 32: who settles it reads as whom he was named, and of the complainant nothing without a second person', async () => {
  const ticket = await undecided();
  const path = `/petugas/kasus/${ticket}`;
  const told = /Wulan|0812|\b0077|W\. C\./;
  const page = (await get(path, above)).html;
  assert.match(page, /Tono Misal/);
  assert.doesNotMatch(page, told);
  for (const part of ['hapus-data', 'tanda-terima']) {
    assert.doesNotMatch((await get(`${path}/${part}`, above)).html, told, part);
  }
  const read = await kit.app.request(`/api/v1/complaints/${ticket}`, { headers: bearer('koordinator') });
  assert.doesNotMatch(await read.text(), told);
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    `select identity_id id from identity join complaint_case using (office_id, case_id)
      where ticket = $1 and part = 'reporter'`,
    [ticket],
  );
  const opened = await post(`${path}/identitas/${rows[0]?.id}`, { reason: 'Menelepon.' });
  assert.equal(opened.status, 303, 'asked for, not opened');
  assert.doesNotMatch((await get(path, above)).html, told);
  const keys = { version: hidden((await get(path, above)).html, 'version'), idempotencyKey: 'selesai-1' };
  const settled = { ...keys, respondent: '1', staff: await accountOf(clerk), reason: 'Ia.' };
  assert.equal((await post(`${path}/settle-respondent`, settled)).status, 303);
  assert.match((await get(path, above)).html, /Wulan Contoh/);
});
