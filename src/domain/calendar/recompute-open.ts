import type { Calendar, CalendarDay } from './calendar.ts';
import { computeDue } from './compute-due.ts';
import { dayAt } from './day-at.ts';
import { dayStep } from './day-step.ts';
import type { DueStep } from './due.ts';
import { type Instant, localDay } from './instant.ts';
import type { Limit } from './limit.ts';

export interface Deadline {
  readonly id: string;
  readonly from: Instant;
  readonly limit: Limit;
  /** `null` while the clock waits for its calendar. */
  readonly due: Instant | null;
  /** When what the limit asks for was done; a closed deadline is never moved. */
  readonly closedAt: Instant | null;
}

export interface MovedDeadline {
  readonly id: string;
  readonly formerDue: Instant | null;
  /** `null`: the new calendar does not know that year (any more). */
  readonly due: Instant | null;
  /** The dates that made the difference, as the new calendar has them. */
  readonly because: readonly DueStep[];
}

/**
 * The open deadlines whose due instant is another one under the new calendar, with the former date for the
 * history. Closed ones are never touched, whatever the new calendar says of their days (rule 18).
 */
export function recomputeOpen(
  deadlines: readonly Deadline[],
  oldCalendar: Calendar,
  newCalendar: Calendar,
): readonly MovedDeadline[] {
  const moved: MovedDeadline[] = [];
  for (const deadline of deadlines) {
    if (deadline.closedAt !== null) continue;
    const result = computeDue(newCalendar, deadline.from, deadline.limit);
    const due = result.ok ? result.due : null;
    if (due === deadline.due) continue;
    const because = changedDays(oldCalendar, newCalendar, deadline.from, latest(deadline, due));
    moved.push({ id: deadline.id, formerDue: deadline.due, due, because });
  }
  return moved;
}

function latest(deadline: Deadline, due: Instant | null): Instant {
  return Math.max(deadline.from, deadline.due ?? deadline.from, due ?? deadline.from);
}

function changedDays(
  oldCalendar: Calendar,
  newCalendar: Calendar,
  from: Instant,
  to: Instant,
): readonly DueStep[] {
  const changed: DueStep[] = [];
  const last = localDay(to, newCalendar.zone);
  for (let epochDay = localDay(from, newCalendar.zone); epochDay <= last; epochDay++) {
    const before = dayAt(oldCalendar, epochDay);
    const after = dayAt(newCalendar, epochDay);
    if (after !== null && (before === null || !sameHours(before, after))) {
      changed.push(dayStep(after, after.workClose !== null));
    }
  }
  return changed;
}

function sameHours(a: CalendarDay, b: CalendarDay): boolean {
  if (a.kind !== b.kind || a.workClose !== b.workClose || a.service.length !== b.service.length) return false;
  return a.service.every(([open, close], i) => b.service[i]?.[0] === open && b.service[i]?.[1] === close);
}
