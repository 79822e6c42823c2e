import { localDate } from '../calendar/instant.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type Refused, refuse } from './decision.ts';
import type { EntryTime } from './effective-time.ts';
import type { Closed, Day, TextId } from './event.ts';
import { instantMs } from './instant-ms.ts';
import { unknownBody } from './office-words.ts';
import type { ClosedBy, Outcome } from './vocabulary.ts';

/** A result awaited elsewhere, as it was said: all that is known of it (rule 26). */
export type PendingSaid = {
  readonly body: string | null;
  readonly reference: string | null;
  readonly lookAgainOn: Day | null;
};

/** How a case ends (rule 26). */
export type Ending = {
  readonly outcome: Outcome;
  readonly closedBy: ClosedBy;
  readonly pending: PendingSaid | null;
  readonly narrative: TextId | null;
};

/** Outcomes with which an answered case is closed; the others have an operation of their own (rule 26). */
export const CLOSING_OUTCOMES = [
  'resolved',
  'explained',
  'pending-elsewhere',
  'not-proven',
  'declined',
  'out-of-authority',
] as const satisfies readonly Outcome[];
const CLOSING: ReadonlySet<Outcome> = new Set(CLOSING_OUTCOMES);

/**
 * The entry of *Selesai*, or why not: never without an answer, its way, a date and an outcome (law 4); a result
 * awaited elsewhere names the body and the day to look again (rule 26).
 */
export function closedEvent(
  state: CaseState,
  ending: Ending,
  said: EntryTime,
  { office, calendar }: Pick<Context, 'office' | 'calendar'>,
): { readonly ok: true; readonly event: Closed } | Refused {
  const { outcome, closedBy, pending, narrative } = ending;
  if (state.answer === null) return refuse({ refusal: 'no-answer' });
  if (!CLOSING.has(outcome)) return refuse({ refusal: 'outcome-by-own-operation', outcome });
  const elsewhere = awaited(outcome, pending, said, { office, calendar });
  if (!elsewhere.ok) return elsewhere;
  return {
    ok: true,
    event: { type: 'closed', ...said, outcome, closedBy, pending: elsewhere.pending, narrative },
  };
}

function awaited(
  outcome: Outcome,
  pending: PendingSaid | null,
  said: EntryTime,
  { office, calendar }: Pick<Context, 'office' | 'calendar'>,
): { readonly ok: true; readonly pending: Closed['pending'] } | Refused {
  if (outcome !== 'pending-elsewhere') {
    const field = (['reference', 'lookAgainOn', 'body'] as const).find((name) => pending?.[name] != null);
    return field === undefined ? { ok: true, pending: null } : refuse({ refusal: 'field-not-taken', field });
  }
  const { body = null, reference = null, lookAgainOn = null } = pending ?? {};
  if (body === null || lookAgainOn === null) return refuse({ refusal: 'pending-needs-body-and-date' });
  const unknown = unknownBody(body, office);
  if (unknown !== null) return unknown;
  const ahead = lookAgainOn > localDate(instantMs(said.at), calendar.zone);
  return ahead
    ? { ok: true, pending: { body, reference, lookAgainOn } }
    : refuse({ refusal: 'look-again-not-ahead' });
}
