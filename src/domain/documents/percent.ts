/**
 * Shares of a whole in tenths of a percent, rounded by largest remainder so that they add up to exactly 1000
 * (design law 2). Equal remainders are served in the order of the rows, so the same counts always print the same.
 * A zero count never gets a tenth. Counts that add up to nothing have no shares: null each.
 *
 * @example sharesOf([12, 1, 10, 6, 2, 0, 2, 10]) // [279, 23, 233, 140, 46, 0, 46, 233] for the 43 of a register
 */
export function sharesOf(counts: readonly number[]): readonly (number | null)[] {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError('Shares are taken of whole, non-negative counts.');
  }
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => null);
  const parts = counts.map((count, index) => ({
    index,
    floor: Math.floor((count * 1000) / whole),
    remainder: (count * 1000) % whole,
  }));
  const left = 1000 - parts.reduce((sum, part) => sum + part.floor, 0);
  const served = new Set(
    [...parts]
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, left)
      .map((part) => part.index),
  );
  return parts.map((part) => part.floor + (served.has(part.index) ? 1 : 0));
}
