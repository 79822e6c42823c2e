import { computeDue } from '../src/domain/calendar/compute-due.ts';
import type { Limit } from '../src/domain/calendar/limit.ts';
import { anOfficeCalendar, at } from '../test/office-calendar.ts';
import type { Report } from './figure.ts';
import { median } from './statistics.ts';

const LIMITS: readonly (readonly [string, Limit])[] = [
  ['10 working days', { count: 10, unit: 'working-day' }],
  ['3 service hours', { count: 3, unit: 'service-hour' }],
  ['60 calendar days', { count: 60, unit: 'calendar-day' }],
];

/** How many due dates one thread counts in a second. */
export function measureDeadlines(report: Report, quick: boolean): void {
  const calendar = anOfficeCalendar();
  const first = at('2023-01-02T09:00');
  const count = quick ? 20_000 : 100_000;
  for (const [name, limit] of LIMITS) {
    const rates: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      for (let n = 0; n < count; n += 1) computeDue(calendar, first + n * 900_000, limit);
      rates.push((count / (performance.now() - started)) * 1000);
    }
    report({
      ...{ what: `deadlines, ${name}`, value: Math.round(median(rates)), unit: 'a second', target: null },
      note: `median of 5 rounds of ${count}`,
    });
  }
}
