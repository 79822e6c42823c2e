import type { Words } from '../../../platform/words/words.ts';
import type { CodeResult } from './check-code.ts';

/** The sentence of a code that was not taken, and the status that goes with it. */
export function codeError(
  words: Words,
  result: Extract<CodeResult, { ok: false }>,
): { readonly sentence: string; readonly status: 422 | 429 } {
  return result.refusal === 'too-many-attempts'
    ? { sentence: words('sign-in.wait', { minutes: result.minutes }), status: 429 }
    : { sentence: words(`factor.${result.refusal}`), status: 422 };
}
