import type { CasePagesDesk } from '../doors/case-pages-desk.ts';
import { type TrackedComplaint, trackComplaint } from './track-complaint.read.ts';

/**
 * A case for whoever says its number and secret: null where they do not match, `slow` from an address that has tried too
 * many that did not, or opened too many that did, each of which reads a whole case.
 */
export async function openBySecret(
  desk: CasePagesDesk,
  address: string | null,
  typed: { readonly ticket: string; readonly secret: string },
): Promise<TrackedComplaint | 'slow' | null> {
  const now = desk.clock();
  if (!desk.openingLimit.take(address, now) || !desk.trackLimit.take(address, now)) return 'slow';
  const tracked = await trackComplaint(desk.cases, desk.offices, typed, now);
  if (tracked !== null) desk.trackLimit.giveBack(address, now);
  return tracked;
}
