import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type WordValues, wordsOf } from '../words/words.ts';
import { jsonResponse } from './json-response.ts';
import { BODY_BYTES, LONGEST_TEXT } from './request-limits.ts';

/** One wrong field of a request: its path ('reporters.0.phone') and an Indonesian sentence. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Problem {
  readonly status: ContentfulStatusCode;
  /** From a closed list; programs decide by it. */
  readonly code: string;
  /** Indonesian, for people. */
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
}

/** What the platform itself answers; each feature adds its refusals in one file at the edge. */
export const platformProblems = {
  bodyTooLarge: told(413, 'body-too-large', {
    megabytes: BODY_BYTES / 1_000_000,
    letters: LONGEST_TEXT.toLocaleString('id'),
  }),
  foreignOrigin: told(403, 'foreign-origin'),
  notFound: told(404, 'not-found'),
  unavailable: told(503, 'unavailable'),
  busy: told(503, 'busy'),
  fault: told(500, 'fault'),
  rowForged: told(500, 'row-forged'),
} as const;

/** Seconds after which a 503 may be tried again. */
export const RETRY_AFTER = '5';

/** The problem as application/problem+json (RFC 9457). `requestId` lets a person's report be found in the log. */
export function problemResponse(problem: Problem, requestId?: string): Response {
  const { status, code, title, detail, errors } = problem;
  const body = { type: `urn:tanggap:${code}`, status, code, title, detail, errors, requestId };
  return jsonResponse(body, status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(status === 503 ? { 'retry-after': RETRY_AFTER } : {}),
  });
}

type PlatformCode =
  | 'body-too-large'
  | 'foreign-origin'
  | 'not-found'
  | 'unavailable'
  | 'busy'
  | 'fault'
  | 'row-forged';

function told(status: Problem['status'], code: PlatformCode, values: WordValues = {}): Problem {
  const words = wordsOf('id');
  return { status, code, title: words(`problem.${code}`), detail: words(`problem.${code}.detail`, values) };
}
