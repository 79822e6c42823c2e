import { textMeasure } from './pdf/read-advances.ts';

/**
 * Lines that a text takes in Arial within `width` points, broken at its line ends and spaces; a word wider than the
 * line is broken inside. `indent` is taken from the first line.
 */
export function countLines(text: string, width: number, size: number, bold: boolean, indent = 0): number {
  const measure = textMeasure();
  const space = measure(' ', size, bold);
  let lines = 0;
  let used = indent;
  for (const part of text.split('\n')) {
    lines += 1;
    for (const word of part.split(' ')) {
      const long = measure(word, size, bold);
      if (used > 0 && used + long > width) {
        lines += 1;
        used = 0;
      }
      lines += Math.floor(long / width);
      used += (long % width) + space;
    }
    used = 0;
  }
  return lines;
}
