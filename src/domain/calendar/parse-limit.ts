import { parseNumberWords } from '../numbers/parse-number-words.ts';
import type { Limit, LimitUnit } from './limit.ts';

export type LimitRefusal = 'limit-unreadable' | 'limit-words-differ' | 'limit-out-of-range';

export type LimitResult =
  | { readonly ok: true; readonly limit: Limit }
  | {
      readonly ok: false;
      readonly refusal: LimitRefusal;
      readonly written: string;
    };

// "menit" and "jam" run in service time (rules 16 and 17: Kalimantan Barat's "3 jam" are service hours);
// "hari" without "kerja" is the calendar day of the statutes.
const UNITS: Readonly<Record<string, LimitUnit>> = {
  menit: 'service-minute',
  'menit layanan': 'service-minute',
  jam: 'service-hour',
  'jam layanan': 'service-hour',
  'jam kerja': 'service-hour',
  'jam penuh': 'clock-hour',
  'jam dinding': 'clock-hour',
  'jam (jam dinding)': 'clock-hour',
  hari: 'calendar-day',
  'hari kalender': 'calendar-day',
  'hari kerja': 'working-day',
  hk: 'working-day',
  bulan: 'month',
};

const LONGEST: Readonly<Record<LimitUnit, number>> = {
  'service-minute': 60_000,
  'service-hour': 1_000,
  'clock-hour': 10_000,
  'calendar-day': 3_660,
  'working-day': 1_000,
  month: 120,
};

/**
 * Reads a limit as offices write it: `10 menit`, `3 jam`, `14 hari`, `3 (tiga) hari kerja`, `5 hk`, `3 bulan`,
 * `24 jam penuh`, `24 jam (jam dinding)`, `3 x 24 jam` (clock hours, UU 27/2022 ps. 46). Refuses text that it does not know
 * (a range such as `3-7 hari` has no single upper limit, rule 16), number words that contradict the figure,
 * zero, and lengths beyond ten years.
 */
export function parseLimit(written: string): LimitResult {
  const text = written.trim().toLowerCase().replace(/\s+/g, ' ');
  const timesDay = /^(\d{1,6}) ?[x×] ?24 jam$/.exec(text);
  if (timesDay !== null) return within(written, Number(timesDay[1]) * 24, 'clock-hour');
  const match =
    /^(\d{1,6}) ?(?:\(([a-z ]+)\) ?)?([a-z]+(?: (?:kerja|kalender|layanan|penuh|dinding|\(jam dinding\)))?)$/.exec(
      text,
    );
  const unit = UNITS[match?.[3] ?? ''];
  if (match === null || unit === undefined) return { ok: false, refusal: 'limit-unreadable', written };
  const count = Number(match[1]);
  const words = match[2];
  if (words !== undefined && parseNumberWords(words) !== count) {
    return { ok: false, refusal: 'limit-words-differ', written };
  }
  return within(written, count, unit);
}

function within(written: string, count: number, unit: LimitUnit): LimitResult {
  if (count < 1 || count > LONGEST[unit]) return { ok: false, refusal: 'limit-out-of-range', written };
  return { ok: true, limit: { count, unit } };
}
