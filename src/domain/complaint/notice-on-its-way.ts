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

/** What the complainant is to have word of as the case stands, and since when that is proven; null = of nothing. */
export function noticeOnItsWay(
  state: CaseState,
): { readonly notice: NoticeProven['notice']; readonly provenAt: Instant | null } | null {
  const { status, verification, answer, closed } = state;
  if (FINISHED.includes(status)) {
    return endedUntold(state) ? { notice: 'ending', provenAt: closed?.toldAt ?? null } : null;
  }
  if (status === 'answered') return { notice: 'answer', provenAt: answer?.deliveredAt ?? null };
  const incomplete = verification.completeness === 'incomplete';
  return incomplete ? { notice: 'incomplete', provenAt: verification.noticeProvenAt } : null;
}
