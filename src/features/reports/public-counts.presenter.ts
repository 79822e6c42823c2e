import { KINDS, type Kind } from '../../domain/complaint/vocabulary.ts';

/** Fewer than this many are never printed as a number: somebody who knows the place would know the people. */
export const FEW = 5;

export function isFew(value: number): boolean {
  return value > 0 && value < FEW;
}

export type PublicCounts = {
  readonly shown: readonly { readonly kind: Kind; readonly count: number }[];
  /** Together: whistleblowing, which is never told apart, and kinds with few cases. */
  readonly others: number;
  readonly total: number;
};

/**
 * Counts by kind as the public may read them (rules 12, 31). What is folded away cannot be found by subtraction: while the
 * folded ones are few together, or are whistleblowing alone, the smallest kind that is shown joins them.
 */
export function publicCounts(
  received: Readonly<Record<Kind, number>>,
  offered: readonly Kind[],
): PublicCounts {
  const total = KINDS.reduce((sum, kind) => sum + received[kind], 0);
  let shown = KINDS.filter((kind) => kind !== 'whistleblowing')
    .filter((kind) => offered.includes(kind) || received[kind] > 0)
    .map((kind) => ({ kind, count: received[kind] }))
    .filter(({ count }) => !isFew(count));
  const others = () => total - shown.reduce((sum, one) => sum + one.count, 0);
  const { whistleblowing } = received;
  const isAlone = () => whistleblowing > 0 && others() === whistleblowing;
  while ((isFew(others()) || isAlone()) && shown.some((one) => one.count > 0)) {
    const least = Math.min(...shown.flatMap((one) => (one.count > 0 ? [one.count] : [])));
    const joined = shown.find((one) => one.count === least)?.kind;
    shown = shown.filter((one) => one.kind !== joined);
  }
  // No other kind has a case: the empty ones are not told either, so that nobody knows what the rest is.
  return { shown: isAlone() ? [] : shown, others: others(), total };
}
