import { Fault } from '../../../platform/errors.ts';

/** What JSON.stringify writes for half a surrogate pair and for NUL; PostgreSQL reads neither back. */
const SUSPECT = /\\u(?:d[89a-f]|0000)/;

/**
 * The JSON text of a value that is kept for ever. Throws Fault 'text-malformed' naming the field when a string in it
 * holds half a character or a NUL: PostgreSQL would take the text and never be able to read a field of it again.
 */
export function readableJson(value: unknown): string {
  const text = JSON.stringify(value);
  // The pattern also meets harmless text that only looks like an escape, so the strings themselves decide.
  if (SUSPECT.test(text)) requireReadable(value, '');
  return text;
}

function requireReadable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\0')) return;
    throw new Fault('text-malformed', `Isian ${path || 'utama'} memuat huruf yang rusak.`, {
      remedy: 'Ketik ulang isian itu; jangan salin dari berkas yang rusak.',
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    requireReadable(key, path);
    requireReadable(inner, path === '' ? key : `${path}.${key}`);
  }
}
