import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase, registerCase } from '../../../../test/a-stored-case.ts';
import { MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';
import { lockCase } from '../store/load-case.read.ts';
import { saveAsFolded } from './append-to-case.ts';
import { refoldCases } from './refold-cases.ts';

const db = await openTestDatabase({ after });
const { desk, office, offices } = await openOfficeDesk(db);

const LATER = MORNING + 60_000;
const refold = (fold?: number) => refoldCases(desk, db.owner, offices, LATER, fold);

async function rowOf(caseId: string): Promise<unknown> {
  const { rows } = await db.owner.query(
    `select c.*, c.state::text as state, row_to_json(f)::text as fact
       from complaint_case c join report_fact f using (office_id, case_id) where case_id = $1`,
    [caseId],
  );
  return rows[0];
}

/**
 * Leaves the row, seal and all, as a fold left it that did not know `judged` yet and read the history otherwise; and its
 * figures, where `asTold` is what that fold counted.
 */
function asFoldedBefore(caseId: string, asTold = (event: ComplaintEvent) => event): Promise<void> {
  return withOffice(desk.pool, office.officeId, async (tx) => {
    const loaded = await lockCase(tx, desk.keyring, office.officeId, { caseId });
    assert.ok(loaded);
    const { state, mac } = loaded.head;
    const { judged: _, ...known } = state;
    const older = trustedJson<CaseState>(JSON.stringify({ ...known, status: 'verified', decidedAt: 'x' }));
    const act = { events: [], actor: SYSTEM_ACTOR, recordedAt: loaded.changedAt, keeper: null };
    const as = { entries: [], head: { state: older, mac } };
    const events = loaded.events.map((recorded) => ({ ...recorded, event: asTold(recorded.event) }));
    await saveAsFolded(tx, desk.keyring, office, { ...loaded, events }, as, act).saving;
  });
}

test('behind another fold each case is written anew from its history, once, and what other hands changed is left alone', async () => {
  const [{ caseId }, forged] = [await aStoredCase({ desk, office }), await aStoredCase({ desk, office })];
  assert.ok((await registerCase({ desk, office }, { caseId }, MORNING + 1)).ok);
  const written = await rowOf(caseId);
  await asFoldedBefore(caseId);
  const older = await rowOf(caseId);
  assert.notDeepEqual(older, written);
  await db.owner.query('update complaint_case set urgent = true where case_id = $1', [forged.caseId]);
  const changed = await rowOf(forged.caseId);

  await refold(1);
  assert.deepEqual(await rowOf(caseId), older, 'under the fold that made the installation nothing is read');
  await refold(2);
  assert.deepEqual(await rowOf(caseId), written);
  assert.deepEqual(await rowOf(forged.caseId), changed);

  await asFoldedBefore(caseId);
  await refold(2);
  assert.deepEqual(await rowOf(caseId), older, 'once for each fold');
  await refold(3);
  assert.deepEqual(await rowOf(caseId), written);
});

test('figures that the former fold counted otherwise are known as they are from then on', async () => {
  const { caseId } = await aStoredCase({ desk, office });
  await asFoldedBefore(caseId, (event) => (event.type === 'received' ? { ...event, urgent: true } : event));
  const figures = async () => {
    const { rows } = await db.owner.query(
      `select urgent, recorded_from as since, null as until from report_fact where case_id = $1
        union all select urgent, recorded_from, recorded_to from report_fact_past where case_id = $1 order by since`,
      [caseId],
    );
    return rows;
  };
  assert.deepEqual(
    (await figures()).map(({ urgent }) => urgent),
    [true],
  );
  await refold(4);
  assert.deepEqual(await figures(), [
    { urgent: true, since: new Date(MORNING), until: new Date(LATER) },
    { urgent: false, since: new Date(LATER), until: null },
  ]);
});
