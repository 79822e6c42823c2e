import type { Context, MiddlewareHandler } from 'hono';
import { platformProblems, problemResponse } from './problem.ts';

/** Thrown into whoever reads a body beyond its limit; `isBodyTooLarge` knows it again. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/**
 * Refuses a body of more than `maxBytes` with 413. A declared length is judged at once (Node holds the client to
 * it); a chunked body is counted while it streams, so nothing larger is ever held in memory. `tooLarge` is the answer.
 */
export function limitBody(
  maxBytes: number,
  tooLarge: (c: Context) => Response = tooLargeForPrograms,
): MiddlewareHandler {
  return async (c, next) => {
    const declared = c.req.header('content-length');
    const chunked = c.req.header('transfer-encoding') !== undefined;
    if (declared !== undefined && !chunked) {
      return Number(declared) <= maxBytes ? next() : tooLarge(c);
    }
    if (chunked && c.req.raw.body) c.req.raw = counted(c.req.raw, c.req.raw.body, maxBytes);
    await next();
    if (isBodyTooLarge(c.error)) c.res = tooLarge(c);
    return undefined;
  };
}

/** True for the error that a reader of a counted body gets, also when a parser wrapped it. */
export function isBodyTooLarge(error: unknown): boolean {
  if (error instanceof BodyTooLarge) return true;
  return error instanceof Error && error.cause !== undefined && isBodyTooLarge(error.cause);
}

function tooLargeForPrograms(c: Context): Response {
  return problemResponse(platformProblems.bodyTooLarge, c.get('requestId'));
}

function counted(request: Request, body: ReadableStream<Uint8Array>, maxBytes: number): Request {
  let seen = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) controller.error(new BodyTooLarge());
      else controller.enqueue(chunk);
    },
  });
  const init = { body: body.pipeThrough(counter), duplex: 'half' };
  return new Request(request, init);
}
