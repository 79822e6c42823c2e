import { SYSTEM_ACTOR } from '../people/case-actor.ts';
import { awaitsRespondent } from '../people/may.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideClose } from './decide-close.ts';
import { decideWithdraw } from './decide-withdraw.ts';
import type { Accepted } from './decision.ts';
import type { ComplaintEvent, RecordedEvent } from './event.ts';
import type { Outcome } from './vocabulary.ts';

/**
 * What silence alone brings to an end at `context.now`: an answer that provably arrived and that nobody objected to within the
 * window (rule 26), or a complaint whose 30 days to complete passed after the notice provably arrived (UU 25/2009 ps. 44,
 * rule 19). Null where nothing does. A complainant who wrote since is not silent; whoever is at the Ombudsman waits there;
 * nobody ends a case by time while it is unsaid who is complained of (rule 28).
 */
export function endByItself(
  state: CaseState,
  events: readonly RecordedEvent[],
  context: Omit<Context, 'actor'>,
): Accepted | null {
  if (state.marks.atOmbudsman || awaitsRespondent(state)) return null;
  const asSystem: Context = { ...context, actor: SYSTEM_ACTOR };
  const since = state.status === 'answered' ? state.answer?.at : state.verification.incompleteAt;
  if (since == null || wroteSince(events, since)) return null;
  const decided =
    state.status === 'answered'
      ? decideClose(state, { outcome: outcomeOfSilence(state, events), closedBy: 'silence' }, asSystem)
      : state.status === 'awaiting-completion'
        ? decideWithdraw(state, { deemed: true }, asSystem)
        : null;
  return decided?.ok === true ? decided : null;
}

/**
 * Silence claims no more than the record shows, and no less: what was not proven is that, what was found and mended is *resolved*,
 * so is that in which somebody was given aid or shelter; everything else was explained to somebody who said nothing against
 * it, with nothing to mend (rule 26). An office that knows better closes the case itself.
 */
export function outcomeOfSilence(
  { investigation, verification, duties }: CaseState,
  events: readonly RecordedEvent[],
): Outcome {
  if (investigation?.finding === 'not-proven') return 'not-proven';
  if (verification.authority === 'other') return 'out-of-authority';
  const mended = investigation?.finding != null && duties.every(({ fulfilled }) => fulfilled);
  return mended || events.some(({ event }) => helped(event)) ? 'resolved' : 'explained';
}

function helped(event: ComplaintEvent): boolean {
  return event.type === 'followed-up' && (event.entry === 'aid' || event.entry === 'shelter');
}

function wroteSince(events: readonly RecordedEvent[], since: string): boolean {
  return events.some(
    ({ event, recordedAt }) =>
      event.type === 'replied' && event.from === 'complainant' && (event.at >= since || recordedAt >= since),
  );
}
