import type { CaseActor } from '../people/case-actor.ts';
import { awaitsRespondent, may } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AccountId, Marked, TextId } from './event.ts';
import { gate } from './gate.ts';
import { respondentNamed } from './lane-people.ts';

export type MarkCommand = {
  readonly mark: Marked['mark'];
  readonly on: boolean;
  readonly reason?: TextId | null;
};

/**
 * *Mendesak*, *dilindungi*, *terbatas*, *anonim*, *rahasia*. Whoever sees it sets it; taking one away, *dilindungi*
 * above all, is the coordinator's, with a reason (rules 5, 6). Only who decides on an audit closes the lane, or the
 * coordinator before him, and whichever of them still reads the case opens it again (rule 27); nobody closes it while who
 * disposes may be the terlapor: those who can settle it would be shut out (rule 28).
 */
export function decideMark(state: CaseState, command: MarkCommand, context: Context): Decision {
  const { actor, now } = context;
  const closed = gate(state, 'mark', actor);
  if (closed !== null) return closed;
  const { mark, on, reason = null } = command;
  if (on && state.marks[mark]) return refuse({ refusal: 'already-marked', mark });
  if (!on && !state.marks[mark]) return refuse({ refusal: 'not-marked', mark });
  const lane = mark === 'restricted';
  const decides = actor.may.has('case/unmark') || (lane && actor.may.has('review/decide'));
  if (!decides && (!on || lane)) return refuse({ refusal: 'not-permitted', operation: 'mark' });
  if (on && lane && awaitsRespondent(state)) {
    return refuse({ refusal: 'not-now', operation: 'mark', because: 'respondent-undecided' });
  }
  if (!on && reason === null) return refuse({ refusal: 'reason-required' });
  return accept({ type: 'marked', at: now, mark, on, reason });
}

/** How the complainant of a protected case can be reached safely: number, hours, do not call (rule 6). */
export function decideSetSafeContact(
  state: CaseState,
  command: { readonly text: TextId },
  context: Context,
): Decision {
  const closed = gate(state, 'set-safe-contact', context.actor);
  if (closed !== null) return closed;
  return accept({ type: 'safe-contact-set', at: context.now, text: command.text });
}

export type AcceptUrgentCommand = { readonly owner?: AccountId | null };

/**
 * Somebody has taken the urgent case in hand; the calling stops (rule 5). Only who disposes puts another in the place of
 * whom the disposisi named. An owner reads his case, so that of a protected one nobody becomes it who could not read it
 * before, nor makes another its owner unless he disposes (rule 6).
 */
export function decideAcceptUrgent(
  state: CaseState,
  command: AcceptUrgentCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'accept-urgent', context.actor);
  if (closed !== null) return closed;
  const { actor } = context;
  const asked = command.owner === undefined ? actor.account : command.owner;
  const named = respondentNamed(asked, state);
  if (named !== null) return named;
  const given = givesOwner(state, asked, actor);
  if (!given && command.owner != null) return refuse({ refusal: 'field-not-taken', field: 'owner' });
  const owner = given ? asked : null;
  return accept({ type: 'urgent-accepted', at: context.now, owner });
}

function givesOwner(state: CaseState, owner: AccountId | null, actor: CaseActor): boolean {
  const disposes = actor.may.has('dispose');
  if (state.givenTo !== null && !disposes) return owner === state.givenTo;
  if (!state.marks.protected && !state.marks.restricted) return true;
  return may(actor, 'case/read-protected', state) && (disposes || owner === actor.account);
}
