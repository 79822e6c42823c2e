import type { AccountId, Actor } from '../complaint/event.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { DeputyCapacity } from './deputation.ts';
import { isPermission, type Permission } from './permissions.ts';

/** Who acts on a case, with all that the rules ask of him. The history keeps the `Actor` part only. */
export type CaseActor = Actor & {
  /** All his roles of today, each with what it alone gives and where; without it he holds nothing but `role`. */
  readonly held?: readonly Standing[];
  /** Everything that his roles may do, roles that he does for an absent holder included (rule 23). */
  readonly may: ReadonlySet<Permission>;
  /** Units he works in by any of his roles; what he may do there `standingsOf` says. Empty = above the units. */
  readonly units: readonly string[];
  /** Accounts that he stands in for today (rules 28, 33). */
  readonly deputyOf: readonly AccountId[];
};

/** A role with what it gives, and the units for which it was given; none = it stands above the units. */
export type Standing = Pick<CaseActor, 'role' | 'may' | 'units'> & {
  /** Whose it is and as what its holder stands in for him (rule 33); left out of a role of his own. */
  readonly deputy?: { readonly deputyFor: AccountId; readonly capacity: DeputyCapacity };
};

/** A role as its row has it: for one unit, or above them all; of a deputy, for whom and as what. */
type Held = {
  readonly role: string;
  readonly unit: string | null;
  readonly deputyFor?: AccountId | null;
  readonly capacity?: DeputyCapacity | null;
};

/** What somebody with these roles may do together, and what each of them gives for itself in its unit. */
export function rightsOf(
  roles: readonly Held[],
  office: OfficeData,
): Required<Pick<CaseActor, 'role' | 'may' | 'units' | 'held'>> {
  const held = roles.map(
    ({ role, unit, deputyFor = null, capacity = null }): Standing => ({
      ...{ role, may: permissionsOf([role], office) },
      units: unit === null ? [] : [unit],
      ...(deputyFor === null || capacity === null ? {} : { deputy: { deputyFor, capacity } }),
    }),
  );
  return {
    role: held[0]?.role ?? null,
    may: new Set(held.flatMap(({ may }) => [...may])),
    units: [...new Set(held.flatMap(({ units }) => units))],
    held,
  };
}

/** His roles that give one of these: a permission that a role has for its unit he does not have by it for another. */
export function standingsOf(actor: CaseActor, permissions: readonly Permission[]): readonly Standing[] {
  return (actor.held ?? [actor]).filter(({ may }) => permissions.some((one) => may.has(one)));
}

/**
 * The actor under this role. Where it is his only as a deputy the history says for whom and as what (rule 33); a role that
 * he also holds himself he acts under himself. `standings`: those of his that reach what is done.
 */
export function underRole(
  actor: CaseActor,
  role: string | null,
  standings: readonly Standing[] = actor.held ?? [],
): CaseActor {
  const same = standings.filter((one) => one.role === role);
  const deputy = same.some((one) => one.deputy === undefined) ? undefined : same[0]?.deputy;
  if (deputy === undefined || role === null) return { ...actor, role };
  return { ...actor, role, insteadOf: { role, ...deputy } };
}

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
 * Tanggap itself: moved deadlines, automatic acknowledgements, what silence ends (rules 19, 26), and what is done on the
 * command line.
 */
export const SYSTEM_ACTOR: CaseActor = unnamed('system');
/** The import of an old register. */
export const IMPORT_ACTOR: CaseActor = unnamed('import');

function unnamed(by: Actor['by']): CaseActor {
  return { by, account: null, role: null, may: NOTHING, units: [], deputyOf: [] };
}
