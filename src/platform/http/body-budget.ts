import { busyFault } from '../busy.ts';
import { Fault } from '../errors.ts';
import { NETWORKS_A_SITE, networkOf, siteOf } from './network-of.ts';

/** What one request takes of the memory for bodies under way. */
export type BodyShare = {
  /** Throws Fault 'busy' where all clients together hold too much, 'too-many-requests' where this one does. */
  readonly grow: (bytes: number) => void;
  readonly giveBack: () => void;
};
export type BodyBudget = (address: string | null) => BodyShare;

/**
 * Bytes of bodies under way: `total` of all, `perClient` of each address (IPv6: of its /64, and of its /48 four times as
 * much). Only the total holds for an address that nobody knows (null). Nothing is held of a client without a body.
 */
export function openBodyBudget(total: number, perClient: number): BodyBudget {
  const held = new Map<string, number>();
  let all = 0;
  const hold = (name: string, bytes: number) => {
    const now = (held.get(name) ?? 0) + bytes;
    if (now > 0) held.set(name, now);
    else held.delete(name);
  };
  return (address) => {
    const counted = address === null ? [] : countedAs(address, perClient);
    let own = 0;
    return {
      grow: (bytes) => {
        if (counted.some(([name, most]) => (held.get(name) ?? 0) + bytes > most)) throw ownFault();
        if (all + bytes > total) throw busyFault();
        for (const [name] of counted) hold(name, bytes);
        all += bytes;
        own += bytes;
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
