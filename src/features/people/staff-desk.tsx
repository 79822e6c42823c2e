import type { Context, Handler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Pool } from 'pg';
import { localDate } from '../../domain/calendar/instant.ts';
import type { Sop } from '../../domain/office/office-data.ts';
import { actingRole } from '../../domain/people/acting-role.ts';
import { type CaseActor, rightsOf, underRole } from '../../domain/people/case-actor.ts';
import { CAPACITY_LABEL } from '../../domain/people/deputation.ts';
import { needsSecondFactor } from '../../domain/people/needs-second-factor.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import type { IsSecure } from '../../platform/http/client-address.ts';
import { readForm } from '../../platform/http/read-form.ts';
import { BODY_BYTES } from '../../platform/http/request-limits.ts';
import type { Keyring } from '../../platform/keyring.ts';
import type { Log } from '../../platform/log.ts';
import { seeOther } from '../../platform/views/html-reply.ts';
import { EXAMPLE_SLUG } from '../offices/example-office.ts';
import type { Office } from '../offices/office.read.ts';
import { type PublicDesk, page, wordsFor } from '../offices/public-desk.ts';
import { carryForm, DEVICE_DAYS, devicesOfCookie, type KnownDevice, sealDevices } from './carried-form.ts';
import { findStaff } from './find-staff.read.ts';
import { ForbiddenView } from './forbidden.view.tsx';
import { deviceWords } from './sessions/device-words.ts';
import { networkWords } from './sessions/network-words.ts';
import { SESSION_HOURS, type SessionPlace } from './sessions/session.ts';
import { SignInView } from './sign-in.view.tsx';
import type { IdentityProvider } from './single-sign-on/identity-provider.ts';
import type { Staff } from './staff.ts';
import type { StaffFace } from './staff-frame.view.tsx';

/** Where somebody changes his own password: the one room that opens with a one-time password. */
const OWN_PASSWORD = '/petugas/sandi';
/** Where somebody sets up the second factor that his roles ask for: no other room opens before (rule 35). */
export const OWN_SECOND_FACTOR = '/petugas/keamanan/faktor-kedua';
/** Where somebody proves again who he is, before he changes what keeps others out. */
export const PROVE_AGAIN = '/petugas/keamanan/bukti';

/** What the pages of staff need of the installation. Made once, in src/app. */
export type StaffDesk = PublicDesk & {
  /** Connections of the application role. */
  readonly pool: Pool;
  /** For the entries in an office's own chain, and the seals of accounts, sessions and tokens. */
  readonly keyring: Keyring;
  readonly log: Log;
  /** Key of the hashes under which sign-in attempts are counted. */
  readonly pepper: Buffer;
  /** Whether the roles of rule 35 must have a second factor here, or are only offered one: an installation for practice. */
  readonly secondFactor: 'required' | 'offered';
  /** By which staff may sign in, too; null: by password only. */
  readonly signOn: IdentityProvider | null;
  /** Whether the browser came by https: the cookie then travels on it only. */
  readonly isSecure: IsSecure;
  /** Whether something was recorded later than the machine's clock says now. */
  readonly isClockBehind: () => Promise<boolean>;
  /** How many messages this person has not read, for the bell in the frame. */
  readonly countUnread: (office: Office, actor: CaseActor) => Promise<number>;
};

/** Somebody at work, as a page needs him. */
export type AtWork = {
  readonly staff: Staff;
  readonly office: Office;
  readonly actor: CaseActor;
  readonly face: StaffFace;
};

/** Who is signed in, or null: whose code is still to come is not. */
export async function findAtWork(c: Context, desk: StaffDesk): Promise<AtWork | null> {
  const work = await findSignedIn(c, desk, sessionToken(c, desk));
  return work?.staff.session?.factor === 'awaited' ? null : work;
}

/** The token that the browser brings. */
export function sessionToken(c: Context, desk: Pick<StaffDesk, 'isSecure'>): string {
  return getCookie(c, cookieName(c, desk)) ?? '';
}

/** Whose session this token is of, also when its code is still to come; null for none. */
export async function findSignedIn(c: Context, desk: StaffDesk, token: string): Promise<AtWork | null> {
  if (token === '' || token.length > 100) return null;
  const now = desk.clock();
  const todayIn = async (officeId: number) => {
    const office = await desk.offices.byId(officeId, now);
    return office === undefined ? '' : localDate(now, office.zone);
  };
  const staff = await findStaff(desk.pool, token, now, todayIn, desk);
  const office = staff === null ? undefined : await desk.offices.byId(staff.officeId, now);
  if (staff === null || office === undefined) return null;
  const work = atWork(staff, office, 'staff');
  // Rule 35: a PIN opens for the counter only; who has been given such a role since signs in fully.
  if (staff.session?.means === 'pin' && requiresSecondFactor(desk, work)) return null;
  const lockable = getCookie(c, counterCookieName(c, desk)) !== undefined;
  const [clockBehind, unread] = await Promise.all([
    desk.isClockBehind(),
    desk.countUnread(office, work.actor),
  ]);
  return { ...work, face: { ...work.face, clockBehind, lockable, unread } };
}

/** Rule 35: whether the roles of today ask for a second factor. The example office is for looking around. */
export function requiresSecondFactor(
  { secondFactor }: Pick<StaffDesk, 'secondFactor'>,
  { office, actor }: Pick<AtWork, 'office' | 'actor'>,
): boolean {
  return secondFactor === 'required' && office.slug !== EXAMPLE_SLUG && needsSecondFactor(actor.may);
}

/** Rule 35: whether it is asked for and this session has none. */
export function lacksSecondFactor(desk: StaffDesk, work: AtWork): boolean {
  return requiresSecondFactor(desk, work) && work.staff.session?.factor !== 'proven';
}

/** By what the holder of a session that is opened now will know it again. */
export function placeOf(c: Context, desk: StaffDesk): SessionPlace {
  return {
    browser: deviceWords(c.req.header('user-agent')),
    network: networkWords(desk.clientAddress(c) ?? ''),
  };
}

/** The same person as the operations of a case see him. */
export function atWork(staff: Staff, office: Office, by: 'staff' | 'token'): AtWork {
  const actor: CaseActor = {
    ...{ by, account: staff.account, ...rightsOf(staff.roles, office.data) },
    deputyOf: staff.standsInFor,
  };
  const titles = staff.roles.map(({ role, capacity }) => {
    const title = office.named.roles.find(({ key }) => key === role)?.title ?? role;
    return capacity === null ? title : `${CAPACITY_LABEL[capacity]} ${title}`;
  });
  return {
    staff,
    office,
    actor,
    face: {
      name: staff.name,
      roles: titles,
      office: office.data.shortName,
      may: actor.may,
      clockBehind: false,
      lockable: false,
      unread: 0,
    },
  };
}

/**
 * The actor under the role that permits this, by the SOP of the case that is at hand: what the history shows as the
 * role that acted.
 */
export function actingAs(
  { actor, office }: AtWork,
  permission: Permission,
  sop: Sop | null = null,
): CaseActor {
  const held = (actor.held ?? []).flatMap(({ role }) => role ?? []);
  const question = { held, operation: permission, permissions: [permission], office: office.data, sop };
  return underRole(actor, actingRole(question) ?? actor.role);
}

/**
 * A page for those who are signed in and hold one of `needs`; others are sent to sign in, with what they had written,
 * or told that they may not.
 */
export function staffPage(
  desk: StaffDesk,
  needs: readonly Permission[],
  show: (c: Context, work: AtWork) => Response | Promise<Response>,
): Handler {
  return async (c) => {
    const work = await findAtWork(c, desk);
    if (work === null) return askToSignIn(c, desk);
    const answer = await enter(c, work);
    if (lastAtWork(c, desk)?.account !== work.staff.account) {
      answer.headers.append('set-cookie', lastAtWorkCookie(c, desk, work.staff.account));
    }
    return answer;
  };
  function enter(c: Context, work: AtWork): Response | Promise<Response> {
    if (work.staff.oneTimePassword && c.req.path !== OWN_PASSWORD) return seeOther(OWN_PASSWORD);
    if (!isOpenToAll(c.req.path) && lacksSecondFactor(desk, work)) {
      const next = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/petugas';
      return seeOther(`${OWN_SECOND_FACTOR}?ke=${encodeURIComponent(next)}`);
    }
    if (needs.length > 0 && !needs.some((one) => work.actor.may.has(one))) {
      return page(c, desk, { title: wordsFor(c)('page.forbidden') }, <ForbiddenView staff={work.face} />, {
        status: 403,
      });
    }
    return show(c, work);
  }
}

/** Doors that open without a second factor that is asked for: to set it up, and what has to be done before. */
function isOpenToAll(path: string): boolean {
  return path === OWN_PASSWORD || path.startsWith(OWN_SECOND_FACTOR) || path === PROVE_AGAIN;
}

/** What a clerk had written when the session ended goes with him through the sign-in form, or he is told that it does not. */
async function askToSignIn(c: Context, desk: StaffDesk): Promise<Response> {
  const { pathname, search, searchParams } = new URL(c.req.url);
  if (c.req.method !== 'POST') {
    // Words that somebody searched by may name a person: they go no further than the address that he asked for.
    if (searchParams.has('q')) return seeOther(`/petugas/masuk?ke=${encodeURIComponent(pathname)}`);
    return seeOther(`/petugas/masuk?ke=${encodeURIComponent(`${pathname}${search}`)}`);
  }
  const carried = await carry(c, desk, pathname);
  const next = carried === null ? '/petugas' : pathname;
  const lost = carried === null;
  const signOn = desk.signOn !== null;
  const body = <SignInView email="" errors={{}} {...{ next, carried, lost, signOn }} />;
  return page(c, desk, { title: wordsFor(c)('sign-in.page'), failed: true }, body, { status: 403 });
}

/**
 * Nobody is known yet: of a browser that nobody worked at, of files, and of what does not tell how long it is nothing
 * is read.
 */
async function carry(c: Context, desk: StaffDesk, to: string): Promise<string | null> {
  const account = lastAtWork(c, desk)?.account ?? null;
  const type = c.req.header('content-type') ?? '';
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  // With its files a form is longer than anything that is carried.
  const isTold = Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY) <= BODY_BYTES;
  const form = account !== null && isForm && isTold ? await readForm(c) : null;
  return account === null || form === null ? null : carryForm(desk.keyring, account, form, to);
}

/** Who was signed in at this browser last, also after the session: whoever typed what it sends now. */
export function lastAtWork(c: Context, desk: StaffDesk): KnownDevice | null {
  return knownHere(c, desk)[0] ?? null;
}

/** Who was signed in at this browser before, the last of them first. */
export function knownHere(c: Context, desk: StaffDesk): readonly KnownDevice[] {
  const cookie = getCookie(c, `${cookieName(c, desk)}-tadi`);
  return cookie === undefined || cookie.length > 2_000
    ? []
    : devicesOfCookie(desk.keyring, cookie, desk.clock());
}

function lastAtWorkCookie(c: Context, desk: StaffDesk, account: string): string {
  const name = `${cookieName(c, desk)}-tadi`;
  const known = knownHere(c, desk);
  const device = known.find((one) => one.account === account) ?? { account, at: desk.clock() };
  const devices = [device, ...known.filter((one) => one.account !== account)];
  return setCookie(c, desk, name, sealDevices(desk.keyring, devices), DEVICE_DAYS * 24 * 3600);
}

export function cookieName(c: Context, { isSecure }: Pick<StaffDesk, 'isSecure'>): string {
  return isSecure(c) ? '__Host-sesi' : 'sesi';
}

export function sessionCookie(c: Context, desk: Pick<StaffDesk, 'isSecure'>, token: string): string {
  return setCookie(c, desk, cookieName(c, desk), token, token === '' ? 0 : SESSION_HOURS * 3600);
}

/** The cookie by which a counter PC is known for the PINs of its clerks; none that is not `Secure` where it came by https. */
export function counterCookieName(c: Context, desk: Pick<StaffDesk, 'isSecure'>): string {
  return `${cookieName(c, desk)}-loket`;
}

export function counterCookie(c: Context, desk: Pick<StaffDesk, 'isSecure'>, token: string): string {
  return setCookie(c, desk, counterCookieName(c, desk), token, token === '' ? 0 : 24 * 3600);
}

export function setCookie(
  c: Context,
  desk: Pick<StaffDesk, 'isSecure'>,
  name: string,
  value: string,
  seconds: number,
): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${desk.isSecure(c) ? '; Secure' : ''}`;
}
