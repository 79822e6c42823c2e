/**
 * Whether a text is the number of a book, a letter, SP4N or a decree, and so may stand in the history, which nobody can
 * erase: at most forty letters of a number, no digits in a row longer than eight, and neither a telephone number nor a
 * NIK however it is parted (rule 12).
 */
export function isBookNumber(text: string): boolean {
  if (!/^[\w ./-]{1,40}$/.test(text) || /\d{9}/.test(text)) return false;
  const joined = text.replaceAll(/[ ./-]/g, '');
  return !/^(?:62|0)?8\d{8,11}$/.test(joined) && !/^\d{16}$/.test(joined);
}
