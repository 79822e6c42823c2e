import type { Pool } from 'pg';
import { KINDS, PROVENANCES } from '../../domain/complaint/vocabulary.ts';
import type { ReadingContext } from '../../domain/registers/register-row.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';

const OWN = PROVENANCES.indexOf('tanggap');
const MOST = 2000;

/**
 * The office's newest own cases that count and that staff verified or classified: the only thing that suggestions learn
 * from. What a citizen chose on the form, and the kind it has by default, nobody has looked at before that.
 */
export function readEarlierRows(pool: Pool, office: Office): Promise<ReadingContext['earlier']> {
  return withOffice(
    pool,
    office.officeId,
    async (tx) => {
      const { rows } = await tx.query<{ service: number; kind: number; text: string }>(
        `select c.service, c.kind, t.body as text
         from (select case_id, service, kind, (state ->> 'matter')::uuid as matter from complaint_case
           where office_id = $1 and service is not null and provenance = $2 and not restricted and counted
             and (severity is not null or state #>> '{verification,completeness}' is not null)
           order by recorded_at desc limit $3) c
         join case_text t on t.office_id = $1 and t.case_id = c.case_id and t.text_id = c.matter
         where t.body is not null`,
        [office.officeId, OWN, MOST],
      );
      return rows.flatMap(({ service, kind: code, text }) => {
        const key = office.codes.keyOf('service', service);
        const kind = KINDS[code];
        return key === null || kind === undefined ? [] : [{ text, service: key, kind }];
      });
    },
    { readOnly: true, long: true },
  );
}
