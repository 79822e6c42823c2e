import type { Pool } from 'pg';
import { endByItself } from '../../../domain/complaint/end-by-itself.ts';
import { STATUSES, type Status } from '../../../domain/complaint/vocabulary.ts';
import { SYSTEM_ACTOR } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import { appendToCase } from '../acts/append-to-case.ts';
import { type CaseDesk, contextOf } from '../doors/case-desk.ts';
import { lockCase } from '../store/load-case.read.ts';

const PAGE = 500;
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Only these wait for the complainant and nobody else. */
const WAITING = (['awaiting-completion', 'answered'] as const satisfies readonly Status[]).map((one) =>
  STATUSES.indexOf(one),
);

export type EndedByThemselves = {
  /** How many cases are over now. */
  readonly ended: number;
  /** Cases that could not be looked at, by id, each with its fault; the others went on. */
  readonly failed: readonly { readonly caseId: string; readonly fault: unknown }[];
};

/**
 * Ends the cases of an office that silence ends (rules 19, 26), each in a transaction of its own and decided under its lock.
 * Run again, by another worker or after a crash half way, it ends what is left and nothing twice. `now` in milliseconds.
 */
export async function endCasesByThemselves(
  desk: CaseDesk,
  office: Office,
  now: number,
): Promise<EndedByThemselves> {
  const failed: { caseId: string; fault: unknown }[] = [];
  let ended = 0;
  for (let after = NOBODY; ; ) {
    const page = await waitingCases(desk.pool, office.officeId, after);
    for (const caseId of page) {
      try {
        if (await endOne(desk, office, caseId, now)) ended += 1;
      } catch (fault) {
        // One broken row must not keep all others open.
        failed.push({ caseId, fault });
      }
    }
    after = page.at(-1) ?? after;
    if (page.length < PAGE) return { ended, failed };
  }
}

/**
 * Those whose time may be over: an answer or a notice that provably arrived. The state as it lies there only spares the others
 * their lock; what is done is decided by the sealed one.
 */
function waitingCases(pool: Pool, officeId: number, after: string): Promise<readonly string[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `select case_id id from complaint_case
          where office_id = $1 and is_open and status = any ($2::smallint[]) and case_id > $3
            and (state #>> '{answer,deliveredAt}' is not null or state #>> '{verification,noticeProvenAt}' is not null)
          order by case_id limit ${PAGE}`,
        [officeId, WAITING, after],
      );
      return rows.map(({ id }) => id);
    },
    { readOnly: true },
  );
}

function endOne({ pool, keyring }: CaseDesk, office: Office, caseId: string, now: number): Promise<boolean> {
  return withOffice(pool, office.officeId, async (tx) => {
    const loaded = await lockCase(tx, keyring, office.officeId, { caseId });
    if (loaded === null) return false;
    const context = contextOf(office, SYSTEM_ACTOR, Math.max(now, Date.parse(loaded.changedAt)));
    const { state } = loaded.head;
    if (state.cancelled || state.mergedInto !== null) return false;
    const decided = endByItself(state, loaded.events, context);
    if (decided === null) return false;
    const act = { events: decided.events, actor: SYSTEM_ACTOR, recordedAt: context.now, keeper: null };
    await appendToCase(tx, keyring, office, loaded, act);
    return true;
  });
}
