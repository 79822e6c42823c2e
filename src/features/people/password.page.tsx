import type { Context, Handler } from 'hono';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { seeOther } from '../../platform/views/html-reply.ts';
import { Notice } from '../../platform/views/notices.view.tsx';
import { page, wordsFor } from '../offices/public-desk.ts';
import { changePassword } from './change-password.ts';
import { enterWith } from './enter-with.page.tsx';
import { wayOn } from './go-on.page.tsx';
import { officeWords } from './office-words.ts';
import { PasswordView } from './password.view.tsx';
import { renewOwn } from './sessions/renew-own.page.ts';
import { type AtWork, type StaffDesk, sessionCookie, sessionToken, staffPage } from './staff-desk.tsx';
import { StaffFrame } from './staff-frame.view.tsx';

/** `/petugas/sandi`: everybody who is signed in changes his own password here. */
export function passwordPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => show(c, desk, work, '/petugas', null, {}));
}

export function sendPassword(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { current = '', password = '' } = values;
    const way = wayOn(values);
    const { account, roles, session } = work.staff;
    const result = await changePassword(
      desk.pool,
      work.staff,
      {
        current,
        password,
        session: sessionToken(c, desk),
        address: desk.clientAddress(c) ?? '',
        known: officeWords(work.office.data),
      },
      {
        now: desk.clock(),
        pepper: desk.pepper,
        keyring: desk.keyring,
        log: desk.log,
        actor: { by: 'staff', account, role: roles[0]?.role ?? null },
      },
    );
    if (!result.ok) {
      const wait = result.refusal === 'too-many-attempts';
      const errors =
        result.refusal === 'too-many-attempts'
          ? { current: words('sign-in.wait', { minutes: result.minutes }) }
          : result.refusal === 'password-wrong'
            ? { current: words('account.password-wrong') }
            : { password: words(`account.${result.refusal}`) };
      return show(c, desk, work, way.next, way.carried, errors, wait ? 429 : 422);
    }
    const renewed = await renewOwn(c, desk, work.staff, session?.factor ?? 'none');
    if (renewed === null) return seeOther('/petugas/masuk');
    if (work.staff.oneTimePassword) return enterWith(c, desk, renewed, way);
    const body = (
      <StaffFrame staff={work.face} here="security">
        <h1 class="govuk-heading-l">{words('password.title')}</h1>
        <Notice tone="done" text={words('password.changed')} />
      </StaffFrame>
    );
    const answer = page(c, desk, { title: words('password.page') }, body);
    answer.headers.append('set-cookie', sessionCookie(c, desk, renewed));
    return answer;
  });
}

function show(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  next: string,
  carried: string | null,
  errors: FieldErrors,
  status = 200,
): Response {
  const staff = work.staff.oneTimePassword ? null : work.face;
  return page(
    c,
    desk,
    { title: wordsFor(c)('password.page'), failed: status !== 200 },
    <PasswordView staff={staff} errors={errors} next={next} carried={carried} />,
    { status },
  );
}
