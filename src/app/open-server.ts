import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { CONNECTIONS, HEAD_MS, REQUEST_MS } from '../platform/http/request-limits.ts';

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** The server in front of the doors, with or without https. It waits for nobody for ever, and holds no connection beyond its number. */
export function openServer(
  fetch: Fetch,
  tls: { readonly key: string | Buffer; readonly certificate: string | Buffer } | undefined,
): ServerType {
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
  server.maxConnections = CONNECTIONS;
  return server;
}
