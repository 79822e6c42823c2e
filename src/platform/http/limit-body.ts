import type { Context, MiddlewareHandler } from 'hono';
import type { ClientAddress } from './client-address.ts';
import type { ClientBudget, ClientShare } from './client-budget.ts';
import { platformProblems, problemResponse } from './problem.ts';
import { AT_ONCE_BYTES } from './request-limits.ts';

/** Thrown into whoever reads a body beyond its limit; `isBodyTooLarge` knows it again. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export type BodyArrival = {
  readonly budget: ClientBudget;
  readonly clientAddress: ClientAddress;
  /** Milliseconds after which the connection of a body that has not arrived is cut. */
  readonly within: number;
};

/**
 * Refuses a body of more than `maxBytes` with 413. A declared length is judged at once (Node holds the client to
 * it); a chunked body is counted while it streams, so nothing larger is ever held in memory. `tooLarge` is the answer.
 * With `arrival` it takes room of the budget, `AT_ONCE_BYTES` of a declared body at once and whatever else as it comes, so
 * that announcing a long body and sending none takes nobody's room, until the request is answered or its connection gone;
 * without room the budget's fault is thrown.
 */
export function limitBody(
  maxBytes: number,
  tooLarge: (c: Context) => Response = tooLargeForPrograms,
  arrival: BodyArrival | null = null,
): MiddlewareHandler {
  return async (c, next) => {
    const declared = c.req.header('content-length');
    const chunked = c.req.header('transfer-encoding') !== undefined;
    if (declared === undefined && !chunked) return next();
    if (!chunked && !(Number(declared) <= maxBytes)) return tooLarge(c);
    const share = arrival?.budget(arrival.clientAddress(c)) ?? NO_SHARE;
    const atOnce = chunked ? 0 : Math.min(Number(declared), AT_ONCE_BYTES);
    share.grow(atOnce);
    const isSmall = !chunked && Number(declared) === atOnce;
    if (!isSmall && c.req.raw.body)
      c.req.raw = counted(c.req.raw, c.req.raw.body, { maxBytes, atOnce, share });
    const cut = arrival === null ? undefined : setTimeout(() => cutUnlessArrived(c), arrival.within);
    try {
      await next();
    } finally {
      clearTimeout(cut);
      share.giveBack();
    }
    if (isBodyTooLarge(c.error)) c.res = tooLarge(c);
    return undefined;
  };
}

const NO_SHARE: ClientShare = { grow: () => undefined, giveBack: () => undefined };

/** Whoever waits for the rest of the body then hears that the client is gone. */
function cutUnlessArrived(c: Context): void {
  const incoming = c.env?.incoming;
  if (incoming !== undefined && !incoming.complete) incoming.socket.destroy();
}

/** True for the error that a reader of a counted body gets, also when a parser wrapped it. */
export function isBodyTooLarge(error: unknown): boolean {
  if (error instanceof BodyTooLarge) return true;
  return error instanceof Error && error.cause !== undefined && isBodyTooLarge(error.cause);
}

function tooLargeForPrograms(c: Context): Response {
  return problemResponse(platformProblems.bodyTooLarge, c.get('requestId'));
}

function counted(
  request: Request,
  body: ReadableStream<Uint8Array>,
  {
    maxBytes,
    atOnce,
    share,
  }: { readonly maxBytes: number; readonly atOnce: number; readonly share: ClientShare },
): Request {
  let seen = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) throw new BodyTooLarge();
      share.grow(Math.max(0, Math.min(chunk.byteLength, seen - atOnce)));
      controller.enqueue(chunk);
    },
  });
  const init = { body: body.pipeThrough(counter), duplex: 'half' };
  return new Request(request, init);
}
