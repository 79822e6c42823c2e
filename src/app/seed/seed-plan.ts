import type { Calendar } from '../../domain/calendar/calendar.ts';
import { civilDateOf, epochDayOf, weekdayIndex } from '../../domain/calendar/epoch-day.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import { firstNumberOf } from '../../domain/complaint/register-number.ts';
import { openRandom } from '../invented/open-random.ts';
import { isOpenDay } from './story-setting.ts';

/** What decides everything that is seeded: the same order gives the same register. */
export type SeedOrder = {
  readonly complaints: number;
  readonly years: number;
  readonly seed: string;
  /** Milliseconds: nothing is recorded after it. */
  readonly until: number;
};

/** One working day of the register. */
export type PlannedDay = {
  readonly day: number;
  readonly year: number;
  readonly cases: number;
  /** Cases of the whole plan before this day. */
  readonly before: number;
  /** Register number of its first case; of the year, and as printed where the series begins anew each month. */
  readonly firstNo: number;
  readonly firstOfMonth: number;
};

/**
 * Spreads the complaints over the working days of the years before `until`. `numbers` says where the office's
 * book of a year stands (rule 9).
 */
export function planDays(
  order: SeedOrder,
  calendar: Calendar,
  numbers: Parameters<typeof firstNumberOf>[0],
): readonly PlannedDay[] {
  const last = localDay(order.until, calendar.zone);
  const { year, month, day } = civilDateOf(last);
  const first = epochDayOf(year - order.years, month, Math.min(day, 28)) + 1;
  const days: number[] = [];
  for (let one = first; one <= last; one += 1) if (isOpenDay(calendar, one)) days.push(one);
  const random = openRandom(`${order.seed}/plan`);
  const weights = days.map((one) => (weekdayIndex(one) === 0 ? 1.3 : 1) * (0.75 + random.share() / 2));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const planned: PlannedDay[] = [];
  let reached = 0;
  let before = 0;
  const next = new Map<string, number>();
  for (const [index, one] of days.entries()) {
    reached += weights[index] ?? 0;
    const until =
      index === days.length - 1 ? order.complaints : Math.floor((reached / sum) * order.complaints);
    const cases = until - before;
    const civil = civilDateOf(one);
    const ofYear = String(civil.year);
    const ofMonth = `${civil.year}-${civil.month}`;
    const firstNo = next.get(ofYear) ?? firstNumberOf(numbers, civil.year);
    const firstOfMonth = next.get(ofMonth) ?? 1;
    if (cases > 0) planned.push({ day: one, year: civil.year, cases, before, firstNo, firstOfMonth });
    next.set(ofYear, firstNo + cases);
    next.set(ofMonth, firstOfMonth + cases);
    before = until;
  }
  return planned;
}
