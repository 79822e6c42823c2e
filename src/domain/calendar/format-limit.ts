import type { Limit, LimitUnit } from './limit.ts';

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  'service-minute': 'menit',
  'service-hour': 'jam',
  'clock-hour': 'jam penuh',
  'calendar-day': 'hari',
  'working-day': 'hari kerja',
  month: 'bulan',
};

/** `{count: 3, unit: 'working-day'}` → `3 hari kerja`; `parseLimit` reads it back. */
export function formatLimit(limit: Limit): string {
  return `${limit.count} ${UNIT_WORDS[limit.unit]}`;
}
