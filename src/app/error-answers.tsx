import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { page, wordsFor } from '../features/offices/public-desk.ts';
import { isBodyTooLarge } from '../platform/http/limit-body.ts';
import { platformProblems, problemResponse } from '../platform/http/problem.ts';
import { errorFields } from '../platform/log.ts';
import type { WebDesk } from './compose.ts';
import { ErrorPageView } from './error-page.view.tsx';

/** Programs get a problem, people get a page; neither learns more than that it went wrong and where to ask. */
export function answerFault(desk: WebDesk): ErrorHandler {
  return (error, c) => {
    const id = requestIdOf(c);
    if (isBodyTooLarge(error)) return answerTooLarge(desk)(c);
    desk.log.error('fault', { requestId: id, ...errorFields(error) });
    const known = isUnreachable(error) ? platformProblems.unavailable : platformProblems.fault;
    if (isForPrograms(c)) return problemResponse(known, id);
    const words = wordsFor(c);
    const body = <ErrorPageView title={words('page.fault')} lead={words('page.fault-lead', { id })} />;
    return page(c, desk, { title: words('page.fault') }, body, { status: known.status });
  };
}

/** A form that is too large comes back as a page that says how long a text may be. */
export function answerTooLarge(desk: WebDesk): (c: Context) => Response {
  return (c) => {
    if (isForPrograms(c)) return problemResponse(platformProblems.bodyTooLarge, requestIdOf(c));
    const words = wordsFor(c);
    const lead = words(
      c.req.path.startsWith('/petugas/impor') ? 'page.file-too-large-lead' : 'page.too-large-lead',
    );
    const body = <ErrorPageView title={words('page.too-large')} lead={lead} />;
    return page(c, desk, { title: words('page.too-large'), failed: true }, body, { status: 413 });
  };
}

export function answerNotFound(desk: WebDesk): NotFoundHandler {
  return (c) => {
    if (isForPrograms(c)) return problemResponse(platformProblems.notFound, requestIdOf(c));
    const words = wordsFor(c);
    const body = <ErrorPageView title={words('page.not-found')} lead={words('page.not-found-lead')} />;
    return page(c, desk, { title: words('page.not-found') }, body, { status: 404 });
  };
}

function isForPrograms(c: Context): boolean {
  return c.req.path.startsWith('/api/v1/') || c.req.path.startsWith('/aset/');
}

function requestIdOf(c: Context): string {
  return String(c.get('requestId') ?? '');
}

/** The database is away: it comes back, and the same request may be sent again. */
function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /^(?:ECONN|EPIPE|ETIMEDOUT|57P0|08)/.test(code) ||
    (error instanceof Error &&
      /timeout exceeded when trying to connect|Connection terminated/.test(error.message))
  );
}
