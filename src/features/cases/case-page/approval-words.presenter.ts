import { approversOf, titlesOf } from '../../../domain/complaint/answer-approval.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { WITH_THE_UNIT } from '../../../domain/complaint/status-sets.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Words } from '../../../platform/words/words.ts';

/** Whose approval an answer of this case waits for, or will ask; null where the office asks nobody, or it was given. */
export function approvalWords(state: CaseState, office: OfficeData, words: Words): string | null {
  const approvers = approversOf(state, null, office);
  if (approvers.length === 0 || state.answer !== null || !WITH_THE_UNIT.includes(state.status)) return null;
  const roles = titlesOf(approvers, office).join(', ');
  if (state.draftAnswer === null) return words('case.asks-approval', { roles });
  return isApproved(state) ? null : words('case.awaits-approval', { roles });
}

function isApproved({ decidedAt, approvedAs }: CaseState): boolean {
  return decidedAt !== null && approvedAs !== undefined;
}
