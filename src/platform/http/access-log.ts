import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { errorFields, type Log } from '../log.ts';
import { openTurnedAway, turnedAwayBy } from './turned-away.ts';

/**
 * One line a request: method, route (never the address itself, which may hold a ticket), status, milliseconds.
 * Errors that no handler expected are logged with their place; requests that were turned away in a flood are only counted.
 */
export function accessLog(log: Log): MiddlewareHandler {
  const turnedAway = openTurnedAway(log);
  return async (c, next) => {
    const started = performance.now();
    await next();
    const why = c.error === undefined ? null : turnedAwayBy(c.error);
    if (why !== null) {
      turnedAway(why);
      return;
    }
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
