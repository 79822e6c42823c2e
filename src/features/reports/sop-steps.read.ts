import { PROVENANCES } from '../../domain/complaint/vocabulary.ts';
import type { CountedTable } from '../../domain/reports/count-table.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';

const OWN = PROVENANCES.indexOf('tanggap');

/**
 * How many cases of the period went through each step of the office's SOPs with a measured stopwatch (rule 17).
 * Steps that were not needed, automatic or not measured are left out, as are cases of the old register.
 */
export async function readSopSteps(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<CountedTable> {
  const facts = factsAt({ moment, columns: 'case_id', where: `counted and provenance = ${OWN}` });
  const { rows } = await tx.query<{ readonly key: string; readonly count: number }>({
    text: `select (c.state -> 'sop' ->> 'sop') || '-' || (s ->> 'no') as key, count(*)::int as count
      from ${facts}
      join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
      cross join lateral json_array_elements(c.state -> 'sop' -> 'steps') s
      where s ->> 'mark' is null and (s ->> 'startedAt') is not null
        and (s ->> 'finishedAt')::timestamptz <= $4
      group by 1`,
    values: [...factValues(office.officeId, period.from, period.to, moment)],
    name: '',
  });
  const counts = new Map(rows.map((row) => [row.key, row.count]));
  return {
    id: 'sop-steps',
    rows: office.data.sops.flatMap((sop) =>
      sop.steps.map((step) => ({
        key: `${sop.id}-${step.no}`,
        label: `${sop.title}, langkah ${step.no}: ${step.activity}`,
        count: counts.get(`${sop.id}-${step.no}`) ?? 0,
        imported: 0,
        tenths: null,
      })),
    ),
    total: rows.reduce((sum, row) => sum + row.count, 0),
    denominator: 0,
    imported: 0,
    kinds: [],
    ofCases: false,
  };
}
