import { randomBytes, randomInt } from 'node:crypto';

/** Without 0 O 1 I L U: read aloud over the phone or copied from a slip, no letter is taken for another. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code of `length` unambiguous letters; each carries 4.9 bits (8 letters: 39 bits, 16: 78 bits). */
export function randomCode(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

/** What a person typed, as the code it means: capitals, without blanks and dashes. */
export function normaliseCode(text: string): string {
  return text.toUpperCase().replaceAll(/[\s\-–—.]/g, '');
}

/** 256 random bits in base64url (43 letters), for sessions and API tokens. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
