import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStoredCase } from '../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { countReport } from './count-report.ts';

const MONTH = 31 * 86_400_000;
const LATER = MORNING + 2 * MONTH;

test('a case that the past has lost opens no balance, and the period before tells that it did not end so (rule 36)', async () => {
  const db = await openTestDatabase({ after });
  const { desk, office } = await openOfficeDesk(db);
  const { caseId } = await aStoredCase({ desk, office }, MORNING);
  const actor = aStaffActor();
  const archived = await runOperation(
    desk,
    {
      ...{ office, ref: { caseId }, actor, expectedVersion: null, idempotency: null },
      operation: 'archive',
      command: (keep) => ({ outcome: 'archived-invalid', reason: keep.text('reason', 'Bukan pengaduan.') }),
    },
    MORNING + MONTH,
  );
  assert.ok(archived.ok, JSON.stringify(archived));
  const may = { office, period: aPeriod('2026-05'), asOf: null, now: new Date(LATER), register: null };
  const read = async () => {
    const { balance, second } = await countReport(db.app, { ...may, tables: ['balance'], twice: true });
    return [balance?.opening, second?.formerClosing, balance?.finished];
  };
  assert.deepEqual(await read(), [1, 1, 1]);
  await db.owner.query('delete from report_fact_past where case_id = $1', [caseId]);
  assert.deepEqual(await read(), [0, 1, 0]);
});
