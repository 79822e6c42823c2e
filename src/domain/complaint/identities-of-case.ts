import type { CaseState } from './case-state.ts';
import type { IdentityId } from './event.ts';

/**
 * Everybody who stands on the case now. Somebody whose data were corrected has a new identity; the former one stays in
 * the vault as the old value (rule 11) and is not among these.
 */
export function identitiesOfCase({ people }: Pick<CaseState, 'people'>): ReadonlySet<IdentityId> {
  const { reporters, concerns, respondents } = people;
  return new Set([...reporters, ...concerns, ...respondents].flatMap(({ identity }) => identity ?? []));
}
