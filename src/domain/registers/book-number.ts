/**
 * Whether a text is the number of a book, a letter, SP4N or a decree, and so may stand in the history, which nobody can
 * erase, and in the public register: at most forty letters, with a digit or as one or two letters alone, no nine digits
 * in a row, no telephone number or NIK however it is parted and whatever stands before it, and no letters but those of
 * numbers: a name beside a figure ("12 Siti", "Budi-7") is none (rule 12).
 */
export function isBookNumber(text: string): boolean {
  if (!/^[\w ./-]{1,40}$/.test(text) || !/\d|^[A-Za-z]{1,2}$/.test(text) || /\d{9}/.test(text)) return false;
  return !holdsIdNumber(text) && !holdsTelephone(text) && hasLettersOfNumbersOnly(text);
}

function holdsIdNumber(text: string): boolean {
  return /\d{16}/.test(digitsOf(text));
}

/**
 * Any 8 with eight digits after it may be a telephone number where nothing but blanks, dots and dashes part it. Over
 * slashes and words only one that begins as those of Indonesian mobile networks do: `800/1234/BKD/2023` is the number
 * of a letter about staff. The year at its end is part of no telephone number.
 */
function holdsTelephone(text: string): boolean {
  const close = text.split(/[A-Za-z/]+/).map(digitsOf);
  if (close.some((digits) => /^(?:62|0)?8\d{8,11}$|(?:62|0)8\d{8,11}/.test(digits))) return true;
  const digits = digitsOf(text.replace(/\/(?:19|20)\d\d$/, ''));
  return /(?:62|0)8[1235789]\d{8,10}/.test(digits) || /^8[1235789]\d{8,10}$/.test(digits);
}

/**
 * Letters stand alone, in the words of agendas and offices, in codes of two or three capitals joined to the number
 * ("AG-214", "BKD"), as a month, and in longer capitals only inside a number of a letter ("460/123/KESRA/2023").
 */
function hasLettersOfNumbersOnly(text: string): boolean {
  const longest = /\d\/[^/]*\/.*\d$/.test(text) ? 8 : 3;
  const letters = text.match(/[A-Za-z]+/g) ?? [];
  const joined = text.split(' ').every((part) => /\d/.test(part) || letters.length === 1);
  return letters.every((word) => {
    if (word.length === 1 || WORDS.has(word.toLowerCase()) || MONTHS.has(word)) return true;
    return word === text || (joined && /^[A-Z]+$/.test(word) && word.length <= longest);
  });
}

const WORDS: ReadonlySet<string> = new Set(
  'adu aduan agenda boks dinas dinsos kep keppres lapor no nomor pengaduan reg register sk skb sosial surat usul'.split(
    ' ',
  ),
);
const MONTHS: ReadonlySet<string> = new Set('I II III IV V VI VII VIII IX X XI XII'.split(' '));

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
