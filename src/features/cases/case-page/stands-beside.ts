/** What an entry of a history needs for others to be put beside it. */
export type Placed = { readonly seq: number; readonly recordedAt: string };

/**
 * The entry of a history beside which something stands that happened at `at` (milliseconds): the last one recorded until then,
 * else the first; null of an empty history. Entries only come to the end, so that nothing ever moves to another entry.
 */
export function standsBeside<Entry extends Placed>(history: readonly Entry[], at: number): Entry | null {
  const inOrder = history.toSorted((a, b) => a.seq - b.seq);
  return inOrder.findLast(({ recordedAt }) => Date.parse(recordedAt) <= at) ?? inOrder[0] ?? null;
}
