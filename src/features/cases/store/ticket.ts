import { normaliseCode, randomCode } from '../../../platform/random-code.ts';

/** A new ticket of an office, `ABC-XXXX-XXXX`; `prefix` is the office's three letters. 30^8 values an office. */
export function newTicket(prefix: string): string {
  const letters = randomCode(8);
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The secret that goes with a ticket, `XXXX-XXXX-XXXX`: shown once, only its HMAC is kept. */
export function newTicketSecret(): string {
  const letters = randomCode(12);
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/**
 * A ticket as people type it (small letters, blanks, missing hyphens) in its written form, or null when it
 * cannot be one. 'tbl 2k4m9xyz' gives 'TBL-2K4M-9XYZ'.
 */
export function normalTicket(typed: string): string | null {
  const letters = normaliseCode(typed);
  if (!/^[A-Z]{3}[2-9A-HJKMNP-TV-Z]{8}$/.test(letters)) return null;
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

/** A secret as people type it in its written form, or null when it cannot be one. */
export function normalTicketSecret(typed: string): string | null {
  const letters = normaliseCode(typed);
  if (!/^[2-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
