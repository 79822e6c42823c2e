const SIGNS = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/**
 * Roman numeral of a whole number from 1 to 3999: chapters (BAB III), months in register numbers (XI), quarters and half
 * years. Throws outside them.
 */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError(`No Roman numeral for ${value}.`);
  let left = value;
  let text = '';
  for (const [worth, sign] of SIGNS) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}
