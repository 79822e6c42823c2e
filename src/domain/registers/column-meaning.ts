import { askedBy, asksForAnswer } from './asked-by.ts';
import type { RegisterField } from './doubt-rules.ts';
import { type ColumnMeaning, HEADING_WORDS } from './heading-words.ts';
import { secrecyWords } from './secrecy-words.ts';
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
  if (heading.length > 200) return { meaning: 'unknown', sure: 0 };
  const words = wordsOf(heading);
  const plain = words.join(' ');
  if (plain === '' || plain.length > 60) return { meaning: 'unknown', sure: 0 };
  const exact = BY_HEADING.get(plain) ?? BY_HEADING.get(plain.replaceAll(' ', ''));
  if (exact !== undefined) return { meaning: exact, sure: 3 };
  // "Tingkat kerahasiaan" is no class, "Anonim (ya/tidak)" no column of its own.
  if (isOfSecrecy(heading, secrecyWords(heading))) return { meaning: 'secrecy', sure: 2 };
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

/**
 * It asks something of secrecy and begins with it, or with words that say nothing of their own. What holds names stays what it
 * is unless it asks for an answer: "ANONIM/NAMA PELAPOR" is a column of names.
 */
function isOfSecrecy(heading: string, plain: string): boolean {
  const asked = askedBy(heading);
  if (asked === null) return false;
  if (!/rahasia|anonim/.test(plain) && beginsAsOther(plain)) return false;
  if (asksForAnswer(heading)) return !OF_CONTENT.test(plain);
  if (/(?:^| )(?:nama|pelapor|pengadu|pemohon|identitas)(?= |$)/.test(plain.replaceAll('tanpa nama', '')))
    return (
      asked.about === 'openness' &&
      /^(?:bersedia|kesediaan|boleh|setuju|persetujuan|i[zj]in|tampilkan|publikasi)/.test(plain)
    );
  return OF_SECRECY.test(plain);
}

/** "STATUS (TERBUKA/TERTUTUP)" is a column of states, "TANGGAL …" one of days. */
function beginsAsOther(plain: string): boolean {
  const words = plain.split(' ');
  return words.some((_word, at) => {
    const meaning = BY_HEADING.get(words.slice(0, at + 1).join(' '));
    return meaning !== undefined && !MAY_ASK.has(meaning);
  });
}

/** What these begin with is what may be kept secret: "Identitas dibuka?", "Laporan tertutup (Y/T)". */
const MAY_ASK: ReadonlySet<ColumnMeaning> = new Set(['secrecy', 'name', 'matter', 'title', 'severity']);

const OF_SECRECY =
  /^(?:(?:tingkat|kategori|jenis|status|sifat|klasifikasi|tipe|level|derajat|permintaan|minta|apakah) )*(?:(?:(?:tidak|bukan|non) )?(?:di|me|ke)?rahasia(?:kan|an)?|(?:(?:tidak|bukan|non) )?anonim(?:itas)?|tanpa (?:nama|identitas)|privasi|tertutup|terbuka|publik|bersedia|boleh|perlindungan)(?= |$)/;
const OF_CONTENT = /^(?:isi|uraian|aduan|materi|keluhan|media|kanal|saluran|sumber|hasil|tanggapan)\b/;

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
