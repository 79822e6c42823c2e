import type { CaseState } from './case-state.ts';
import type { ComplaintEvent, IdentityId } from './event.ts';

/**
 * Everybody who stands on the case now. Somebody whose data were corrected has a new identity; the former one stays in
 * the vault as the old value (rule 11) and is not among these.
 */
export function identitiesOfCase({ people }: Pick<CaseState, 'people'>): ReadonlySet<IdentityId> {
  const { reporters, concerns, respondents } = people;
  return new Set([...reporters, ...concerns, ...respondents].flatMap(({ identity }) => identity ?? []));
}

/** An identity and all that it took the place of in corrections (rule 11), the newest first. */
export function versionsOf(
  identity: IdentityId,
  history: readonly { readonly event: ComplaintEvent }[],
): readonly IdentityId[] {
  const formerOf = new Map<IdentityId, IdentityId>();
  const standing: Record<PeopleList, readonly Standing[]> = { reporters: [], concerns: [], respondents: [] };
  for (const { event } of history) {
    const said = event.type === 'received' ? event : event.type === 'corrected' ? event.changes : {};
    for (const list of PEOPLE_LISTS) {
      const next = said[list];
      if (next === undefined) continue;
      for (const [place, { identity: now }] of next.entries()) {
        // A correction keeps everybody in his place; who was forgotten comes last.
        const former = standing[list][place]?.identity ?? null;
        if (now !== null && former !== null && now !== former) formerOf.set(now, former);
      }
      standing[list] = next;
    }
  }
  const versions = new Set<IdentityId>();
  for (let one: IdentityId | undefined = identity; one !== undefined; one = formerOf.get(one))
    versions.add(one);
  return [...versions];
}

const PEOPLE_LISTS = ['reporters', 'concerns', 'respondents'] as const;
type PeopleList = (typeof PEOPLE_LISTS)[number];
type Standing = { readonly identity: IdentityId | null };
