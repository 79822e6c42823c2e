const ONES = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;
const SCALES = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
] as const;

/**
 * A whole number in words. Indonesian: one space, no "dan", no hyphen; seratus and seribu stand alone, but
 * "dua puluh satu ribu". Below 10^15; a fraction or a larger number is a fault.
 *
 * @example numberWords(1627) // "seribu enam ratus dua puluh tujuh"
 */
export function numberWords(value: number, language: 'id' | 'en' = 'id'): string {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15) {
    throw new RangeError(`No words for ${value}: only whole numbers below 10^15 have them.`);
  }
  if (value < 0) return `minus ${numberWords(-value, language)}`;
  return language === 'id' ? indonesianWords(value) : englishWords(value);
}

function indonesianWords(value: number): string {
  if (value < 10) return ONES[value] ?? '';
  if (value === 10) return 'sepuluh';
  if (value === 11) return 'sebelas';
  if (value < 20) return `${indonesianWords(value - 10)} belas`;
  if (value < 100) return join(`${indonesianWords(Math.floor(value / 10))} puluh`, value % 10);
  if (value < 200) return join('seratus', value - 100);
  if (value < 1000) return join(`${indonesianWords(Math.floor(value / 100))} ratus`, value % 100);
  if (value < 2000) return join('seribu', value - 1000);
  for (const [scale, name] of SCALES) {
    if (value >= scale) return join(`${indonesianWords(Math.floor(value / scale))} ${name}`, value % scale);
  }
  return join(`${indonesianWords(Math.floor(value / 1000))} ribu`, value % 1000);
}

function join(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${indonesianWords(rest)}`;
}

const ENGLISH_ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ENGLISH_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ENGLISH_SCALES = [
  [1_000_000_000_000, 'trillion'],
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [100, 'hundred'],
] as const;

function englishWords(value: number): string {
  for (const [scale, name] of ENGLISH_SCALES) {
    if (value < scale) continue;
    const rest = value % scale;
    return `${englishWords(Math.floor(value / scale))} ${name}${rest === 0 ? '' : ` ${englishWords(rest)}`}`;
  }
  if (value < 20) return ENGLISH_ONES[value] ?? '';
  const rest = value % 10;
  return `${ENGLISH_TENS[Math.floor(value / 10)] ?? ''}${rest === 0 ? '' : `-${englishWords(rest)}`}`;
}
