import type { Pool } from 'pg';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { readOffice } from '../../../platform/database/read-office.ts';
import type { Office } from '../../offices/office.read.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { vocabularyCode } from '../store/vocabulary-code.ts';

/** Open cases of a unit, and how many of them are overdue; `unit` null = nobody has them yet. */
export type UnitLoad = { readonly unit: string | null; readonly open: number; readonly late: number };

/** The load of each unit of the office, those without a case included, as far as this reader may see. `now` in milliseconds. */
export async function readUnitLoad(
  pool: Pool,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<readonly UnitLoad[]> {
  const rows = await readOffice<{ unit: number | null; open: number; late: number }>(
    pool,
    office.officeId,
    `select c.unit, count(*)::int as open, (count(*) filter (where c.due_at < $8::timestamptz))::int as late
       from complaint_case c
      where c.office_id = $1 and c.is_open and c.status <> ${vocabularyCode(STATUSES, 'not-recorded')} and ${visibleTo(2)}
      group by c.unit`,
    [office.officeId, ...viewerParameters(viewerOf(actor, office.codes)), new Date(now)],
  );
  const of = (unit: string | null): UnitLoad => {
    const row = rows.find((one) => office.codes.keyOf('unit', one.unit) === unit);
    return { unit, open: row?.open ?? 0, late: row?.late ?? 0 };
  };
  const waiting = of(null);
  return [...office.data.units.map(({ key }) => of(key)), ...(waiting.open === 0 ? [] : [waiting])];
}
