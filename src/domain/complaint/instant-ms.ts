import type { Instant } from './event.ts';

/** Milliseconds of an instant as the history writes it, for the functions of `calendar/`. */
export function instantMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant as the history writes it: ISO 8601, UTC, milliseconds, Z. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}
