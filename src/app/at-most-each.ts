import type { Clock } from '../platform/clock.ts';

/** A look at the database that is taken once in so many milliseconds: whoever asks more often is told the same again. */
export function atMostEach<T>(ms: number, clock: Clock, look: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly seen: Promise<T> } | null = null;
  return () => {
    const now = clock();
    if (last === null || Math.abs(now - last.at) >= ms) last = { at: now, seen: look() };
    return last.seen;
  };
}
