import type { Context, MiddlewareHandler } from 'hono';
import { platformProblems, problemResponse } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request (403 foreign-origin) that another site makes a browser send. Decided by
 * Sec-Fetch-Site, on older browsers by Origin. A client that sends neither is no browser: it passes unless it
 * carries a cookie.
 */
export function refuseForeignOrigin(): MiddlewareHandler {
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || isOwnRequest(c)) return next();
    return problemResponse(platformProblems.foreignOrigin, c.get('requestId'));
  };
}

function isOwnRequest(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = c.req.header('origin');
  if (origin !== undefined) return URL.parse(origin)?.host === c.req.header('host')?.toLowerCase();
  return c.req.header('cookie') === undefined;
}
