/**
 * Whether a text has the shape of the number of a book, a letter, SP4N or a decree, and so may stand in the history, which
 * nobody can erase, and in the public register (rule 12): at most forty letters, with a digit or as one or two letters
 * alone; letters and digits joined by `/ . - _` or one blank. Between `/` and `-` stands one word at most: two that a dot, a
 * low line or a blank joins are a name ("Siti.Aminah.12", "3/Ibu Sari"), or an office's in full ("460/1/Dinas Sosial");
 * short forms of offices before a dot, Roman figures and what archives stand in are no words ("001/Bid.Linjamsos/I/2023",
 * "Rak A-3"). Kept out besides: sentences, an e-mail address, nine digits in a row, a telephone number or NIK however it is
 * parted and whatever stands before it. Not kept out: one name beside a figure ("12 Siti", "ANI-7"), and several that only
 * `/` or `-` join ("Siti-Aminah-12"), since no rule of letters tells them from an office's short names ("12/Dinkes",
 * "005/Kec-TJG/2023").
 */
export function isBookNumber(text: string): boolean {
  if (text.length > 40 || !SHAPE.test(text) || /\d{9}/.test(text)) return false;
  if (!/\d/.test(text)) return text.length <= 2;
  const parts = text.replaceAll(SHORT_FORM, '').split(/(?<! )[/-]+(?! )/);
  return parts.every((part) => wordsIn(part) <= 1) && !holdsIdNumber(text) && !holdsTelephone(text);
}

/** Pieces of letters, also with a digit among them: "Siti12", not "12a". */
function wordsIn(part: string): number {
  return part
    .split(/[^A-Za-z0-9]+/)
    .filter((piece) => /^[A-Za-z]+$|[A-Za-z]{2}/.test(piece) && !/^[IVX]{1,4}$/.test(piece)).length;
}

const SHORT_FORM =
  /(?<![A-Za-z0-9])(?:ds|kel|kec|kab|prov|bid|bag|sub|subbag|sek|sekr|sie|upt|uptd|dinsos|no|nomor|reg|ag|adu|sk|se)\. ?(?=[A-Za-z0-9])|^(?:rak|lemari|laci|boks|box|ordner|map) /gi;

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
