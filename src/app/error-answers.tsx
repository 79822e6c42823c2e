import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { edgeProblem } from '../features/cases/doors/problems.ts';
import { page, wordsFor } from '../features/offices/public-desk.ts';
import { errorCode } from '../platform/errors.ts';
import { EDGE_PROBLEMS } from '../platform/http/bad-request.ts';
import { isBodyTooLarge } from '../platform/http/limit-body.ts';
import { type Problem, platformProblems, problemResponse, RETRY_AFTER } from '../platform/http/problem.ts';
import { LONGEST_TEXT } from '../platform/http/request-limits.ts';
import { turnedAwayBy } from '../platform/http/turned-away.ts';
import { errorFields } from '../platform/log.ts';
import { wordsOf } from '../platform/words/words.ts';
import type { WebDesk } from './compose.ts';
import { ErrorPageView } from './error-page.view.tsx';

/** Programs get a problem, people get a page; neither learns more than that it went wrong and where to ask. */
export function answerFault(desk: WebDesk): ErrorHandler {
  return (error, c) => {
    const id = requestIdOf(c);
    if (isBodyTooLarge(error)) return answerTooLarge(desk)(c);
    const why = turnedAwayBy(error);
    // Nobody is there any more to read an answer.
    if (why === 'broken-off') return c.body(null, 400);
    if (why === null) desk.log.error('fault', { requestId: id, ...errorFields(error) });
    const known = problemOf(error);
    if (isForPrograms(c)) return problemResponse(known, id);
    const words = wordsFor(c);
    if (known.status === 503) {
      const answer = errorPage(c, desk, words('page.later'), words('page.later-lead'), 503);
      answer.headers.set('retry-after', RETRY_AFTER);
      return answer;
    }
    if (known === TOO_MANY) {
      return errorPage(c, desk, words('page.later'), words('problem.too-many-requests'), 429);
    }
    const what = FAULT_PAGES.get(errorCode(error) ?? '') ?? 'fault';
    return errorPage(c, desk, words(`page.${what}`), words(`page.${what}-lead`, { id }), known.status);
  };
}

/** A form that is too large comes back as a page that says how long a text may be. */
export function answerTooLarge(desk: WebDesk): (c: Context) => Response {
  return (c) => {
    if (c.req.path === '/api/v1/attachments') return edgeProblem(c, 'file-too-large');
    if (isForPrograms(c)) return problemResponse(platformProblems.bodyTooLarge, requestIdOf(c));
    const words = wordsFor(c);
    const lead = c.req.path.startsWith('/petugas/impor')
      ? words('page.file-too-large-lead')
      : words('page.too-large-lead', { letters: LONGEST_TEXT.toLocaleString(words.language) });
    return errorPage(c, desk, words('page.too-large'), lead, 413);
  };
}

export function answerNotFound(desk: WebDesk): NotFoundHandler {
  return (c) => {
    if (isForPrograms(c)) return problemResponse(platformProblems.notFound, requestIdOf(c));
    const words = wordsFor(c);
    return errorPage(c, desk, words('page.not-found'), words('page.not-found-lead'), 404);
  };
}

/** What went wrong, with the way back to where its reader works: who serves at a counter is no visitor of the home page. */
function errorPage(
  c: Context,
  desk: WebDesk,
  title: string,
  lead: string,
  status: Problem['status'],
): Response {
  const isStaffPage = /^\/petugas(?:\/|$)/.test(c.req.path);
  const body = <ErrorPageView title={title} lead={lead} isStaffPage={isStaffPage} />;
  return page(c, desk, { title, failed: status === 413 || status === 429 }, body, { status });
}

/** Faults that trying again does not mend, each with the page that says what was found. */
const FAULT_PAGES = new Map<string, 'sealed' | 'forged' | 'office-forged'>([
  ['seal-broken', 'sealed'],
  ['key-missing', 'sealed'],
  ['row-forged', 'forged'],
  ['office-forged', 'office-forged'],
  ['office-differs', 'office-forged'],
]);

function isForPrograms(c: Context): boolean {
  return c.req.path.startsWith('/api/v1/') || c.req.path.startsWith('/aset/');
}

function requestIdOf(c: Context): string {
  return String(c.get('requestId') ?? '');
}

/** One address has more under way than it may; thrown where a body is taken (`client-budget.ts`). */
const TOO_MANY = {
  status: EDGE_PROBLEMS['too-many-requests'],
  code: 'too-many-requests',
  title: wordsOf('id')('problem.too-many-requests'),
} as const satisfies Problem;

/** What passes by itself is a 503: the database is away or too much waits for it; the same request may be sent again. */
function problemOf(error: unknown): Problem {
  const code = errorCode(error) ?? '';
  if (code === TOO_MANY.code) return TOO_MANY;
  if (code === platformProblems.rowForged.code) return platformProblems.rowForged;
  const message = error instanceof Error ? error.message : '';
  // A statement or a wait for a lock that took too long, or a queue that is full.
  if (/^(?:busy|57014|55P03|25P03)$/.test(code)) return platformProblems.busy;
  if (message.includes('timeout exceeded when trying to connect')) return platformProblems.busy;
  const isAway = /^(?:ECONN|EPIPE|ETIMEDOUT|57P0|08)/.test(code) || message.includes('Connection terminated');
  return isAway ? platformProblems.unavailable : platformProblems.fault;
}
