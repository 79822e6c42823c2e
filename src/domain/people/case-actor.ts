import type { AccountId, Actor } from '../complaint/event.ts';
import type { OfficeData } from '../office/office-data.ts';
import { isPermission, type Permission } from './permissions.ts';

/** Who acts on a case, with all that the rules ask of him. The history keeps the `Actor` part only. */
export type CaseActor = Actor & {
  /** All his roles of today, where `role` is not the only one: see `actingRole`. */
  readonly roles?: readonly string[];
  /** Everything that his roles may do, roles that he does for an absent holder included (rule 23). */
  readonly may: ReadonlySet<Permission>;
  /** Units he belongs to; empty for those who stand above the units. */
  readonly units: readonly string[];
  /** Accounts that he stands in for today (rules 28, 33). */
  readonly deputyOf: readonly AccountId[];
};

/** What the holder of these roles may do in this office, together. Role keys that the office does not have give nothing. */
export function permissionsOf(roles: readonly string[], office: OfficeData): ReadonlySet<Permission> {
  const held = office.roles.filter((role) => roles.includes(role.key));
  return new Set(held.flatMap((role) => role.may).filter(isPermission));
}

/** The part of an actor that is written into the history. */
export function actorOfHistory({ by, account, role, insteadOf }: CaseActor): Actor {
  return insteadOf === undefined ? { by, account, role } : { by, account, role, insteadOf };
}

const NOTHING: ReadonlySet<Permission> = new Set();

/** Somebody who sends in a complaint without an account. */
export const PUBLIC_ACTOR: CaseActor = unnamed('public');
/** The complainant, known by the secret of the ticket. */
export const COMPLAINANT_ACTOR: CaseActor = unnamed('complainant');
/**
 * Tanggap itself: moved deadlines and what is done on the command line. The core also lets it acknowledge, close by
 * silence and take somebody for withdrawn; nothing does these by itself yet.
 */
export const SYSTEM_ACTOR: CaseActor = unnamed('system');
/** The import of an old register. */
export const IMPORT_ACTOR: CaseActor = unnamed('import');

function unnamed(by: Actor['by']): CaseActor {
  return { by, account: null, role: null, may: NOTHING, units: [], deputyOf: [] };
}
