import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING } from '../../../../test/office-desk.ts';
import { openWebKit } from '../../../../test/web-kit.ts';
import type { Office } from '../../offices/office.read.ts';
import { runOperation } from '../acts/run-operation.ts';
import { watchCases } from './watch-cases.job.ts';

const kit = await openWebKit({ after });
const { app, desk } = kit;
const DAY = 24 * 3_600_000;
const office: Office = await (async () => {
  const found = await desk.offices.bySlug('tabalong', MORNING);
  if (found === undefined) throw new Error('No office');
  return found;
})();
const { ticket, caseId } = await aStoredCase({ desk: desk.cases, office });
const done = await runOperation(
  desk.cases,
  {
    ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
    operation: 'answer-at-desk',
    command: (keep) => ({
      ...{ way: 'oral', text: keep.text('answer', 'Sudah diajukan.'), severity: 'light' },
      outcome: 'pending-elsewhere',
      pending: { body: 'kemensos', reference: null, lookAgainOn: '2026-04-21' },
    }),
  },
  MORNING + 60_000,
);
assert.ok(done.ok);
await watchCases(desk.cases, office.officeId, [caseId]);

const page = async (path: string, cookie: string) =>
  (await app.request(path, { headers: { cookie } })).text();
const tasks = (text: string) => text.split('Tugas yang menunggu')[1]?.split('</section>')[0] ?? '';

test('rule 26: a result awaited elsewhere is a task from its day on, of those who have the case, until it is done', async () => {
  kit.clock.now = MORNING + 14 * DAY;
  assert.equal(tasks(await page('/petugas/pemberitahuan', await kit.signIn('koordinator'))), '');
  kit.clock.now = MORNING + 15 * DAY;
  const coordinator = await kit.signIn('koordinator');
  const text = tasks(await page('/petugas/pemberitahuan', coordinator));
  assert.match(text, new RegExp(ticket));
  assert.match(text, /lihat lagi hasil dari lembaga lain/);
  const other = await kit.signInTo('rehabilitasi-sosial', 'staf-bidang');
  assert.equal(tasks(await page('/petugas/pemberitahuan', other)), '', 'nobody else’s');
  const closed = await runOperation(
    desk.cases,
    {
      ...{ office, ref: { ticket }, actor: aStaffActor(), expectedVersion: null, idempotency: null },
      operation: 'close',
      command: () => ({ outcome: 'resolved' }),
    },
    kit.clock.now,
  );
  assert.ok(closed.ok);
  assert.equal(tasks(await page('/petugas/pemberitahuan', coordinator)), '');
});

test('beside a case stands what went to its complainant, and that taken by a server is not read', async () => {
  const coordinator = await kit.signIn('koordinator');
  assert.doesNotMatch(await page(`/petugas/kasus/${ticket}`, coordinator), /Surel kepada pelapor/);
  await desk.owner.query(
    `insert into mail (office_id, mail_id, kind, person, case_id, on_day, cause_key, state, queued_at, try_at, stale_at, sent_at)
     values ($1, gen_random_uuid(), 'acknowledged', gen_random_uuid(), $2, '2026-04-06', 'x', 'sent', $3, $3, $3, $3)`,
    [office.officeId, caseId, new Date(MORNING)],
  );
  const text = await page(`/petugas/kasus/${ticket}`, coordinator);
  assert.match(text, /Tanda terima: diterima server surel, Senin, 6 April 2026 pukul 09\.00 WITA/);
  assert.match(text, /belum berarti dibaca/);
  assert.deepEqual(kit.errors, []);
});
