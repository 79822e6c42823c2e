import type { CaseState } from './case-state.ts';
import type { AccountId } from './event.ts';

/** The first of these people whom the complaint is about; he is named for nothing in it (rule 28). */
export function respondentAmong(accounts: readonly AccountId[], state: CaseState): AccountId | null {
  const respondents = state.people.respondents.flatMap(({ account }) => account ?? []);
  return accounts.find((account) => respondents.includes(account)) ?? null;
}
