import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import type { JoinDecision } from './decide-merge.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { ComplaintEvent } from './event.ts';
import { gate } from './gate.ts';

/**
 * Rombongan: neighbours who come with the same matter stay cases of their own, linked, so that one answer may go to all (rule 3).
 * For whoever may merge both. The first joins the group of the other; where neither has one, both begin `group`.
 */
export function decideLink(
  state: CaseState,
  other: CaseState,
  { group: begun, isSame }: { readonly group: string; readonly isSame: boolean },
  context: Context,
): JoinDecision {
  const closed = gate(state, 'merge', context.actor) ?? gate(other, 'merge', context.actor);
  if (closed !== null) return closed;
  if (isSame) return refuse({ refusal: 'same-case' });
  if (state.group !== null && state.group === other.group) return refuse({ refusal: 'nothing-changes' });
  const group = other.group ?? state.group ?? begun;
  const linked = (one: CaseState): readonly ComplaintEvent[] =>
    one.group === group ? [] : [{ type: 'linked', at: context.now, group }];
  return { ok: true, events: linked(state), other: linked(other) };
}

/** Takes a case out of its rombongan; the others stay linked. */
export function decideUnlink(state: CaseState, context: Context): Decision {
  const closed = gate(state, 'merge', context.actor);
  if (closed !== null) return closed;
  if (state.group === null) return refuse({ refusal: 'nothing-changes' });
  return accept({ type: 'unlinked', at: context.now, group: state.group });
}
