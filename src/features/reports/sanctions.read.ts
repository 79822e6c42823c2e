import type { SanctionCount } from '../../domain/reports/count-sanctions.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { factsAt, factValues, knownUntil, type ReadingMoment } from './facts-at.ts';

/**
 * Rule 29: sanctions are decided outside and only recorded here. Decisions count by the date of their decree, from
 * everything known, also those of cases received before the period; awaiting one are cases with a finding by its end
 * and no decision dated by then.
 */
export async function readSanctions(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<SanctionCount> {
  const known = knownUntil(moment);
  const facts = factsAt({
    moment: { ...moment, effectiveAt: known },
    columns: 'found_on, sanction, sanctioned_on',
    where: 'counted and found_on is not null',
  });
  const { rows } = await tx.query<SanctionCount>({
    text: `select
        (count(*) filter (where sanction > 0 and sanctioned_on between $6 and $3))::int as decided,
        (count(*) filter (where sanction = 0 and sanctioned_on between $6 and $3))::int as none,
        (count(*) filter (where found_on <= $3 and coalesce(sanctioned_on > $3, true)))::int as pending
      from ${facts}`,
    values: [
      ...factValues(officeId, '0001-01-01', period.to, { ...moment, effectiveAt: known }),
      period.from,
    ],
    name: '',
  });
  return rows[0] ?? { decided: 0, none: 0, pending: 0 };
}
