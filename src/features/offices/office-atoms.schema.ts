import { z } from 'zod';
import type { Limit } from '../../domain/calendar/limit.ts';
import { type LimitRefusal, parseLimit } from '../../domain/calendar/parse-limit.ts';
import type { IssueParams } from './explain-issue.ts';

/** Tells zod of a refusal of our own with what would be right and the rule it breaks. */
export function complain(
  context: { readonly addIssue: (issue: Parameters<z.RefinementCtx['addIssue']>[0]) => void },
  message: string,
  params: IssueParams,
  path: PropertyKey[] = [],
): void {
  context.addIssue({ code: 'custom', message, params, path });
}

/** One line or paragraph that says something. */
export const text = z.string().trim().min(1).max(4000);
export const line = z.string().trim().min(1).max(400);
export const nullableLine = line.nullable().default(null);

/** Key that figures and files refer to. */
export const key = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

/** Real calendar day "2023-01-03". */
export const day = z.string().superRefine((value, context) => {
  if (!isDay(value)) {
    complain(context, `"${value}" bukan tanggal.`, {
      remedy: 'Tulis tanggal sebagai tahun-bulan-hari, misalnya 2023-01-03.',
      rule: 'not-allowed',
    });
  }
});
/** A day, or a year where the day has not been looked up. */
export const dayOrYear = z.string().superRefine((value, context) => {
  if (!isDay(value) && !/^(19|20)\d{2}$/.test(value)) {
    complain(context, `"${value}" bukan tanggal atau tahun.`, {
      remedy: 'Tulis 2023-01-03, atau tahunnya saja dalam tanda kutip: "2023".',
      rule: 'not-allowed',
    });
  }
});

function isDay(value: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const NO_LIMIT: Readonly<Record<LimitRefusal, (value: string) => string>> = {
  'limit-unreadable': (value) => `"${value}" bukan batas waktu.`,
  'limit-words-differ': (value) => `Angka dan kata pada "${value}" berbeda.`,
  'limit-out-of-range': (value) => `"${value}" nol, atau lebih panjang daripada sepuluh tahun.`,
};

/** "3 hari kerja" → one upper limit; a range is refused (rule 16). */
export const limit = z.string().transform((value, context): Limit => {
  const read = parseLimit(value);
  if (read.ok) return read.limit;
  const range = /\d\s*(?:[-–—]|sampai|s\.?d\.?)\s*\d/.test(value);
  complain(
    context,
    range ? `"${value}" adalah rentang, bukan satu batas atas.` : NO_LIMIT[read.refusal](value),
    {
      remedy: range
        ? 'Tulis batas atasnya saja di limit (misalnya 3 hari kerja) dan rentangnya di printed.'
        : 'Tulis angka dan satuan: menit, jam, jam dinding, hari, hari kerja, atau bulan (contoh: 3 hari kerja).',
      rule: range ? 'class-without-limit' : 'not-allowed',
    },
  );
  return z.NEVER;
});
