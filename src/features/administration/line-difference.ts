export type LineChange = { readonly before: string; readonly after: string };

/**
 * What stands otherwise in two texts, line by line: what both hold in the same order is left out, and what came in place of
 * something else stands beside it.
 */
export function lineDifference(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const common = commonLengths(before, after);
  const changes: LineChange[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    const [old, fresh] = [before[at], after[to]];
    if (old !== undefined && old === fresh) {
      [at, to] = [at + 1, to + 1];
      continue;
    }
    const [taken, given] = [at, to];
    while (
      (at < before.length || to < after.length) &&
      !(at < before.length && to < after.length && before[at] === after[to])
    ) {
      const drops =
        at < before.length &&
        (to >= after.length || length(common, at + 1, to) >= length(common, at, to + 1));
      if (drops) at += 1;
      else to += 1;
    }
    const [gone, come] = [before.slice(taken, at), after.slice(given, to)];
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      changes.push({ before: gone[index] ?? '', after: come[index] ?? '' });
    }
  }
  return changes;
}

/** How many lines both texts have in common from each pair of places on. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const [row, below] = [rows[at], rows[at + 1]];
    if (row === undefined || below === undefined) continue;
    for (let to = after.length - 1; to >= 0; to -= 1) {
      row[to] =
        before[at] === after[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  }
  return rows;
}

function length(common: readonly (readonly number[])[], at: number, to: number): number {
  return common[at]?.[to] ?? 0;
}
