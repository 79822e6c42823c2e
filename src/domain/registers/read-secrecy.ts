import { wordsOf } from './similar-text.ts';

export type Secrecy = {
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** The whole cell is a phrase that says it, or denies it, or is a word of letters that has nothing to do with it. */
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
  if (!clear && (words === '' || DENIED.test(words) || BESIDE.test(words))) {
    return { anonymous: false, secret: false, clear: true };
  }
  const [anonymous, secret] = [NAMELESS.test(words), CLOSED.test(words)];
  return { anonymous, secret, clear };
}

const NOT = '(?:tidak|tdk|bukan|non)';
const OPEN_WORD = '(?:publik|terbuka|umum)';
const NAMELESS_WORD = '(?:anonim|tanpa nama|disamarkan)';
const CLOSED_WORD = `(?:rahasia|dirahasiakan|tertutup|privat|${NOT} ${OPEN_WORD})`;
/** Their stems anywhere in a cell: "merahasiakan nama", "tidak untuk umum". */
const NAMELESS = /anonim|tanpa (?:nama|identitas)|samar|sembunyi/;
const CLOSED = new RegExp(`rahasia|tertutup|priva[ts]|confidential|${NOT} .*(?:publik|terbuka|umum)`);
/** How urgent a letter is stands in the same column. */
const BESIDE = /^(?:biasa|normal|penting|(?:(?:sangat|amat) )?(?:segera|mendesak))$/;
const SAID = wholly(`(?:${NAMELESS_WORD}|${CLOSED_WORD})`);
const DENIED = wholly(`(?:${NOT} (?:bersifat )?(?:${NAMELESS_WORD}|${CLOSED_WORD})|${OPEN_WORD})`);

/** One of the phrases, or several after one another. */
function wholly(phrase: string): RegExp {
  return new RegExp(`^${phrase}(?: (?:dan )?${phrase})*$`);
}
