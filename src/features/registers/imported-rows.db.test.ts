import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { monthlyWorkbook } from '../../../test/fixtures/registers/monthly-register.ts';
import { MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { verifyTotals } from '../cases/verify/verify-totals.ts';
import { importRegister } from './import-register.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);

test('verify finds a row of the book that is no longer known as imported, or as another, or belongs to no case', async () => {
  const request = {
    office,
    source: { bytes: monthlyWorkbook(), name: 'register-2023.xlsx' },
    period: aPeriod('2023'),
    choice: { channel: null, acceptSuggestions: true },
    ...{ dryRun: false, account: null },
  };
  assert.ok((await importRegister(desk, request, MORNING)).ok);
  assert.deepEqual(await verifyTotals(db.owner), []);
  const one = 'row_hash = (select row_hash from register_import_row order by row_hash limit 1)';
  const missing = { rule: 'import-differs', what: 'register_import_row', count: 1 };
  for (const [sql, ...findings] of [
    [`delete from register_import_row where ${one}`, missing],
    [`update register_import_row set row_hash = sha256(row_hash) where ${one}`, missing],
    [
      `update register_import_row set case_id = gen_random_uuid() where ${one}`,
      { rule: 'dangling', what: 'register_import_row', count: 1 },
      missing,
    ],
  ] as const) {
    await db.owner.query('alter table register_import_row rename to kept');
    await db.owner.query('create table register_import_row as table kept');
    await db.owner.query(sql);
    const found = await verifyTotals(db.owner);
    await db.owner.query('drop table register_import_row');
    await db.owner.query('alter table kept rename to register_import_row');
    assert.deepEqual(found, findings, sql);
  }
});
