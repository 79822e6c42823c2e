import type { Doubt } from './doubt-rules.ts';
import { isoDay, isRealDay, spokenDay, weekdayName, weekdayOf } from './indonesian-calendar-words.ts';
import {
  impossibleYear,
  readWrittenDate,
  realDays,
  type WrittenDate,
  weekdayIn,
} from './read-written-date.ts';
import type { ReadingContext, WrittenReceipt } from './register-row.ts';
import { periodLabel, type SheetPeriod } from './sheet-period.ts';

export type DateDoubt = Pick<Doubt, 'rule' | 'candidates' | 'taken' | 'why'>;

/** Receipt of a row, or null when neither its date nor its sheet says when; with every doubt on the way (rule 37). */
export type ReceiptDecision = {
  readonly receipt: WrittenReceipt | null;
  /**
   * What the row says by itself, whatever sheet it stands in: a whole day, a month without its year or its day, or nothing.
   */
  readonly says: 'day' | 'month' | 'nothing';
  readonly doubts: readonly DateDoubt[];
};

/**
 * Decides when a row was received from what is written in its date cell. A day is taken only when it is written whole or
 * follows from the sheet's own month; a month and year written without a day, or beside an impossible one, stand with
 * precision `month`, and otherwise the sheet's month does, for a day after `today`, too. Nothing is invented.
 */
export function decideReceipt(
  cell: { readonly text: string; readonly date?: string | undefined },
  sheet: SheetPeriod,
  { period, today }: Pick<ReadingContext, 'period' | 'today'>,
): ReceiptDecision {
  const decision = decideWritten(cell, sheet, period);
  const { receipt } = decision;
  if (receipt === null || !isAhead(receipt.on, today)) return decision;
  const why = `${spokenDay(receipt.on)} belum tiba ketika register ini diimpor`;
  const month = takeMonth(sheet, period, 'date-invalid', [receipt.on], why);
  if (month.receipt !== null && !isAhead(month.receipt.on, today)) return month;
  const doubt: DateDoubt = { rule: 'date-invalid', candidates: [receipt.on], taken: null, why: `${why}.` };
  return { receipt: null, says: decision.says, doubts: [doubt] };
}

/** Rule 1: nothing is received in the future. A month is ahead from before its first day on. */
function isAhead(on: string, today: string): boolean {
  return on > today.slice(0, on.length);
}

function decideWritten(
  cell: { readonly text: string; readonly date?: string | undefined },
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
): ReceiptDecision {
  if (cell.date !== undefined)
    return decideWhole(cell.date.slice(0, 10), weekdayIn(cell.text), sheet, asked, []);
  const written = cell.text.trim();
  if (written === '' || /^[-–.]+$/.test(written)) {
    return takeMonth(sheet, asked, 'date-missing', [], 'Tanggal tidak ditulis');
  }
  const date = readWrittenDate(written) ?? readSerial(written);
  const impossible = date?.year == null ? impossibleYear(written) : null;
  if (impossible !== null) {
    const why = `Tahun yang tertulis, ${impossible}, tidak mungkin`;
    return takeMonth(sheet, asked, 'date-invalid', [], why, date?.month);
  }
  if (date === null) return takeMonth(sheet, asked, 'date-invalid', [], 'Tanggal tidak dapat dibaca');
  if (date.year === null) return decideWithoutYear(date, date.month, sheet, asked);
  const days = realDays(date, date.year);
  const day = chooseDay(days, date, date.year);
  if (day === null) {
    return takeWrittenMonth(date, date.year, days, sheet, asked);
  }
  return decideWhole(
    isoDay(date.year, date.month, day),
    date.weekday,
    sheet,
    asked,
    writingDoubts(date, isoDay(date.year, date.month, day)),
  );
}

/** Digits alone, as left by a date cell that lost its format: 44930 → 4 January 2023. Only for 1990–2079. */
function readSerial(written: string): WrittenDate | null {
  if (!/^\d{5}(\.\d+)?$/.test(written)) return null;
  const serial = Math.floor(Number(written));
  if (serial < 32_874 || serial > 65_745) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return {
    weekday: null,
    days: [date.getUTCDate()],
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    // Nobody wrote it like that: it is told as what it was read.
    glued: true,
    swapped: false,
    ranged: false,
  };
}

/** No day, or one that no calendar has, in a month and year that are written: they stand, whatever the sheet says. */
function takeWrittenMonth(
  { month, days: written }: WrittenDate,
  year: number,
  days: readonly number[],
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
): ReceiptDecision {
  const on = isoDay(year, month, 1).slice(0, 7);
  const missing = written.length === 0;
  const found = missing ? 'Hanya bulan dan tahunnya yang terbaca' : 'Tanggal itu tidak ada di kalender';
  const why = `${found}; dihitung pada bulan ${spokenDay(on)} tanpa tanggal.`;
  const candidates = days.map((each) => isoDay(year, month, each));
  const outside = outsideDoubt(on, null, sheet, asked);
  const doubts: DateDoubt[] = [
    { rule: missing ? 'date-missing' : 'date-invalid', candidates, taken: on, why },
  ];
  if (outside !== null) doubts.push(outside);
  return { receipt: { on, precision: 'month' }, says: 'month', doubts };
}

function chooseDay(days: readonly number[], date: WrittenDate, year: number): number | null {
  const [only, ...others] = days;
  if (only === undefined) return null;
  if (others.length === 0 && only === date.days[0]) return only;
  // The written day does not exist: a reading is taken only if the weekday bears it out, and no other does.
  const fitting = days.filter((day) => weekdayOf(isoDay(year, date.month, day)) === date.weekday);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function writingDoubts(date: WrittenDate, taken: string): DateDoubt[] {
  const doubts: DateDoubt[] = [];
  const say = (rule: DateDoubt['rule'], why: string): void => {
    doubts.push({ rule, candidates: [taken], taken, why });
  };
  if (date.glued)
    say(
      'date-glued',
      `Tanggal ditulis rapat, kelebihan angka, atau sebagai angka Excel; dibaca ${spokenDay(taken)}.`,
    );
  if (date.swapped) say('date-invalid', `Bulan ditulis sebelum hari; dibaca ${spokenDay(taken)}.`);
  if (date.ranged) say('date-invalid', `Lebih dari satu tanggal ditulis; dibaca ${spokenDay(taken)}.`);
  return doubts;
}

function decideWhole(
  day: string,
  weekday: number | null,
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
  before: readonly DateDoubt[],
): ReceiptDecision {
  const doubts = [...before];
  const receipt: WrittenReceipt = { on: day, precision: 'day' };
  const trueWeekday = weekdayOf(day);
  if (weekday !== null && weekday !== trueWeekday) {
    doubts.push({
      rule: 'weekday-mismatch',
      candidates: [day],
      taken: day,
      why: `Tertulis ${weekdayName(weekday)}, padahal ${spokenDay(day)} jatuh pada hari ${weekdayName(trueWeekday)}; tanggalnya yang diambil.`,
    });
  }
  const outside = outsideDoubt(day, weekday, sheet, asked);
  if (outside !== null) doubts.push(outside);
  return { receipt, says: 'day', doubts };
}

function outsideDoubt(
  day: string,
  weekday: number | null,
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
): DateDoubt | null {
  const label = periodLabel(sheet);
  const outsideSheet = label !== null && !day.startsWith(label);
  const outsideAsked = day < asked.from.slice(0, day.length) || day > asked.to.slice(0, day.length);
  if (!outsideSheet && !outsideAsked) return null;
  const candidates = label === null ? [] : insideCandidates(day, weekday, sheet);
  const where =
    outsideSheet && label !== null ? `lembar ini memuat ${spokenPeriod(label)}` : 'periode yang diminta lain';
  return {
    rule: 'date-outside-period',
    candidates,
    taken: day,
    why: `${spokenDay(day)} di luar periodenya: ${where}; yang tertulis tetap diambil.`,
  };
}

/** The same day in the sheet's month or year, and the day with its month swapped by a foreign date setting. */
function insideCandidates(day: string, weekday: number | null, sheet: SheetPeriod): string[] {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const year = sheet.year ?? 0;
  const tries: [number, number][] = [
    [sheet.month ?? month, date],
    [date, month],
  ];
  const label = periodLabel(sheet) ?? '';
  const found = tries.flatMap(([eachMonth, eachDay]) => {
    if (!isRealDay(year, eachMonth, eachDay)) return [];
    const iso = isoDay(year, eachMonth, eachDay);
    return iso.startsWith(label) && (weekday === null || weekdayOf(iso) === weekday) ? [iso] : [];
  });
  return [...new Set(found)];
}

/** Rule 37: the years tried run from five before the sheet's to one after. */
function decideWithoutYear(
  date: WrittenDate,
  month: number,
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
): ReceiptDecision {
  const middle = sheet.year ?? Number(asked.from.slice(0, 4));
  const candidates: string[] = [];
  for (let year = middle - 5; year <= middle + 1; year += 1) {
    for (const day of realDays(date, year)) {
      const iso = isoDay(year, month, day);
      if (date.weekday === null || weekdayOf(iso) === date.weekday) candidates.push(iso);
    }
  }
  const label = periodLabel(sheet);
  const inside =
    sheet.month === null || label === null ? [] : candidates.filter((each) => each.startsWith(label));
  const [day] = inside;
  if (day !== undefined && inside.length === 1) {
    const doubt: DateDoubt = {
      rule: 'date-without-year',
      candidates: inside,
      taken: day,
      why: `Tahun tidak ditulis; ${spokenDay(day)} cocok dengan bulan lembar ini.`,
    };
    const receipt = { on: day, precision: 'day' } as const;
    return { receipt, says: 'month', doubts: [...writingDoubts(date, day), doubt] };
  }
  const fits =
    candidates.length === 0
      ? 'tidak ada tahun yang cocok dengan hari yang tertulis'
      : `yang cocok: ${candidates.map(spokenDay).join(', ')}, di luar bulan lembar ini`;
  return takeMonth(sheet, asked, 'date-without-year', candidates, `Tahun tidak ditulis; ${fits}`, month);
}

/** The month of the sheet, else the month written in the only year asked for, else nothing. */
function takeMonth(
  sheet: SheetPeriod,
  asked: ReadingContext['period'],
  rule: DateDoubt['rule'],
  candidates: readonly string[],
  why: string,
  writtenMonth?: number,
): ReceiptDecision {
  const says = writtenMonth === undefined ? 'nothing' : 'month';
  const year =
    sheet.year ?? (asked.from.slice(0, 4) === asked.to.slice(0, 4) ? Number(asked.from.slice(0, 4)) : null);
  const month =
    sheet.month ??
    writtenMonth ??
    (asked.from.slice(0, 7) === asked.to.slice(0, 7) ? Number(asked.from.slice(5, 7)) : null);
  if (year === null || month === null) {
    return {
      receipt: null,
      says,
      doubts: [{ rule, candidates, taken: null, why: `${why}; bulan lembar pun tidak diketahui.` }],
    };
  }
  const on = isoDay(year, month, 1).slice(0, 7);
  const doubt: DateDoubt = {
    rule,
    candidates,
    taken: on,
    why: `${why}; dihitung pada bulan ${spokenDay(on)} tanpa tanggal.`,
  };
  return { receipt: { on, precision: 'month' }, says, doubts: [doubt] };
}

function spokenPeriod(label: string): string {
  return label.length === 4 ? `tahun ${label}` : `bulan ${spokenDay(label)}`;
}
