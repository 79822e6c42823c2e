import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, timeAfterAnswer } from './effective-time.ts';
import type { Completed, Instant, NoticeProven, TextId, Verified } from './event.ts';
import { gate } from './gate.ts';
import { withDue } from './with-due.ts';

export type VerifyCommand = {
  readonly completeness: 'complete' | 'incomplete';
  readonly authority: 'own' | 'other';
  /** What the complainant must still bring; required when incomplete. Missing service papers are none of it (rule 8). */
  readonly missing?: readonly TextId[];
  /** What completed it. */
  readonly text?: TextId | null;
  readonly at?: Instant;
};

/**
 * Says whether the complaint is complete and within authority: within 14 calendar days (UU 25/2009 ps. 44). What was
 * incomplete and is complete now is `completed`: the 60 days to the decision begin (ps. 50).
 */
export function decideVerify(state: CaseState, command: VerifyCommand, context: Context): Decision {
  const closed = gate(state, 'verify', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command.at, context.now);
  if (!time.ok) return time;
  const { completeness, authority } = command;
  const missing = completeness === 'incomplete' ? (command.missing ?? []) : [];
  if (completeness === 'incomplete' && missing.length === 0) {
    return refuse({ refusal: 'missing-papers-required' });
  }
  const before = state.verification;
  if (before.completeness === 'incomplete' && completeness === 'complete' && before.authority === authority) {
    const completed: Completed = { type: 'completed', at: time.at, text: command.text ?? null, due: [] };
    return accept(withDue(state, completed, context));
  }
  const verified: Verified = { type: 'verified', at: time.at, completeness, missing, authority, due: [] };
  return accept(withDue(state, verified, context));
}

export type ProveNoticeCommand = { readonly notice: 'incomplete' | 'answer'; readonly at?: Instant };

/**
 * The notice has provably reached the complainant: his 30 days to complete begin (rule 19), or the answer counts as
 * delivered, without which silence closes nothing (rule 26). Needs the permission of `verify` or of `answer`.
 */
export function decideProveNotice(state: CaseState, command: ProveNoticeCommand, context: Context): Decision {
  const ofAnswer = command.notice === 'answer';
  const closed = gate(state, ofAnswer ? 'answer' : 'verify', context.actor);
  if (closed !== null) return closed;
  if (!ofAnswer && state.status !== 'awaiting-completion') {
    return refuse({ refusal: 'wrong-status', operation: 'verify', status: state.status });
  }
  if (ofAnswer && state.answer === null) return refuse({ refusal: 'no-answer' });
  const time = (ofAnswer ? timeAfterAnswer : effectiveTime)(state, command.at, context.now);
  if (!time.ok) return time;
  const proven: NoticeProven = { type: 'notice-proven', at: time.at, notice: command.notice, due: [] };
  return accept(withDue(state, proven, context));
}
