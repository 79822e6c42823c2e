import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, type Refused, refuse } from './decision.ts';
import { timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import type { Instant, TextId } from './event.ts';
import { gate } from './gate.ts';

export type WithdrawCommand = WrittenLater & {
  readonly reason?: TextId | null;
  /** *Dianggap mencabut*: the 30 days to complete have passed in silence. */
  readonly deemed?: boolean;
};

/**
 * The complainant takes it back; from staff with a reason. *Dianggap mencabut* not before 30 days after proven receipt of
 * the notice, at the time for which it is written down, and never for somebody anonymous: there the office decides on
 * what it has (UU 25/2009 ps. 44, rule 19).
 */
export function decideWithdraw(state: CaseState, command: WithdrawCommand, context: Context): Decision {
  const { actor } = context;
  const closed = gate(state, 'withdraw', actor);
  if (closed !== null) return closed;
  const { reason = null, deemed = false } = command;
  if (!deemed && actor.by === 'system') return refuse({ refusal: 'not-permitted', operation: 'withdraw' });
  if (deemed && actor.by === 'complainant')
    return refuse({ refusal: 'not-permitted', operation: 'withdraw' });
  const byOffice = !deemed && actor.by !== 'complainant';
  if (byOffice && reason === null) return refuse({ refusal: 'reason-required' });
  const time = timeAfterAnswer(state, command, context);
  if (!time.ok) return time;
  const early = deemed ? notDeemed(state, time.at) : null;
  return early ?? accept({ type: 'withdrawn', ...time.said, reason, deemed });
}

function notDeemed(state: CaseState, at: Instant): Refused | null {
  if (state.marks.anonymous) return refuse({ refusal: 'anonymous-never-deemed-withdrawn' });
  const { completeness, noticeProvenAt } = state.verification;
  if (completeness !== 'incomplete' || noticeProvenAt === null)
    return refuse({ refusal: 'notice-not-proven' });
  const until = state.due.find((limit) => limit.clock === 'statute-completion')?.dueAt ?? null;
  return until === null || at <= until ? refuse({ refusal: 'completion-time-not-over', until }) : null;
}
