import {
  NAME_REFUSALS,
  NOT,
  OPEN_WORD,
  partsOf,
  permits,
  REFUSALS,
  SAID_CLOSED,
  SAID_NAMELESS,
  saysClosed,
  saysHidden,
  saysNameless,
  saysWithoutName,
  secrecyWords,
} from './secrecy-words.ts';

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
 * denies nothing. A tick says nothing here, hence it seals and is told.
 */
export function readSecrecy(text: string): Secrecy {
  const mark = markOf(text);
  if (mark === 'none' || mark === 'no') return { ...NOTHING, clear: true };
  if (mark !== null) return { anonymous: false, secret: true, clear: false };
  const words = secrecyWords(text);
  const parts = partsOf(text);
  const clear = words !== '' && parts.every((part) => SAID.test(part));
  if (!clear && parts.every((part) => DENIED.test(part) || BESIDE.test(part) || permits(part))) {
    return { ...NOTHING, clear: true };
  }
  const refused = REFUSALS.some((refusal) => refusal.test(words));
  const anonymous = saysNameless(words) || saysWithoutName(words) || saysHidden(words) || refused;
  const kept = NAME_REFUSALS.some((refusal) => refusal.test(words)) && !anonymous;
  const secret = saysClosed(words) || /tertutup/.test(words) || deniesOpen(words) || kept;
  return { anonymous, secret, clear };
}

/** Whether the cell says that the matter could not wait (rule 5). */
export function saysUrgent(text: string): boolean {
  return /\b(?:segera|mendesak|darurat|urgent)\b/.test(secrecyWords(text));
}

export const NOTHING = { anonymous: false, secret: false } as const;

/**
 * What a cell without letters or figures is: nothing (blank, dashes, dots), a box left empty or crossed out, a tick, a
 * cross that may be either, another mark. Null where something is written.
 */
export function markOf(text: string): 'none' | 'no' | 'yes' | 'cross' | 'other' | null {
  const plain = text.replaceAll(/[\uFE0E\uFE0F\s]/gu, '');
  if (/^[-–—_.]*$/.test(plain)) return 'none';
  if (/^[vV]$/.test(plain)) return 'yes';
  if (/^[xX×]$/.test(plain)) return 'cross';
  if (/[\p{L}\p{N}]/u.test(plain)) return null;
  if (/^[☐□◻⬜❌🚫○]+$/u.test(plain)) return 'no';
  return /^[✓✔√☑✅🗸☒●■]+$/u.test(plain) ? 'yes' : 'other';
}

/** A phrase that stands beside secrecy and says nothing of it, or opens. */
export function leavesOpen(part: string): boolean {
  return BESIDE.test(part) || DENIED.test(part);
}

/** Of what kind, how grave, how urgent and by which way it is stands in the same column. */
const BESIDE =
  /^(?:biasa|normal|penting|(?:(?:sangat|amat) )?(?:segera|mendesak)|darurat|pengaduan|aduan|keluhan|laporan|aspirasi|saran|informasi|permintaan informasi|permohonan(?: layanan)?|whistleblowing|berat|sedang|ringan|khusus|rendah|tinggi|(?:tidak )?langsung|online|offline|tertulis|lisan|(?:tidak )?berkadar(?: pengawasan)?)$/;
const SAID = wholly(`(?:${SAID_NAMELESS}|${SAID_CLOSED})`, '(?:dan )?');
const DENIED = wholly(
  `(?:(?:tidak|tdk|bukan|non) (?:bersifat )?(?:${SAID_NAMELESS}|${SAID_CLOSED})|${OPEN_WORD})`,
  'dan ',
);

/** One of the phrases, or several joined. */
function wholly(phrase: string, joint: string): RegExp {
  return new RegExp(`^${phrase}(?: ${joint}${phrase})*$`);
}

/** "Tidak untuk umum": somewhere behind a no a word that opens. */
function deniesOpen(words: string): boolean {
  const no = NO.exec(words);
  return no !== null && /publik|terbuka|umum/.test(words.slice(no.index));
}

const NO = new RegExp(`(?:^| )${NOT}(?: |$)`);
