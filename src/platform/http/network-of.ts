/** What one subscriber holds, for counting: an IPv4 address as it is, of an IPv6 address its first 64 bits. */
export function networkOf(address: string): string {
  return firstBits(address, 64);
}

/**
 * Whoever orders more than one network is given a /48 of IPv6, which holds 65,536 of them; of an IPv4 address no more
 * than itself, since its neighbours are other people.
 */
export function siteOf(address: string): string {
  return firstBits(address, 48);
}

/** So much more than one of its networks may a site do: others may live in it. */
export const NETWORKS_A_SITE = 4;

/** Whatever is no address stays as it is. */
function firstBits(address: string, bits: 48 | 64): string {
  const bare = address.split('%')[0]?.toLowerCase() ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!/^[0-9a-f:]*:[0-9a-f:]*(?:\.\d+){0,3}$/.test(bare)) return address;
  const [head = '', tail] = bare.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const all = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  const first = all.slice(0, bits / 16).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${first.join(':')}::/${bits}`;
}
