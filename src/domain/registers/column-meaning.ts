import type { RegisterField } from './doubt-rules.ts';
import { type ColumnMeaning, HEADING_WORDS } from './heading-words.ts';
import { editDistance, wordsOf } from './similar-text.ts';

/** A heading in its very words, of which each stands once, goes before one wrong letter, and that before a phrase inside. */
const BY_HEADING: ReadonlyMap<string, ColumnMeaning> = new Map(
  HEADING_WORDS.flatMap(([meaning, headings]) =>
    headings.split(/,\s*/).map((heading): [string, ColumnMeaning] => [heading, meaning]),
  ),
);

/** True for a heading in its very words; cheap, so that the rows of a long table need not be read as heads. */
export function isKnownHeading(text: string): boolean {
  return text.length <= 60 && BY_HEADING.has(wordsOf(text).join(' '));
}

/** Meaning of one heading; `sure` is 3 for the very words, 2 for one wrong letter, 1 for a phrase inside, 0 for nothing. */
export function meaningOfHeading(heading: string): {
  readonly meaning: ColumnMeaning;
  readonly sure: number;
} {
  const words = wordsOf(heading);
  const plain = words.join(' ');
  if (plain === '' || plain.length > 60) return { meaning: 'unknown', sure: 0 };
  const exact = BY_HEADING.get(plain) ?? BY_HEADING.get(plain.replaceAll(' ', ''));
  if (exact !== undefined) return { meaning: exact, sure: 3 };
  // "Tingkat kerahasiaan" is no class, "Anonim (ya/tidak)" no column of its own.
  if (OF_SECRECY.test(plain)) return { meaning: 'secrecy', sure: 2 };
  const glued = plain.replaceAll(' ', '');
  if (glued.length >= 5) {
    for (const [known, meaning] of BY_HEADING) {
      const target = known.replaceAll(' ', '');
      if (target.length >= 5 && editDistance(glued, target, 1) <= 1) return { meaning, sure: 2 };
    }
  }
  let best: { meaning: ColumnMeaning; at: number; length: number } = {
    meaning: 'unknown',
    at: plain.length,
    length: 0,
  };
  for (const [known, meaning] of BY_HEADING) {
    const at = known.length < 4 ? -1 : ` ${plain} `.indexOf(` ${known} `);
    // What stands first leads ("Nama dan No HP"); of two that start together the longer.
    if (at >= 0 && (at < best.at || (at === best.at && known.length > best.length))) {
      best = { meaning, at, length: known.length };
    }
  }
  return { meaning: best.meaning, sure: best.length === 0 ? 0 : 1 };
}

/** It begins with the word, or with one that says nothing of its own. What holds names or texts stays what it is. */
const OF_SECRECY =
  /^(?:(?:tingkat|kategori|jenis|status|sifat|klasifikasi|tipe|level|derajat|permintaan|minta|apakah) )*(?:(?:di|me|ke)?rahasia(?:kan|an)?|anonim(?:itas)?)\b/;

/** The field of the contract that a meaning is told under. */
export function fieldOfMeaning(meaning: ColumnMeaning): RegisterField {
  switch (meaning) {
    case 'village':
    case 'district':
      return 'address';
    case 'title':
      return 'matter';
    case 'weekday':
    case 'moment':
      return 'date';
    case 'follow-up':
      return 'status';
    case 'class':
      return 'category';
    case 'remark':
      return 'narrative';
    case 'secrecy':
    case 'kept':
    case 'unknown':
      return 'other';
    default:
      return meaning;
  }
}
