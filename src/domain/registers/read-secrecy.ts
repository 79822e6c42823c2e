import { wordsOf } from './similar-text.ts';

export type Secrecy = {
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** The whole cell is a phrase that says it, or says nothing of it. */
  readonly clear: boolean;
};

/**
 * What a cell of *Sifat* or *Tipe Laporan* says of name and content. "Tidak Rahasia" and "Publik" deny it; whatever else
 * holds one of the words and is no phrase of them alone stays sealed: what was wrongly sealed can be opened, not the
 * other way round (rule 32).
 */
export function readSecrecy(text: string): Secrecy {
  const words = wordsOf(text).join(' ');
  const clear = SAID.test(words);
  if (!clear && DENIED.test(words)) return { anonymous: false, secret: false, clear: true };
  const [anonymous, secret] = [words.includes('anonim'), words.includes('rahasia')];
  return { anonymous, secret, clear: clear || !(anonymous || secret) };
}

const WORD = '(?:anonim|rahasia|dirahasiakan)';
const DENIAL = `(?:(?:tidak|tdk|bukan|non) (?:bersifat )?${WORD}|publik|terbuka)`;
const SAID = new RegExp(`^${WORD}(?: (?:dan )?${WORD})*$`);
const DENIED = new RegExp(`^${DENIAL}(?: (?:dan )?${DENIAL})*$`);
