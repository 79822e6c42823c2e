import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AccountId, TextId } from './event.ts';
import { gate } from './gate.ts';
import { respondentNamed } from './lane-people.ts';

/**
 * Gives the case to somebody else without taking it from its unit: whoever had it is on leave, moves or goes. Nobody named,
 * it is the unit's as a whole. Its status and its clocks stand as they were. Never to who is complained of (rule 28), nor to
 * an account that is closed or works on no cases: an administrator would read a protected one by it.
 */
export function decideChangeOwner(
  state: CaseState,
  command: { readonly owner: AccountId | null; readonly reason: TextId | null },
  context: Context,
): Decision {
  const closed = gate(state, 'change-owner', context.actor);
  if (closed !== null) return closed;
  const { owner, reason } = command;
  if (owner === state.owner && owner === state.givenTo) return refuse({ refusal: 'nothing-changes' });
  const named = respondentNamed(owner, state);
  if (named !== null) return named;
  if (owner !== null && context.worksOnCases?.(owner) !== true)
    return refuse({ refusal: 'unknown-account', account: owner });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  return accept({ type: 'owner-changed', at: context.now, from: state.owner, owner, reason });
}
