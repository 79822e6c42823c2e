import type { Context, Handler } from 'hono';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, type StaffDesk, sessionToken, staffPage } from '../staff-desk.tsx';
import { endOtherSessions, endOwnSession } from './end-sessions.ts';
import { listSessions } from './list-sessions.read.ts';
import { SessionsView } from './sessions.view.tsx';

const PATH = '/petugas/keamanan/sesi';

/** `/petugas/keamanan/sesi`: where somebody is signed in, and how he ends that. */
export function sessionsPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => show(c, desk, work));
}

async function show(c: Context, desk: StaffDesk, work: AtWork): Promise<Response> {
  const words = wordsFor(c);
  const { zone } = work.office;
  const told = (at: Date) => formatInstant(at.getTime(), zone, words.language);
  const sessions = await listSessions(desk.pool, work.staff, desk.clock());
  const body = (
    <SessionsView
      staff={work.face}
      done={c.req.query('berakhir') === undefined ? null : words('sessions.ended')}
      sessions={sessions.map((one) => ({
        id: one.id,
        own: one.id === work.staff.session?.id,
        browser: one.browser === '' ? words('sessions.unknown-browser') : one.browser,
        network: one.network,
        means: words(`sessions.means-${one.means}`),
        opened: told(one.openedAt),
        seen: told(one.lastSeenAt),
      }))}
    />
  );
  return page(c, desk, { title: words('sessions.title') }, body);
}

export function sendEndSession(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const { session = '' } = (await readForm(c))?.values ?? {};
    await endOwnSession(desk.pool, work.staff, session);
    return seeOther(`${PATH}?berakhir`);
  });
}

export function sendEndOtherSessions(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    await endOtherSessions(desk.pool, work.staff, sessionToken(c, desk));
    return seeOther(`${PATH}?berakhir`);
  });
}
