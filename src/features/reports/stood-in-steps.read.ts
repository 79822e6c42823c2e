import type { ReportPeriod } from '../../domain/reports/report-period.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { type Viewer, viewerParameters, visibleTo } from '../cases/store/visible-cases.ts';
import type { Office } from '../offices/office.read.ts';
import { editionOf } from '../offices/sop-of-version.ts';

/** A step that somebody did for an absent holder (rule 23), of a case that this reader may see. */
export type StoodInStep = {
  /** The key of a `SopEdition`. */
  readonly sop: string;
  readonly no: number;
  readonly ticket: string;
  /** The role that was stood in for. */
  readonly role: string;
};

const MOST = 200;

/** Steps done *mewakili* in cases received in this period, at most two hundred, the latest receipt first. */
export async function readStoodInSteps(
  tx: Tx,
  office: Office,
  period: ReportPeriod,
  viewer: Viewer,
): Promise<readonly StoodInStep[]> {
  const { rows } = await tx.query<{
    sop: string;
    version: number;
    no: number;
    ticket: string;
    role: string;
  }>(
    `select c.state #>> '{sop,sop}' as sop, (c.state #>> '{sop,version}')::int as version, (s.step ->> 'no')::int as no,
            c.ticket, s.step #>> '{by,insteadOf}' as role
       from report_fact f join complaint_case c on c.office_id = $1 and c.case_id = f.case_id
            cross join json_array_elements(c.state #> '{sop,steps}') s (step)
      where f.office_id = $1 and f.counted and f.received_on between $8::date and $9::date
        and c.state::text like '%"insteadOf":"%' and s.step #>> '{by,insteadOf}' is not null and ${visibleTo(2)}
      order by f.received_on desc, c.ticket, no limit ${MOST}`,
    [office.officeId, ...viewerParameters(viewer), period.from, period.to],
  );
  return rows.flatMap(({ sop, version, ...step }) => {
    const edition = editionOf(office, { sop, version });
    return edition === undefined ? [] : [{ ...step, sop: edition.key }];
  });
}
