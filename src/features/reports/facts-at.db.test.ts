import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStoredCase, registerCase } from '../../../test/a-stored-case.ts';
import { MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { countReport } from './count-report.ts';

const MINUTE = 60_000;

test('a reading at present holds a case whose act was committed after the reading was asked for', async () => {
  const db = await openTestDatabase({ after });
  const { desk, office } = await openOfficeDesk(db);
  const { caseId } = await aStoredCase({ desk, office }, MORNING);
  await registerCase({ desk, office }, { caseId }, MORNING + 2 * MINUTE);
  const asked = new Date(MORNING + MINUTE);
  const count = async (asOf: Date | null) => {
    const request = { office, period: aPeriod('2026'), now: asked, asOf, register: desk.keyring };
    const tables = ['by-kind', 'balance', 'sop-steps', 'sanctions'] as const;
    const counted = await countReport(db.app, { ...request, tables });
    const { registerRows, total, balance } = counted;
    return [total, registerRows.length, balance?.closing, balance?.reconciliation.numbersGiven];
  };
  assert.deepEqual(await count(null), [1, 1, 1, 1]);
  assert.deepEqual(await count(asked), [1, 1, 1, 0]);
});
