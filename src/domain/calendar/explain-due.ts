import type { Calendar } from './calendar.ts';
import { computeDue } from './compute-due.ts';
import { describeNote } from './describe-note.ts';
import { describeSteps } from './describe-steps.ts';
import type { DueStep } from './due.ts';
import { formatDue, formatInstant } from './format-instant.ts';
import { formatLimit } from './format-limit.ts';
import { type EpochMs, toIsoDue, toIsoInstant } from './instant.ts';
import type { Limit, LimitUnit } from './limit.ts';

/** The document of `deadline explain --json`. */
export type DueExplanation = {
  /** ISO 8601 with the office's offset. */
  readonly from: string;
  /** The same; an end at 24.00 is written `T24:00:00` of its date. `null` when refused. */
  readonly due: string | null;
  readonly unit: LimitUnit;
  readonly limit: string;
  /** How this unit counts, in one Indonesian sentence. */
  readonly basis: string;
  readonly steps: readonly DueStep[];
  readonly notes: readonly string[];
  readonly refusal?: 'calendar-not-loaded';
  readonly year?: number;
};

export type ExplainedDue = {
  readonly ok: boolean;
  readonly json: DueExplanation;
  /** The same as Indonesian lines, one date a line, for the terminal and for the case page. */
  readonly lines: readonly string[];
};

const BASIS: Readonly<Record<LimitUnit, string>> = {
  'working-day':
    'Hari kerja kantor: hari diterima adalah hari ke-0 (di luar jam layanan atau pada hari libur dianggap diterima saat kantor buka berikutnya), berakhir pada akhir jam kerja hari terakhir.',
  'service-hour': 'Jam layanan kantor: waktu berjalan hanya selama layanan buka.',
  'service-minute': 'Jam layanan kantor: waktu berjalan hanya selama layanan buka.',
  'clock-hour': 'Jam dinding: waktu berjalan terus, juga di luar jam layanan dan pada hari libur.',
  'calendar-day':
    'Hari kalender: tanggal diterima adalah hari ke-0, berakhir pukul 24.00; hari libur tidak menggesernya.',
  month:
    'Bulan kalender: berakhir pukul 24.00 pada tanggal yang sama, atau pada hari terakhir bulan itu; hari libur tidak menggesernya.',
};

/** Counts the limit and tells every date on the way; `ok` is false when the year is not loaded. */
export function explainDue(calendar: Calendar, from: EpochMs, limit: Limit): ExplainedDue {
  const result = computeDue(calendar, from, limit);
  const { zone } = calendar;
  const { unit } = limit;
  const told = { unit, limit: formatLimit(limit), basis: BASIS[unit] };
  const received = { from: toIsoInstant(from, zone) };
  const opening = [`Diterima: ${formatInstant(from, zone)}`, `Batas: ${told.limit}`, told.basis];
  if (!result.ok) {
    const { refusal, year } = result;
    const why = `Kalender tahun ${year} belum dimuat; batas waktu ini menunggu kalendernya.`;
    const json = { ...received, due: null, ...told, steps: [], notes: [why], refusal, year };
    return { ok: false, json, lines: [...opening, why] };
  }
  const notes = result.notes.map((note) => describeNote(note, zone));
  return {
    ok: true,
    json: { ...received, due: toIsoDue(result.due, zone), ...told, steps: result.steps, notes },
    lines: [
      ...opening,
      ...describeSteps(result.steps, result.unit),
      `Jatuh tempo: ${formatDue(result.due, zone)}`,
      ...notes.map((note) => `Catatan: ${note}`),
    ],
  };
}
