import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { actingIn } from '../../../../test/office-desk.ts';
import { jsonPost, openWebKit } from '../../../../test/web-kit.ts';
import { OPERATIONS } from '../../../domain/complaint/vocabulary.ts';
import { permissionsOf } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { createToken } from '../../people/api-token.ts';

const kit = await openWebKit({ after });
const office = await kit.desk.offices.bySlug('tabalong', kit.clock.now);
assert.ok(office);

const bearer = async (role: string) => ({ authorization: `Bearer ${await kit.token(role)}` });
const send = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  kit.app.request(`/api/v1/${path}`, jsonPost(body, headers));
const newTicket = async (): Promise<{ ticket: string; ticketSecret: string }> =>
  (await send('offices/tabalong/complaints', { channel: 'website', text: 'Bantuan belum cair.' })).json();

/** A body that each operation's schema lets pass, so that only the permission decides. */
const BODIES: Readonly<Record<string, unknown>> = {
  verify: { completeness: 'complete' },
  dispose: { unit: office.data.units[0]?.key },
  'hand-over': { toUnit: office.data.units[0]?.key, reason: 'Salah bidang.' },
  'follow-up': { text: 'Diperiksa.' },
  ask: { text: 'Nomor kartu?' },
  'submit-answer': { text: 'Sudah.' },
  answer: { way: 'oral', text: 'Sudah.' },
  'answer-at-desk': { text: 'Sudah.', way: 'oral', outcome: 'explained' },
  close: { outcome: 'resolved' },
  reopen: { reason: 'Belum.' },
  refer: { way: 'directed', body: office.data.bodies[0]?.key },
  archive: { outcome: 'archived-invalid', reason: 'Ganda.' },
  merge: { into: 'TBL-2222-2222', reason: 'Sama.' },
  correct: { reason: 'Salah.', kind: 'aspirasi' },
  cancel: { reason: 'Salah catat.' },
  mark: { mark: 'urgent', on: true },
  'review/start': { reviewers: [] },
  'review/recommend': { recommendation: 'stop', text: 'Cukup.' },
  'review/decide': { decision: 'stop' },
  'investigation/assess': { worthy: true, grounds: 'Ada bukti.' },
  'investigation/assign': { from: '2026-04-07', to: '2026-04-08' },
  'investigation/find': { finding: 'proven', text: 'Terbukti.' },
  'investigation/sanction': { sanction: null },
};
const OVER_HTTP = OPERATIONS.filter((operation) => operation !== 'intake' && operation !== 'issue-report');

test('rule 28: a token meets no case about the account that made it, and other cases as before', async () => {
  const cookie = await kit.signIn('koordinator');
  const { rows } = await kit.desk.owner.query<{ id: string }>('select account_id id from account');
  const about = rows[0]?.id;
  assert.ok(cookie !== '' && about !== undefined);
  const made = async (madeBy: string | null) =>
    withOffice(kit.desk.pool, office.officeId, (tx) =>
      createToken(
        tx,
        office.officeId,
        { role: 'koordinator', name: 'uji', madeBy },
        actingIn(kit.desk, kit.clock.now),
      ),
    );
  const [his, another] = [(await made(about)).token, (await made(null)).token];
  const complaint = { channel: 'loket', text: 'Bantuan dipotong.', respondents: [{ staffId: about }] };
  const taken = await send('offices/tabalong/complaints', complaint, await bearer('petugas-loket'));
  const { ticket } = await taken.json();
  const seen = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const read = await kit.app.request(`/api/v1/complaints/${ticket}`, { headers });
    const listed = await kit.app.request('/api/v1/offices/tabalong/complaints?limit=200', { headers });
    const found = await kit.app.request(`/api/v1/offices/tabalong/complaints?q=${ticket}`, { headers });
    const acted = await send(`complaints/${ticket}/verify`, BODIES.verify, headers);
    const lists = [(await listed.text()).includes(ticket), (await found.text()).includes(ticket)];
    return [read.status, ...lists, acted.status];
  };
  assert.deepEqual(await seen(his), [404, false, false, 404]);
  assert.deepEqual(await seen(another), [200, true, true, 200]);
});

test('per role and operation: 403 not-permitted exactly where the role does not hold the permission', async () => {
  for (const role of office.data.roles) {
    const may = permissionsOf([role.key], office.data);
    const headers = await bearer(role.key);
    for (const operation of OVER_HTTP) {
      const { ticket } = await newTicket();
      const answer = await send(`complaints/${ticket}/${operation}`, BODIES[operation] ?? {}, headers);
      const { code } = await answer.json();
      // Merging looks for the other case first and unmerging for the one it lives on.
      const looksFirst = operation === 'merge' || operation === 'unmerge';
      const refused = answer.status === 403 && code === 'not-permitted';
      if (!looksFirst)
        assert.equal(refused, !may.has(operation), `${operation} as ${role.key}: ${answer.status} ${code}`);
      assert.ok(answer.status < 500, `${operation} as ${role.key}`);
    }
  }
  assert.deepEqual(kit.errors, []);
});

test('with the secret of a ticket only what is the complainant’s can be done', async () => {
  for (const operation of OVER_HTTP) {
    const { ticket, ticketSecret } = await newTicket();
    const answer = await send(`complaints/${ticket}/${operation}`, BODIES[operation] ?? {}, {
      'x-ticket-secret': ticketSecret,
    });
    const own = operation === 'confirm' || operation === 'reopen' || operation === 'withdraw';
    assert.equal(answer.status === 401, !own, `${operation}: ${answer.status}`);
  }
  const { ticket, ticketSecret } = await newTicket();
  const headers = { 'x-ticket-secret': ticketSecret };
  const at = new Date(kit.clock.now).toISOString();
  for (const operation of ['withdraw', 'confirm'])
    for (const later of [{ at }, { lateEntryReason: 'Baru sempat' }]) {
      const answer = await send(`complaints/${ticket}/${operation}`, later, headers);
      assert.deepEqual([answer.status, (await answer.json()).code], [403, 'staff-field'], operation);
    }
  const withdrawn = await send(`complaints/${ticket}/withdraw`, {}, headers);
  assert.equal(withdrawn.status, 200);
});

test('a token of another ticket prefix, of no operation, or a version that is none is refused by name', async () => {
  const headers = await bearer('koordinator');
  const { ticket } = await newTicket();
  assert.equal((await send('complaints/TBL-2222-2222/verify', BODIES.verify, headers)).status, 404);
  assert.equal((await send(`complaints/${ticket}/terbang`, {}, headers)).status, 404);
  const odd = await send(`complaints/${ticket}/verify`, BODIES.verify, { ...headers, 'if-match': 'kemarin' });
  assert.equal((await odd.json()).errors[0].field, 'If-Match');
  assert.equal((await send(`complaints/${ticket}/verify`, {}, headers)).status, 422);
});

test('a field that nobody knows is refused by its name, in an operation, in a complaint and within its parts', async () => {
  const headers = await bearer('koordinator');
  const { ticket } = await newTicket();
  const complaint = { channel: 'website', text: 'Bantuan belum cair.' };
  const tries: readonly (readonly [string, unknown, readonly string[]])[] = [
    [`complaints/${ticket}/verify`, { completeness: 'complete', mising: ['KTP'] }, ['mising']],
    [`complaints/${ticket}/merge`, { into: ticket, alasan: 'Sama.' }, ['alasan']],
    ['offices/tabalong/complaints', { ...complaint, Text: 'x', nama: 'y' }, ['Text', 'nama']],
    [
      `complaints/${ticket}/investigation/sanction`,
      { sanction: { number: '12', on: '2026-04-01', authority: 'Bupati', degree: 'light', nama: 'x' } },
      ['sanction.nama'],
    ],
    [
      'offices/tabalong/complaints',
      { ...complaint, reporters: [{ nama: 'Warga Contoh' }] },
      ['reporters.0.nama'],
    ],
    [
      'offices/tabalong/complaints',
      JSON.parse('{"channel":"website","text":"x","__proto__":{}}'),
      ['__proto__'],
    ],
  ];
  for (const [path, body, fields] of tries) {
    const answer = await send(path, body, path.startsWith('complaints') ? headers : {});
    const { code, errors } = await answer.json();
    assert.deepEqual([answer.status, code], [422, 'validation-failed'], path);
    assert.deepEqual(
      errors.map((error: { field: string }) => error.field),
      fields,
    );
  }
});

test('a body with thousands of faults is not answered by a longer one', async () => {
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, one) => [`f${one}`, 1]));
  for (const more of [many, { attachments: Array.from({ length: 5_000 }, () => 'x') }]) {
    const body = { channel: 'website', text: 'x', ...more };
    const answer = await send('offices/tabalong/complaints', body);
    assert.equal(answer.status, 422);
    assert.ok((await answer.text()).length < 20_000);
  }
});
