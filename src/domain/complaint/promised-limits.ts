import type { OfficeData } from '../office/office-data.ts';
import type { CaseState } from './case-state.ts';
import { limitsOf, type RunningLimit } from './clocks.ts';
import type { DueDate } from './event.ts';
import { promisedLength } from './promised-length.ts';
import type { Clock } from './vocabulary.ts';

/**
 * The limits that run on a case after an entry: those of the office as they were promised, whatever the office writes
 * into its files afterwards. Only what chooses another of them (a class, another kind, a reopening) promises anew;
 * limits of the statutes are no office's to change.
 */
export function promisedLimits(
  before: CaseState,
  after: CaseState,
  office: OfficeData,
  which: 'open' | 'all',
): readonly RunningLimit[] {
  const limits = limitsOf(after, office, which);
  if (before.reopenedAt !== after.reopenedAt) return limits;
  if (isOfTheBookOnly(before)) return isVerified(after) || isClassed(before, after) ? limits : [];
  const own = limits.filter(isOwn);
  const chosen = limitsOf(before, office, 'all').filter(isOwn);
  const open = before.due.filter(isOwn);
  const promises = open.length > 0 ? open : before.ended.filter(isOwn);
  const others = limits.filter((limit) => !isOwn(limit));
  const same = own.length === chosen.length && own.every((limit, index) => isSame(limit, chosen[index]));
  if (promises.length < chosen.length) {
    if (!same) return limits;
    // Nothing was promised: an entry that chooses nothing promises nothing.
    const [first] = own;
    if (first === undefined || promises[0] === undefined) return others;
    // Before a class is given one promise stands for all that the office might have meant (rule 15).
    return [...others, asPromised(first, promises[0])];
  }
  return [
    ...others,
    ...own.map((limit, index) => (isSame(limit, chosen[index]) ? asPromised(limit, promises[index]) : limit)),
  ];
}

/**
 * A row of an old register is handled in Tanggap from its verification, its class or its reopening on, and counts from its
 * old receipt then (rule 37); until then nothing runs on it, no statute either: a reply or a correction, of its kind too,
 * starts no clock.
 */
function isOfTheBookOnly(state: CaseState): boolean {
  const { provenance, due, ended, reopenedAt } = state;
  const limitless = due.length === 0 && ended.length === 0;
  return provenance === 'register-lama' && limitless && !isVerified(state) && reopenedAt === null;
}

function isClassed(before: CaseState, after: CaseState): boolean {
  return after.severity.now !== before.severity.now;
}

function isVerified({ verification }: CaseState): boolean {
  return verification.completeness !== null;
}

function isOwn({ clock }: { readonly clock: Clock }): boolean {
  return clock === 'office';
}

function isSame(one: RunningLimit, other: RunningLimit | undefined): boolean {
  return (
    one.limit.count === other?.limit.count && one.limit.unit === other.limit.unit && one.basis === other.basis
  );
}

function asPromised(limit: RunningLimit, promise: DueDate | undefined): RunningLimit {
  return promise === undefined ? limit : { ...limit, limit: promisedLength(promise), basis: promise.basis };
}
