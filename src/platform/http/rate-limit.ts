import { createHmac, randomBytes } from 'node:crypto';
import { NETWORKS_A_SITE, networkOf, siteOf } from './network-of.ts';

export type RateLimit = {
  /** False when this address has used up what one window allows; null (an address nobody knows) is always let in. */
  readonly take: (address: string | null, now: number) => boolean;
  /** Gives back what was taken at `now`: where only what fails is counted, what succeeded is not. */
  readonly giveBack: (address: string | null, now: number) => void;
};

/** Most addresses held at a time. */
const MOST = 50_000;

/**
 * Counts by address (IPv6: by its /64, and by its /48, which may take four times as much) in fixed windows. Only a hash
 * keyed with bytes of this process is held, so that no raw address stands in memory longer than its request, and none
 * anywhere else. Beyond `most` addresses the one that has been silent longest is forgotten: whoever keeps knocking
 * stays counted, however many others come.
 */
export function openRateLimit(limit: number, windowMs: number, most: number = MOST): RateLimit {
  const key = randomBytes(32);
  let counts = new Map<string, number>();
  let window = -1;
  const nameOf = (network: string) => createHmac('sha256', key).update(network).digest('base64');
  const countedAs = (address: string): readonly (readonly [name: string, limit: number])[] => {
    const [network, site] = [networkOf(address), siteOf(address)];
    const own = [nameOf(network), limit] as const;
    return site === network ? [own] : [own, [nameOf(site), limit * NETWORKS_A_SITE]];
  };
  const isWithin = ([name, allowed]: readonly [name: string, allowed: number]): boolean => {
    const used = (counts.get(name) ?? 0) + 1;
    // Taken out and put in at the end: a map keeps the order of its entries, the longest silent first.
    counts.delete(name);
    counts.set(name, used);
    return used <= allowed;
  };
  return {
    take: (address, now) => {
      if (address === null) return true;
      const current = Math.floor(now / windowMs);
      if (current !== window) {
        counts = new Map();
        window = current;
      }
      const judged = countedAs(address).map(isWithin);
      for (const oldest of counts.keys()) {
        if (counts.size <= most) break;
        counts.delete(oldest);
      }
      return judged.every(Boolean);
    },
    giveBack: (address, now) => {
      if (address === null || Math.floor(now / windowMs) !== window) return;
      for (const [name] of countedAs(address)) {
        const used = counts.get(name) ?? 0;
        if (used > 0) counts.set(name, used - 1);
      }
    },
  };
}
