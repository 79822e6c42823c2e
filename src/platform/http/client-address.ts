import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * The network address that a request comes from. A peer on this machine is a proxy, which names the client last in
 * X-Forwarded-For, or a program of the office itself: then null. From anywhere else that header is not believed.
 */
export function clientAddress(c: Context): string | null {
  const peer = peerAddress(c);
  if (peer === null || !LOOPBACK.test(peer)) return peer;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}

/** Whether the request was made on this machine itself, not through a proxy. */
export function isLocalRequest(c: Context): boolean {
  const peer = peerAddress(c);
  return peer !== null && LOOPBACK.test(peer) && c.req.header('x-forwarded-for') === undefined;
}

function peerAddress(c: Context): string | null {
  // Without a socket (a request made inside a test) there is no address.
  return c.env?.incoming === undefined ? null : (getConnInfo(c).remote.address ?? null);
}
