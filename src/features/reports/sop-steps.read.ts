import { type CountedStep, countSopSteps, type SopStepCount } from '../../domain/reports/count-sop-steps.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { unpackStep } from '../cases/store/step-fact-row.ts';
import type { Office } from '../offices/office.read.ts';
import { factsAt, factValues, inThePast, type ReadingMoment } from './facts-at.ts';

/**
 * The steps of the office's SOPs over the cases of the period, as they were over at the moment of reading (rules 13,
 * 17 and 36). Cases of the old register have none.
 */
export async function readSopSteps(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<readonly SopStepCount[]> {
  const facts = factsAt({ moment, columns: 'counted', ofCase: 'step_codes, step_at, step_known' });
  // Side by side in one list, the three are taken apart together; as a table they would be written down first.
  const codes = inThePast(moment)
    ? `(select code from (select unnest(step_codes) as code, unnest(step_at) as at,
         unnest(coalesce(step_known, step_at)) as known from ${facts}) s where at <= $4 and known <= $5) s`
    : `(select unnest(step_codes) as code from ${facts}) s`;
  const { rows } = await tx.query<{ readonly code: string; readonly count: number }>({
    text: `select code, count(*)::int as count from ${codes} group by 1`,
    values: [...factValues(office.officeId, period.from, period.to, moment)],
    name: '',
  });
  const steps = rows.flatMap(({ code, count }): readonly CountedStep[] => {
    const { sop, ...step } = unpackStep(Number(code));
    const id = office.codes.keyOf('sop', sop);
    return id === null ? [] : [{ sop: id, count, ...step }];
  });
  return countSopSteps(steps, office.data.sops);
}
