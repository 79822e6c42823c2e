import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { readForm } from '../../platform/http/read-form.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import { Notice } from '../../platform/views/notices.view.tsx';
import { page, wordsFor } from '../offices/public-desk.ts';
import { CARRIED } from './carried-form.ts';
import { changePassword } from './change-password.ts';
import { PasswordView } from './password.view.tsx';
import { goOn, safePath } from './sign-in.page.tsx';
import { type AtWork, cookieName, type StaffDesk, staffPage } from './staff-desk.tsx';
import { StaffFrame } from './staff-frame.view.tsx';

/** `/petugas/sandi`: everybody who is signed in changes his own password here. */
export function passwordPage(desk: StaffDesk): Handler {
  return staffPage(desk, [], (c, work) => show(c, desk, work, '/petugas', null, {}));
}

export function sendPassword(desk: StaffDesk): Handler {
  return staffPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const form = await readForm(c);
    const { current = '', password = '', next, [CARRIED]: carried = null } = form?.values ?? {};
    const target = safePath(next);
    const { account, roles } = work.staff;
    const result = await changePassword(
      desk.pool,
      work.staff,
      {
        current,
        password,
        session: getCookie(c, cookieName(c, desk)) ?? '',
        address: desk.clientAddress(c) ?? '',
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
      return show(c, desk, work, target, carried, errors, wait ? 429 : 422);
    }
    if (work.staff.oneTimePassword) return goOn(c, desk, { next: target, account, carried });
    const body = (
      <StaffFrame staff={work.face} here={null}>
        <h1 class="govuk-heading-l">{words('password.title')}</h1>
        <Notice tone="done" text={words('password.changed')} />
      </StaffFrame>
    );
    return page(c, desk, { title: words('password.page') }, body);
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
