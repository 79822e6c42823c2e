import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { errorFields, type Log } from '../log.ts';

/**
 * One line a request: method, route (never the address itself, which may hold a ticket), status, milliseconds.
 * Errors that no handler expected are logged with their place.
 */
export function accessLog(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const fields = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    };
    if (c.res.status >= 500) log.error('request', { ...fields, ...(c.error ? errorFields(c.error) : {}) });
    else log.info('request', fields);
  };
}
