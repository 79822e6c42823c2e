import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import type { Commands, RunnableOperation } from '../cases/acts/decide-operation.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import type { Keeper } from '../cases/vault/keeper.ts';
import { readEarlierRows } from './earlier-rows.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const actor = aStaffActor();
const service = 'pkh';

const take = async (text: string) =>
  (await aStoredCase({ desk, office }, MORNING, actor, { text, service })).ticket;

async function act<O extends RunnableOperation>(
  ticket: string,
  operation: O,
  command: (keep: Keeper) => Commands[O],
): Promise<void> {
  const plain = { office, ref: { ticket }, actor, expectedVersion: null, idempotency: null };
  const result = await runOperation(desk, { ...plain, operation, command }, MORNING + 60_000);
  assert.ok(result.ok, `${operation}: ${JSON.stringify(result)}`);
}

test('suggestions learn from cases that staff verified or classified and that count, from no others', async () => {
  await take('Baru masuk');
  await act(await take('Diverifikasi'), 'verify', () => ({ completeness: 'complete', authority: 'own' }));
  await act(await take('Diberi kelas'), 'classify', () => ({ severity: 'light' }));
  const cancelled = await take('Salah catat');
  await act(cancelled, 'verify', () => ({ completeness: 'complete', authority: 'own' }));
  await act(cancelled, 'cancel', (keep) => ({
    reason: keep.text('reason', 'Salah catat, bukan pengaduan.'),
  }));
  const earlier = await readEarlierRows(desk.pool, office);
  assert.deepEqual(earlier.map((each) => each.text).sort(), ['Diberi kelas', 'Diverifikasi']);
  assert.ok(earlier.every((each) => each.service === service));
});
