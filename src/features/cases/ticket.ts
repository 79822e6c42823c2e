import { randomBytes } from 'node:crypto';

/** Capital letters and digits that nobody mixes up when read aloud or written by hand: no I L O U, no 0 1. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new ticket of an office, `ABC-XXXX-XXXX`; `prefix` is the office's three letters. 30^8 values an office. */
export function newTicket(prefix: string): string {
  const letters = randomLetters(8);
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The secret that goes with a ticket, `XXXX-XXXX-XXXX`: shown once, only its HMAC is kept. */
export function newTicketSecret(): string {
  const letters = randomLetters(12);
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/**
 * A ticket as people type it (small letters, blanks, missing hyphens) in its written form, or null when it
 * cannot be one. 'tab 2k4m9xyz' gives 'TAB-2K4M-9XYZ'.
 */
export function normalTicket(typed: string): string | null {
  const letters = lettersOf(typed);
  if (!/^[A-Z]{3}[2-9A-HJKMNP-TV-Z]{8}$/.test(letters)) return null;
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}

/** A secret as people type it in its written form, or null when it cannot be one. */
export function normalTicketSecret(typed: string): string | null {
  const letters = lettersOf(typed);
  if (!/^[2-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

function lettersOf(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s.\-–—_]/g, '');
}

/** Bytes from 240 on would favour the first letters and are thrown away. */
function randomLetters(count: number): string {
  let letters = '';
  while (letters.length < count) {
    for (const byte of randomBytes(count + 4)) {
      if (byte < 240 && letters.length < count) letters += ALPHABET[byte % 30];
    }
  }
  return letters;
}
