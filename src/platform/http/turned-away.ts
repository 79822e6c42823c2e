import { errorCode } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * Why a request came to nothing by no fault of ours: a full queue, too much at once, or a client that went away while
 * it was sending.
 */
export function turnedAwayBy(error: unknown): 'busy' | 'too-many-requests' | 'broken-off' | null {
  const code = errorCode(error);
  if (code === 'busy' || code === 'too-many-requests') return code;
  // Node's own words for a body that ends before its end; a database that went away says "read ECONNRESET".
  const isGone = code === 'ECONNRESET' && error instanceof Error && error.message === 'aborted';
  return isGone ? 'broken-off' : null;
}

/** Writes how many were turned away and why, a line a second at most: a flood must not fill the disk with its own story. */
export function openTurnedAway(log: Log, wait: (write: () => void) => void = aSecond) {
  const counts = new Map<string, number>();
  return (why: string): void => {
    if (counts.size === 0) {
      wait(() => {
        log.info('turned-away', Object.fromEntries(counts));
        counts.clear();
      });
    }
    counts.set(why, (counts.get(why) ?? 0) + 1);
  };
}

function aSecond(write: () => void): void {
  setTimeout(write, 1_000).unref();
}
