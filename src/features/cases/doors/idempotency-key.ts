import type { Context } from 'hono';
import { randomToken } from '../../../platform/random-code.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { edgeProblem } from './problems.ts';

const LONGEST = 200;

/** What callers without a token share: a key that two of them could think of would give one the answer of the other. */
const UNGUESSABLE = /^[\w-]{22,200}$/;

/**
 * `Idempotency-Key` of an API request: null when there is none, the 422 when it is empty, longer than 200 letters or,
 * without a token, so short that somebody else may think of it.
 */
export function idempotencyKey(c: Context): string | null | Response {
  const key = c.req.header('idempotency-key')?.trim();
  if (key === undefined) return null;
  const hasToken = c.req.header('authorization') !== undefined;
  if (hasToken ? key.length > 0 && key.length <= LONGEST : UNGUESSABLE.test(key)) return key;
  const message = wordsOf('id')(hasToken ? 'api.idempotency-key' : 'api.idempotency-key-public');
  return edgeProblem(c, 'validation-failed', [{ field: 'Idempotency-Key', message }]);
}

/** The hidden key of a form of ours; one that is missing or altered is as good as none. */
export function keyOfForm(sent: string | undefined): string {
  return sent !== undefined && UNGUESSABLE.test(sent) ? sent : randomToken();
}

/**
 * Acts under the form's key, so that a form sent twice acts once. Another text on the same form (somebody went back in
 * the browser) is another act, under a key of its own.
 */
export async function actOnce<R extends { readonly ok: boolean }>(
  key: string,
  act: (key: string) => Promise<R>,
): Promise<R> {
  const result = await act(key);
  const reused = !result.ok && 'refusal' in result && result.refusal === 'idempotency-key-reused';
  return reused ? act(randomToken()) : result;
}
