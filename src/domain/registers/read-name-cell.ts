import { findWish } from './find-wish.ts';
import { ANONYMOUS, HONORIFICS, isDegree } from './name-words.ts';
import { namesInText } from './names-in-text.ts';
import type { ConcernedPerson, WrittenPerson } from './register-row.ts';
import { isOfWishAlone, partsOf, secrecyWords } from './secrecy-words.ts';
import { wordsOf } from './similar-text.ts';

export type NameCell = {
  readonly people: readonly WrittenPerson[];
  readonly anonymous: boolean;
  /** The cell asks for secrecy beside a name, or in words of its own: the row is sealed, and somebody looks (rule 32). */
  readonly unclear: boolean;
  readonly concerns: readonly ConcernedPerson[];
};

/**
 * The complainants of a name cell (rules 3 and 37): "X dan Y", "X, Y, Z", "1. X 2. Y" are several people, "X a.n. Y" is
 * X for Y, "Anonim" is nobody, "Warga RT 03" a group. Academic degrees stay with their name.
 */
export function readNameCell(text: string): NameCell {
  const plain = withoutNumbering(text.replaceAll(/\s+/g, ' ').trim());
  const words = wordsOf(plain).join(' ');
  if (words === '') return { people: [], anonymous: false, unclear: false, concerns: [] };
  if (ANONYMOUS.has(words)) return { people: [], anonymous: true, unclear: false, concerns: [] };
  const { people, concerns } = readNames(plain);
  if (!isWish(plain)) return { people, anonymous: false, unclear: false, concerns };
  const nobody = isOfWishAlone(secrecyWords(plain));
  // Sealed as it was written, so that nothing of it is lost and no word of it becomes a person.
  const whole: WrittenPerson = { name: plain, as: roleOf(plain, concerns.length > 0) };
  return { people: nobody ? [] : [whole], anonymous: true, unclear: true, concerns };
}

function readNames(plain: string): Pick<NameCell, 'people' | 'concerns'> {
  const behalf = /(?<![\p{L}.])(?:a\s?[./]\s?n\b\.?|an\.\s|atas\s+nama\b)/iu.exec(plain);
  const own = behalf === null ? plain : plain.slice(0, behalf.index);
  const concerns: ConcernedPerson[] =
    behalf === null
      ? []
      : namesInText(plain.slice(behalf.index), true).map(({ name }) => ({ name, from: 'name' }));
  const people = splitNames(own).map(
    (name): WrittenPerson => ({ name, as: roleOf(name, concerns.length > 0) }),
  );
  return { people, concerns };
}

/** Somebody asked not to be known: "Budi (identitas dirahasiakan)", "NN (Budi)", "tidak mau disebut namanya". */
function isWish(text: string): boolean {
  const plain = text.replaceAll(BEHALF, ' an ').replaceAll(NONA, '');
  if (findWish(plain, 'name') !== null) return true;
  return partsOf(plain).some((part) => ANONYMOUS.has(part) && part !== 'tidak diketahui');
}

/** "Nn. Siti" is Miss Siti, "NN - Siti" nobody who wants to be known. */
const NONA = /(?<![\p{L}.])(?:Nn\.?\s+(?=\p{Lu})|NN\.\s+(?=\p{L}))/gu;
const BEHALF = /(?<![\p{L}.])(?:a\s?[./]\s?n\b\.?|an\.\s|atas\s+nama\b)/giu;

/** "1. X 2. Y" as "X, Y"; a number that does not count people ("Warga RT 2. Melati") stays. */
function withoutNumbering(text: string): string {
  const mark = /(?<=^|\s)(\d+)[.)]+\s*(?=\p{L})/gu;
  const numbers = [...text.matchAll(mark)].map(([, digits]) => Number(digits));
  const isList = numbers.length > 1 && numbers.every((number, at) => number === at + 1);
  return isList ? text.replaceAll(mark, (_mark, digits: string) => (digits === '1' ? '' : ', ')) : text;
}

function splitNames(text: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(/\s+(?:dan|serta)\s+|\s*[&;/]\s*|\s*,\s*/i)) {
    const name = withoutHonorific(piece.replace(/^[\d.)\s]+(?=\p{L})/u, '').trim());
    if (name === '' || !/\p{L}/u.test(name)) continue;
    const last = parts.at(-1);
    if (last !== undefined && isDegree(name)) parts[parts.length - 1] = `${last}, ${name}`;
    else parts.push(name);
  }
  return parts;
}

/** Empty when nothing but honorifics was written: "Bapak/Ibu Sari" is one person. */
function withoutHonorific(name: string): string {
  const words = name.split(' ');
  const first = words.findIndex((word) => !HONORIFICS.has(word.toLowerCase().replace(/\.$/, '')));
  return first < 0 ? '' : words.slice(first).join(' ');
}

function roleOf(name: string, behalf: boolean): WrittenPerson['as'] {
  if (/\b(warga|masyarakat|kelompok|rombongan|dkk)\b/i.test(name)) return 'group';
  if (/\b(yayasan|panti|lks|lksa|lembaga|pt|cv|dinas|puskesmas|sekolah|rsud|kantor|forum)\b/i.test(name))
    return 'institution';
  if (/\b(kades|kepala desa|lurah|camat|aparat|perangkat|pendamping|tksk|ketua rt|sekdes)\b/i.test(name))
    return 'official';
  return behalf ? 'proxy' : 'self';
}
