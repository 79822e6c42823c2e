import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStoredCase } from '../../../test/a-stored-case.ts';
import { aStaffActor, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { runOperation } from '../cases/acts/run-operation.ts';
import { intakeComplaint } from '../cases/intake/intake-complaint.ts';
import { viewerOf } from '../cases/store/visible-cases.ts';
import { countReport } from './count-report.ts';
import { readingMoment } from './facts-at.ts';
import { readFigureRows } from './figure-rows.read.ts';
import { readRegisterRows } from './register-rows.read.ts';

const db = await openTestDatabase({ after });
const { desk, office } = await openOfficeDesk(db);
const actor = aStaffActor();
const { caseId } = await aStoredCase({ desk, office }, MORNING, actor);
const marked = await runOperation(
  desk,
  {
    ...{ office, ref: { caseId }, actor, expectedVersion: null, idempotency: null },
    operation: 'mark',
    command: (keep) => ({ mark: 'protected', on: true, reason: keep.text('reason', 'Seorang anak.') }),
  },
  MORNING + 60_000,
);
assert.ok(marked.ok);

const now = MORNING + 120_000;
const read = () =>
  withOffice(db.app, office.officeId, (tx) =>
    readRegisterRows(
      ...([tx, desk.keyring, office, aPeriod('2026')] as const),
      readingMoment(now, new Date(now), null),
      viewerOf(actor, office.codes),
    ),
  );

test('rule 6: a mark taken off in the database publishes no protected case in the register behind a report', async () => {
  const isHidden = async () =>
    assert.deepEqual(
      (await read()).map(({ place }) => place),
      ['dilindungi'],
    );
  await isHidden();
  await db.owner.query('update report_fact set protected = false');
  await isHidden();
  for (const forgery of [
    'protected = false',
    `state = jsonb_set(state::jsonb, '{marks,protected}', 'false')::json`,
    `protected = false, state = jsonb_set(state::jsonb, '{marks,protected}', 'false')::json`,
  ]) {
    const kept = await db.owner.query<{ protected: boolean; state: string }>(
      'select protected, state::text as state from complaint_case',
    );
    await db.owner.query(`update complaint_case set ${forgery}`);
    await assert.rejects(read(), { code: 'row-forged' }, forgery);
    const { protected: was, state } = kept.rows[0] ?? {};
    await db.owner.query('update complaint_case set protected = $1, state = $2', [was, state]);
    await isHidden();
  }
});

test('rule 28: whoever is complained of finds neither the rows of a figure nor his row in a draft, and is told so', async () => {
  const account = desk.newId();
  const inMay = MORNING + 30 * 86_400_000;
  await aStoredCase({ desk, office }, inMay);
  const taken = await intakeComplaint(
    desk,
    {
      ...{ office, actor, idempotency: null },
      command: (keep) => ({
        ...{ kind: 'pengaduan', channel: 'loket', matter: keep.text('matter', 'Dimintai uang.') },
        respondents: [{ identity: null, account, unit: null }],
      }),
    },
    inMay,
  );
  assert.ok(taken.ok);
  const viewer = viewerOf(aStaffActor({ account }), office.codes);
  const period = aPeriod('2026-05');
  const request = { office, period, now: new Date(inMay), asOf: null, tables: [], register: desk.keyring };
  const { registerRows, moment, total } = await countReport(db.app, { ...request, viewer });
  assert.equal(total, 2);
  assert.deepEqual(registerRows.map((row) => row.withheld).toSorted(), [false, true]);
  const behind = await withOffice(db.app, office.officeId, (tx) =>
    readFigureRows(tx, office, { period: '2026-05' }, viewer, { moment, most: 100 }),
  );
  assert.deepEqual([behind?.total, behind?.withheld, behind?.rows.length], [2, 1, 1]);
  // A row taken away there opens him nothing: who is complained of stands under the seal.
  await db.owner.query('delete from case_respondent');
  const again = await countReport(db.app, { ...request, viewer });
  assert.deepEqual(again.registerRows, registerRows);
});
