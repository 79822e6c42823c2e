import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ComposeOptions, compose, type WebDesk } from '../src/app/compose.ts';
import { routes, type WebApp } from '../src/app/routes.ts';
import { localDate } from '../src/domain/calendar/instant.ts';
import { createToken } from '../src/features/people/api-token.ts';
import { createAccount } from '../src/features/people/create-account.ts';
import { grantRole } from '../src/features/people/grant-role.ts';
import { withOffice } from '../src/platform/database/transaction.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { openLog } from '../src/platform/log.ts';
import type { BuiltAssets } from '../src/platform/views/built-assets.ts';
import { aSession } from './a-session.ts';
import { actingIn, MORNING, openOfficeDesk } from './office-desk.ts';
import { openTestDatabase } from './test-database.ts';

type UnitRole = { readonly role: string; readonly unit: string | null };

export type WebKit = {
  readonly app: WebApp;
  readonly desk: WebDesk;
  /** Lines that the server logged as errors; a test of bad input expects none. */
  readonly errors: readonly string[];
  /** Cookie of somebody with these roles. */
  readonly signIn: (...roles: readonly string[]) => Promise<string>;
  /** The same of this unit. */
  readonly signInTo: (unit: string, ...roles: readonly string[]) => Promise<string>;
  /** Somebody to whom each of these roles was given for a unit of its own; null = for all. */
  readonly signInWith: (first: UnitRole, ...more: readonly UnitRole[]) => Promise<string>;
  readonly token: (role: string, unit?: string) => Promise<string>;
  readonly clock: { now: number };
};

/** No styles are built in a test of routes. */
const NO_ASSETS: BuiltAssets = {
  styles: '/aset/app.css',
  sheet: () => '/aset/paper.css',
  island: () => null,
  find: () => null,
};

/** The whole web server over a fresh database with one office, without a socket: `app.request(…)`. */
export async function openWebKit(
  t: { after(close: () => Promise<void>): void },
  slug = 'tabalong',
  options: Partial<ComposeOptions> = {},
): Promise<WebKit> {
  const db = await openTestDatabase(t);
  const { desk: cases, offices, office } = await openOfficeDesk(db, slug);
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-web-'));
  t.after(async () => rmSync(folder, { recursive: true, force: true }));
  const errors: string[] = [];
  const clock = { now: MORNING };
  const log = openLog({
    human: false,
    write: (line) => void (line.includes('"level":"error"') && errors.push(line)),
  });
  const desk = compose(
    {
      keyring: cases.keyring,
      offices,
      config: { dataFolder: folder },
      database: { app: db.app, owner: db.owner },
    },
    { clock: () => clock.now, log, assets: NO_ASSETS, tls: false, loadDemo: null, ...options },
  );
  const { officeId, data } = office;
  const signIn = async (
    unit: string | null,
    roles: readonly string[],
    more: readonly UnitRole[] = [],
  ): Promise<string> => {
    const today = localDate(clock.now, office.zone);
    const email = `${uuidv7()}@contoh.id`;
    const command = {
      name: 'Pegawai Contoh',
      email,
      password: 'pasar ikan pagi',
      roles,
      unit,
      fromOn: '2020-01-01',
    };
    const made = await withOffice(db.app, officeId, (tx) =>
      createAccount(tx, officeId, data.roles, command, actingIn(cases, clock.now)),
    );
    if (!made.ok) throw new Error(made.refusal);
    for (const one of more) {
      const role = { ...one, account: made.account, from: today, to: null, decree: null, today };
      const given = await withOffice(db.app, officeId, (tx) =>
        grantRole(tx, officeId, data.roles, role, actingIn(cases, clock.now)),
      );
      if (!given.ok) throw new Error(given.refusal);
    }
    const whose = { officeId, account: made.account };
    return `sesi=${await aSession(db.app, cases.keyring, whose, clock.now)}`;
  };
  return {
    app: routes(desk),
    desk,
    errors,
    clock,
    signIn: (...roles) => signIn(null, roles),
    signInTo: (unit, ...roles) => signIn(unit, roles),
    signInWith: ({ role, unit }, ...more) => signIn(unit, [role], more),
    token: async (role, unit) => {
      const made = await withOffice(db.app, officeId, (tx) =>
        createToken(tx, officeId, { role, name: 'uji', unit: unit ?? null }, actingIn(cases, clock.now)),
      );
      return made.token;
    },
  };
}

/** A posted form as a browser of our own page sends it. */
export function formPost(fields: Readonly<Record<string, string>>, cookie?: string): RequestInit {
  const body = new URLSearchParams(fields).toString();
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'sec-fetch-site': 'same-origin',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body,
  };
}

/** A JSON request of a program. */
export function jsonPost(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
