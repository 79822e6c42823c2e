import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Instant, RecordedEvent } from '../../../domain/complaint/event.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { findCase } from '../store/load-case.read.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';
import { readHistory } from '../store/read-history.read.ts';
import { viewerOf, viewerParameters, visibleTo } from '../store/visible-cases.ts';
import { readTextsOf } from '../vault/read-texts.ts';

/** A case that another body has, or was asked to take over (rule 24). */
export type SentOut = { readonly state: CaseState; readonly sentAt: Instant };
/** A case whose class was changed, with the reason that was asked for where its limit had passed (rule 15). */
export type Reclassed = { readonly state: CaseState; readonly at: Instant; readonly reason: string | null };
export type Watched = { readonly sentOut: readonly SentOut[]; readonly reclassed: readonly Reclassed[] };

const MOST = 200;

/** What the office sent on and watches, and classes that were changed, as far as the reader may see the cases. */
export function listWatched(desk: CaseDesk, office: Office, actor: CaseActor): Promise<Watched> {
  const { officeId, codes } = office;
  const viewer = viewerParameters(viewerOf(actor, codes));
  const read = async (tx: Tx, where: string) => {
    const { rows } = await tx.query<SealedCaseRow>(
      `select ${OPENED_COLUMNS} from complaint_case c
        where c.office_id = $1 and c.counted and ${visibleTo(2)} and ${where}
        order by c.changed_at desc, c.case_id limit ${MOST}`,
      [officeId, ...viewer],
    );
    return rows.flatMap((row) => {
      const state = openStateBeside(desk.keyring, row);
      return state !== null && mayRead(actor, state) ? [{ caseId: row.case_id, state }] : [];
    });
  };
  const historyOf = async (tx: Tx, caseId: string): Promise<readonly RecordedEvent[]> => {
    const found = await findCase(tx, desk.keyring, officeId, { caseId });
    return found === null ? [] : readHistory(tx, desk.keyring, officeId, found);
  };
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const sentOut: SentOut[] = [];
      for (const { caseId, state } of await read(tx, `c.is_open and c.state ->> 'referral' is not null`)) {
        const sent = (await historyOf(tx, caseId)).findLast(({ event }) => event.type === 'referred');
        if (sent !== undefined) sentOut.push({ state, sentAt: sent.event.at });
      }
      const reclassed: Reclassed[] = [];
      const changed = `c.state #>> '{severity,first}' <> c.state #>> '{severity,now}'`;
      for (const { caseId, state } of await read(tx, changed)) {
        const { event } =
          (await historyOf(tx, caseId)).findLast((one) => one.event.type === 'classified') ?? {};
        if (event?.type !== 'classified') continue;
        const named = event.reason === null ? [] : [{ caseId, textId: event.reason }];
        const texts = await readTextsOf(tx, desk.keyring, officeId, named);
        const reason = event.reason === null ? null : (texts.get(event.reason)?.body ?? null);
        reclassed.push({ state, at: event.at, reason });
      }
      const longest = (a: SentOut, b: SentOut) => a.sentAt.localeCompare(b.sentAt);
      return { sentOut: sentOut.toSorted(longest), reclassed };
    },
    { readOnly: true },
  );
}
