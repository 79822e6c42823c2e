import { fileURLToPath } from 'node:url';
import type { OfficeData } from '../src/domain/office/office-data.ts';
import {
  actorOfHistory,
  type CaseActor,
  permissionsOf,
  SYSTEM_ACTOR,
} from '../src/domain/people/case-actor.ts';
import { PERMISSIONS } from '../src/domain/people/permissions.ts';
import type { CaseDesk } from '../src/features/cases/doors/case-desk.ts';
import { applyOffice } from '../src/features/offices/apply-office.ts';
import { loadOffice } from '../src/features/offices/load-office.ts';
import { loadReferenceCalendar } from '../src/features/offices/load-reference-calendar.ts';
import { type Office, type Offices, openOffices } from '../src/features/offices/office.read.ts';
import type { SealGuard } from '../src/features/people/row-seal.ts';
import { uuidv7 } from '../src/platform/ids.ts';
import { type Keyring, newMasterKeyText, openKeyring } from '../src/platform/keyring.ts';
import { openLog } from '../src/platform/log.ts';
import type { TestDatabase } from './test-database.ts';

export type OfficeDesk = {
  readonly desk: CaseDesk;
  readonly offices: Offices;
  readonly office: Office;
  readonly data: OfficeData;
};

/** Monday 6 April 2026, 09.00 WITA: an ordinary working morning in a loaded year. */
export const MORNING = Date.parse('2026-04-06T01:00:00.000Z');

/** An office of this project, applied to a fresh database, with the calendar and a master key of its own. */
export async function openOfficeDesk(
  db: TestDatabase,
  slug = 'tabalong',
  now = MORNING,
  keyring: Keyring = openKeyring(newMasterKeyText()),
): Promise<OfficeDesk> {
  const folder = fileURLToPath(new URL(`../offices/${slug}`, import.meta.url));
  const { office: data, findings } = await loadOffice(folder);
  if (data === null) throw new Error(`offices/${slug} does not load: ${JSON.stringify(findings)}`);
  await loadReferenceCalendar(db.owner, now);
  await applyOffice(db.owner, data, actingIn({ keyring }, now));
  const offices = openOffices(db.app, keyring);
  const office = await offices.bySlug(slug, now);
  if (office === undefined) throw new Error(`Office ${slug} was not applied`);
  return { desk: { pool: db.app, keyring, newId: uuidv7 }, offices, office, data };
}

/** Where sessions, tokens and accounts are believed by their seals; what the log is told of goes into `lines`. */
export function atTheDoor({ keyring }: Pick<CaseDesk, 'keyring'>, lines: string[] = []): SealGuard {
  return { keyring, log: openLog({ human: false, write: (line) => void lines.push(line) }) };
}

/** For acts on accounts and tokens: Tanggap itself does them. */
export function actingIn({ keyring }: Pick<CaseDesk, 'keyring'>, now: number) {
  return { keyring, actor: actorOfHistory(SYSTEM_ACTOR), now, newId: uuidv7 };
}

/** Somebody who may do everything that the rules leave to a person. */
export function aStaffActor(overrides: Partial<CaseActor> = {}): CaseActor {
  return {
    by: 'staff',
    account: uuidv7(),
    role: 'ketua-tim',
    may: new Set(PERMISSIONS),
    units: [],
    deputyOf: [],
    ...overrides,
  };
}

/** Somebody who holds these roles of the office and nothing else. */
export function anActorAs(office: Office, ...roles: readonly string[]): CaseActor {
  return aStaffActor({ role: roles[0] ?? null, may: permissionsOf(roles, office.data) });
}
