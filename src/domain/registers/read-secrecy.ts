import { wordsOf } from './similar-text.ts';

export type Secrecy = {
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** The whole cell is a phrase that says it, or says nothing of it. */
  readonly clear: boolean;
};

/**
 * What a cell of *Sifat*, *Kerahasiaan* or *Tipe Laporan* says of name and content. "Tidak Rahasia" and "Publik" deny it,
 * "Tidak publik" and "Tertutup" say it; whatever else holds one of the words and is no phrase of them alone stays sealed:
 * what was wrongly sealed can be opened, not the other way round (rule 32).
 */
export function readSecrecy(text: string): Secrecy {
  const words = wordsOf(text).join(' ');
  const clear = SAID.test(words);
  if (!clear && DENIED.test(words)) return { anonymous: false, secret: false, clear: true };
  const [anonymous, secret] = [NAMELESS.test(words), CLOSED.test(words)];
  return { anonymous, secret, clear: clear || !(anonymous || secret) };
}

const NOT = '(?:tidak|tdk|bukan|non)';
const OPEN_WORD = '(?:publik|terbuka|umum)';
const NAMELESS_WORD = '(?:anonim|tanpa nama|disamarkan)';
const CLOSED_WORD = `(?:rahasia|dirahasiakan|tertutup|privat|${NOT} ${OPEN_WORD})`;
const NAMELESS = new RegExp(`\\b${NAMELESS_WORD}\\b`);
const CLOSED = new RegExp(`\\b${CLOSED_WORD}\\b`);
const SAID = wholly(`(?:${NAMELESS_WORD}|${CLOSED_WORD})`);
const DENIED = wholly(`(?:${NOT} (?:bersifat )?(?:${NAMELESS_WORD}|${CLOSED_WORD})|${OPEN_WORD})`);

/** One of the phrases, or several after one another. */
function wholly(phrase: string): RegExp {
  return new RegExp(`^${phrase}(?: (?:dan )?${phrase})*$`);
}
