import type { CaseState } from './case-state.ts';
import type { Instant, NoticeProven } from './event.ts';
import { FINISHED } from './status-sets.ts';
import type { Outcome } from './vocabulary.ts';

/** The office, or silence, ended it and nobody was answered by that (rules 19, 26). */
const WITHOUT_ANSWER: ReadonlySet<Outcome | null> = new Set([
  'deemed-withdrawn',
  'archived-invalid',
  'archived-duplicate',
]);

/** Whether the case ended without an answer and not by the complainant himself: he may know nothing of it. */
export function endedUntold({ outcome, closed }: Pick<CaseState, 'outcome' | 'closed'>): boolean {
  return closed !== null && WITHOUT_ANSWER.has(outcome);
}

/** What the complainant is to have word of as the case stands; null = of nothing. */
export function noticeOnItsWay(state: CaseState): {
  readonly notice: NoticeProven['notice'];
  /** Since when that is proven. */
  readonly provenAt: Instant | null;
  /** What it tells of was done then: nobody had word of it earlier. */
  readonly since: Instant;
} | null {
  const { status, verification, answer, closed, reopenedAt, receivedAt } = state;
  const finished = FINISHED.includes(status);
  if (finished && endedUntold(state)) {
    return { notice: 'ending', provenAt: closed?.toldAt ?? null, since: closed?.at ?? receivedAt };
  }
  // Whoever else closed it: the receipt of a letter comes back when it likes.
  if (status === 'answered' || (finished && answer !== null && closed?.by !== 'complainant')) {
    return { notice: 'answer', provenAt: answer?.deliveredAt ?? null, since: answer?.at ?? receivedAt };
  }
  if (finished || verification.completeness !== 'incomplete') return null;
  const said = verification.incompleteAt ?? receivedAt;
  // What is missing is said anew after an ending (rule 19).
  const since = reopenedAt !== null && reopenedAt > said ? reopenedAt : said;
  return { notice: 'incomplete', provenAt: verification.noticeProvenAt, since };
}
