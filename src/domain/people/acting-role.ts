import type { OfficeData, Sop } from '../office/office-data.ts';
import { permissionsOf } from './case-actor.ts';
import type { Permission } from './permissions.ts';

export type ActingQuestion = {
  /** Roles that he holds today, the eldest first. */
  readonly held: readonly string[];
  readonly operation: string;
  /** Of which one is enough. */
  readonly permissions: readonly Permission[];
  readonly office: OfficeData;
  /** The SOP that the case walks; none for a row of an old register, and where no case is at hand. */
  readonly sop: Sop | null | undefined;
};

/**
 * As what somebody with several roles acts, which the history keeps: of those that permit it the one whose step the
 * operation is in the case's SOP, else the first that works in that SOP, else the first that he holds. Who holds
 * every role stands at the counter as its clerk and not as the one who keeps the social media. Null = none permits it.
 */
export function actingRole({ held, operation, permissions, office, sop }: ActingQuestion): string | null {
  const able = held.filter((role) => {
    const may = permissionsOf([role], office);
    return permissions.some((permission) => may.has(permission));
  });
  const step = sop?.steps.find((one) => one.operation === operation);
  const actors = sop?.actors ?? [];
  const named = [...actors.filter(({ key }) => key === step?.actor), ...actors];
  return named.find(({ role }) => role !== null && able.includes(role))?.role ?? able[0] ?? null;
}
