import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { ownPath } from '../../platform/http/own-path.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { CARRIED, carriedForm } from './carried-form.ts';
import { PasswordView } from './password.view.tsx';
import { OthersFormView, ResumeView } from './resume.view.tsx';
import { closeSession, signIn } from './sign-in.ts';
import { SignInView } from './sign-in.view.tsx';
import { cookieName, findAtWork, lastAtWork, type StaffDesk, sessionCookie } from './staff-desk.tsx';

export function signInPage(desk: StaffDesk): Handler {
  return async (c) => {
    const next = safePath(c.req.query('ke'));
    if ((await findAtWork(c, desk)) !== null) return seeOther(next);
    return page(
      c,
      desk,
      { title: wordsFor(c)('sign-in.page') },
      <SignInView email="" errors={{}} next={next} />,
    );
  };
}

export function sendSignIn(desk: StaffDesk): Handler {
  return async (c) => {
    const words = wordsFor(c);
    const form = await readForm(c);
    const { email = '', password = '', next, [CARRIED]: carried = null } = form?.values ?? {};
    const result = await signIn(
      desk.pool,
      {
        email,
        password,
        address: desk.clientAddress(c) ?? '',
        device: lastAtWork(c, desk),
      },
      { now: desk.clock(), pepper: desk.pepper, keyring: desk.keyring, log: desk.log },
    );
    if (!result.ok) {
      const wait = result.refusal === 'too-many-attempts';
      const sentence = wait
        ? words('sign-in.wait', { minutes: result.minutes })
        : words(result.refusal === 'password-expired' ? 'sign-in.expired' : 'sign-in.failed');
      const body = (
        <SignInView email={email} errors={{ email: sentence }} next={safePath(next)} carried={carried} />
      );
      return page(c, desk, { title: words('sign-in.page'), failed: true }, body, {
        status: wait ? 429 : 422,
      });
    }
    const answer = result.oneTimePassword
      ? page(
          c,
          desk,
          { title: words('password.page') },
          <PasswordView staff={null} errors={{}} next={safePath(next)} carried={carried} />,
        )
      : goOn(c, desk, { next: safePath(next), account: result.account, carried });
    answer.headers.append('set-cookie', sessionCookie(c, desk, result.token));
    return answer;
  };
}

export function sendSignOut(desk: StaffDesk): Handler {
  return async (c) => {
    const token = getCookie(c, cookieName(c, desk));
    if (token !== undefined) await closeSession(desk.pool, token);
    const answer = seeOther('/petugas/masuk');
    answer.headers.append('set-cookie', sessionCookie(c, desk, ''));
    return answer;
  };
}

/** To where somebody was going, or on with what he had sent, he and no other, when his session was over. */
export function goOn(
  c: Context,
  desk: StaffDesk,
  to: { readonly next: string; readonly account: string; readonly carried: string | null },
): Response {
  if (to.carried === null) return seeOther(to.next);
  const carried = carriedForm(desk.keyring, to.account, to.carried);
  const body = carried === null ? <OthersFormView /> : <ResumeView carried={carried} />;
  return page(c, desk, { title: wordsFor(c)('resume.title') }, body);
}

/** Only a path of our own staff pages: a foreign address in a link must not carry anybody away after signing in. */
export function safePath(path: string | undefined): string {
  return path !== undefined && /^\/petugas(?:[/?]|$)/.test(path) ? (ownPath(path) ?? '/petugas') : '/petugas';
}
