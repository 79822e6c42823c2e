import type { CaseState } from './case-state.ts';
import type { ReviewDecided } from './closed-lane-event.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AccountId, ComplaintEvent, TextId } from './event.ts';
import { gate } from './gate.ts';
import { respondentAmong } from './lane-people.ts';

/**
 * *Telaah awal*: reviewers are named; it restricts nothing yet (rule 27). Not on a case whose lane is closed, and by
 * nobody who investigates it (law 8).
 */
export function decideReviewStart(
  state: CaseState,
  command: { readonly reviewers: readonly AccountId[] },
  context: Context,
): Decision {
  const closed = gate(state, 'review/start', context.actor);
  if (closed !== null) return closed;
  if (command.reviewers.length === 0) return refuse({ refusal: 'people-required' });
  const respondent = respondentAmong(command.reviewers, state);
  if (respondent !== null) return refuse({ refusal: 'respondent-named', account: respondent });
  const investigator = command.reviewers.find((one) => state.investigation?.investigators.includes(one));
  if (investigator !== undefined) {
    return refuse({ refusal: 'reviewer-is-investigator', account: investigator });
  }
  return accept({ type: 'review-started', at: context.now, reviewers: command.reviewers });
}

/** Content, first evidence and a recommendation: to the unit, to audit, or stop. By a reviewer of this case (rule 27). */
export function decideReviewRecommend(
  state: CaseState,
  command: { readonly recommendation: 'unit' | 'audit' | 'stop'; readonly text: TextId },
  context: Context,
): Decision {
  const closed = gate(state, 'review/recommend', context.actor);
  if (closed !== null) return closed;
  const { recommendation, text } = command;
  return accept({ type: 'review-recommended', at: context.now, recommendation, text });
}

export type ReviewDecideCommand = {
  readonly decision: ReviewDecided['decision'];
  readonly directions?: TextId | null;
  /** Who may read the case from now on; asked for with *audit*. Who decides is always among them. */
  readonly readers?: readonly AccountId[];
};

/** The head decides; only *audit* closes the lane: from then on named people alone read the case (rule 27). */
export function decideReviewDecide(
  state: CaseState,
  command: ReviewDecideCommand,
  context: Context,
): Decision {
  const { actor, now } = context;
  const closed = gate(state, 'review/decide', actor);
  if (closed !== null) return closed;
  const { decision, directions = null } = command;
  // Rule 33: whether a deputy of the head may decide on an audit is for the office to say.
  const deputy = actor.insteadOf !== undefined && !context.office.review.deputyDecidesAudit;
  if (deputy && decision === 'audit') return refuse({ refusal: 'not-permitted', operation: 'review/decide' });
  const named = command.readers ?? [];
  const respondent = respondentAmong(named, state);
  if (respondent !== null) return refuse({ refusal: 'respondent-named', account: respondent });
  const restricts = decision === 'audit';
  if (!restricts && named.length > 0) return refuse({ refusal: 'field-not-taken', field: 'readers' });
  if (restricts && named.length === 0) return refuse({ refusal: 'people-required' });
  const readers = restricts ? [...new Set(actor.account === null ? named : [actor.account, ...named])] : [];
  const decided: ComplaintEvent = { type: 'review-decided', at: now, decision, directions, readers };
  if (!restricts || state.marks.restricted) return accept(decided);
  return accept(decided, { type: 'marked', at: now, mark: 'restricted', on: true, reason: null });
}
