import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { type CaseActor, standingsOf } from '../../../domain/people/case-actor.ts';
import { awaitsDecision, isWithheld, restrictedReaders } from '../../../domain/people/may.ts';
import type { OfficeCodes } from '../../offices/office-codes.ts';

/** Stands in case_reader for "whoever may read the closed lane", as long as nobody is named (rule 27). */
const UNNAMED_READERS = '00000000-0000-0000-0000-000000000000';

/** Stands in case_reader for "whoever decides on an audit", while a telaah waits for that decision (rule 27). */
const DECIDING_READERS = '00000000-0000-0000-0000-000000000001';

/** Stands in case_reader for "whoever disposes", while nobody has said who the terlapor is (rule 28). */
export const DISPOSING_READERS = '00000000-0000-0000-0000-000000000002';

/**
 * Stands in case_reader for "whoever accepts urgent cases" beside such a case: he reads nothing of it, but is told that it
 * waits (rule 5).
 */
export const URGENT_WATCHERS = '00000000-0000-0000-0000-000000000003';

/** The rows of case_reader of a case: nobody while it is open; the very rule of `mayRead` for one that is withheld. */
export function readersOf(state: CaseState): readonly string[] {
  if (!isWithheld(state)) return [];
  if (!state.marks.restricted) return readersOfUndecided(state);
  const named = restrictedReaders(state);
  const readers = named.length === 0 ? [UNNAMED_READERS] : named;
  return awaitsDecision(state) ? [...readers, DECIDING_READERS] : readers;
}

function readersOfUndecided({ marks }: CaseState): readonly string[] {
  const waits = (marks.urgent || marks.urgentAsked) && marks.urgentAcceptedAt === null;
  return waits ? [DISPOSING_READERS, URGENT_WATCHERS] : [DISPOSING_READERS];
}

/** What decides in SQL which cases somebody may find in a list; the very rules of `mayRead`. */
export type Viewer = {
  readonly account: string | null;
  /** Own account and those he stands in for: none of them may be complained of (rule 28). */
  readonly persons: readonly string[];
  /** Under which names he is among the readers of a case that is withheld. */
  readonly readers: readonly string[];
  readonly seesOpen: boolean;
  readonly seesProtected: boolean;
  /** Units whose protected cases he handles; null = of every unit. */
  readonly units: readonly number[] | null;
};

export function viewerOf(actor: CaseActor, codes: OfficeCodes): Viewer {
  const { account, deputyOf, may } = actor;
  const own = account === null ? [] : [account];
  const protectedUnits = standingsOf(actor, ['case/read-protected']).flatMap(({ units }) => units);
  return {
    account,
    persons: [...own, ...deputyOf],
    readers: [
      ...own,
      ...(may.has('case/read-restricted') ? [UNNAMED_READERS] : []),
      ...(may.has('review/decide') ? [DECIDING_READERS] : []),
      ...(may.has('dispose') ? [DISPOSING_READERS] : []),
    ],
    seesOpen: may.has('case/read-open'),
    seesProtected: may.has('case/read-protected'),
    units: may.has('dispose') ? null : protectedUnits.flatMap((unit) => codes.codeOf('unit', unit) ?? []),
  };
}

/** The parameters that `visibleTo` speaks of, in order. */
export function viewerParameters(viewer: Viewer): readonly unknown[] {
  const { account, persons, readers, seesOpen, seesProtected, units } = viewer;
  return [account, persons, readers, seesOpen, seesProtected, units];
}
export const VIEWER_PARAMETERS = 6;

/**
 * A condition on complaint_case `c` of office $1: only what the viewer may see. `first` is the number of the first
 * of the six viewer parameters. The covering indexes of the inbox answer it for all but the few restricted and protected
 * cases, each of which is looked up (`exists` without `offset 0` would read all readers of the office first, for every list).
 * `case_is_visible` (in `db/migrations/`) is the search's condition, too.
 */
export function visibleTo(first: number): string {
  const [account, persons, readers, seesOpen, seesProtected, units] = [0, 1, 2, 3, 4, 5].map(
    (step) => `$${first + step}`,
  );
  return `c.case_id <> all (array(
      select t.case_id from case_respondent t where t.office_id = $1 and t.account_id = any (${persons}::uuid[])))
    and case_is_visible(
      c.office_id, c.case_id, c.restricted, exists (
        select from case_reader r
         where r.office_id = $1 and r.account_id = any (${readers}::uuid[]) and r.case_id = c.case_id offset 0),
      c.protected, ${account}::uuid, ${seesOpen}::boolean, ${seesProtected}::boolean, ${units}::smallint[])`;
}
