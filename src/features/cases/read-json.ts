import type { Context } from 'hono';
import type { z } from 'zod';
import { wordsOf } from '../../platform/words/words.ts';
import { fieldSentences } from './field-sentences.ts';
import { edgeProblem } from './problems.ts';

/**
 * The body of an API request, judged by its schema: 415 for another type, 400 for what is no JSON, 422 with the
 * fields that are wrong. `text` is the exact body, by which a repeat is known.
 */
export async function readJson<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<
  | { readonly ok: true; readonly data: T; readonly text: string }
  | { readonly ok: false; readonly problem: Response }
> {
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    return { ok: false, problem: edgeProblem(c, 'not-json') };
  }
  const text = await c.req.text();
  const value = parse(text);
  if (value === undefined) return { ok: false, problem: edgeProblem(c, 'malformed-json') };
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, data: parsed.data, text };
  const errors = fieldSentences(parsed.error.issues, wordsOf('id'));
  return { ok: false, problem: edgeProblem(c, 'validation-failed', errors) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
