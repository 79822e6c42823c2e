import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { Commands, RunnableOperation } from '../acts/decide-operation.ts';
import { runOperation } from '../acts/run-operation.ts';
import { intakeComplaint } from '../intake/intake-complaint.ts';
import type { Keeper } from '../vault/keeper.ts';
import { decideDestruction } from './decide-destruction.ts';
import { destroyFiles } from './destroy-files.job.ts';
import { listRetention } from './list-retention.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const LATER = Date.parse('2032-01-05T01:00:00.000Z');
const removed: string[] = [];
const files = { remove: async ({ id }: { readonly id: string }) => void removed.push(id) };

async function does<O extends RunnableOperation>(
  caseId: string,
  operation: O,
  command: (keep: Keeper) => Commands[O],
  now: number,
): Promise<void> {
  const request = { office, ref: { caseId }, operation, command, actor: staff, expectedVersion: null };
  const done = await runOperation(desk, { ...request, idempotency: null }, now);
  assert.ok(done.ok, JSON.stringify(done));
}
async function filed(name: string) {
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor: staff, idempotency: null },
      command: (keep) => ({
        kind: 'pengaduan',
        channel: 'loket',
        matter: keep.text('matter', `Kartu milik ${name} rusak.`),
        reporters: [
          {
            identity: keep.person('reporter', {
              name,
              phone: '0812-0000-0071',
              email: null,
              address: null,
              nik: null,
            }),
            as: 'self',
          },
        ],
      }),
    },
    MORNING,
  );
  assert.ok(taken.ok, JSON.stringify(taken));
  const { caseId, ticket } = taken.answer;
  await does(
    caseId,
    'answer-at-desk',
    (keep) => ({ text: keep.text('answer', 'Sudah dijelaskan.'), way: 'oral', outcome: 'explained' }),
    MORNING + 60_000,
  );
  await does(caseId, 'file', () => ({ box: 'B-1', classification: '460' }), MORNING + 120_000);
  return { caseId, ticket };
}
const left = async (caseId: string) => {
  const { rows } = await db.owner.query<{ n: number }>(
    `select (select count(*) from identity where case_id = $1 and wrapped_key is not null)::int
          + (select count(*) from case_text where case_id = $1 and body is not null)::int n`,
    [caseId],
  );
  return rows[0]?.n;
};

test('what is due is destroyed by its berita acara, once and to the end, what is held is not, and the chain stays whole', async () => {
  const [one, two, away] = [
    await filed('Sari Contoh'),
    await filed('Budi Contoh'),
    await filed('Tuti Contoh'),
  ];
  await does(
    away.caseId,
    'take-to-ombudsman',
    () => ({ returned: false, reference: null }),
    MORNING + 180_000,
  );
  const early = await listRetention(desk, office, staff, MORNING);
  assert.deepEqual(early.due, []);
  const { due } = await listRetention(desk, office, staff, LATER);
  assert.deepEqual(
    due.map(({ ticket, retention }) => [ticket, retention.hold]).toSorted(),
    [
      [one.ticket, null],
      [two.ticket, null],
      [away.ticket, 'ombudsman'],
    ].toSorted(),
  );
  const decide = (number: string, tickets: readonly string[], now = LATER) =>
    decideDestruction(desk, office, staff, { number, on: '2032-01-05', tickets }, now);
  const held = await decide('045/1/2032', [one.ticket, away.ticket]);
  assert.equal(!held.ok && held.refusal, 'destruction-not-due', 'all of them or none');
  const soon = await decide('045/1/2032', [one.ticket], MORNING);
  assert.equal(!soon.ok && soon.refusal, 'destruction-in-future');
  const decided = await decide('045/1/2032', [one.ticket, two.ticket]);
  assert.ok(decided.ok);
  const again = await decide('045/1/2032', [one.ticket]);
  assert.equal(!again.ok && again.refusal, 'destruction-number-used');
  const twice = await decide('045/2/2032', [one.ticket]);
  assert.equal(!twice.ok && twice.refusal, 'destruction-not-due', 'named in another paper');
  // One that came back to life since is left alone until it is filed again.
  await does(
    two.caseId,
    'reopen',
    (keep) => ({ reason: keep.text('reason', 'Belum selesai.') }),
    LATER + 1_000,
  );
  assert.deepEqual(await destroyFiles(desk, files, office, LATER + 2_000), { destroyed: 1, failed: [] });
  assert.deepEqual([await left(one.caseId), await left(away.caseId)], [0, 3]);
  assert.notEqual(await left(two.caseId), 0);
  assert.deepEqual(await destroyFiles(desk, files, office, LATER + 3_000), { destroyed: 0, failed: [] });
  const { rows } = await db.owner.query<{ n: number; ground: string }>(
    'select count(*)::int n, min(ground) ground from erasure_ledger where case_id = $1',
    [one.caseId],
  );
  assert.deepEqual(rows, [{ n: 3, ground: 'Berita acara pemusnahan 045/1/2032' }]);
  const { destructions } = await listRetention(desk, office, staff, LATER + 4_000);
  assert.deepEqual(
    destructions.map(({ number, cases, done }) => [number, cases.length, done]),
    [['045/1/2032', 2, 1]],
  );
});
