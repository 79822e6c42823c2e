import type { Handler } from 'hono';
import { officeOf, type PublicDesk } from './public-desk.ts';

/** `/lambang/:office`: the emblem as it was checked on loading; 404 where the office has none. */
export function emblemPage(desk: PublicDesk): Handler {
  return async (c) => {
    const office = await officeOf(desk, c.req.param('office'));
    const svg = office?.data.letterhead.emblemSvg;
    if (svg === undefined) return c.notFound();
    return c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=300' });
  };
}
