import { busyFault } from '../busy.ts';
import { Fault } from '../errors.ts';
import { NETWORKS_A_SITE, networkOf, siteOf } from './network-of.ts';

/** What one request or connection takes of the room that all clients share. */
export type ClientShare = {
  /** Throws Fault 'busy' where all clients together hold too much, 'too-many-requests' where this one does. */
  readonly grow: (by: number) => void;
  readonly giveBack: () => void;
};
export type ClientBudget = (address: string | null) => ClientShare;

/**
 * What is under way at a time, bytes of bodies or connections: `total` of all, `perClient` of each address (IPv6: of its
 * /64, and of its /48 four times as much). Only the total holds for an address that nobody knows (null). Nothing is kept
 * of a client that holds nothing.
 */
export function openClientBudget(total: number, perClient: number): ClientBudget {
  const held = new Map<string, number>();
  let all = 0;
  const hold = (name: string, by: number) => {
    const now = (held.get(name) ?? 0) + by;
    if (now > 0) held.set(name, now);
    else held.delete(name);
  };
  return (address) => {
    const counted = address === null ? [] : countedAs(address, perClient);
    let own = 0;
    return {
      grow: (by) => {
        if (counted.some(([name, most]) => (held.get(name) ?? 0) + by > most)) throw ownFault();
        if (all + by > total) throw busyFault();
        for (const [name] of counted) hold(name, by);
        all += by;
        own += by;
      },
      giveBack: () => {
        for (const [name] of counted) hold(name, -own);
        all -= own;
        own = 0;
      },
    };
  };
}

function countedAs(address: string, most: number): readonly (readonly [name: string, most: number])[] {
  const [network, site] = [networkOf(address), siteOf(address)];
  const own = [network, most] as const;
  return site === network ? [own] : [own, [site, most * NETWORKS_A_SITE]];
}

function ownFault(): Fault {
  return new Fault('too-many-requests', 'Terlalu banyak kiriman dari satu alamat sedang diterima.', {
    remedy: 'Tunggu sampai kiriman sebelumnya selesai.',
  });
}
