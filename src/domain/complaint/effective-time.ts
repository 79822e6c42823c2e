import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type Refused, refuse } from './decision.ts';
import type { Instant, TextId } from './event.ts';
import { isLateEntry } from './late-entry.ts';

/** When something was done, of what is written down afterwards with its true time (rule 1). */
export type WrittenLater = {
  /** Left out: now. */
  readonly at?: Instant;
  /** Why it is written down only now; asked for beyond the time that writing down takes. */
  readonly lateEntryReason?: TextId | null;
};

/** What an entry says of its own time. */
export type EntryTime = { readonly at: Instant; readonly lateEntryReason?: TextId };

type Timed = { readonly ok: true; readonly at: Instant; readonly said: EntryTime } | Refused;

/**
 * When the act itself was done: now, or the true time of what is written afterwards; never in the future, never before
 * the receipt, and late only with a reason, since an earlier time can make a late case none (rules 1, 36).
 */
export function effectiveTime(state: CaseState, command: WrittenLater, context: Context): Timed {
  return withReason(trueTime(state, command, context), context);
}

/** The same for what follows an answer: closing, confirming, withdrawing. Never before it. */
export function timeAfterAnswer(state: CaseState, command: WrittenLater, context: Context): Timed {
  const time = trueTime(state, command, context);
  const answeredAt = state.answer?.at ?? null;
  if (time.ok && answeredAt !== null && time.at < answeredAt) {
    return refuse({ refusal: 'time-before-answer', at: time.at, answeredAt });
  }
  return withReason(time, context);
}

/** The same where a late entry is not asked why: done first and written down afterwards (rule 5). */
export function trueTime(
  state: CaseState,
  { at, lateEntryReason }: WrittenLater,
  { now }: Pick<Context, 'now'>,
): Timed {
  if (at === undefined) return { ok: true, at: now, said: { at: now } };
  if (at > now) return refuse({ refusal: 'time-in-future', at });
  // A receipt known to the day or the month only stands at its beginning: the whole of it is free (rule 37).
  if (at < state.ownReceipt.at) {
    return refuse({ refusal: 'time-before-receipt', at, receivedAt: state.ownReceipt.at });
  }
  return { ok: true, at, said: lateEntryReason == null ? { at } : { at, lateEntryReason } };
}

function withReason(time: Timed, { now, calendar }: Context): Timed {
  if (!time.ok || time.said.lateEntryReason !== undefined) return time;
  return isLateEntry(time.at, now, calendar.zone) ? refuse({ refusal: 'late-entry-reason-required' }) : time;
}
