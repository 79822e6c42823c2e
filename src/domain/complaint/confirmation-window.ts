import type { Calendar } from '../calendar/calendar.ts';
import { computeDue } from '../calendar/compute-due.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import type { Instant } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';

/**
 * Until when the complainant may still object: the office's window from the closing, or from the answer while it is
 * not closed, and never before the answer has provably reached him (rule 26). Null: nothing answered, neither closed nor
 * proven to be delivered, or the calendar of that year is not loaded.
 */
export function confirmationWindowEnd(
  state: Pick<CaseState, 'closedAt' | 'answer'>,
  office: OfficeData,
  calendar: Calendar,
): Instant | null {
  const { closedAt, answer } = state;
  const deliveredAt = answer?.deliveredAt ?? null;
  // While it is open, the proof stands for the answer: nothing is delivered before it is given.
  const from = closedAt === null || (deliveredAt !== null && deliveredAt > closedAt) ? deliveredAt : closedAt;
  if (from === null) return null;
  const result = computeDue(calendar, instantMs(from), office.clocks.confirmationWindow);
  return result.ok ? instantOf(result.due) : null;
}
