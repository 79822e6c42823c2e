import type { MiddlewareHandler } from 'hono';
import { uuidv7 } from '../ids.ts';

export interface RequestIdVariables {
  requestId: string;
}

/** Names each request by an id of ours (what a client sends is not trusted) and answers it in X-Request-Id. */
export function requestId(): MiddlewareHandler<{ Variables: RequestIdVariables }> {
  return async (c, next) => {
    const id = uuidv7();
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
  };
}
