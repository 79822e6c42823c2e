import { timingSafeEqual } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { sha256 } from '../../platform/crypto.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { normaliseCode } from '../../platform/random-code.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { isWordKey } from '../../platform/words/words.ts';
import { page, wordsFor } from '../offices/public-desk.ts';
import { enterWith } from './enter-with.page.tsx';
import { type ExampleAccount, ExampleLoadedView } from './example-loaded.view.tsx';
import { FirstVisitView } from './first-visit.view.tsx';
import { hasAccounts } from './list-accounts.read.ts';
import { openSession } from './sessions/session.ts';
import { type SetUpDesk, setUpOffice } from './set-up-office.ts';
import { placeOf, type StaffDesk } from './staff-desk.tsx';

/** What loading the example office tells; the passwords are said here once. */
export type LoadedExample =
  | { readonly loaded: true; readonly accounts: readonly ExampleAccount[] }
  | { readonly loaded: false };

/** What the first visit needs beyond other pages: it sets an office up, which only the owner of the database may. */
export type FirstVisitDesk = StaffDesk &
  SetUpDesk & {
    /** Printed on the console, in the link that leads here, and asked of everybody; null = nobody is asked for it. */
    readonly firstVisitCode: string | null;
    /** Without a note: the empty frame for an office that has no files yet. */
    readonly starters: () => Promise<
      readonly { readonly slug: string; readonly name: string; readonly note: string }[]
    >;
    /** Loads the example office; null where that is not built in. */
    readonly loadDemo: (() => Promise<LoadedExample>) | null;
  };

export function firstVisitPage(desk: FirstVisitDesk): Handler {
  return async (c) =>
    (await isFirstVisit(desk))
      ? show(c, desk, { code: c.req.query('kode') ?? '' }, {})
      : seeOther('/petugas');
}

async function show(
  c: Context,
  desk: FirstVisitDesk,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
): Promise<Response> {
  const failed = Object.keys(errors).length > 0;
  const body = (
    <FirstVisitView
      offices={await desk.starters()}
      values={values}
      errors={errors}
      demo={desk.loadDemo !== null}
      asksCode={desk.firstVisitCode !== null}
    />
  );
  return page(c, desk, { title: wordsFor(c)('first.page'), failed }, body, { status: failed ? 422 : 200 });
}

/** Office and first account in one act; whoever comes second finds the door closed. */
export function sendFirstVisit(desk: FirstVisitDesk): Handler {
  return async (c) => {
    if (!(await isFirstVisit(desk))) return seeOther('/petugas');
    const words = wordsFor(c);
    const values = (await readForm(c))?.values ?? {};
    const { office = '', name = '', email = '', password = '' } = values;
    const errors: Record<string, string> = {};
    if (!(await desk.starters()).some((one) => one.slug === office))
      errors.office = words('first.choose-office');
    if (name === '') errors.name = words('account.name-required');
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) errors.email = words('form.invalid-email');
    if (password === '') errors.password = words('account.password-required');
    if (!isTheCode(desk, values.code)) errors.code = words('first.code-wrong');
    if (Object.keys(errors).length > 0) return show(c, desk, values, errors);
    const made = await setUpOffice(desk, office, { name, email, password });
    if (made === null) return seeOther('/petugas');
    if (!made.ok) {
      const key = `account.${made.refusal}`;
      const field = made.refusal.startsWith('password') ? 'password' : 'email';
      return show(c, desk, values, { [field]: isWordKey(key) ? words(key) : words('form.invalid') });
    }
    desk.offices.forget();
    const { officeId, account } = made;
    const session = {
      officeId,
      account,
      now: desk.clock(),
      factor: 'none',
      place: placeOf(c, desk),
    } as const;
    const token = await openSession(desk.pool, desk.keyring, session);
    return enterWith(c, desk, token, { next: '/petugas', carried: null });
  };
}

export function sendLoadDemo(desk: FirstVisitDesk): Handler {
  return async (c) => {
    if (desk.loadDemo === null || !(await isFirstVisit(desk))) return c.notFound();
    const { code } = (await readForm(c))?.values ?? {};
    if (!isTheCode(desk, code))
      return show(c, desk, { code: code ?? '' }, { code: wordsFor(c)('first.code-wrong') });
    const example = await desk.loadDemo();
    desk.offices.forget();
    if (!example.loaded) return seeOther('/petugas/masuk');
    const body = <ExampleLoadedView accounts={example.accounts} />;
    return page(c, desk, { title: wordsFor(c)('first.demo-loaded') }, body);
  };
}

/**
 * Whoever stands at the console is the owner; whoever came first need not be. No connection is believed to come from
 * this machine itself: a program on it that forwards bytes makes every stranger look so.
 */
function isTheCode({ firstVisitCode }: FirstVisitDesk, typed = ''): boolean {
  if (firstVisitCode === null) return true;
  const [wanted, given] = [firstVisitCode, typed].map((code) => sha256(normaliseCode(code)));
  return wanted !== undefined && given !== undefined && timingSafeEqual(wanted, given);
}

async function isFirstVisit(desk: FirstVisitDesk): Promise<boolean> {
  return !(await hasAccounts(desk.owner));
}
