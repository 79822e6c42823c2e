import { needsSecondPerson, openedLately } from '../../../domain/complaint/opening-consent.ts';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { may } from '../../../domain/people/may.ts';
import type { CaseReading } from './read-case.read.ts';

/** What stands between a reader and the papers and files that show who complains (rule 32). */
export type DoorToComplainant =
  | 'open'
  /** Whoever gives a reason; it is kept and logged. */
  | 'reason'
  /** Who has opened the people of the case, for which a second person must agree. */
  | 'second-person'
  /** Nobody without the permission to open people. */
  | 'closed';

/**
 * Handlers of an open case pass as they see contacts. Of a guarded case it opens for a day to who has opened its people, each
 * with a second person's consent; a guarded case in whose vault nobody stands has no people to ask for, and takes a reason.
 * `now` in milliseconds.
 */
export function doorToComplainant(
  { handlesIt, people, state, timeline }: Pick<CaseReading, 'handlesIt' | 'people' | 'state' | 'timeline'>,
  actor: CaseActor,
  now: number,
): DoorToComplainant {
  if (handlesIt) return 'open';
  if (!may(actor, 'identity/open', state)) return 'closed';
  const his = people.flatMap(({ identityId, part, masked }) =>
    part === 'respondent' || masked === null ? [] : [identityId],
  );
  if (!needsSecondPerson(state) || his.length === 0) return 'reason';
  const opened = openedLately(timeline, his, actor.account, new Date(now).toISOString());
  return opened ? 'open' : 'second-person';
}
