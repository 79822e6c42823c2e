import type { Context } from 'hono';
import { EDGE_PROBLEMS, type EdgeProblem } from '../../../platform/http/bad-request.ts';
import { type FieldProblem, problemResponse } from '../../../platform/http/problem.ts';
import { wordsOf } from '../../../platform/words/words.ts';
import { type AnyRefused, refusalAnswer } from './refusal-answers.ts';

const words = wordsOf('id');

/** A problem of the edge as application/problem+json. */
export function edgeProblem(c: Context, code: EdgeProblem, errors?: readonly FieldProblem[]): Response {
  const problem = { status: EDGE_PROBLEMS[code], code, title: words(`problem.${code}`) };
  return problemResponse(errors === undefined ? problem : { ...problem, errors }, c.get('requestId'));
}

/** A refusal as application/problem+json: its code, and the sentence that the pages say too. */
export function refusalProblem(c: Context, refused: AnyRefused, has?: (field: string) => boolean): Response {
  const { status, code, sentence, field } = refusalAnswer(refused, words, has);
  const problem = { status, code, title: sentence };
  const errors = field === null ? undefined : [{ field, message: sentence }];
  return problemResponse(errors === undefined ? problem : { ...problem, errors }, c.get('requestId'));
}
