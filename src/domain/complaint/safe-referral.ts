import { localDate } from '../calendar/instant.ts';
import type { Zone } from '../calendar/zone.ts';
import type { CaseState } from './case-state.ts';
import type { Day, RecordedEvent } from './event.ts';
import { instantMs } from './instant-ms.ts';
import { ANSWERED_OR_FINISHED } from './status-sets.ts';

/**
 * Rule 6: the state with what the same-day referral of a protected case stands at after this entry. It begins with the mark and is
 * done by the entry of a safe hand-over; without the mark nothing of it is left.
 */
export function withSafeReferral(
  before: CaseState | null,
  state: CaseState,
  { event }: Pick<RecordedEvent, 'event'>,
): CaseState {
  const { safeReferral: _, ...plain } = state;
  if (!state.marks.protected) return plain;
  const running = before?.safeReferral ?? { since: event.at, handedOverAt: null };
  const handedOver = event.type === 'followed-up' && event.entry === 'safe-handover';
  const done = handedOver && running.handedOverAt === null;
  return { ...plain, safeReferral: done ? { ...running, handedOverAt: event.at } : running };
}

/** The day on which a protected case is to be handed over safely; null where that is done, or the case is answered. */
export function safeReferralDay({ safeReferral, status }: CaseState, zone: Zone): Day | null {
  if (safeReferral === undefined || safeReferral.handedOverAt !== null) return null;
  return ANSWERED_OR_FINISHED.includes(status) ? null : localDate(instantMs(safeReferral.since), zone);
}
