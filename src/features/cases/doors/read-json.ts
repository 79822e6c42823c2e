import type { Context } from 'hono';
import type { z } from 'zod';
import { wordsOf } from '../../../platform/words/words.ts';
import { fieldSentences } from './field-sentences.ts';
import { edgeProblem } from './problems.ts';

type Failed = { readonly ok: false; readonly problem: Response };

/**
 * The body of an API request, judged by its schema: 415 for another type, 400 for what is no JSON, 422 with the
 * fields that are wrong. `text` is the exact body, by which a repeat is known.
 */
export async function readJson<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ readonly ok: true; readonly data: T; readonly text: string } | Failed> {
  const read = await readJsonValue(c);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value, { reportInput: true });
  if (parsed.success) return { ok: true, data: parsed.data, text: read.text };
  const errors = fieldSentences(parsed.error.issues, wordsOf('id'));
  return { ok: false, problem: edgeProblem(c, 'validation-failed', errors) };
}

/** The same, not judged yet; no body at all is an empty object. */
export async function readJsonValue(
  c: Context,
): Promise<{ readonly ok: true; readonly value: unknown; readonly text: string } | Failed> {
  const text = await c.req.text();
  if (text === '') return { ok: true, value: {}, text };
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    return { ok: false, problem: edgeProblem(c, 'not-json') };
  }
  const value = parse(text);
  return value === undefined
    ? { ok: false, problem: edgeProblem(c, 'malformed-json') }
    : { ok: true, value, text };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(wholeLetters(text));
  } catch {
    return undefined;
  }
}

/**
 * Half of a letter ("\\ud800") is JSON, but no database can keep it: U+FFFD stands for it, in values and names. Mended in
 * the text, escape by escape: to ask for each value of a body of nothing but empty objects would stop the server.
 */
export function wholeLetters(text: string): string {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return text;
  return text.replaceAll(ESCAPE, (whole, half: string | undefined) =>
    half === undefined ? whole : '\\ufffd',
  );
}

/** A whole pair, the half of one, or any other escape, which may be a backslash before what only looks like a half. */
const ESCAPE =
  /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u([dD][89a-fA-F][\da-fA-F]{2})|\\[\s\S]/g;
