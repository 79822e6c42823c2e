import type { Calendar } from '../calendar/calendar.ts';
import { computeDue } from '../calendar/compute-due.ts';
import { formatLimit } from '../calendar/format-limit.ts';
import { localDay } from '../calendar/instant.ts';
import type { Limit } from '../calendar/limit.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { OfficeData } from '../office/office-data.ts';
import { type LimitFacts, limitsOf, type RunningLimit } from './clocks.ts';
import type { DueDate } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';

/**
 * The due dates of a case as they stand: its running limits counted in the office's own time. A limit whose year is
 * not loaded is `waiting: 'calendar'` (law 3); nothing is refused. Until a class is given the office's limit is its
 * longest (rule 15).
 */
export function dueDatesAt(
  facts: LimitFacts,
  office: OfficeData,
  calendar: Calendar,
  which: 'open' | 'all' = 'open',
): readonly DueDate[] {
  return countLimits(limitsOf(facts, office, which), facts, office, calendar);
}

/** The same of limits that are known; several of the office's own mean the longest until a class is given. */
export function countLimits(
  limits: readonly RunningLimit[],
  facts: Pick<LimitFacts, 'pauses' | 'severity'>,
  office: OfficeData,
  calendar: Calendar,
): readonly DueDate[] {
  const counted = limits.map((limit) => ({ limit, due: countLimit(limit, facts, calendar) }));
  const officeOnes = counted.filter(({ limit }) => limit.clock === 'office');
  const others = counted.filter(({ limit }) => limit.clock !== 'office').map(({ due }) => due);
  const classed = office.classes.some((one) => one.key === facts.severity.first);
  return [...others, ...(classed ? officeOnes.map(({ due }) => due) : longest(officeOnes))];
}

/**
 * One limit counted; pauses that the clock's rule allowed are given back in whole working days. It waits, too, for the
 * year of a pause.
 */
export function countLimit(
  running: RunningLimit,
  facts: Pick<LimitFacts, 'pauses'>,
  calendar: Calendar,
): DueDate {
  const limit = withPauses(running, facts, calendar);
  const result = limit === null ? null : computeDue(calendar, instantMs(running.from), limit);
  const dueAt = result?.ok === true ? instantOf(result.due) : null;
  return {
    clock: running.clock,
    limit: formatLimit(running.limit),
    from: running.from,
    dueAt,
    basis: running.basis,
    waiting: dueAt === null ? 'calendar' : null,
  };
}

/** The limit with what its pauses give back; null while a year in which it paused is not loaded. */
export function withPauses(
  running: Pick<RunningLimit, 'clock' | 'limit'>,
  facts: Pick<LimitFacts, 'pauses'>,
  calendar: Calendar,
): Limit | null {
  const extra = pausedWorkingDays(running, facts, calendar);
  return extra === null ? null : { ...running.limit, count: running.limit.count + extra };
}

function pausedWorkingDays(
  { clock, limit }: Pick<RunningLimit, 'clock' | 'limit'>,
  { pauses }: Pick<LimitFacts, 'pauses'>,
  calendar: Calendar,
): number | null {
  if (limit.unit !== 'working-day') return 0;
  let total = 0;
  for (const pause of pauses) {
    if (pause.clock !== clock || pause.to === null) continue;
    const from = localDay(instantMs(pause.from), calendar.zone);
    const counted = workingDaysBetween(calendar, from, localDay(instantMs(pause.to), calendar.zone));
    if (!counted.ok) return null;
    total += counted.days;
  }
  return total;
}

type Counted = { readonly limit: RunningLimit; readonly due: DueDate };

function longest(candidates: readonly Counted[]): readonly DueDate[] {
  const [first, ...rest] = candidates;
  if (first === undefined) return [];
  return [rest.reduce((best, one) => (isLonger(one, best) ? one : best), first).due];
}

/** By the dates when both are counted, else by the length that the units commonly have. */
function isLonger(a: Counted, b: Counted): boolean {
  if (a.due.dueAt !== null && b.due.dueAt !== null) return a.due.dueAt > b.due.dueAt;
  return commonMinutes(a.limit.limit) > commonMinutes(b.limit.limit);
}

function commonMinutes({ count, unit }: Limit): number {
  switch (unit) {
    case 'service-minute':
      return count;
    case 'service-hour':
    case 'clock-hour':
      return count * 60;
    case 'calendar-day':
      return count * 1440;
    case 'working-day':
      return count * 2016;
    case 'month':
      return count * 43_800;
  }
}
