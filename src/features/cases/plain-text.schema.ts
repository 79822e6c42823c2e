import { z } from '@hono/zod-openapi';
import { clean } from '../../platform/http/read-form.ts';

/** What people write: cleaned of control characters, ends trimmed. */
export function plainText(max: number) {
  return z.string().max(max).overwrite(clean);
}

/** The same, and something must be left. */
export function requiredText(max: number) {
  return plainText(max).min(1);
}

/** A key of an office's list; whether the office has it is the core's question. */
export const officeKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** A day of the calendar, not before the statutes that rule it. */
export const day = z.iso
  .date()
  .refine((text) => text >= '1990-01-01' && text < '2100-01-01', { error: 'date-out-of-range' });

/** An instant with its offset; kept in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '1990' && text < '2100', { error: 'date-out-of-range' });

/** 2023-04-17T10:00:00+08:00 → 2023-04-17T02:00:00.000Z */
export function utc(text: string): string {
  return new Date(text).toISOString();
}
