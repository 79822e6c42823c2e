import type { CountedTable } from '../../domain/reports/count-table.ts';
import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { factsAt, factValues, type ReadingMoment } from './facts-at.ts';

type SanctionRow = { readonly decided: number; readonly none: number; readonly pending: number };

/**
 * Rule 29: sanctions are decided outside and only recorded here; the report counts the recorded decisions, those
 * recorded as *tidak ada*, and investigated cases that still await one.
 */
export async function readSanctions(
  tx: Tx,
  officeId: number,
  period: ReportPeriod,
  moment: ReadingMoment,
): Promise<CountedTable> {
  const facts = factsAt({ moment, columns: 'case_id' });
  const { rows } = await tx.query<SanctionRow>({
    text: `select
        count(*) filter (where sanctioned)::int as decided,
        count(*) filter (where not sanctioned)::int as none,
        count(*) filter (where sanctioned is null)::int as pending
      from (select (c.state -> 'investigation' ->> 'sanctioned')::boolean as sanctioned
        from ${facts}
        join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
        where c.restricted and c.state -> 'investigation' ->> 'finding' is not null) s`,
    values: [...factValues(officeId, period.from, period.to, moment)],
    name: '',
  });
  const counted = rows[0] ?? { decided: 0, none: 0, pending: 0 };
  return {
    id: 'sanctions',
    rows: [
      {
        key: 'decided',
        label: 'Sanksi diputuskan oleh pejabat yang berwenang',
        count: counted.decided,
        imported: 0,
        tenths: null,
      },
      { key: 'none', label: 'Diputuskan tanpa sanksi', count: counted.none, imported: 0, tenths: null },
      { key: 'pending', label: 'Menunggu putusan', count: counted.pending, imported: 0, tenths: null },
    ],
    total: counted.decided + counted.none + counted.pending,
    denominator: 0,
    imported: 0,
    kinds: [],
    ofCases: false,
  };
}
