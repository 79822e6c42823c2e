/** Shortest password: length protects more than odd signs do, which are never asked for (NIST SP 800-63B-4). */
const SHORTEST = 12;
export const LONGEST_PASSWORD = 200;
/** Words of fewer letters are in too many others to be looked for. */
const TELLING = 4;
/** So much of its own a password must have beside what everybody knows. */
const OWN_LETTERS = 8;

export type PasswordFault =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-plain'
  | 'password-common'
  | 'password-known';

/**
 * What is wrong with a new password, or null. It is held against 49,000 passwords that were found in breaches and the
 * commonest words of Indonesian, also with the usual letters changed and figures put to an end, and against words that
 * others can guess: `known` (names of person and office, e-mail).
 */
export async function findPasswordFault(
  password: string,
  known: readonly string[],
): Promise<PasswordFault | null> {
  if ([...password].length < SHORTEST) return 'password-too-short';
  if (password.length > LONGEST_PASSWORD) return 'password-too-long';
  const plain = password.toLowerCase();
  if (isPattern(plain)) return 'password-too-plain';
  if (isKnown(plain, known)) return 'password-known';
  return isCommon(plain, await commonPasswords()) ? 'password-common' : null;
}

/** One piece over and over, or signs as they follow each other. */
function isPattern(plain: string): boolean {
  if (new Set(plain).size < 5 || /^(.{1,6})\1+.{0,5}$/.test(plain)) return true;
  const codes = [...plain].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  const inLine = steps.filter((step) => step === 1 || step === -1).length;
  return inLine >= steps.length - 2;
}

function isKnown(plain: string, known: readonly string[]): boolean {
  const words = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{Letter}]+/u))
    .filter((word) => word.length >= TELLING && !SAYS_NOTHING.has(word))
    .toSorted((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain);
  return rest !== plain && withoutEnds(rest).length < OWN_LETTERS;
}

/** Parts of e-mail addresses that tell of nobody. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['gmail', 'yahoo', 'mail']);

function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const bare = withoutEnds(plain);
  return [plain, withoutChanges(plain), bare, withoutChanges(bare)].some(
    (form) => form.length < TELLING || common.has(form),
  );
}

/** Without the figures and signs that people put before and after. */
function withoutEnds(plain: string): string {
  return plain.replace(/^[^\p{Letter}]+/u, '').replace(/[^\p{Letter}]+$/u, '');
}

const CHANGED: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/** 'p@ssw0rd' → 'password' */
function withoutChanges(plain: string): string {
  return plain.replaceAll(/[@431!0$57]/g, (sign) => CHANGED[sign] ?? sign);
}

let lists: Promise<ReadonlySet<string>> | undefined;

/** Read once, and by those alone who set a password: it takes a fifth of a second. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  lists ??= Promise.all([import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-id')]).then(
    ([common, indonesian]) =>
      new Set([
        ...common.dictionary['passwords-common'],
        ...indonesian.dictionary['commonWords-id'],
        ...indonesian.dictionary['names-id'],
        ...indonesian.dictionary['wikipedia-id'],
      ]),
  );
  return lists;
}
