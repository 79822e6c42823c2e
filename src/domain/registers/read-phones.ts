/** The numbers of a phone cell: digits with a leading 0; what could not be read; whether anything had to be repaired. */
export type PhoneCell = {
  readonly phones: readonly string[];
  readonly unread: readonly string[];
  readonly repaired: boolean;
};

/**
 * Reads "0812…, 0813…", "0812 … 0813 …", "+62 (0)812-…", "62812…", and a number that lost its leading zero in a number cell.
 * Digits that no words or commas part are numbers only if they fall into numbers in a single way.
 */
export function readPhones(text: string): PhoneCell {
  const phones: string[] = [];
  const unread: string[] = [];
  let repaired = false;
  for (const piece of piecesOf(text)) {
    const { runs, rest } = splitPhones(piece);
    for (const run of runs) {
      const numbers = numbersIn(run.match(/\+?\d+/g) ?? []);
      const [only] = numbers;
      if (only === undefined || numbers.length > 1) unread.push(run);
      for (const digits of numbers.length === 1 ? (only ?? []) : []) {
        const number = normalise(digits) ?? digits;
        if (number !== digits && !digits.startsWith('+') && !digits.startsWith('62')) repaired = true;
        if (!phones.includes(number)) phones.push(number);
      }
    }
    const isWord =
      runs.length === 0 && /\p{L}{3,}/u.test(rest) && !/tidak ada|belum ada|kosong|nihil/i.test(rest);
    if (isWord || /\d/.test(rest)) unread.push(rest);
  }
  return { phones, unread, repaired };
}

/** Takes the runs of nine digits and more out of a text, with "HP:", "(WA)" and brackets about them: "Bagja (HP 0812…)". */
export function splitPhones(text: string): { readonly runs: readonly string[]; readonly rest: string } {
  const runs: string[] = [];
  const rest = text.replaceAll(RUN, (_all, run: string) => {
    runs.push(run);
    return ' ';
  });
  return { runs, rest: rest.replaceAll(/\s+/g, ' ').trim() };
}

const LABEL = String.raw`(?:\b(?:hp|wa|telp?|no)\b[\s.:]{0,3}){1,3}`;
/** The mark of "1. Bagja 0812… 2. Citra 0812…" is no digit of the number before it. */
const NEXT_IN_LIST = String.raw`(?<=\s)\d[.)]\s*\p{L}`;
const RUN = new RegExp(
  String.raw`(?:\(\s{0,3})?(?:${LABEL})?(\(?\+?\(?\d(?:[\s.()-]{0,3}(?!${NEXT_IN_LIST})\d){8,})(?:\s{0,3}\))?(?:\s{0,3}\(${LABEL}\))?`,
  'giu',
);

function piecesOf(text: string): string[] {
  const isList = /^\s*1[.)]\s/.test(text);
  return (isList ? text.replaceAll(/(?<=^|\s)\d[.)]\s+/g, ',') : text)
    .split(/[,;/\n|]|\bdan\b|\batau\b/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^[-–.]+$/.test(piece));
}

/** Every way in which groups of digits, in their order, are whole numbers. */
function numbersIn(groups: readonly string[]): string[][] {
  if (groups.length === 0) return [[]];
  if (groups.length > MOST_GROUPS) return [];
  return groups.flatMap((_group, at) => {
    const head = groups.slice(0, at + 1).join('');
    if (head.length > LONGEST || normalise(head) === null) return [];
    return numbersIn(groups.slice(at + 1)).map((others) => [head, ...others]);
  });
}

const MOST_GROUPS = 40;
/** "+62 (0)" and twelve digits. */
const LONGEST = 16;

function normalise(digits: string): string | null {
  const bare = digits.replace(/^\+/, '');
  const local = bare.startsWith('62') && bare.length >= 10 ? `0${bare.slice(2).replace(/^0/, '')}` : bare;
  const whole = local.startsWith('8') && local.length >= 9 && local.length <= 12 ? `0${local}` : local;
  return /^0[1-9]\d{7,11}$/.test(whole) ? whole : null;
}
