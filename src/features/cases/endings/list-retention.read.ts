import { localDate } from '../../../domain/calendar/instant.ts';
import { type CaseRetention, retentionOfCase } from '../../../domain/complaint/retention-of-case.ts';
import { STATUSES } from '../../../domain/complaint/vocabulary.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { listOfficeEntries } from '../../offices/list-office-entries.read.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { type CaseLine, caseLine, LINE_COLUMNS, type LineRow } from '../store/case-line.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';

export type RetainedCase = CaseLine & { readonly retention: CaseRetention };
export type Destruction = {
  readonly id: string;
  readonly number: string;
  readonly on: string;
  readonly decidedBy: string | null;
  readonly cases: readonly string[];
  readonly done: number;
};

export const MOST_DUE = 200;
const FILED = STATUSES.indexOf('filed');

/**
 * Filed cases whose time in the archive is over and of which something is left, the oldest first, as far as the reader may
 * see them; and the berita acara so far, the newest first. `now` in milliseconds.
 */
export function listRetention(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  now: number,
): Promise<{ readonly due: readonly RetainedCase[]; readonly destructions: readonly Destruction[] }> {
  const { officeId, codes, data, zone } = office;
  const today = localDate(now, zone);
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<LineRow & SealedCaseRow>(
        `select ${OPENED_COLUMNS}, ${LINE_COLUMNS} from complaint_case c
          where c.office_id = $1 and c.status = ${FILED} and ${visibleTo(2)}
            and (exists (select from case_text t
                  where t.office_id = $1 and t.case_id = c.case_id and t.body is not null)
              or exists (select from identity i
                  where i.office_id = $1 and i.case_id = c.case_id and i.wrapped_key is not null))
          order by c.changed_at, c.case_id limit 2000`,
        [officeId, ...viewerParameters(viewerOf(actor, codes))],
      );
      const due = rows.flatMap((row) => {
        const state = openStateBeside(desk.keyring, row);
        if (state === null || !mayRead(actor, state)) return [];
        const retention = retentionOfCase(state, data, zone, today);
        return retention.isDue ? [{ ...caseLine(row, codes), retention }] : [];
      });
      const decided = await listOfficeEntries(tx, desk.keyring, officeId, ['destruction-decided']);
      const { rows: done } = await tx.query<{ id: string; n: number }>(
        `select destruction_id id, count(*)::int n from destroyed_case where office_id = $1 group by destruction_id`,
        [officeId],
      );
      const doneOf = new Map(done.map(({ id, n }) => [id, n]));
      const waiting = new Set(decided.flatMap(({ event }) => event.cases));
      return {
        due: due.filter(({ caseId }) => !waiting.has(caseId)).slice(0, MOST_DUE),
        destructions: decided.toReversed().map(({ event, actor: by }) => ({
          ...{ id: event.destruction, number: event.number, on: event.on, cases: event.cases },
          ...{ decidedBy: by.account, done: doneOf.get(event.destruction) ?? 0 },
        })),
      };
    },
    { readOnly: true },
  );
}
