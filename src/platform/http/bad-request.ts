import type { Problem } from './problem.ts';

/** What the edge itself finds wrong with a request, beside the platform's own; sentences come from the words. */
export const EDGE_PROBLEMS = {
  'validation-failed': 422,
  'not-json': 415,
  'malformed-json': 400,
  unauthenticated: 401,
  'other-office': 403,
  'ticket-unknown': 404,
  'office-unknown': 404,
  'too-many-requests': 429,
  'operation-unknown': 404,
  'file-gone': 410,
  'file-too-large': 413,
  'file-type-not-taken': 415,
  'file-not-taken': 422,
} as const satisfies Record<string, Problem['status']>;
export type EdgeProblem = keyof typeof EDGE_PROBLEMS;
