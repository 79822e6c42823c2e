import type { Calendar } from '../calendar/calendar.ts';
import { computeDue } from '../calendar/compute-due.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type { Instant } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';

/**
 * Until when the complainant may still object: the office's window from the closing, or from the answer while it is
 * not closed, and never before the answer has provably reached him (rule 26). Null, no window has begun: nothing
 * answered and not closed, an answer of which nobody knows that he has it, or the calendar of that year is not loaded.
 */
export function confirmationWindowEnd(
  state: Pick<CaseState, 'closedAt' | 'closed' | 'confirmedAt' | 'answer'>,
  office: OfficeData,
  calendar: Calendar,
): Instant | null {
  const { closedAt, closed, confirmedAt, answer } = state;
  // He knows of his own ending, and who confirmed an answer has it.
  const byClosing = answer === null || closed?.by === 'complainant';
  const knownAt = byClosing ? closedAt : (answer.deliveredAt ?? confirmedAt);
  if (knownAt === null) return null;
  const from = closedAt !== null && closedAt > knownAt ? closedAt : knownAt;
  const result = computeDue(calendar, instantMs(from), office.clocks.confirmationWindow);
  return result.ok ? instantOf(result.due) : null;
}
