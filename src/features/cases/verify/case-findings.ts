import type { CasePlace } from './open-case-rows.ts';
import type { ChainFinding, ChainRule } from './verify-chains.ts';
import type { StateFinding, StateRule } from './verify-states.ts';
import type { TextFinding } from './verify-texts.ts';
import type { TotalFinding, TotalRule } from './verify-totals.ts';

export type PeopleRule =
  /** The people of the case are not those that its row was sealed with: one was changed, put there or taken away. */
  | 'people-changed'
  /** Somebody's key was wrapped with a key that is not here. */
  | 'key-missing';
export type PeopleFinding = { readonly rule: PeopleRule } & CasePlace;

/** Something wrong with one entry, row, text or case's people. */
export type CaseFinding =
  | ({ readonly part: 'chain' } & ChainFinding)
  | ({ readonly part: 'text' } & TextFinding)
  | ({ readonly part: 'identity' } & PeopleFinding);
/** How often something is wrong beside the cases. */
export type CountedFinding =
  | ({ readonly part: 'state' } & StateFinding)
  | ({ readonly part: 'total' } & TotalFinding);
export type CaseFindings = {
  readonly placed: readonly CaseFinding[];
  readonly counted: readonly CountedFinding[];
};

/** The list is cut here: a store changed as a whole must not fill the memory with findings. */
const MOST_FINDINGS = 10_000;

/** Takes findings as they come, cut where there are too many; those that only count are added up. */
export type FindingTaker = {
  readonly ofChain: (rule: ChainRule, at: CasePlace, seq: number | null) => void;
  readonly ofText: (finding: TextFinding) => void;
  readonly ofPeople: (rule: PeopleRule, at: CasePlace) => void;
  readonly ofState: (rule: StateRule, what: string, count?: number) => void;
  readonly ofTotal: (rule: TotalRule, what: string, count?: number) => void;
  readonly all: () => CaseFindings;
};

export function openFindings(): FindingTaker {
  const placed: CaseFinding[] = [];
  const counted: CountedFinding[] = [];
  const add = (finding: CaseFinding): void => {
    if (placed.length < MOST_FINDINGS) placed.push(finding);
  };
  return {
    ofChain: (rule, { officeId, caseId }, seq) => add({ part: 'chain', rule, officeId, caseId, seq }),
    ofText: (finding) => add({ part: 'text', ...finding }),
    ofPeople: (rule, { officeId, caseId }) => add({ part: 'identity', rule, officeId, caseId }),
    ofState: (rule, what, count = 1) => addUp(counted, { part: 'state', rule, what, count }),
    ofTotal: (rule, what, count = 1) => addUp(counted, { part: 'total', rule, what, count }),
    all: () => ({ placed, counted }),
  };
}

/** Adds a count to those of its kind; the kinds are few. */
export function addUp(counted: CountedFinding[], finding: CountedFinding): void {
  const at = counted.findIndex(({ rule, what }) => rule === finding.rule && what === finding.what);
  const known = counted[at];
  if (known === undefined) counted.push(finding);
  else counted[at] = { ...known, count: known.count + finding.count };
}
