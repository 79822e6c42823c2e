import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, jsonPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const PATH = '/api/v1/offices/tabalong/complaints';
const send = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  kit.app.request(PATH, jsonPost(body, headers));

test('rules 1 and 36: through the API a late entry was answered when it says, and now where it does not say', async () => {
  const clerk = { authorization: `Bearer ${await kit.token('petugas-loket')}` };
  const answeredAt = async (at: Readonly<Record<string, string>>) => {
    const answeredAtDesk = { text: 'Dijelaskan.', way: 'oral', outcome: 'explained', ...at };
    const receivedAt = '2026-04-02T10:00:00+08:00';
    const body = {
      channel: 'surat',
      service: 'pbi-jk',
      text: 'Surat.',
      receivedAt,
      lateEntryReason: 'Terselip.',
    };
    const answer = await send({ ...body, answeredAtDesk }, clerk);
    const taken = await answer.json();
    if (answer.status !== 201) return taken.errors[0].field;
    const read = await kit.app.request(`/api/v1/complaints/${taken.ticket}`, { headers: clerk });
    return (await read.json()).answer.at;
  };
  assert.equal(Date.parse(await answeredAt({})), kit.clock.now);
  assert.equal(await answeredAt({ at: '2026-04-02T10:05:00+08:00' }), '2026-04-02T10:05:00+08:00');
  assert.equal(await answeredAt({ at: '2026-04-02T09:59:00+08:00' }), 'answeredAtDesk.at');
  assert.equal(await answeredAt({ at: '2026-05-02T10:00:00+08:00' }), 'answeredAtDesk.at');
});

test('a complaint of which nobody sees anything is refused as one that says nothing, by API and by the form', async () => {
  const refusal = async (text: string) => {
    const answer = await send({ channel: 'website', text });
    const { code, errors } = await answer.json();
    const form = formPost({ text });
    const page = await kit.app.request('/lapor?kantor=tabalong', form);
    return [answer.status, code, errors, page.status, /id="f-text-error"/.test(await page.text())];
  };
  const nothing = await refusal('');
  assert.deepEqual([nothing[0], nothing[3], nothing[4]], [422, 422, true]);
  assert.deepEqual(await refusal('\u200b\u202e\u2066\n\u200d'), nothing);
});

test('rules 11, 15: kind and receipt corrected in one are written as two, and a limit that had passed is shown like any other', async () => {
  const holds = async (role: string) => ({ authorization: `Bearer ${await kit.token(role)}` });
  const [clerk, chief] = [await holds('petugas-loket'), await holds('koordinator')];
  const late = { receivedAt: '2026-01-05T09:00:00+08:00', lateEntryReason: 'Terselip.' };
  const corrected = async (receivedAt: string) => {
    const { ticket } = await (await send({ channel: 'surat', text: 'Surat.', ...late }, clerk)).json();
    const path = `/api/v1/complaints/${ticket}`;
    const body = { kind: 'aspirasi', receivedAt, reason: 'Salah ketik.' };
    const answer = await kit.app.request(`${path}/correct`, jsonPost(body, chief));
    assert.equal(answer.status, 200, await answer.text());
    const { due, timeline } = await (await kit.app.request(path, { headers: chief })).json();
    const keys = new Set(due.flatMap((one: object) => Object.keys(one)));
    assert.ok([...keys].every((key) => ['clock', 'limit', 'dueAt', 'basis', 'waiting'].includes(`${key}`)));
    const entries = timeline.filter(({ type }: { readonly type: string }) => type === 'corrected');
    return [due.length > 0, entries.length];
  };
  assert.deepEqual(await corrected('2026-01-06T09:00:00+08:00'), [true, 2]);
  assert.deepEqual(await corrected('2026-04-06T08:00:00+08:00'), [false, 2]);
});
