import { weekdayIndex } from '../../../domain/calendar/epoch-day.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import { labelOf } from '../lists/labels.presenter.ts';
import { timeLeft } from '../lists/time-left.presenter.ts';
import type { WallGroup } from './list-wall.read.ts';
import type { WallProps } from './wall.view.tsx';

/** The ends of the three columns: now, the end of today, the end of Sunday. */
export function wallSpans(now: number, zone: Zone): readonly (readonly [from: Date | null, to: Date])[] {
  const today = localDay(now, zone);
  const tonight = new Date(startOfDay(today + 1, zone));
  const sunday = new Date(startOfDay(today + 7 - weekdayIndex(today), zone));
  // A limit at 24.00 belongs to the day that ends: the end itself is within.
  const within = (end: Date) => new Date(end.getTime() + 1);
  return [
    [null, new Date(now)],
    [new Date(now), within(tonight)],
    [within(tonight), within(sunday)],
  ];
}

const KEYS = ['overdue', 'today', 'week'] as const;

export function wallColumns(
  groups: readonly WallGroup[],
  office: Office,
  words: Words,
  now: number,
): WallProps['columns'] {
  return KEYS.map((key, index) => {
    const { lines, count } = groups[index] ?? { lines: [], count: 0 };
    const rows = lines.map(({ number, unit, dueAt, urgent }) => {
      const due = { dueAt: Date.parse(dueAt), from: now, now, unit: 'working-day' } as const;
      return {
        number,
        unit: labelOf(office.named.units, unit),
        left: timeLeft(due, office.calendar, words).words,
        urgent,
      };
    });
    const more = count - rows.length;
    return {
      key,
      title: words(`screen.${key}`),
      count: count >= 1000 ? '1.000+' : String(count),
      rows,
      more: more > 0 ? words('screen.more', { n: more }) : null,
    };
  });
}

export function wallAsOf(now: number, { zone }: Office, words: Words): string {
  return words('screen.as-of', { when: formatInstant(now, zone, words.language) });
}
