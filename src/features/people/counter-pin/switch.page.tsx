import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { enterWith } from '../enter-with.page.tsx';
import { safePath } from '../go-on.page.tsx';
import { closeSession, openSession } from '../sessions/session.ts';
import {
  counterCookieName,
  findSignedIn,
  placeOf,
  type StaffDesk,
  sessionCookie,
  sessionToken,
} from '../staff-desk.tsx';
import { type CounterDevice, readCounterDevice } from './counter-device.ts';
import { checkCounterPin, listPinHolders } from './counter-pin.store.ts';
import { SwitchView } from './switch.view.tsx';

/** `/petugas/ganti`: the next clerk at a shared counter PC goes on by his PIN (rule 35). */
export function switchPage(desk: StaffDesk): Handler {
  return async (c) => {
    const device = deviceOf(c, desk);
    const next = safePath(c.req.query('ke'));
    return device === null ? signInFully(next) : show(c, desk, device, { next, errors: {} });
  };
}

export function sendSwitch(desk: StaffDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const { account, pin = '', next: to } = (await readForm(c))?.values ?? {};
    const next = safePath(to);
    const device = deviceOf(c, desk);
    if (device === null) return signInFully(next);
    const fail = (errors: FieldErrors, status = 422) =>
      show(c, desk, device, { next, errors, account, status });
    if (account === undefined) return fail({ account: words('switch.who-required') });
    const now = desk.clock();
    const result = await checkCounterPin(desk.pool, device, { account, pin }, desk, now);
    if (!result.ok)
      return result.refusal === 'pin-wrong'
        ? fail({ pin: words('switch.wrong', { left: result.left }) })
        : fail({ pin: words('switch.over') }, 429);
    const token = await openSession(desk.pool, desk.keyring, {
      ...{ officeId: device.officeId, account: result.holder.account, now, until: result.holder.expiresAt },
      ...{ means: 'pin', factor: 'none', place: placeOf(c, desk) },
    });
    if ((await findSignedIn(c, desk, token)) === null) {
      await closeSession(desk.pool, token);
      return fail({ pin: words('switch.over') });
    }
    await closeSession(desk.pool, sessionToken(c, desk));
    return enterWith(c, desk, token, { next, carried: null });
  };
}

/** `/petugas/kunci`: whoever leaves the counter locks it; his PIN or a colleague's opens it again. */
export function sendLock(desk: StaffDesk): Handler {
  return async (c) => {
    await closeSession(desk.pool, sessionToken(c, desk));
    const answer = seeOther('/petugas/ganti');
    answer.headers.append('set-cookie', sessionCookie(c, desk, ''));
    return answer;
  };
}

/** The counter PC that this browser is, or null. */
export function deviceOf(c: Context, desk: StaffDesk): CounterDevice | null {
  return readCounterDevice(getCookie(c, counterCookieName(c, desk)));
}

async function show(
  c: Context,
  desk: StaffDesk,
  device: CounterDevice,
  shown: {
    readonly next: string;
    readonly errors: FieldErrors;
    readonly account?: string | undefined;
    readonly status?: number;
  },
): Promise<Response> {
  const { next, errors, account, status = 200 } = shown;
  const clerks = await listPinHolders(desk.pool, device, desk, desk.clock());
  if (clerks.length === 0 && status === 200) return signInFully(next);
  const body = <SwitchView clerks={clerks} chosen={account} errors={errors} next={next} />;
  const title = wordsFor(c)('switch.title');
  return page(c, desk, { title, failed: status !== 200 }, body, { status });
}

function signInFully(next: string): Response {
  return seeOther(`/petugas/masuk?ke=${encodeURIComponent(next)}`);
}
