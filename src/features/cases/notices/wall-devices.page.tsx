import type { Context, Handler } from 'hono';
import { formatDate } from '../../../domain/calendar/format-date.ts';
import { localDate } from '../../../domain/calendar/instant.ts';
import { actorOfHistory } from '../../../domain/people/case-actor.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { normaliseCode } from '../../../platform/random-code.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { type AtWork, actingAs, staffPage } from '../../people/staff-desk.tsx';
import type { NoticePagesDesk } from './notice-desk.ts';
import { WallDevicesView } from './wall-devices.view.tsx';
import { WallPairView } from './wall-pair.view.tsx';
import { findWallScreen, listWallScreens, makeWallScreen, revokeWallScreen } from './wall-screen.ts';

const ADDRESS = '/petugas/layar/perangkat';
/** Of a device that shows the wall; it goes to that one page only. */
export const SCREEN_COOKIE = 'layar';
const YEAR_SECONDS = 365 * 24 * 3600;

/** `/petugas/layar/perangkat`: the devices that show the wall without anybody's account. */
export function wallDevicesPage(desk: NoticePagesDesk): Handler {
  return staffPage(desk, ['office/administer'], (c, work) => showDevices(c, desk, work, { status: 200 }));
}

/** A code made, shown once in the answer, or one revoked. */
export function sendWallDevices(desk: NoticePagesDesk): Handler {
  return staffPage(desk, ['office/administer'], async (c, work) => {
    const words = wordsFor(c);
    const form = await readForm(c);
    const { officeId } = work.office;
    const actor = actorOfHistory(actingAs(work, 'office/administer'));
    const context = { keyring: desk.keyring, actor, now: desk.clock(), newId: desk.cases.newId };
    const revoke = form?.values.revoke ?? '';
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(revoke)) {
      await revokeWallScreen(desk.pool, officeId, revoke, context);
      return seeOther(`${ADDRESS}?selesai=dicabut`);
    }
    const name = (form?.values.name ?? '').slice(0, 100);
    if (name === '') return showDevices(c, desk, work, { status: 422, error: words('form.required') });
    const account = work.staff.account;
    const code = await makeWallScreen(desk.pool, officeId, { name, account }, context);
    return showDevices(c, desk, work, {
      status: 200,
      made: { name, code: code.replaceAll(/.{4}(?=.)/g, '$&-') },
    });
  });
}

type Shown = {
  readonly status: 200 | 422;
  readonly error?: string;
  readonly made?: { readonly name: string; readonly code: string };
};

async function showDevices(
  c: Context,
  desk: NoticePagesDesk,
  work: AtWork,
  { status, error, made }: Shown,
): Promise<Response> {
  const words = wordsFor(c);
  const { zone, officeId } = work.office;
  const day = (at: Date) => formatDate(localDate(at.getTime(), zone), 'long', words.language);
  const screens = await listWallScreens(desk.pool, desk, officeId);
  const body = (
    <WallDevicesView
      staff={work.face}
      address={`${desk.publicUrl ?? new URL(c.req.url).origin}/layar`}
      made={made ?? null}
      revoked={c.req.query('selesai') === 'dicabut'}
      error={error}
      devices={screens.map(({ id, name, madeAt, revokedAt, broken }) => ({
        id,
        name,
        since: words('screen.since', { day: day(madeAt) }),
        ended: revokedAt === null ? null : words('screen.ended-on', { day: day(revokedAt) }),
        live: revokedAt === null && !broken,
      }))}
    />
  );
  return page(c, desk, { title: words('screen.devices'), failed: status === 422, islands: ['staff'] }, body, {
    status,
  });
}

/** `/layar`: where a device is given its code; nobody is signed in there. */
export function wallPairPage(desk: NoticePagesDesk): Handler {
  return (c) => {
    const words = wordsFor(c);
    const ended = c.req.query('berakhir') !== undefined;
    const answer = page(
      c,
      desk,
      { title: words('screen.pair') },
      <WallPairView ended={ended} error={undefined} />,
    );
    if (ended) answer.headers.append('set-cookie', screenCookie(c, desk, ''));
    return answer;
  };
}

/** Wrong codes of one address are counted as wrong ticket codes are. */
export function sendWallPair(desk: NoticePagesDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const [address, now] = [desk.clientAddress(c), desk.clock()];
    const code = normaliseCode((await readForm(c))?.values.code ?? '');
    const free = desk.trackLimit.take(address, now);
    const officeId = free && code !== '' ? await findWallScreen(desk.pool, code, desk) : null;
    if (officeId === null) {
      const body = (
        <WallPairView ended={false} error={words(code === '' ? 'form.required' : 'screen.code-wrong')} />
      );
      return page(c, desk, { title: words('screen.pair'), failed: true }, body, { status: free ? 422 : 429 });
    }
    desk.trackLimit.giveBack(address, now);
    const answer = seeOther('/petugas/layar');
    answer.headers.append('set-cookie', screenCookie(c, desk, code));
    return answer;
  };
}

function screenCookie(c: Context, desk: NoticePagesDesk, code: string): string {
  const age = code === '' ? 0 : YEAR_SECONDS;
  return `${SCREEN_COOKIE}=${code}; Path=/petugas/layar; Max-Age=${age}; HttpOnly; SameSite=Lax${desk.isSecure(c) ? '; Secure' : ''}`;
}
