import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../test/web-kit.ts';
import { sessionHash } from '../people/sessions/session.ts';

const kit = await openWebKit({ after });
const MINUTE = 60_000;
const textOf = async (path: string, cookie: string) =>
  (await kit.app.request(path, { headers: { cookie } })).text();

test('rule 27: a draft of the closed lane waits for nobody else, and no paper that is issued later tells what was noted there', async () => {
  const clerk = await kit.signIn('petugas-loket');
  const coordinator = await kit.signIn('koordinator');
  const slip = await kit.app.request(
    '/petugas/loket',
    formPost({ text: 'Petugas meminta imbalan.', channel: 'loket' }, clerk),
  );
  const ticket = /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(await slip.text())?.[0] ?? '';
  const inLane = await kit.signIn('tim-penelaah', 'koordinator', 'penanggung-jawab', 'kepala-bidang');
  const { rows } = await kit.desk.owner.query<{ id: string }>(
    'select account_id id from staff_session where token_hash = $1',
    [sessionHash(inLane.replace('sesi=', ''))],
  );
  const readers = rows[0]?.id ?? '';
  const path = `/petugas/kasus/${ticket}`;
  const does = async (operation: string, fields: Readonly<Record<string, string>>) => {
    kit.clock.now += MINUTE;
    const idempotencyKey =
      /name="idempotencyKey" value="([^"]+)"/.exec(await textOf(path, inLane))?.[1] ?? '';
    const form = formPost({ ...fields, idempotencyKey }, inLane);
    const done = await kit.app.request(`${path}/${operation}`, form);
    assert.equal(
      done.status,
      303,
      `${operation}: ${/error-summary[\s\S]{0,600}/.exec(await done.text())?.[0]}`,
    );
  };
  await does('verify', { completeness: 'complete' });
  await does('dispose', { unit: 'sekretariat' });
  await does('review/start', { reviewers: readers });
  await does('review/recommend', { recommendation: 'audit', text: 'Bukti awal.' });
  await does('review/decide', { decision: 'audit', directions: 'Periksa.', readers });
  await does('follow-up', { entry: 'note', text: 'Catatan rahasia pemeriksa.' });
  await does('submit-answer', { text: 'Konsep rahasia pemeriksa.' });
  await does('mark', { mark: 'restricted', on: 'tidak', reason: 'Tidak perlu lagi.' });
  assert.match(await textOf('/petugas/persetujuan', inLane), /Konsep rahasia pemeriksa/);
  const waiting = await textOf('/petugas/persetujuan', coordinator);
  assert.doesNotMatch(waiting, /Konsep rahasia pemeriksa/);
  assert.doesNotMatch(waiting, new RegExp(ticket), 'nobody approves what he cannot read');
  kit.clock.now += MINUTE;
  const issued = await kit.app.request(
    `${path}/surat/formulir-penyelesaian`,
    formPost({ act: 'issue' }, inLane),
  );
  assert.equal(issued.status, 303);
  const address = issued.headers.get('location') ?? '';
  const shown = await textOf(address, coordinator);
  assert.match(shown, /Sidik isi/);
  assert.doesNotMatch(shown, /rahasia pemeriksa/);
  assert.match(await textOf(path, inLane), /Catatan rahasia pemeriksa/, 'its readers keep it on the case');
});
