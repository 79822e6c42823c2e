import type { Calendar } from '../calendar/calendar.ts';
import { computeDue } from '../calendar/compute-due.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type { Instant } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';
import { endedUntold } from './notice-on-its-way.ts';

/**
 * Until when the complainant may still object: the office's window from the closing, or from the answer while it is
 * not closed, and never before he provably has the answer, or word of an ending without one (rule 26). Null, no window has
 * begun: nothing answered and not ended by himself, nobody knows that he has word, or the calendar of that year is not loaded.
 */
export function confirmationWindowEnd(
  state: Pick<CaseState, 'closedAt' | 'closed' | 'confirmedAt' | 'answer' | 'outcome'>,
  office: OfficeData,
  calendar: Calendar,
): Instant | null {
  const { closedAt, closed, confirmedAt, answer } = state;
  // An answer from before it was reopened is no word of how it ended then; who confirmed knows.
  const toldAt = (endedUntold(state) ? closed?.toldAt : answer?.deliveredAt) ?? confirmedAt;
  // He knows of his own ending.
  const knownAt = closed?.by === 'complainant' ? closedAt : toldAt;
  if (knownAt === null) return null;
  const from = closedAt !== null && closedAt > knownAt ? closedAt : knownAt;
  const result = computeDue(calendar, instantMs(from), office.clocks.confirmationWindow);
  return result.ok ? instantOf(result.due) : null;
}
