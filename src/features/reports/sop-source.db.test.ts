import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { aPeriod } from '../../../test/a-counted-report.ts';
import { aStoredCase, registerCase } from '../../../test/a-stored-case.ts';
import { actingIn, MORNING, openOfficeDesk } from '../../../test/office-desk.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { sopPartOf } from '../../domain/reports/build-sop-table.ts';
import { sopStepKey } from '../../domain/reports/count-sop-steps.ts';
import { periodInstants } from '../../domain/reports/report-period.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Viewer } from '../cases/store/visible-cases.ts';
import { applyOffice } from '../offices/apply-office.ts';
import { countReport } from './count-report.ts';
import { readingMoment } from './facts-at.ts';
import { readFigureRows } from './figure-rows.read.ts';

const DAY = 86_400_000;
const LATER = MORNING + 3 * DAY;
const CLERK: Viewer = {
  ...{ account: null, persons: [], readers: [], units: [] },
  ...{ seesOpen: true, seesProtected: false },
};

/** The office after it gave every step twice the time. */
function slower(data: OfficeData): OfficeData {
  const sops = data.sops.map((sop) => ({
    ...sop,
    steps: sop.steps.map((step) => ({
      ...step,
      standard: step.standard && { ...step.standard, count: step.standard.count * 2 },
    })),
  }));
  return { ...data, sops };
}

test('rule 17: cases stand beside the standards of the SOP that they began with, and each figure opens exactly its cases', async () => {
  const db = await openTestDatabase({ after });
  const { desk, office: first, offices, data } = await openOfficeDesk(db);
  const before = await aStoredCase({ desk, office: first });
  await applyOffice(db.owner, slower(data), actingIn(desk, MORNING + DAY));
  offices.forget();
  const office = await offices.bySlug('tabalong', LATER);
  assert.ok(office);
  const afterwards = [
    await aStoredCase({ desk, office }, MORNING + 2 * DAY),
    await aStoredCase({ desk, office }, MORNING + 2 * DAY),
  ];
  for (const { caseId } of [before, ...afterwards]) await registerCase({ desk, office }, { caseId }, LATER);

  const [period, now] = [aPeriod('2026-04'), new Date(LATER)];
  const request = { office, period, asOf: null, now, tables: ['sop-steps'], register: null } as const;
  const { sopSteps } = await countReport(db.app, request);
  const moment = readingMoment(periodInstants(period, office.zone).end, now, null);
  const opened = (key: string, part?: string) =>
    withOffice(db.app, office.officeId, async (tx) => {
      const query = { period: period.text, table: 'sop-steps', key, ...(part !== undefined && { part }) };
      const found = await readFigureRows(tx, office, query, CLERK, { moment, most: 9 });
      return found?.total;
    });
  for (const step of sopSteps) {
    const key = sopStepKey(step);
    assert.equal(await opened(key), step.measured, key);
    for (const part of ['beyond', 'not-needed', 'unmeasured'] as const) {
      assert.equal(await opened(key, part), sopPartOf(step, part) ?? 0, `${key} ${part}`);
    }
  }
  const standards = first.data.sops.find(({ id }) => id === 'langsung')?.steps ?? [];
  const counted = (sop: string, times: number): number =>
    Math.max(
      ...sopSteps.flatMap((step) => {
        if (step.sop !== sop) return [];
        const standard = standards.find(({ no }) => no === step.no)?.standard ?? null;
        assert.equal(step.standard?.count ?? null, standard && standard.count * times, `${sop} ${step.no}`);
        return [step.measured + step.unmeasured];
      }),
    );
  assert.equal(counted('langsung@1', 1), 1);
  assert.equal(counted('langsung', 2), 2);
  assert.ok(sopSteps.every(({ sop }) => sop !== 'online@1'));
});
