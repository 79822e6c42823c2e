import { printRegisterNumber } from '../complaint/register-number.ts';
import type { NumberRules } from '../office/office-data.ts';
import { PAPER_RULES, type PaperKind } from './paper-kind.ts';

/** Two spellings of one number are one: spaces and capitals tell nothing apart (rule 10). */
export function numberKey(printed: string): string {
  return printed.replaceAll(/\s+/g, '').toUpperCase();
}

/** How a number typed from the agenda is refused, or null. */
export function numberRefusal(typed: string): 'number-required' | 'number-unfit' | null {
  const number = typed.trim();
  if (number === '') return 'number-required';
  return number.length > 60 || !/^[\p{L}\d][\p{L}\d ./()-]*$/u.test(number) || !/\d/.test(number)
    ? 'number-unfit'
    : null;
}

/**
 * What stands in the field for the number, so that only the agenda's own number is typed into it: the office's
 * classification, the Roman month and the year.
 *
 * @example numberHelp({ letterClassification: '460' }, '2027-04-09') // "460/…/IV/2027"
 */
export function numberHelp(
  { letterClassification }: Pick<NumberRules, 'letterClassification'>,
  day: string,
): string {
  return printRegisterNumber(`${letterClassification}/…/{month-roman}/{year}`, 0, day);
}

/** The pattern of a kind that Tanggap numbers by itself: its own series, or one that the office leaves to it; else null. */
export function ownPattern(kind: PaperKind, numbers: Pick<NumberRules, 'letters'>): string | null {
  const rule = PAPER_RULES[kind];
  if (rule.series === 'own') return `${rule.prefix}-{number}/{year}`;
  if (rule.series === 'none') return null;
  return numbers.letters?.find((one) => one.kind === kind)?.pattern ?? null;
}

/** The printed number of an own series on `day`. */
export function printOwnNumber(pattern: string, no: number, day: string): string {
  return printRegisterNumber(pattern, no, day);
}
