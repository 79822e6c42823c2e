import { busyFault } from './busy.ts';

/** Lets a work through when its turn comes; throws Fault 'busy' when too many wait already. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T>;

/** The same for each key by itself, so that whoever floods waits behind himself only. Nothing is held of a key without work. */
export function openTurnstileByKey(
  atOnce: number,
  mostWaiting: number,
): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const open = new Map<string, { readonly pass: Turnstile; works: number }>();
  return async (key, work) => {
    const one = open.get(key) ?? { pass: openTurnstile(atOnce, mostWaiting), works: 0 };
    open.set(key, one);
    one.works += 1;
    try {
      return await one.pass(work);
    } finally {
      one.works -= 1;
      if (one.works === 0) open.delete(key);
    }
  };
}

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
