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
 * what was wrongly sealed can be opened, not the other way round (rule 32). A mark, a line or a dash parts the phrases: "Tidak, rahasia"
 * denies nothing.
 */
export function readSecrecy(text: string): Secrecy {
  const words = wordsOf(text).join(' ');
  const parts = text
    .split(/[^\p{L}\p{N} \t'’`-]+|\s-|-\s/u)
    .map((part) => wordsOf(part).join(' '))
    .filter((part) => part !== '');
  const clear = words !== '' && parts.every((part) => SAID.test(part));
  if (!clear && parts.every((part) => DENIED.test(part) || BESIDE.test(part))) {
    return { anonymous: false, secret: false, clear: true };
  }
  return { anonymous: NAMELESS.test(words), secret: CLOSED.test(words) || deniesOpen(words), clear };
}

/** Whether the cell says that the matter could not wait (rule 5). */
export function saysUrgent(text: string): boolean {
  return /\b(?:segera|mendesak|darurat|urgent)\b/.test(wordsOf(text).join(' '));
}

/**
 * What a cell says under a heading that itself speaks of secrecy: "Ya" or a tick under "Anonim (v)" says it, "Tidak" or an
 * empty cell denies it. Anything else that is no clear denial stays sealed, and is told. Null where the heading asks nothing.
 */
export function readAsked(heading: string, text: string): Secrecy | null {
  if (!speaksOfSecrecy(heading)) return null;
  const answer = wordsOf(text).join(' ');
  const own = readSecrecy(text);
  const asked = readSecrecy(heading);
  const named = asked.anonymous || /\b(?:nama|identitas|pelapor)\b/.test(wordsOf(heading).join(' '));
  const said = { anonymous: named, secret: !named || asked.secret };
  const isMark = /^\s*[xv✓✔√1]\s*$/iu.test(text);
  if (isMark || /^(?:ya|iya|y|yes|benar|betul|true)$/.test(answer)) return { ...said, clear: true };
  if (/^(?:0|tidak|tdk|t|no|n|bukan|salah|false)$/.test(answer)) return { ...NOTHING, clear: true };
  return own.clear || own.anonymous || own.secret ? own : { ...said, clear: false };
}

const NOTHING = { anonymous: false, secret: false } as const;

/** Whether a text that stands elsewhere in a row, such as a class or a status, speaks of secrecy. */
export function speaksOfSecrecy(text: string): boolean {
  return /rahasia|anonim|confidential/.test(wordsOf(text).join(' '));
}

const NOT = '(?:tidak|tdk|bukan|non)';
const OPEN_WORD = '(?:publik|terbuka|umum)';
const NAMELESS_WORD = '(?:anonim|tanpa nama|disamarkan)';
const CLOSED_WORD = `(?:rahasia|dirahasiakan|tertutup|privat|${NOT} ${OPEN_WORD})`;
/** Their stems anywhere in a cell: "merahasiakan nama". */
const NAMELESS = /anonim|tanpa (?:nama|identitas)|samar|sembunyi/;
const CLOSED = /rahasia|tertutup|priva[ts]|confidential/;
/** Of what kind, how grave, how urgent and by which way it is stands in the same column. */
const BESIDE =
  /^(?:biasa|normal|penting|(?:(?:sangat|amat) )?(?:segera|mendesak)|darurat|pengaduan|aduan|keluhan|laporan|aspirasi|saran|informasi|permintaan informasi|permohonan(?: layanan)?|whistleblowing|berat|sedang|ringan|khusus|rendah|tinggi|(?:tidak )?langsung|online|offline|tertulis|lisan|(?:tidak )?berkadar(?: pengawasan)?)$/;
const SAID = wholly(`(?:${NAMELESS_WORD}|${CLOSED_WORD})`, '(?:dan )?');
const DENIED = wholly(`(?:${NOT} (?:bersifat )?(?:${NAMELESS_WORD}|${CLOSED_WORD})|${OPEN_WORD})`, 'dan ');

/** One of the phrases, or several joined. */
function wholly(phrase: string, joint: string): RegExp {
  return new RegExp(`^${phrase}(?: ${joint}${phrase})*$`);
}

/** "Tidak untuk umum": somewhere behind a no a word that opens. */
function deniesOpen(words: string): boolean {
  const no = new RegExp(`(?:^| )${NOT}(?: |$)`).exec(words);
  return no !== null && /publik|terbuka|umum/.test(words.slice(no.index));
}
