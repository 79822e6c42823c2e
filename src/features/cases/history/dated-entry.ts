import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import { DATED_EVENTS } from '../../../domain/reports/fact-of-dated-acts.ts';
import { trustedJson } from '../../../platform/trusted-json.ts';

/** How the body of an entry begins to say what happened; within a text of it the quotes would be escaped. */
const EVENT = Buffer.from('"event":{"type":"');
const DATED = DATED_EVENTS.map((type) => `${type}"`);
const LONGEST = Math.max(...DATED.map(({ length }) => length));

/**
 * The event of an entry that reports count by its own day, null for all others. Looks at the bytes first, since a check
 * of a whole store meets millions of entries and few of these.
 */
export function datedEntry(body: Buffer): { readonly event: ComplaintEvent } | null {
  const at = body.indexOf(EVENT) + EVENT.length;
  if (at < EVENT.length) return null;
  const type = body.toString('latin1', at, at + LONGEST);
  if (!DATED.some((dated) => type.startsWith(dated))) return null;
  try {
    return trustedJson<{ readonly event: ComplaintEvent }>(body.toString());
  } catch {
    // Not what the program writes: the link of the entry is broken as well.
    return null;
  }
}
