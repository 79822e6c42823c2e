import type { Context, Handler } from 'hono';
import type { Permission } from '../../domain/people/permissions.ts';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { checkOwnPassword } from './check-own-password.ts';
import { safePath } from './go-on.page.tsx';
import { ProveView } from './prove.view.tsx';
import { checkCode } from './second-factor/check-code.ts';
import { codeError } from './second-factor/code-error.ts';
import { renewOwn } from './sessions/renew-own.page.ts';
import { knownAs } from './sign-in.ts';
import {
  type AtWork,
  knownHere,
  lacksSecondFactor,
  PROVE_AGAIN,
  type StaffDesk,
  sessionCookie,
  sessionToken,
  staffPage,
} from './staff-desk.tsx';

/** So long after somebody proved who he is a page opens that changes what keeps others out, without proving it again. */
const PROVED_MS = 15 * 60_000;
/** What was filled in on such a page is taken a quarter of an hour longer, so that nothing typed is lost. */
const FILLED_MS = 30 * 60_000;

/**
 * A page for what keeps others out, one's own way in or another's account, for whoever has one of the permissions: whoever
 * finds a screen left open proves first who he is. Never by a PIN: that opens the counter only.
 */
export function provedPage(
  desk: StaffDesk,
  permissions: readonly Permission[],
  show: (c: Context, work: AtWork) => Response | Promise<Response>,
): Handler {
  return staffPage(desk, permissions, (c, work) => {
    if (isProved(desk, work, c.req.method === 'GET' ? PROVED_MS : FILLED_MS)) return show(c, work);
    const next = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/petugas/keamanan';
    return seeOther(`${PROVE_AGAIN}?ke=${encodeURIComponent(next)}`);
  });
}

/** Whether somebody proved a short time ago, in this session, who he is. */
export function isProved(desk: StaffDesk, { staff: { session } }: AtWork, within = PROVED_MS): boolean {
  return session !== null && session.means !== 'pin' && desk.clock() - session.provedAt < within;
}

/** `/petugas/keamanan/bukti` */
export function provePage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => show(c, desk, work, safePath(c.req.query('ke')), {}));
}

function show(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  next: string,
  errors: FieldErrors,
  status = 200,
): Response {
  const { session, hasSecondFactor } = work.staff;
  const body = (
    <ProveView
      staff={lacksSecondFactor(desk, work) ? null : work.face}
      by={hasSecondFactor ? 'code' : session?.means === 'single-sign-on' ? 'single-sign-on' : 'password'}
      fully={session?.means === 'pin'}
      next={next}
      errors={errors}
    />
  );
  const title = wordsFor(c)('prove.title');
  return page(c, desk, { title, failed: status !== 200 }, body, { status });
}

export function sendProve(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const values = (await readForm(c))?.values ?? {};
    const next = safePath(values.next);
    const { staff } = work;
    if (staff.session === null || staff.session.means === 'pin') return show(c, desk, work, next, {});
    const failed = staff.hasSecondFactor
      ? await failedCode(c, desk, work, values.code ?? '')
      : await failedPassword(c, desk, work, values.current ?? '');
    if (failed !== null) return show(c, desk, work, next, failed.errors, failed.status);
    const token = await renewOwn(c, desk, staff, staff.hasSecondFactor ? 'proven' : staff.session.factor);
    if (token === null) return seeOther('/petugas/masuk');
    const answer = seeOther(next);
    answer.headers.append('set-cookie', sessionCookie(c, desk, token));
    return answer;
  });
}

type Failed = { readonly errors: FieldErrors; readonly status: number };

async function failedCode(
  c: Context,
  desk: StaffDesk,
  { staff }: AtWork,
  typed: string,
): Promise<Failed | null> {
  const { officeId, account, email } = staff;
  const own = knownAs(knownHere(c, desk), account);
  const command = { officeId, account, email, typed, address: desk.clientAddress(c) ?? '', own };
  const result = await checkCode(desk.pool, command, contextOf(desk));
  if (result.ok) return null;
  const { sentence, status } = codeError(wordsFor(c), result);
  return { errors: { code: sentence }, status };
}

async function failedPassword(
  c: Context,
  desk: StaffDesk,
  { staff }: AtWork,
  current: string,
): Promise<Failed | null> {
  const words = wordsFor(c);
  const command = { current, session: sessionToken(c, desk), address: desk.clientAddress(c) ?? '' };
  const result = await checkOwnPassword(desk.pool, staff, command, contextOf(desk));
  if (result.ok) return null;
  return result.refusal === 'too-many-attempts'
    ? { errors: { current: words('sign-in.wait', { minutes: result.minutes }) }, status: 429 }
    : { errors: { current: words('account.password-wrong') }, status: 422 };
}

function contextOf({ clock, pepper, keyring, log }: StaffDesk) {
  return { now: clock(), pepper, keyring, log };
}
