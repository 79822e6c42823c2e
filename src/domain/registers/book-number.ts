/**
 * Whether a text is the number of a book, a letter, SP4N or a decree, and so may stand in the history, which nobody can
 * erase, and in the public register: at most forty letters, with a digit or as one or two letters alone, no nine digits
 * in a row, no telephone number or NIK however it is parted and whatever stands before it, and not two words (rule 12).
 */
export function isBookNumber(text: string): boolean {
  if (!/^[\w ./-]{1,40}$/.test(text) || !/\d|^[A-Za-z]{1,2}$/.test(text) || /\d{9}/.test(text)) return false;
  return !holdsIdNumber(text) && !holdsTelephone(text) && wordsOf(text).length <= 1;
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

/** Words of four letters and more; the month VIII is none. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[^A-Za-z]+/).filter((word) => word.length >= 4 && word.toUpperCase() !== 'VIII');
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
