import { busyFault } from './busy.ts';

type Waiting<I, R> = {
  readonly item: I;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Calls of one kind, gathered. While a run for a `place` and `key` is under way, what else is asked for them waits and
 * goes along with the next run: under load many calls share one journey, and nothing ever waits for company. A run
 * begins after everything that it carries was asked for. `run` gives a result for each item in their order; where it
 * throws, each of its callers gets the error. `most` items go in one run; who comes when `mostWaiting` wait for one place
 * and key already gets Fault 'busy'.
 */
export function gather<P extends object, K, I, R>(
  run: (place: P, key: K, items: readonly I[]) => Promise<readonly R[]>,
  most: number,
  mostWaiting: number = 20 * most,
): (place: P, key: K, item: I) => Promise<R> {
  const queues = new WeakMap<P, Map<K, Waiting<I, R>[]>>();

  /** Gives what tells each of them its result. */
  async function runFor(place: P, key: K, asked: readonly Waiting<I, R>[]): Promise<() => void> {
    try {
      const results = await run(
        place,
        key,
        asked.map(({ item }) => item),
      );
      return () => {
        for (const [index, { resolve, reject }] of asked.entries()) {
          const result = results[index];
          if (result === undefined) reject(new Error('A gathered call was not answered'));
          else resolve(result);
        }
      };
    } catch (error) {
      return () => {
        for (const { reject } of asked) reject(error);
      };
    }
  }

  async function empty(place: P, key: K, queue: Waiting<I, R>[]): Promise<void> {
    // What comes in during the same turn of the event loop goes along.
    await new Promise(setImmediate);
    while (queue.length > 0) {
      const asked = queue.splice(0, most);
      const answer = await runFor(place, key, asked);
      // The next run leaves before these hear of theirs: it does not wait for what they do then.
      if (queue.length > 0) setImmediate(answer);
      else answer();
    }
    queues.get(place)?.delete(key);
  }

  return (place, key, item) =>
    new Promise((resolve, reject) => {
      const keys = queues.get(place) ?? new Map<K, Waiting<I, R>[]>();
      queues.set(place, keys);
      const queue = keys.get(key);
      const waiting = { item, resolve, reject };
      if (queue !== undefined) {
        if (queue.length >= mostWaiting) reject(busyFault());
        else queue.push(waiting);
        return;
      }
      const fresh = [waiting];
      keys.set(key, fresh);
      void empty(place, key, fresh);
    });
}
