import type { Context, Handler } from 'hono';
import { hmac } from '../../../platform/crypto.ts';
import { withOffice } from '../../../platform/database/transaction.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { appendOfficeEvent, type OfficeActContext } from '../../offices/append-office-event.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { safePath, type WayOn, wayOn } from '../go-on.page.tsx';
import { provedPage } from '../prove.page.tsx';
import { renewOwn } from '../sessions/renew-own.page.ts';
import { sessionHash } from '../sessions/session.ts';
import {
  type AtWork,
  lacksSecondFactor,
  requiresSecondFactor,
  type StaffDesk,
  sessionCookie,
  sessionToken,
} from '../staff-desk.tsx';
import { makeRecoveryCodes } from './recovery-codes.store.ts';
import { RecoveryCodesView } from './recovery-codes.view.tsx';
import { SECRET_BYTES } from './second-factor-secret.ts';
import { removeSecondFactor, setSecondFactor } from './set-second-factor.ts';
import { SetUpView } from './set-up.view.tsx';
import { secretAddress, secretInLetters } from './time-code.ts';

/** `/petugas/keamanan/faktor-kedua`: everybody may set up a second factor; whose roles ask for one must (rule 35). */
export function setUpPage(desk: StaffDesk): Handler {
  return provedPage(desk, [], (c, work) =>
    showSetUp(c, desk, work, sessionToken(c, desk), { next: safePath(c.req.query('ke')), carried: null }),
  );
}

/** The same on the way in, for the session of that token. */
export function showSetUp(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  token: string,
  way: WayOn,
  errors: FieldErrors = {},
): Response {
  const { staff, face } = work;
  const failed = Object.keys(errors).length > 0;
  const secret = secretOf(desk, token);
  const body = (
    <SetUpView
      staff={lacksSecondFactor(desk, work) ? null : face}
      replaces={staff.hasSecondFactor}
      address={secretAddress(secret, { office: face.office, email: staff.email })}
      letters={secretInLetters(secret)}
      errors={errors}
      way={way}
    />
  );
  const title = wordsFor(c)('factor.page');
  return page(c, desk, { title, failed }, body, { status: failed ? 422 : 200 });
}

/**
 * The secret that a session may set up: the same however often its page is looked at, so that what was scanned counts,
 * and another one afterwards, since the session then has another token.
 */
function secretOf({ keyring }: StaffDesk, token: string): Buffer {
  const whole = hmac(keyring.current.forUse('cookie'), 'second-factor\0', sessionHash(token));
  return whole.subarray(0, SECRET_BYTES);
}

export function sendSetUp(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const way = wayOn(values);
    const token = sessionToken(c, desk);
    const { officeId, account } = work.staff;
    const command = { secret: secretOf(desk, token), typed: values.code ?? '', session: token };
    const result = await setSecondFactor(desk.pool, { officeId, account }, command, asHolder(desk, work));
    if (!result.ok) {
      const errors = { code: words(`factor.${result.refusal}`) };
      return showSetUp(c, desk, work, token, way, errors);
    }
    return showCodes(c, desk, work, result.codes, words('factor.done'), way);
  });
}

/** Ten new ones in the place of those that are left. */
export function sendRecoveryCodes(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    const { officeId, account, hasSecondFactor } = work.staff;
    if (!hasSecondFactor) return seeOther('/petugas/keamanan');
    const context = asHolder(desk, work);
    const codes = await withOffice(desk.pool, officeId, async (tx) => {
      const event = { type: 'recovery-codes-made', account } as const;
      await appendOfficeEvent(tx, officeId, event, context);
      return makeRecoveryCodes(tx, desk.keyring, { officeId, account }, context.now);
    });
    const way = { next: '/petugas/keamanan', carried: null };
    return showCodes(c, desk, work, codes, wordsFor(c)('recovery.renewed'), way);
  });
}

/** Only for those whose roles do not ask for it. */
export function sendRemoveFactor(desk: StaffDesk): Handler {
  return provedPage(desk, [], async (c, work) => {
    if (requiresSecondFactor(desk, work)) return seeOther('/petugas/keamanan');
    const { officeId, account } = work.staff;
    const token = sessionToken(c, desk);
    await withOffice(desk.pool, officeId, (tx) =>
      removeSecondFactor(tx, { officeId, account }, asHolder(desk, work), token),
    );
    const renewed = await renewOwn(c, desk, work.staff, 'none');
    const answer = seeOther('/petugas/keamanan?faktor-dihapus');
    if (renewed !== null) answer.headers.append('set-cookie', sessionCookie(c, desk, renewed));
    return answer;
  });
}

/** Not sent on to another address: the codes stand nowhere but in this answer. */
async function showCodes(
  c: Context,
  desk: StaffDesk,
  work: AtWork,
  codes: readonly string[],
  done: string,
  way: WayOn,
): Promise<Response> {
  const renewed = await renewOwn(c, desk, work.staff, 'proven');
  const body = (
    <RecoveryCodesView staff={work.face} codes={codes} email={work.staff.email} done={done} way={way} />
  );
  const answer = page(c, desk, { title: wordsFor(c)('recovery.title') }, body);
  if (renewed !== null) answer.headers.append('set-cookie', sessionCookie(c, desk, renewed));
  return answer;
}

function asHolder(desk: StaffDesk, { staff }: AtWork): OfficeActContext {
  const actor = { by: 'staff', account: staff.account, role: staff.roles[0]?.role ?? null } as const;
  return { keyring: desk.keyring, actor, now: desk.clock() };
}
