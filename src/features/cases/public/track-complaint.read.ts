import type { ClientBase } from 'pg';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { entriesOfClosedLane } from '../../../domain/complaint/closed-lane.ts';
import { confirmationWindowEnd } from '../../../domain/complaint/confirmation-window.ts';
import { nearestDue } from '../../../domain/complaint/deadlines-of-case.ts';
import type { ComplaintEvent, DueDate, RecordedEvent, TextId } from '../../../domain/complaint/event.ts';
import type { Kind, Outcome, Status } from '../../../domain/complaint/vocabulary.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { WordKey } from '../../../platform/words/words.ts';
import type { Office, Offices } from '../../offices/office.read.ts';
import { tellEvent } from '../case-page/tell-event.ts';
import type { CaseDesk } from '../doors/case-desk.ts';
import { isTicketSecret } from '../intake/ticket-secret.ts';
import { findCase } from '../store/load-case.read.ts';
import { readHistory } from '../store/read-history.read.ts';
import { normalTicket, normalTicketSecret } from '../store/ticket.ts';
import { type CaseText, readTexts } from '../vault/read-texts.ts';

/** One step as the complainant sees it; `text` is what was written to or by him, null when there is none. */
export type TrackedStep = {
  readonly type: ComplaintEvent['type'];
  /** The sentence of the entry as staff read it. */
  readonly key: WordKey;
  readonly at: string;
  readonly text: string | null;
  /** The office's key of the unit, or the other body's, or papers still to bring. */
  readonly detail: string | null;
};

export type TrackedComplaint = {
  readonly office: Office;
  readonly caseId: string;
  readonly ticket: string;
  readonly version: number;
  readonly status: Status;
  readonly kind: Kind;
  readonly outcome: Outcome | null;
  readonly receivedAt: string;
  readonly registerNumber: string | null;
  readonly due: DueDate | null;
  readonly missing: readonly string[];
  readonly steps: readonly TrackedStep[];
  readonly closedAt: string | null;
  readonly confirmed: boolean;
  /** A question of the office waits for a reply. */
  readonly asked: boolean;
  /** Until when he may still object; null while no window has begun (rule 26). */
  readonly objectUntil: string | null;
  /** Silence closes it after that: the answer provably arrived (rule 26). */
  readonly closesBySilence: boolean;
  /** After this he counts as having withdrawn; null where that can never be (rule 19). */
  readonly deemedAfter: string | null;
};

/**
 * What a complainant reads of his own case by ticket and secret. Null for a missing ticket as for a wrong secret,
 * after the same work, so that nothing tells which it was. `now` in milliseconds.
 */
export async function trackComplaint(
  desk: Pick<CaseDesk, 'pool' | 'keyring'>,
  offices: Offices,
  typed: { readonly ticket: string; readonly secret: string },
  now: number,
): Promise<TrackedComplaint | null> {
  const ticket = normalTicket(typed.ticket);
  const secret = normalTicketSecret(typed.secret);
  if (ticket === null || secret === null) return null;
  const office = await offices.byTicket(ticket, now);
  if (office === undefined) return null;
  const { officeId } = office;
  return withOffice(
    desk.pool,
    officeId,
    async (tx) => {
      const kept = await findSecretHash(tx, officeId, ticket);
      if (!isTicketSecret(desk.keyring, officeId, ticket, secret, kept)) return null;
      const found = await findCase(tx, desk.keyring, officeId, { ticket });
      if (found === null) return null;
      const [history, texts] = await Promise.all([
        readHistory(tx, desk.keyring, officeId, found),
        readTexts(tx, desk.keyring, officeId, found.caseId),
      ]);
      return tracked(office, found.caseId, found.head.state, history, texts);
    },
    { readOnly: true },
  );
}

/** Only what the secret is held against: reading the case as well would take longer where there is one. */
async function findSecretHash(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  ticket: string,
): Promise<Buffer | null> {
  const { rows } = await tx.query<{ secret_hash: Buffer | null }>(
    'select secret_hash from complaint_case where office_id = $1 and ticket = $2',
    [officeId, ticket],
  );
  return rows[0]?.secret_hash ?? null;
}

function tracked(
  office: Office,
  caseId: string,
  state: CaseState,
  history: readonly RecordedEvent[],
  texts: ReadonlyMap<string, CaseText>,
): TrackedComplaint {
  const lane = entriesOfClosedLane(history);
  return {
    office,
    caseId,
    ticket: state.ticket,
    version: state.version,
    status: state.status,
    kind: state.kind,
    outcome: state.outcome,
    receivedAt: state.receivedAt,
    registerNumber: state.register?.printed ?? null,
    due: nearestDue(state),
    missing:
      state.verification.completeness === 'incomplete' ? wordsOf(state.verification.missing, texts) : [],
    steps: history.flatMap(({ seq, event }) => {
      const step = stepFor(event, state.marks.restricted || lane.has(seq), texts);
      const text = step?.text == null ? null : (texts.get(step.text)?.body ?? null);
      return step === null
        ? []
        : [{ type: event.type, key: tellEvent(event).key, at: event.at, text, detail: step.detail }];
    }),
    closedAt: state.closedAt,
    confirmed: state.confirmedAt !== null,
    asked: state.awaitingReplyFrom.includes('complainant'),
    objectUntil: confirmationWindowEnd(state, office.data, office.calendar),
    closesBySilence:
      state.status === 'answered' && state.answer?.deliveredAt != null && !wroteSinceAnswer(state, history),
    deemedAfter: deemedAfter(state),
  };
}

/** Who wrote after the answer is not silent. */
function wroteSinceAnswer({ answer }: CaseState, history: readonly RecordedEvent[]): boolean {
  return history.some(
    ({ event }) =>
      event.type === 'replied' && event.from === 'complainant' && answer !== null && event.at >= answer.at,
  );
}

function deemedAfter({ status, marks, verification, due }: CaseState): string | null {
  const runs = status === 'awaiting-completion' && !marks.anonymous && verification.noticeProvenAt !== null;
  return runs ? (due.find(({ clock }) => clock === 'statute-completion')?.dueAt ?? null) : null;
}

/** Papers still to bring; what was erased is left out. */
function wordsOf(missing: readonly TextId[], texts: ReadonlyMap<string, CaseText>): readonly string[] {
  return missing.flatMap((one) => texts.get(one)?.body ?? []);
}

type Shown = { readonly text: TextId | null; readonly detail: string | null };
const NOTHING_MORE: Shown = { text: null, detail: null };

/** What of an entry is the complainant's to know; null = nothing. In the closed lane only what is said to him. */
function stepFor(
  event: ComplaintEvent,
  restricted: boolean,
  texts: ReadonlyMap<string, CaseText>,
): Shown | null {
  switch (event.type) {
    case 'received':
      return { text: event.matter, detail: null };
    case 'registered':
      return { text: null, detail: event.printed };
    case 'acknowledged':
      return { text: event.text, detail: null };
    case 'verified':
      return { text: null, detail: wordsOf(event.missing, texts).join('; ') || null };
    case 'disposed':
      return restricted ? null : { text: null, detail: event.unit };
    case 'handed-over':
      return restricted ? null : { text: null, detail: event.toUnit };
    case 'followed-up':
      return restricted ? null : NOTHING_MORE;
    case 'asked':
      return event.to === 'complainant'
        ? { text: event.text, detail: null }
        : restricted
          ? null
          : { text: null, detail: event.body };
    case 'replied':
      return event.from === 'complainant' ? { text: event.text, detail: null } : null;
    case 'message-sent':
    case 'answered':
      return { text: event.text, detail: null };
    case 'referred':
      return { text: event.text, detail: event.body };
    case 'transfer-confirmed':
      return { text: null, detail: event.body };
    case 'completed':
    case 'closed':
    case 'confirmed':
    case 'reopened':
    case 'withdrawn':
    case 'archived':
    case 'merged':
    case 'taken-to-ombudsman':
      return NOTHING_MORE;
    default:
      return null;
  }
}
