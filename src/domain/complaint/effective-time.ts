import type { CaseState } from './case-state.ts';
import { type Refused, refuse } from './decision.ts';
import type { Instant } from './event.ts';

/**
 * When the act itself was done: now, or the true time of what is written afterwards (*susulan*, rule 5); never in
 * the future, never before the receipt.
 */
export function effectiveTime(
  state: CaseState,
  at: Instant | undefined,
  now: Instant,
): { readonly ok: true; readonly at: Instant } | Refused {
  if (at === undefined) return { ok: true, at: now };
  if (at > now) return refuse({ refusal: 'time-in-future', at });
  if (state.precision === 'instant' && at < state.ownReceipt.at) {
    return refuse({ refusal: 'time-before-receipt', at, receivedAt: state.ownReceipt.at });
  }
  return { ok: true, at };
}

/** The same for what follows an answer: closing, confirming, withdrawing. Never before it. */
export function timeAfterAnswer(
  state: CaseState,
  at: Instant | undefined,
  now: Instant,
): ReturnType<typeof effectiveTime> {
  const time = effectiveTime(state, at, now);
  const answeredAt = state.answer?.at ?? null;
  if (time.ok && answeredAt !== null && time.at < answeredAt) {
    return refuse({ refusal: 'time-before-answer', at: time.at, answeredAt });
  }
  return time;
}
