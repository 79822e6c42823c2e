import type { CreateAccountResult } from '../../features/people/create-account.ts';
import type { DeputiseResult } from '../../features/people/deputies/deputise.ts';
import type { EndDeputationResult } from '../../features/people/deputies/end-deputation.ts';
import type { EndRoleResult } from '../../features/people/end-role.ts';
import type { GrantRoleResult } from '../../features/people/grant-role.ts';
import type { ResetPasswordResult } from '../../features/people/reset-password.ts';
import type { RemoveSecondFactorResult } from '../../features/people/second-factor/set-second-factor.ts';
import { wordsOf } from '../../platform/words/words.ts';
import type { Given } from '../command-line.ts';
import { refused } from './run-in-system.ts';

type RefusalOf<Result> = Extract<Result, { readonly ok: false; readonly refusal: string }>['refusal'];
type ActRefusal = RefusalOf<
  | CreateAccountResult
  | GrantRoleResult
  | EndRoleResult
  | ResetPasswordResult
  | RemoveSecondFactorResult
  | DeputiseResult
  | EndDeputationResult
>;

const words = wordsOf('id');

/** Why an act on accounts, roles or tokens is not done, in the sentence that the pages say too; gives the exit code. */
export function refuseAct(given: Given, refusal: ActRefusal): number {
  const remedy =
    refusal === 'role-unknown' ? `Lihat: tanggap office roles --office ${given.text('office')}` : null;
  return refused(given, refusal, words(`account.${refusal}`), remedy);
}

/** The same where a unit is named that the office does not have. */
export function refuseUnit(given: Given, unit: string): number {
  return refused(given, 'unit-unknown', `Bidang "${unit}" tidak dikenal kantor ini.`);
}
