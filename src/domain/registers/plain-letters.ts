/** One word that was not written in plain Latin letters, what it was read as, and other readings that would fit. */
export type LetterChange = {
  readonly written: string;
  readonly taken: string;
  readonly candidates: readonly string[];
};

export type PlainText = { readonly text: string; readonly changes: readonly LetterChange[] };

/**
 * Text with the look-alike letters of other alphabets turned into the Latin letters meant ("Marnита" → "Marnita"), width
 * variants made plain and invisible marks taken out. Each changed word is said. A word wholly of letters without a Latin
 * reading (Arabic, Javanese) stays as it is.
 */
export function plainLetters(written: string): PlainText {
  if (/^[\t\n\x20-\x7e]*$/.test(written)) return { text: written, changes: [] };
  const changes: LetterChange[] = [];
  const text = written.replaceAll(/[\u00a0\u2007\u202f]/g, ' ').replaceAll(/[^\s,;:.!?()"/&]+/g, (word) => {
    const plain = plainWord(word);
    if (plain === null) return word;
    changes.push({ written: word, ...plain });
    return plain.taken;
  });
  return { text, changes };
}

function plainWord(word: string): { taken: string; candidates: string[] } | null {
  if (word.length > LONGEST_WORD) return null;
  const visible = word.normalize('NFKC').replaceAll(INVISIBLE, '');
  const letters = [...visible];
  const bySound = letters.map((letter) => inCase(letter, SOUNDS));
  const byLook = letters.map((letter) => inCase(letter, LOOKS));
  const foreign = letters.some((_letter, at) => bySound[at] !== null || byLook[at] !== null);
  if (!foreign) {
    const changed = visible.replaceAll(TYPOGRAPHY, '') !== word.normalize('NFC').replaceAll(TYPOGRAPHY, '');
    return changed && /[\p{L}\p{N}]/u.test(visible) ? { taken: visible, candidates: [] } : null;
  }
  // A letter that looks like no Latin one (и) shows that the word was typed by sound.
  const typedBySound = letters.some((_letter, at) => bySound[at] !== null && byLook[at] === null);
  const sound = letters.map((letter, at) => bySound[at] ?? byLook[at] ?? letter).join('');
  const look = letters.map((letter, at) => byLook[at] ?? bySound[at] ?? letter).join('');
  const taken = typedBySound ? sound : look;
  const other = typedBySound ? look : sound;
  return { taken, candidates: other === taken ? [taken] : [taken, other] };
}

function inCase(letter: string, map: ReadonlyMap<string, string>): string | null {
  const direct = map.get(letter);
  if (direct !== undefined) return direct;
  const lower = letter.toLowerCase();
  const found = lower === letter ? undefined : map.get(lower);
  return found === undefined || map === LOOKS ? null : found.toUpperCase();
}

/** Nobody typed a longer one; normalising sorts runs of marks, in a time that grows with the square of their length. */
const LONGEST_WORD = 200;

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Typographic marks that NFKC changes but that nobody would call another letter. */
const TYPOGRAPHY = /[…½¼¾²³º°ª™.\d⁄\u2018-\u201f]/g;

function pairs(from: string, to: string): [string, string][] {
  const letters = [...to];
  return [...from].map((letter, at) => [letter, letters[at] ?? '']);
}

/** Letters of the Cyrillic, Greek and Armenian alphabets that look like a Latin letter. */
const LOOKS = new Map<string, string>([
  ...pairs('аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'),
  ...pairs('АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS'),
  ...pairs('ονιαρυκχ', 'ovlapukx'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ...pairs('օսհոցզ', 'ouhngq'),
]);

/** Cyrillic and Greek letters by their sound. */
const SOUNDS = new Map<string, string>([
  ...pairs('абвгдезиійклмнопрстуфыхц', 'abvgdeziiyklmnoprstufyhc'),
  ...pairs('αβγδεζηικλμνοπρστυφω', 'abgdezeiklmnoprstufo'),
]);
