import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import { errorFields } from '../../../platform/log.ts';
import { seeOther } from '../../../platform/views/html-reply.ts';
import { page, wordsFor } from '../../offices/public-desk.ts';
import { enterWith } from '../enter-with.page.tsx';
import { safePath } from '../go-on.page.tsx';
import { openSession } from '../sessions/session.ts';
import { SignInView } from '../sign-in.view.tsx';
import { cookieName, findAtWork, placeOf, type StaffDesk, setCookie } from '../staff-desk.tsx';
import { findVouched } from './find-vouched.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { OfferView } from './offer.view.tsx';
import { ERRAND_MS, openErrand, type SignOnErrand, sealErrand, sealOffer } from './sign-on-flow.ts';

const BACK = '/petugas/masuk/tunggal/kembali';

/**
 * `/petugas/masuk/tunggal`: on to the identity provider. A link and no form, since the site's policy lets no form lead to
 * another server.
 */
export function signOnPage(desk: StaffDesk): Handler {
  return async (c) => {
    const next = safePath(c.req.query('ke'));
    return desk.signOn === null
      ? c.notFound()
      : sendAway(c, desk, desk.signOn, { linkTo: null, next, anew: c.req.query('lagi') !== undefined });
  };
}

/** The browser goes to the provider, and keeps unseen what for. */
export async function sendAway(
  c: Context,
  desk: StaffDesk,
  provider: IdentityProvider,
  errand: { readonly linkTo: string | null; readonly next: string; readonly anew: boolean },
): Promise<Response> {
  const { linkTo, next, anew } = errand;
  try {
    const { address, flow } = await provider.ask(backTo(c, desk), anew);
    const answer = seeOther(address.href);
    const kept = sealErrand(desk.keyring, { flow, linkTo, next, at: desk.clock() });
    answer.headers.append('set-cookie', errandCookie(c, desk, kept));
    return answer;
  } catch (error) {
    desk.log.error('sign-on', errorFields(error));
    return refuse(c, desk, 'unreachable', next, 503);
  }
}

/** Where the provider sends the browser back to: what was asked must be what comes back, to the letter. */
function backTo(c: Context, desk: StaffDesk): string {
  return `${desk.isSecure(c) ? 'https' : 'http'}://${new URL(c.req.url).host}${BACK}`;
}

export function signOnBackPage(desk: StaffDesk): Handler {
  return async (c) => {
    if (desk.signOn === null) return c.notFound();
    const errand = openErrand(desk.keyring, getCookie(c, errandName(c, desk)) ?? '', desk.clock());
    const answer =
      errand === null ? refuse(c, desk, 'failed', '/petugas', 422) : await hear(c, desk, desk.signOn, errand);
    answer.headers.append('set-cookie', errandCookie(c, desk, ''));
    return answer;
  };
}

async function hear(
  c: Context,
  desk: StaffDesk,
  provider: IdentityProvider,
  { flow, linkTo, next }: SignOnErrand,
): Promise<Response> {
  const { keyring, log, pepper, pool } = desk;
  const now = desk.clock();
  const person = await provider.hear(new URL(c.req.url).search, flow).catch((error: unknown) => {
    log.error('sign-on', errorFields(error));
    return null;
  });
  if (person === null) return refuse(c, desk, 'failed', next, 422);
  if (linkTo !== null) {
    const work = await findAtWork(c, desk);
    if (work?.staff.account !== linkTo) return refuse(c, desk, 'failed', next, 422);
    const { issuer, subject, email } = person;
    const offer = sealOffer(keyring, { account: linkTo, issuer, subject, email, at: now });
    const body = <OfferView staff={work.face} offer={offer} issuer={issuer} person={email ?? subject} />;
    return page(c, desk, { title: wordsFor(c)('sign-on.title') }, body);
  }
  const found = await findVouched(pool, person, { now, pepper, keyring, log });
  if (!found.ok) return refuse(c, desk, found.refusal, next, 422);
  const { officeId, account } = found;
  const token = await openSession(pool, keyring, {
    ...{ officeId, account, now, means: 'single-sign-on', place: placeOf(c, desk) },
    // Whoever sits at a browser where somebody else is still known to the provider has proved nothing now.
    provedAt: Math.min(now, person.provedAt ?? 0),
    factor: person.secondFactor ? 'proven' : found.hasSecondFactor ? 'awaited' : 'none',
  });
  return enterWith(c, desk, token, { next, carried: null });
}

function refuse(
  c: Context,
  desk: StaffDesk,
  refusal: 'unreachable' | 'failed' | 'not-linked',
  next: string,
  status: number,
): Response {
  const words = wordsFor(c);
  const errors = { email: words(`sign-on.${refusal}`) };
  const body = <SignInView email="" errors={errors} next={next} signOn={desk.signOn !== null} />;
  return page(c, desk, { title: words('sign-in.page'), failed: true }, body, { status });
}

function errandName(c: Context, desk: StaffDesk): string {
  return `${cookieName(c, desk)}-tunggal`;
}

function errandCookie(c: Context, desk: StaffDesk, value: string): string {
  return setCookie(c, desk, errandName(c, desk), value, value === '' ? 0 : ERRAND_MS / 1000);
}
