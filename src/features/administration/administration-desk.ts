import type { Pool } from 'pg';
import { localDate } from '../../domain/calendar/instant.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { type AtWork, actingAs, type StaffDesk } from '../people/staff-desk.tsx';

/** What pages that change an office need of the installation: an office is written by the owner of its tables. */
export type AdministrationDesk = StaffDesk & { readonly owner: Pool };

/** The office's own day. */
export function todayAt(desk: AdministrationDesk, { office }: AtWork): string {
  return localDate(desk.clock(), office.zone);
}

/** Who changes the office, under the role that permits it. */
export function actingOn(desk: AdministrationDesk, work: AtWork, permission: Permission) {
  const actor = actorOfHistory(actingAs(work, permission));
  return { keyring: desk.keyring, actor, now: desk.clock(), newId: uuidv7, today: todayAt(desk, work) };
}

/** The first of these that somebody holds. */
export function permissionOf({ actor }: AtWork, needs: readonly Permission[]): Permission {
  return needs.find((one) => actor.may.has(one)) ?? 'office/administer';
}
