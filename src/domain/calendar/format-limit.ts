import type { Language } from './day-names.ts';
import type { Limit, LimitUnit } from './limit.ts';
import { parseLimit } from './parse-limit.ts';

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  'service-minute': 'menit',
  'service-hour': 'jam',
  'clock-hour': 'jam penuh',
  'calendar-day': 'hari',
  'working-day': 'hari kerja',
  month: 'bulan',
};

/** One, and several. */
const ENGLISH: Readonly<Record<LimitUnit, readonly [string, string]>> = {
  'service-minute': ['minute', 'minutes'],
  'service-hour': ['service hour', 'service hours'],
  'clock-hour': ['hour of the clock', 'hours of the clock'],
  'calendar-day': ['day', 'days'],
  'working-day': ['working day', 'working days'],
  month: ['month', 'months'],
};

/** `{count: 3, unit: 'working-day'}` → `3 hari kerja`; `parseLimit` reads it back. */
export function formatLimit(limit: Limit): string {
  return `${limit.count} ${UNIT_WORDS[limit.unit]}`;
}

/** A limit as it was written, for readers of a language: `3 hari kerja` → `3 working days`; what is no such limit stays. */
export function sayLimit(written: string, language: Language): string {
  const parsed = language === 'id' ? null : parseLimit(written);
  if (parsed === null || !parsed.ok) return written;
  const { count, unit } = parsed.limit;
  return `${count} ${ENGLISH[unit][count === 1 ? 0 : 1]}`;
}
