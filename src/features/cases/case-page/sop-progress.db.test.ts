import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aStoredCase } from '../../../../test/a-stored-case.ts';
import { actingIn, aStaffActor, MORNING, openOfficeDesk } from '../../../../test/office-desk.ts';
import { openTestDatabase } from '../../../../test/test-database.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { applyOffice } from '../../offices/apply-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { type OperationRequest, runOperation } from '../acts/run-operation.ts';
import { readCase } from './read-case.read.ts';
import { sopProgress } from './sop-progress.presenter.ts';

const MINUTE = 60_000;
const db = await openTestDatabase({ after });
const { desk, office, offices, data } = await openOfficeDesk(db);
const actor = aStaffActor();

async function register(ticket: string, under: Office, minutes: number): Promise<void> {
  const asked: OperationRequest<'register'> = {
    ...{ office: under, ref: { ticket }, operation: 'register', command: () => ({}) },
    ...{ actor, expectedVersion: null, idempotency: null },
  };
  assert.ok((await runOperation(desk, asked, MORNING + minutes * MINUTE)).ok);
}

async function countedSteps(ticket: string): Promise<unknown> {
  const { rows } = await db.owner.query(
    'select f.step_codes from report_fact f join complaint_case c using (office_id, case_id) where c.ticket = $1',
    [ticket],
  );
  return rows;
}

test('a case is shown and counted by the SOP that it began with, whatever the office wrote since', async () => {
  const [before, later] = [
    (await aStoredCase({ desk, office })).ticket,
    (await aStoredCase({ desk, office })).ticket,
  ];
  await register(before, office, 30);
  const sops = data.sops.map((sop) => ({
    ...sop,
    steps: sop.steps.map((step) =>
      step.operation === 'register'
        ? {
            ...step,
            activity: 'Kegiatan baru',
            standard: { unit: 'service-minute', count: 60 } as const,
            standardPrinted: '60 menit',
          }
        : step,
    ),
  }));
  await applyOffice(db.owner, { ...data, sops }, actingIn(desk, MORNING));
  offices.forget();
  const edited = await offices.byId(office.officeId, MORNING);
  assert.ok(edited);
  await register(later, edited, 30);
  assert.deepEqual(await countedSteps(later), await countedSteps(before));
  const reading = await readCase(desk, edited, { ticket: later }, actor, MORNING + 30 * MINUTE);
  assert.ok(reading);
  const faces = sopProgress(reading.state, edited, MORNING + 30 * MINUTE, wordsOf('id'));
  const written = data.sops.find(({ id }) => id === reading.state.sop.sop)?.steps[1];
  assert.deepEqual(
    [faces[1]?.activity, faces[1]?.standard, faces[1]?.remark],
    [written?.activity, '10 menit', 'melewati waktu baku'],
  );
});
