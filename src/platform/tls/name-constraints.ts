import { BlockList, isIP } from 'node:net';
import { der } from './der.ts';

/** Domains that no public authority gives away: our authority may speak for them and for this machine's name. */
const localDomains = ['localhost', 'local', 'lan', 'internal', 'home.arpa', 'test'];

const localNetworks = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const;

/**
 * Value of the extension "name constraints" (RFC 5280, 4.2.1.10): certificates of our authority hold for local names
 * and private addresses only, so that a stolen authority key cannot imitate a bank. All of them, not this machine's own
 * only: with another address, by DHCP or in another network, every PC would have to trust another authority. `hostName`
 * is this machine's name.
 */
export function encodeNameConstraints(hostName: string): Buffer {
  const names = [...new Set([...localDomains, hostName])].map((name) =>
    der(0x82, Buffer.from(name, 'latin1')),
  );
  const networks = localNetworks.map(([address, bits]) => der(0x87, networkBytes(address, bits)));
  const subtrees = [...names, ...networks].map((name) => der(0x30, name));
  return der(0x30, der(0xa0, ...subtrees));
}

/** True when a certificate of an authority made for `hostName` may carry this name or address. */
export function isCovered(name: string, hostName: string): boolean {
  const family = isIP(name);
  if (family !== 0) return localAddresses.check(name, family === 6 ? 'ipv6' : 'ipv4');
  return [...localDomains, hostName].some((domain) => name === domain || name.endsWith(`.${domain}`));
}

const localAddresses = new BlockList();
for (const [address, bits] of localNetworks) {
  localAddresses.addSubnet(address, bits, address.includes(':') ? 'ipv6' : 'ipv4');
}

/** Address and mask, each 4 or 16 bytes. */
function networkBytes(address: string, bits: number): Buffer {
  const bytes = [...addressBytes(address)];
  const mask = bytes.map((_, index) => (0xff00 >> Math.min(8, Math.max(0, bits - index * 8))) & 0xff);
  return Buffer.from([...bytes, ...mask]);
}

/** The 4 or 16 bytes of an address. */
export function addressBytes(address: string): Buffer {
  return Buffer.from(address.includes(':') ? expandIpv6(address) : address.split('.').map(Number));
}

function expandIpv6(address: string): number[] {
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string): number[] =>
    text
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail)];
  const all = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last];
  return all.flatMap((group) => [group >> 8, group & 255]);
}
