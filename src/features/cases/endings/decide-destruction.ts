import { localDate } from '../../../domain/calendar/instant.ts';
import { retentionOfCase } from '../../../domain/complaint/retention-of-case.ts';
import { actorOfHistory, type CaseActor } from '../../../domain/people/case-actor.ts';
import { mayRead } from '../../../domain/people/may.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { appendOfficeEvent, lockOfficeChain } from '../../offices/append-office-event.ts';
import { listOfficeEntries } from '../../offices/list-office-entries.read.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from '../store/open-state.ts';

export type DestructionCommand = {
  /** Number of the berita acara in the office's agenda (rule 10), and its day. */
  readonly number: string;
  readonly on: string;
  readonly tickets: readonly string[];
};
export type DestructionResult =
  | { readonly ok: true; readonly destruction: string; readonly cases: number }
  | { readonly ok: false; readonly refusal: DestructionRefusal };
export type DestructionRefusal =
  | 'destruction-nothing'
  | 'destruction-in-future'
  | 'destruction-number-used'
  /** One of them is not due, is held back, is named in another paper, or is not for this reader. */
  | 'destruction-not-due';

/**
 * Writes down that the files of these cases are destroyed by a berita acara; the worker does it. All of them are due and none
 * is held back, or nothing is written. `now` in milliseconds. Whoever calls has made sure that the actor may erase.
 */
export function decideDestruction(
  desk: CaseDesk,
  office: Office,
  actor: CaseActor,
  { number, on, tickets }: DestructionCommand,
  now: number,
): Promise<DestructionResult> {
  const { officeId, zone, data } = office;
  const today = localDate(now, zone);
  const refuse = (refusal: DestructionRefusal): DestructionResult => ({ ok: false, refusal });
  return withOffice(desk.pool, officeId, async (tx) => {
    if (tickets.length === 0) return refuse('destruction-nothing');
    if (on > today) return refuse('destruction-in-future');
    await lockOfficeChain(tx, officeId);
    const former = await listOfficeEntries(tx, desk.keyring, officeId, ['destruction-decided']);
    if (former.some(({ event }) => event.number === number)) return refuse('destruction-number-used');
    const named = new Set(former.flatMap(({ event }) => event.cases));
    const { rows } = await tx.query<SealedCaseRow>(
      `select ${OPENED_COLUMNS} from complaint_case c where office_id = $1 and ticket = any ($2::text[]) order by case_id`,
      [officeId, tickets],
    );
    const due = rows.filter((row) => {
      const state = openStateBeside(desk.keyring, row);
      if (state === null || !mayRead(actor, state)) return false;
      const { isDue, hold } = retentionOfCase(state, data, zone, today);
      return isDue && hold === null && !named.has(row.case_id);
    });
    if (due.length !== new Set(tickets).size) return refuse('destruction-not-due');
    const destruction = desk.newId();
    const cases = due.map((row) => row.case_id);
    const context = { keyring: desk.keyring, actor: actorOfHistory(actor), now };
    await appendOfficeEvent(
      tx,
      officeId,
      { type: 'destruction-decided', destruction, number, on, cases },
      context,
    );
    return { ok: true, destruction, cases: cases.length };
  });
}
