import { busyFault } from './busy.ts';

/** Lets a work through when its turn comes; throws Fault 'busy' when too many wait already. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** At most `atOnce` works at a time, in the order of their coming, and at most `mostWaiting` that wait for their turn. */
export function openTurnstile(atOnce: number, mostWaiting: number): Turnstile {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside < atOnce) inside += 1;
    else if (waiting.length >= mostWaiting) throw busyFault();
    // Who leaves hands his place on, so that nobody slips in between.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    }
  };
}
