import type { RegisterTotals } from '../../domain/reports/figure-book.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { ON_OLD_REGISTER } from './cells.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';

/** Counts that stand outside the tables: people, marks, and what is in no count (rules 3, 6, 11, 37). */
export async function readTotals(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<RegisterTotals> {
  const facts = factsAt({
    moment,
    columns:
      'counted, cancelled, provenance, answered_at, complainants, anonymous, protected, urgent, at_desk',
    where: 'true',
  });
  const { rows } = await tx.query<Record<keyof RegisterTotals, number>>({
    text: `select
      count(*) filter (where counted)::int as total,
      count(*) filter (where counted and ${ON_OLD_REGISTER})::int as imported,
      count(*) filter (where counted and not (${ON_OLD_REGISTER}))::int as own,
      count(*) filter (where cancelled)::int as cancelled,
      count(*) filter (where not counted and not cancelled)::int as merged,
      coalesce(sum(complainants) filter (where counted), 0)::int as complainants,
      count(*) filter (where counted and anonymous)::int as anonymous,
      count(*) filter (where counted and protected)::int as protected,
      count(*) filter (where counted and urgent)::int as urgent,
      count(*) filter (where counted and at_desk)::int as "at-desk"
      from ${facts}`,
    values: [...factValues(officeId, period.from, period.to, moment)],
    name: '',
  });
  const [counted] = rows;
  if (counted === undefined) throw new Error('an aggregate gave no row');
  return {
    ...counted,
    doubts: await readDoubts(tx, officeId, period),
  };
}

/** Rows of old registers in this period about which the import had a doubt. */
async function readDoubts(tx: Tx, officeId: number, period: ReportPeriod): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from register_import_row r
     join report_fact f on f.office_id = r.office_id and f.case_id = r.case_id
     where r.office_id = $1 and f.received_on between $2 and $3 and json_array_length(r.doubts::json) > 0`,
    [officeId, period.from, period.to],
  );
  return rows[0]?.count ?? 0;
}
