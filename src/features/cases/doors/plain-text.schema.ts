import { z } from '@hono/zod-openapi';
import { isTypedYear } from '../../../domain/calendar/parse-typed-day.ts';
import { isBookNumber } from '../../../domain/registers/book-number.ts';
import { clean } from '../../../platform/http/read-form.ts';

/** What people write: cleaned of control characters, ends trimmed. What is too long as it was sent is not looked at. */
export function plainText(max: number) {
  return z.string().max(max, { abort: true }).overwrite(clean);
}

/** The same, and something must be left. */
export function requiredText(max: number) {
  return plainText(max).min(1);
}

/** The number of a letter, a book or SP4N; it stands in the history, so that nothing else may (rule 12). May be empty. */
export const bookNumber = plainText(40).refine((text) => text === '' || isBookNumber(text), {
  error: 'invalid-number',
});

/** The same, and it must be there. */
export const requiredBookNumber = requiredText(40).refine(isBookNumber, { error: 'invalid-number' });

/** A few words: a paper, a way, an authority. They go to the texts, since they may name somebody (law 7). */
export const fewWords = requiredText(80);

/**
 * The id of an account, an attachment or a person. Ids are compared letter by letter from here on, walls around a terlapor
 * too (rule 28): only the lower-case form gets in.
 */
export const recordId = z.uuid().toLowerCase();

/** A key of an office's list; whether the office has it is the core's question. */
export const officeKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** A day of the calendar within the years that are accepted. */
export const day = z.iso.date().refine(isOfTypedYear, { error: 'date-out-of-range' });

/** An instant with its offset; kept in UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).refine(isOfTypedYear, { error: 'date-out-of-range' });

function isOfTypedYear(text: string): boolean {
  return isTypedYear(Number(text.slice(0, 4)));
}

/** 2023-04-17T10:00:00+08:00 → 2023-04-17T02:00:00.000Z */
export function utc(text: string): string {
  return new Date(text).toISOString();
}
