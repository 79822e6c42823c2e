import type { Handler } from 'hono';
import { withOffice } from '../../platform/database/transaction.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { removeCounterPin } from './counter-pin/counter-pin.store.ts';
import { deviceOf } from './counter-pin/switch.page.tsx';
import { enterWith } from './enter-with.page.tsx';
import { safePath, wayOn } from './go-on.page.tsx';
import { closeSession } from './sessions/session.ts';
import { signIn } from './sign-in.ts';
import { SignInView } from './sign-in.view.tsx';
import {
  findAtWork,
  findSignedIn,
  knownHere,
  placeOf,
  type StaffDesk,
  sessionCookie,
  sessionToken,
} from './staff-desk.tsx';

export function signInPage(desk: StaffDesk): Handler {
  return async (c) => {
    const next = safePath(c.req.query('ke'));
    if ((await findAtWork(c, desk)) !== null) return seeOther(next);
    const body = (
      <SignInView
        email=""
        errors={{}}
        next={next}
        signOn={desk.signOn !== null}
        counter={deviceOf(c, desk) !== null && c.req.query('penuh') === undefined}
      />
    );
    return page(c, desk, { title: wordsFor(c)('sign-in.page') }, body);
  };
}

export function sendSignIn(desk: StaffDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { email = '', password = '' } = values;
    const way = wayOn(values);
    const result = await signIn(
      desk.pool,
      {
        email,
        password,
        address: desk.clientAddress(c) ?? '',
        devices: knownHere(c, desk),
        place: placeOf(c, desk),
      },
      { now: desk.clock(), pepper: desk.pepper, keyring: desk.keyring, log: desk.log },
    );
    if (!result.ok) {
      const wait = result.refusal === 'too-many-attempts';
      const sentence = wait
        ? words('sign-in.wait', { minutes: result.minutes })
        : words(result.refusal === 'password-expired' ? 'sign-in.expired' : 'sign-in.failed');
      const body = (
        <SignInView email={email} errors={{ email: sentence }} {...way} signOn={desk.signOn !== null} />
      );
      return page(c, desk, { title: words('sign-in.page'), failed: true }, body, {
        status: wait ? 429 : 422,
      });
    }
    // What this browser was signed in with before ends: nobody comes back to it.
    await closeSession(desk.pool, sessionToken(c, desk));
    return enterWith(c, desk, result.token, way);
  };
}

/** Whoever goes home leaves no PIN behind at the counter. */
export function sendSignOut(desk: StaffDesk): Handler {
  return async (c) => {
    const token = sessionToken(c, desk);
    const [work, device] = [await findSignedIn(c, desk, token), deviceOf(c, desk)];
    if (work !== null && device?.officeId === work.staff.officeId)
      await withOffice(desk.pool, device.officeId, (tx) => removeCounterPin(tx, device, work.staff.account));
    await closeSession(desk.pool, token);
    const answer = seeOther('/petugas/masuk');
    answer.headers.append('set-cookie', sessionCookie(c, desk, ''));
    return answer;
  };
}
