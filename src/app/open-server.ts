import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { openPeerAddress } from '../platform/http/client-address.ts';
import { limitConnections } from '../platform/http/limit-connections.ts';
import { HEAD_MS, REQUEST_MS } from '../platform/http/request-limits.ts';
import type { Log } from '../platform/log.ts';

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

type ServerOptions = {
  readonly tls: { readonly key: string | Buffer; readonly certificate: string | Buffer } | undefined;
  readonly trustedProxies: readonly string[];
  readonly log: Log;
};

/**
 * The server in front of the doors, with or without https. It waits for nobody for ever, and holds no connection beyond
 * its number.
 */
export function openServer(fetch: Fetch, { tls, trustedProxies, log }: ServerOptions): ServerType {
  const patience = {
    headersTimeout: HEAD_MS,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: 5_000,
  };
  const server =
    tls === undefined
      ? createAdaptorServer({ fetch, createServer: createHttp, serverOptions: patience })
      : createAdaptorServer({
          fetch,
          createServer: createHttps,
          serverOptions: { ...patience, key: tls.key, cert: tls.certificate },
        });
  limitConnections(server, openPeerAddress(trustedProxies), log);
  return server;
}
