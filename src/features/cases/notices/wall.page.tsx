import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { seeOther } from '../../../platform/views/html-reply.ts';
import type { Office } from '../../offices/office.read.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { staffPage } from '../../people/staff-desk.tsx';
import { listWall } from './list-wall.read.ts';
import type { NoticePagesDesk } from './notice-desk.ts';
import { wallAsOf, wallColumns, wallSpans } from './wall.presenter.ts';
import { WallView } from './wall.view.tsx';
import { SCREEN_COOKIE } from './wall-devices.page.tsx';
import { findWallScreen } from './wall-screen.ts';

/** Seconds after which a wall asks again, without any script. */
const REFRESH = 60;

/** `/petugas/layar`: the wall screen, for whoever reads cases and for devices that were given a code. */
export function wallPage(desk: NoticePagesDesk): Handler {
  const forStaff = staffPage(desk, ['case/read-open'], (c, work) =>
    showWall(c, desk, work.office, '/petugas'),
  );
  return async (c, next) => {
    const code = getCookie(c, SCREEN_COOKIE);
    if (code === undefined) return forStaff(c, next);
    const officeId = await findWallScreen(desk.pool, code, desk);
    const office = officeId === null ? undefined : await desk.offices.byId(officeId, desk.clock());
    return office === undefined ? seeOther('/layar?berakhir=1') : showWall(c, desk, office, null);
  };
}

async function showWall(
  c: Context,
  desk: NoticePagesDesk,
  office: Office,
  back: string | null,
): Promise<Response> {
  const words = wordsFor(c);
  const now = desk.clock();
  const groups = await Promise.all(
    wallSpans(now, office.zone).map(([from, to]) => listWall(desk.pool, office, from, to)),
  );
  const body = (
    <WallView
      office={office.data.name}
      asOf={wallAsOf(now, office, words)}
      columns={wallColumns(groups, office, words, now)}
      back={back}
    />
  );
  const answer = page(c, desk, { title: words('screen.page') }, body);
  // As the header, not as the element: checkers of pages for people take a <meta> of this kind for a trap, and a wall is read
  // by nobody who is in the middle of it.
  answer.headers.set('refresh', String(REFRESH));
  return answer;
}
