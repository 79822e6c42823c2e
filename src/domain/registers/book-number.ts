/**
 * Whether a text has the shape of the number of a book, a letter, SP4N or a decree, and so may stand in the history, which
 * nobody can erase, and in the public register (rule 12): at most forty letters, with a digit or as one or two letters
 * alone; letters and digits joined by `/ . - _` or one blank, of which one part only has no digit ("ADU 12", "No. 12").
 * Kept out: sentences and several words, an e-mail address, nine digits in a row, a telephone number or NIK however it is
 * parted and whatever stands before it. Not kept out: one name beside a figure ("12 Siti", "ANI-7"), since no rule of
 * letters tells it from an office's short name ("12/Dinkes", "PPKS-001").
 */
export function isBookNumber(text: string): boolean {
  if (text.length > 40 || !SHAPE.test(text) || /\d{9}/.test(text)) return false;
  if (!/\d/.test(text)) return text.length <= 2;
  const words = text.split(' ').filter((part) => !/\d/.test(part) && part !== '/' && part !== '-');
  return words.length <= 1 && !holdsIdNumber(text) && !holdsTelephone(text);
}

const SHAPE = /^[A-Za-z0-9]+(?:(?: ?[./_-]+ ?| )[A-Za-z0-9]+)*\.?$/;

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

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
