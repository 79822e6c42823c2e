import { BlockList, isIP, type Socket } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK = /^(?:127\.|::1$)/;
/** As which all loopback addresses are counted: whoever is on this machine may take any of them. */
const THIS_MACHINE = '127.0.0.1';

/** What proxies add; none of them adds all. */
const FORWARDING = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'via',
  'x-real-ip',
];

/** The network address that a request comes from; null where there is no connection, as inside a test. */
export type ClientAddress = (c: Context) => string | null;
export type IsSecure = (c: Context) => boolean;
export type IsHere = (c: Context) => boolean;
/** Of a connection, before anything was sent on it; null for this machine and for a proxy of ours, which bring many. */
export type PeerAddress = (socket: Socket) => string | null;

/**
 * Who asks, behind proxies too. Each proxy appends to X-Forwarded-For whom it serves, so the header is read from its
 * end as long as a proxy of ours stands there: this machine, or one of `proxies` (addresses and networks, '10.0.0.0/8').
 * The first that is none of ours is the client; whatever stands before it anybody may have written. A proxy that names
 * nobody is counted itself, and so is this machine: what forwards to it without a word looks like it.
 */
export function openClientAddress(proxies: readonly string[]): ClientAddress {
  const isOurs = openIsOurs(proxies);
  const counted = (address: string) => (LOOPBACK.test(address) ? THIS_MACHINE : address);
  return (c) => {
    const peer = peerAddress(c);
    if (peer === null || !isOurs(peer)) return peer;
    const named = (c.req.header('x-forwarded-for') ?? '').split(',').map(bareAddress);
    while (named.length > 1 && isOurs(named.at(-1) ?? '')) named.pop();
    const client = named.at(-1) ?? '';
    return counted(isIP(client) === 0 ? peer : client);
  };
}

/**
 * Whether the browser speaks https: with us (`tls`), or with a proxy of ours that says so in X-Forwarded-Proto. Where
 * several proxies have written there, all of them must.
 */
export function openIsSecure(proxies: readonly string[], { tls }: { readonly tls: boolean }): IsSecure {
  const isOurs = openIsOurs(proxies);
  return (c) => {
    if (tls) return true;
    const peer = peerAddress(c);
    if (peer === null || !isOurs(peer)) return false;
    const spoken = (c.req.header('x-forwarded-proto') ?? '').split(',');
    return spoken.every((one) => one.trim().toLowerCase() === 'https');
  };
}

export function openPeerAddress(proxies: readonly string[]): PeerAddress {
  const isOurs = openIsOurs(proxies);
  return ({ remoteAddress }) => {
    const peer = remoteAddress === undefined ? null : bareAddress(remoteAddress);
    return peer === null || isOurs(peer) ? null : peer;
  };
}

/** Whether an address is this machine or one of `proxies`. */
function openIsOurs(proxies: readonly string[]): (address: string) => boolean {
  const known = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    if (bits === undefined) known.addAddress(address, familyOf(address));
    else known.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) =>
    LOOPBACK.test(address) || (proxies.length > 0 && known.check(address, familyOf(address)));
}

/**
 * Whether a program or a browser on this machine itself asks, and no proxy on it for somebody else: nothing forwarded,
 * our own address as Host, HTTP/1.1 (nginx without settings hides the Host, and speaks 1.0 up to version 1.29.6), and
 * no proxy on this machine among `proxies`. A program that forwards bytes without reading them cannot be told from it,
 * so only figures of no harm may hang on this.
 */
export function openIsHere(proxies: readonly string[]): IsHere {
  if (proxies.some((proxy) => LOOPBACK.test(proxy))) return () => false;
  return (c) => {
    const peer = peerAddress(c);
    if (peer === null || !LOOPBACK.test(peer) || c.env.incoming.httpVersion === '1.0') return false;
    return FORWARDING.every((name) => c.req.header(name) === undefined) && isOwnHost(c);
  };
}

/** Whether Host names this machine and the port that was knocked at. */
function isOwnHost(c: Context): boolean {
  const host = URL.parse(`http://${c.req.header('host') ?? ''}`);
  if (host === null || !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host.hostname)) return false;
  const { localPort } = c.env.incoming.socket;
  return host.port === '' ? localPort === 80 || localPort === 443 : Number(host.port) === localPort;
}

function peerAddress(c: Context): string | null {
  // Without a socket (a request made inside a test) there is no address.
  const address = c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address;
  return address === undefined ? null : bareAddress(address);
}

/** Without blanks, port and brackets that some proxies write, and without the disguise of IPv4 in IPv6. */
function bareAddress(text: string): string {
  const bare = text.trim();
  const [, within] = /^\[([^\]]+)\](?::\d+)?$/.exec(bare) ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare) ?? [];
  return (within ?? bare).replace(/^::ffff:(?=\d+\.)/i, '');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}
