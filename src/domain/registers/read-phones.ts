/** The numbers of a phone cell: digits with a leading 0; what could not be read; whether anything had to be repaired. */
export type PhoneCell = {
  readonly phones: readonly string[];
  readonly unread: readonly string[];
  readonly repaired: boolean;
};

/** Reads "0812…, 0813…", "+62 812-…", "62812…", and a number that lost its leading zero in a number cell. */
export function readPhones(text: string): PhoneCell {
  const phones: string[] = [];
  const unread: string[] = [];
  let repaired = false;
  for (const piece of piecesOf(text)) {
    const digits = piece.replaceAll(/[^\d+]/g, '');
    if (digits === '') {
      if (/\p{L}{3,}/u.test(piece) && !/tidak ada|belum ada|kosong|nihil/i.test(piece)) unread.push(piece);
      continue;
    }
    const number = normalise(digits);
    if (number === null) unread.push(piece);
    else {
      if (number !== digits && !digits.startsWith('+') && !digits.startsWith('62')) repaired = true;
      if (!phones.includes(number)) phones.push(number);
    }
  }
  return { phones, unread, repaired };
}

function piecesOf(text: string): string[] {
  return text
    .split(/[,;/\n|]|\bdan\b|\batau\b/i)
    .map((piece) => piece.replaceAll(/\(?\b(?:hp|wa|telp?|no)\b\.?:?\)?/gi, ' ').trim())
    .flatMap((piece) => (piece.replaceAll(/\D/g, '').length > 15 ? piece.split(/\s+/) : [piece]))
    .filter((piece) => piece !== '' && !/^[-–.]+$/.test(piece));
}

function normalise(digits: string): string | null {
  const bare = digits.replace(/^\+/, '');
  const local = bare.startsWith('62') && bare.length >= 10 ? `0${bare.slice(2)}` : bare;
  const whole = local.startsWith('8') && local.length >= 9 && local.length <= 12 ? `0${local}` : local;
  return /^0[1-9]\d{7,12}$/.test(whole) ? whole : null;
}
