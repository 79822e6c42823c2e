import type { Instant } from '../complaint/event.ts';
import { instantMs, instantOf } from '../complaint/instant-ms.ts';
import type { Breach, BreachTold } from './breach.ts';

const HOUR_MS = 3_600_000;
/** "3 x 24 jam": hours by the clock, on nights and days off, too (UU 27/2022 ps. 46 ayat 1). */
export const BREACH_HOURS = 72;

export type BreachClock = {
  readonly dueAt: Instant;
  /** The arithmetic: the instant of knowing, and what it is after each day of 24 hours. */
  readonly steps: readonly { readonly hours: number; readonly at: Instant }[];
  /** Whether each of those who must be told was told in time; null = not told yet. */
  readonly told: Readonly<
    Record<Exclude<BreachTold, 'public'>, { readonly at: Instant; readonly late: boolean } | null>
  >;
  /** Somebody who must be told was not, and the 72 hours are over. */
  readonly isOver: boolean;
  /** Milliseconds that are left; negative once it is over. */
  readonly leftMs: number;
};

/**
 * The 72 hours in which subjects and agency are told of a breach, from when it was known.
 * Known on Friday at 15.00 it ends on Monday at 15.00.
 */
export function breachClock({ knownAt, told }: Pick<Breach, 'knownAt' | 'told'>, now: Instant): BreachClock {
  const start = instantMs(knownAt);
  const after = (hours: number): Instant => instantOf(start + hours * HOUR_MS);
  const dueAt = after(BREACH_HOURS);
  const toldOf = (whom: BreachTold) => {
    const first = told.find((one) => one.whom === whom);
    return first === undefined ? null : { at: first.toldAt, late: first.toldAt > dueAt };
  };
  const [subjects, agency] = [toldOf('subjects'), toldOf('agency')];
  const leftMs = instantMs(dueAt) - instantMs(now);
  return {
    dueAt,
    steps: [0, 24, 48, BREACH_HOURS].map((hours) => ({ hours, at: after(hours) })),
    told: { subjects, agency },
    isOver: leftMs < 0 && (subjects === null || agency === null),
    leftMs,
  };
}
