import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { formPost, openWebKit } from '../../../../test/web-kit.ts';

const kit = await openWebKit({ after });
const clerk = await kit.signIn('petugas-loket');
const coordinator = await kit.signIn('koordinator');

const DESK = { deskText: 'Sudah dijelaskan.', deskOutcome: 'explained', deskWay: 'oral', service: 'pbi-jk' };
async function answerAtDesk(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const sent = formPost({ text, channel: 'loket', ...DESK, ...more }, clerk);
  const html = await (await kit.app.request('/petugas/loket', sent)).text();
  return /[A-Z]{3}-[2-9A-Z]{4}-[2-9A-Z]{4}(?=<)/.exec(html)?.[0] ?? '';
}
const list = async () =>
  (await kit.app.request('/petugas/dijawab-di-tempat', { headers: { cookie: coordinator } })).text();

test('rule 4: the coordinator acknowledges the day’s desk answers in one act, and a row that he reopened goes its own way', async () => {
  const [first, second, third] = [
    await answerAtDesk('Satu.'),
    await answerAtDesk('Dua.'),
    await answerAtDesk('Tiga.'),
  ];
  await kit.app.request('/petugas/loket', formPost({ text: 'Belum dijawab.', channel: 'loket' }, clerk));
  const page = await list();
  const shown = [...page.matchAll(/name="ticket" value="([\w-]+)"/g)].map((match) => match[1]);
  assert.deepEqual(shown.toSorted(), [first, second, third].toSorted());
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const reopened = await kit.app.request(
    `/petugas/kasus/${second}/reopen`,
    formPost({ version, reason: 'Jawabannya belum lengkap.' }, coordinator),
  );
  assert.equal(reopened.headers.get('location'), `/petugas/kasus/${second}?selesai=reopen`);
  const open = await list();
  assert.match(open, new RegExp(first));
  assert.ok(!open.includes(second), 'answered at the desk it stands no more');
  const body = new URLSearchParams(shown.map((ticket) => ['ticket', ticket ?? '']));
  const done = await kit.app.request('/petugas/dijawab-di-tempat', { ...formPost({}, coordinator), body });
  assert.equal(
    done.headers.get('location'),
    '/petugas/dijawab-di-tempat?diketahui=2',
    'without the reopened one',
  );
  const left = await list();
  assert.doesNotMatch(left, new RegExp(`${first}|${third}`));
});

test('rules 1 and 4: a desk answer dated back by months stands in the list of the day that wrote it down', async () => {
  const times = { receivedAt: '2026-01-05T10:00', deskAt: '2026-01-05T10:10', lateEntryReason: 'Terselip.' };
  const ticket = await answerAtDesk('Surat lama.', { channel: 'surat', ...times });
  assert.notEqual(ticket, '');
  const section = /Senin, 6 April 2026[\s\S]*?<\/section>/.exec(await list())?.[0] ?? '';
  assert.ok(section.includes(ticket));
  assert.match(section, /diterima 5 Januari 2026/);
});

test('who answers at the desk does not acknowledge his own list', async () => {
  const answer = await kit.app.request('/petugas/dijawab-di-tempat', { headers: { cookie: clerk } });
  assert.equal(answer.status, 403);
});
