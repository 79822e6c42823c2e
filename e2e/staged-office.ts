import type { Page } from 'playwright-core';
import { demoOffice } from '../src/app/demo/demo-office.ts';
import { loadDemo } from '../src/app/demo/load-demo.ts';
import { openSystem, type System } from '../src/app/open-system.ts';
import { actorOfHistory, SYSTEM_ACTOR } from '../src/domain/people/case-actor.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { openSession, type SessionFactor } from '../src/features/people/sessions/session.ts';
import { playActs, type StagedRecords } from './staged-acts.ts';
import { CAST, type Looker, type Person, type Site } from './staged-cast.ts';

export type StagedOffice = {
  /** A window of this one, signed in; the same one every time. */
  readonly windowOf: (who: Looker) => Promise<Page>;
  readonly accounts: Readonly<Record<Person, string>>;
  readonly records: StagedRecords;
};

/**
 * Thursday 15 October 2026, 10.15 WITA, going on from there: pages show the same days whenever they are looked at. Behind it
 * stands a year that the example fills.
 */
export function stagedClock(): () => number {
  const [then, begun] = [Date.parse('2026-10-15T02:15:00.000Z'), performance.now()];
  return () => Math.round(then + performance.now() - begun);
}

/** The example office with its year, and on top of it everything that a page may have to show. */
export async function stageOffice(site: Site): Promise<StagedOffice> {
  const system = await openSystem(site.clock(), site.config);
  try {
    // Nothing may be younger than the clock: everybody at work would be told that it is slow.
    const made = [new Date(site.clock())];
    await system.database.owner.query('update schema_migration set applied_at = $1', made);
    await loadDemo(system, site.clock());
    await widenOffice(system, site.clock());
    const { officeId, accounts } = await castOf(system);
    const sessionOf = (account: string, factor: SessionFactor, means: 'password' | 'pin' = 'password') =>
      openSession(system.database.app, system.keyring, {
        ...{ officeId, account, factor, means, now: site.clock() },
        place: { browser: 'Firefox, Windows', network: '203.0.113.*' },
      });
    const windows = new Map<Looker, Page>();
    windows.set('visitor', await windowAt(site, null));
    windows.set('halfway', await windowAt(site, await sessionOf(accounts.coordinator, 'awaited')));
    for (const [person, account] of entriesOf(accounts)) {
      windows.set(person, await windowAt(site, await sessionOf(account, 'proven')));
    }
    // Somebody who signed in elsewhere, too.
    await sessionOf(accounts.coordinator, 'proven');
    const windowOf = async (who: Looker): Promise<Page> => {
      const found = windows.get(who);
      if (found === undefined) throw new Error(`Nobody is ${who}`);
      return found;
    };
    const records = await playActs({ site, system, accounts, windowOf });
    return { windowOf, accounts, records };
  } finally {
    await system.close();
  }
}

/** What the example has no need of, and a page shows: promised duties, formal requests, a schedule that is over within its year. */
async function widenOffice({ database, keyring }: System, now: number): Promise<void> {
  const office = await demoOffice();
  const wider = {
    ...office,
    duties: [
      { key: 'permintaan-maaf', label: 'Permintaan maaf terbuka di halaman kantor', within: null },
      { key: 'tanda-simpati', label: 'Tanda simpati dari petugas yang melayani', within: null },
    ],
    channels: [
      ...office.channels,
      { key: 'ppid' as const, label: 'PPID', address: null, sop: 'online', reportLabel: 'PPID' },
    ],
    retention: (office.retention ?? []).map((series) => ({
      ...series,
      ...{ activeYears: 0, inactiveYears: 0, fate: 'destroy' as const },
    })),
  };
  await applyOffice(database.owner, wider, { keyring, actor: actorOfHistory(SYSTEM_ACTOR), now });
}

async function castOf({ database }: System) {
  const { rows } = await database.owner.query<{ account_id: string; office_id: number; email: string }>(
    'select account_id, office_id, email from account',
  );
  const idOf = (name: string): string => {
    const found = rows.find(({ email }) => email === `${name}@contoh.invalid`);
    if (found === undefined) throw new Error(`The example has no ${name}`);
    return found.account_id;
  };
  return {
    officeId: rows[0]?.office_id ?? 0,
    accounts: {
      counter: idOf(CAST.counter),
      online: idOf(CAST.online),
      coordinator: idOf(CAST.coordinator),
      head: idOf(CAST.head),
      protection: idOf(CAST.protection),
      rehabilitation: idOf(CAST.rehabilitation),
      staff: idOf(CAST.staff),
      reviewer: idOf(CAST.reviewer),
      auditor: idOf(CAST.auditor),
      administrator: idOf(CAST.administrator),
      inspector: idOf(CAST.inspector),
    },
  };
}

function entriesOf(accounts: Readonly<Record<Person, string>>): readonly (readonly [Person, string])[] {
  return [
    ['counter', accounts.counter],
    ['online', accounts.online],
    ['coordinator', accounts.coordinator],
    ['head', accounts.head],
    ['protection', accounts.protection],
    ['rehabilitation', accounts.rehabilitation],
    ['staff', accounts.staff],
    ['reviewer', accounts.reviewer],
    ['auditor', accounts.auditor],
    ['administrator', accounts.administrator],
    ['inspector', accounts.inspector],
  ];
}

async function windowAt({ browser, address }: Site, token: string | null): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: address, locale: 'id-ID', viewport: { width: 1366, height: 768 } },
  });
  if (token !== null)
    await context.addCookies([{ name: 'sesi', value: token, url: address, httpOnly: true, sameSite: 'Lax' }]);
  return context.newPage();
}
