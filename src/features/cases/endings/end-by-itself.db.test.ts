import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { COMPLAINANT_ACTOR } from '../../../domain/people/case-actor.ts';
import type { Commands, RunnableOperation } from '../acts/decide-operation.ts';
import { runOperation } from '../acts/run-operation.ts';
import { readCase } from '../case-page/read-case.read.ts';
import type { Keeper } from '../vault/keeper.ts';
import { endCasesByThemselves } from './end-by-itself.job.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const staff = aStaffActor();
const DAY = 86_400_000;

async function does<O extends RunnableOperation>(
  caseId: string,
  operation: O,
  command: (keep: Keeper) => Commands[O],
  now: number,
  actor = staff,
): Promise<void> {
  const request = { office, ref: { caseId }, operation, command, actor, expectedVersion: null };
  const done = await runOperation(desk, { ...request, idempotency: null }, now);
  assert.ok(done.ok, JSON.stringify(done));
}
const answered = async (delivered: boolean) => {
  const { caseId } = await aStoredCase({ desk, office });
  await does(caseId, 'dispose', () => ({ unit: 'sekretariat' }), MORNING + 60_000);
  await does(
    caseId,
    'answer',
    (keep) => ({
      text: keep.text('answer', 'Kartu Anda dicetak ulang.'),
      way: 'channel',
      channel: 'whatsapp',
      delivered,
    }),
    MORNING + 120_000,
  );
  return caseId;
};
const incomplete = async () => {
  const { caseId } = await aStoredCase({ desk, office });
  await does(
    caseId,
    'verify',
    (keep) => ({
      completeness: 'incomplete',
      authority: 'own',
      missing: [keep.text('note', 'Kartu keluarga')],
    }),
    MORNING + 60_000,
  );
  await does(caseId, 'prove-notice', () => ({ notice: 'incomplete' }), MORNING + 120_000);
  return caseId;
};
const read = async (caseId: string) => {
  const reading = await readCase(desk, office, { caseId }, staff, MORNING);
  assert.ok(reading);
  return reading.state;
};

test('rules 19, 26: the job ends by silence what may end, leaves the rest, and nothing ends twice', async () => {
  const [closes, unproven, deemed, wrote] = [
    await answered(true),
    await answered(false),
    await incomplete(),
    await incomplete(),
  ];
  const reply = (keep: Keeper) => ({
    from: 'complainant' as const,
    text: keep.text('reply', 'Besok saya bawa.'),
  });
  await does(wrote, 'reply', reply, MORNING + DAY, COMPLAINANT_ACTOR);
  assert.deepEqual(await endCasesByThemselves(desk, office, MORNING + 2 * DAY), { ended: 0, failed: [] });
  const late = MORNING + 60 * DAY;
  // Two workers at once: whoever comes second finds it done.
  const [one, two] = await Promise.all([
    endCasesByThemselves(desk, office, late),
    endCasesByThemselves(desk, office, late),
  ]);
  assert.equal(one.ended + two.ended, 2);
  assert.deepEqual([one.failed, two.failed], [[], []]);
  assert.deepEqual(await endCasesByThemselves(desk, office, late + DAY), { ended: 0, failed: [] });
  const [byAnswer, without, byTime, answeredUs] = [
    await read(closes),
    await read(unproven),
    await read(deemed),
    await read(wrote),
  ];
  assert.deepEqual(
    [byAnswer.status, byAnswer.outcome, byAnswer.closed?.by],
    ['closed', 'explained', 'silence'],
  );
  assert.deepEqual([byTime.status, byTime.outcome], ['closed', 'deemed-withdrawn']);
  assert.equal(without.status, 'answered');
  assert.notEqual(answeredUs.status, 'closed');
});

test('a case whose row other hands broke is told by its id and keeps no other open', async () => {
  const [broken, whole] = [await answered(true), await answered(true)];
  await db.owner.query('update complaint_case set row_mac = $2 where case_id = $1', [
    broken,
    Buffer.alloc(32),
  ]);
  const { ended, failed } = await endCasesByThemselves(desk, office, MORNING + 60 * DAY);
  assert.equal(ended, 1);
  assert.deepEqual(
    failed.map(({ caseId }) => caseId),
    [broken],
  );
  assert.equal((await read(whole)).status, 'closed');
});
