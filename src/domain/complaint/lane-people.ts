import type { CaseState } from './case-state.ts';
import { type Refused, refuse } from './decision.ts';
import type { AccountId } from './event.ts';

/** The first of these people whom the complaint is about; he is named for nothing in it (rule 28). */
export function respondentAmong(accounts: readonly AccountId[], state: CaseState): AccountId | null {
  const respondents = state.people.respondents.flatMap(({ account }) => account ?? []);
  return accounts.find((account) => respondents.includes(account)) ?? null;
}

/** Nobody is given the case that is about himself (rule 28). */
export function respondentNamed(account: AccountId | null | undefined, state: CaseState): Refused | null {
  const respondent = account == null ? null : respondentAmong([account], state);
  return respondent === null ? null : refuse({ refusal: 'respondent-named', account: respondent });
}
