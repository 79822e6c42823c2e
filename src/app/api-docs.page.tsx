import type { Handler } from 'hono';
import { page, wordsFor } from '../features/offices/public-desk.ts';
import { isWordKey, type Words } from '../platform/words/words.ts';
import { ApiDocsView, type ApiDoor } from './api-docs.view.tsx';
import type { WebDesk } from './compose.ts';
import { openApiDocument } from './open-api.ts';

/** `GET /api/docs`: our own plain page, drawn from the OpenAPI document; no script. */
export function apiDocsPage(desk: WebDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const document = await openApiDocument();
    const { PROBLEM_CODES } = await import('./open-api-document.ts');
    const doors: ApiDoor[] = [];
    for (const [path, methods] of Object.entries(document.paths ?? {})) {
      for (const [method, door] of Object.entries(methods ?? {})) {
        doors.push({ method: method.toUpperCase(), path, summary: summaryOf(door, words) });
      }
    }
    const codes = PROBLEM_CODES.map(({ code, status }) => ({
      code,
      status,
      meaning: meaningOf(code, words),
    }));
    return page(c, desk, { title: words('docs.page') }, <ApiDocsView doors={doors} codes={codes} />, {
      keepSeconds: 300,
    });
  };
}

function summaryOf(door: unknown, words: Words): string {
  const summary = typeof door === 'object' && door !== null && 'summary' in door ? String(door.summary) : '';
  const key = `op.${summary}`;
  return isWordKey(key) ? words(key) : summary;
}

function meaningOf(code: string, words: Words): string {
  for (const key of [`refusal.${code}`, `problem.${code}`]) {
    // Sentences that ask for a value are shown with an ellipsis in its place.
    if (isWordKey(key))
      return words(key, {
        status: '…',
        because: '…',
        field: '…',
        printed: '…',
        what: '…',
        wall: '…',
        expected: '…',
        year: '…',
        roles: '…',
      });
  }
  if (code === 'case-not-found') return words('refusal.respondent-shut-out');
  if (code === 'version-conflict') return words('case.stale');
  return '';
}
