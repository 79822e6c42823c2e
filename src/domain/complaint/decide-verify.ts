import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type ClassifyBeside, classifiedBeside } from './decide-classify.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import type { Completed, NoticeProven, TextId, Verified } from './event.ts';
import { gate } from './gate.ts';
import { noticeOnItsWay } from './notice-on-its-way.ts';
import { afterEvent, withDue } from './with-due.ts';

export type VerifyCommand = WrittenLater & {
  readonly completeness: 'complete' | 'incomplete';
  readonly authority: 'own' | 'other';
  /** What the complainant must still bring; required when incomplete. Missing service papers are none of it (rule 8). */
  readonly missing?: readonly TextId[];
  /** What was found, or what completed it. */
  readonly text?: TextId | null;
  /** Service and matter with what follows from them, as whoever verifies says them in the same act (rule 22). */
  readonly classify?: ClassifyBeside;
};

/**
 * Says whether the complaint is complete and within authority: within 14 calendar days (UU 25/2009 ps. 44). What was
 * incomplete and is complete now is `completed`: the 60 days to the decision begin (ps. 50).
 */
export function decideVerify(state: CaseState, command: VerifyCommand, context: Context): Decision {
  const closed = gate(state, 'verify', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { completeness, authority, text = null } = command;
  const before = state.verification;
  // Incomplete as before, and only the authority is another: the notice of what is missing stands.
  const known = before.authority === authority ? [] : before.missing;
  const named = command.missing ?? [];
  const missing = completeness === 'complete' ? [] : named.length > 0 ? named : known;
  if (completeness === 'incomplete' && missing.length === 0) {
    return refuse({ refusal: 'missing-papers-required' });
  }
  if (before.completeness === 'incomplete' && completeness === 'complete' && before.authority === authority) {
    const completed: Completed = { type: 'completed', ...time.said, text, due: [] };
    return withClass(state, withDue(state, completed, context), command, context);
  }
  const verified: Verified = {
    type: 'verified',
    ...time.said,
    completeness,
    missing,
    authority,
    text,
    due: [],
  };
  return withClass(state, withDue(state, verified, context), command, context);
}

function withClass(
  state: CaseState,
  found: Verified | Completed,
  { classify, at, lateEntryReason }: VerifyCommand,
  context: Context,
): Decision {
  if (classify === undefined) return accept(found);
  const time = at === undefined ? {} : { at, lateEntryReason: lateEntryReason ?? null };
  const classed = classifiedBeside(afterEvent(state, found, context), classify, time, context);
  return classed.ok ? accept(found, ...classed.events) : classed;
}

export type ProveNoticeCommand = WrittenLater & { readonly notice: NoticeProven['notice'] };

/**
 * The notice has provably reached the complainant: his 30 days to complete begin (rule 19), or the answer counts as
 * delivered, without which silence closes nothing, or his window to object to an ending without an answer begins (rule
 * 26). Needs the permission of `verify`, of the answer that of `answer`.
 */
export function decideProveNotice(state: CaseState, command: ProveNoticeCommand, context: Context): Decision {
  const closed = gate(state, 'prove-notice', context.actor);
  if (closed !== null) return closed;
  const { notice } = command;
  // One notice at a time can be on its way: what is missing, the answer, or the ending without one.
  const onItsWay = noticeOnItsWay(state);
  if (notice !== onItsWay?.notice) {
    return refuse({ refusal: 'wrong-status', operation: 'prove-notice', status: state.status });
  }
  const time = (notice === 'answer' ? timeAfterAnswer : effectiveTime)(state, command, context);
  if (!time.ok) return time;
  const { since } = onItsWay;
  if (time.at < since) return refuse({ refusal: 'time-before-notice', at: time.at, since });
  const proven: NoticeProven = { type: 'notice-proven', ...time.said, notice, due: [] };
  return accept(withDue(state, proven, context));
}
