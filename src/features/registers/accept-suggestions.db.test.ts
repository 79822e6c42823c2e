import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

async function importAgain(acceptSuggestions: boolean, minutes: number) {
  const result = await importRegister(
    desk,
    {
      office,
      source: { bytes: monthlyWorkbook(), name: 'register-2023.xlsx' },
      period: aPeriod('2023'),
      choice: { channel: null, acceptSuggestions },
      dryRun: false,
      account: null,
    },
    MORNING + minutes * 60_000,
  );
  assert.ok(result.ok);
  const { written, known, accepted, withoutService } = result;
  return { written, known, accepted, withoutService };
}

test('suggestions accepted after a plain import fill the services that are still missing, once', async () => {
  const first = await importAgain(false, 0);
  assert.deepEqual(first, { written: 43, known: 0, accepted: 0, withoutService: 0 });
  const plain = await importAgain(false, 1);
  assert.deepEqual(plain, { written: 0, known: 43, accepted: 0, withoutService: 43 });
  await db.owner.query(
    `update complaint_case set service = 1 where case_id = (select case_id from complaint_case limit 1)`,
  );
  const accepting = await importAgain(true, 2);
  assert.deepEqual(accepting, { written: 0, known: 43, accepted: 42, withoutService: 0 });
  const again = await importAgain(true, 3);
  assert.deepEqual(again, { written: 0, known: 43, accepted: 0, withoutService: 0 });
  const { rows } = await db.owner.query<{ by: string; type: string; count: number }>(
    `select body::json -> 'actor' ->> 'by' as by, body::json -> 'event' ->> 'type' as type, count(*)::int as count
       from case_event where body::json -> 'event' ->> 'type' in ('corrected', 'marked') group by 1, 2`,
  );
  assert.deepEqual(rows, [{ by: 'import', type: 'corrected', count: 42 }]);
});
