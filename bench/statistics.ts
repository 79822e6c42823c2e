/** The value below which `share` of all values lie (0.5 = median); nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  const value = sorted[rank];
  if (value === undefined) throw new RangeError('Nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds of one run. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Milliseconds of each run of `work`, by `clients` at once, `count` runs in all. The same clients run it `warm` times
 * before, which is not counted: each has then its connection and its plans.
 */
export async function latencies(
  work: (run: number) => Promise<unknown>,
  { clients, count, warm }: { readonly clients: number; readonly count: number; readonly warm: number },
): Promise<readonly number[]> {
  await timesOf(work, clients, warm);
  return timesOf(work, clients, count);
}

async function timesOf(
  work: (run: number) => Promise<unknown>,
  clients: number,
  count: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const run = next;
      next += 1;
      times.push(await timed(() => work(run)));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}
