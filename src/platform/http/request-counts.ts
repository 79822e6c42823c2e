import type { MiddlewareHandler } from 'hono';

const counts = new Map<number, number>();

/** Counts answers by status for /metrics. */
export function countRequests(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    counts.set(c.res.status, (counts.get(c.res.status) ?? 0) + 1);
  };
}

export function requestCounts(): readonly (readonly [status: number, count: number])[] {
  return [...counts].toSorted(([a], [b]) => a - b);
}
