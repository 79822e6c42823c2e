import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import { normaliseCode } from '../../../platform/random-code.ts';
import { appendOfficeEvent, lockOfficeChain } from '../../offices/append-office-event.ts';
import { holdsSeal } from '../row-seal.ts';
import { type SignInContext, tellLock } from '../sign-in.ts';
import { type Attempt, forgiveSignInAttempt, signInKeys, takeSignInAttempt } from '../sign-in-limit.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from '../store-password.ts';
import { spendRecoveryCode } from './recovery-codes.store.ts';
import { openSecret } from './second-factor-secret.ts';
import { findTimeStep, timeStepAt } from './time-code.ts';

export type CodeCommand = {
  readonly officeId: number;
  readonly account: string;
  readonly email: string;
  /** Six digits of the authenticator, or one of the recovery codes. */
  readonly typed: string;
  readonly address: string;
  /** What names a browser that was at work for this account (`knownAs`); null: a stranger's. */
  readonly own: string | null;
};
export type CodeResult =
  | { readonly ok: true; readonly by: 'time-code' | 'recovery-code' }
  | { readonly ok: false; readonly refusal: 'code-wrong' | 'code-used' }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly minutes: number };

/**
 * Judges what somebody typed as his second factor. A time step is taken once and a recovery code is spent. Guesses are
 * counted as those of passwords are: a stranger's slow the stranger, never a browser that the account is known at.
 */
export async function checkCode(
  pool: Pool,
  command: CodeCommand,
  context: SignInContext,
): Promise<CodeResult> {
  const attempt: Attempt = { what: 'code', account: command.account };
  const keys = await signInKeys(pool, context.pepper, command.email, command.address, command.own, attempt);
  const { minutes, last } = await takeSignInAttempt(pool, keys, context.now);
  if (minutes !== null) return { ok: false, refusal: 'too-many-attempts', minutes };
  const result = await withOffice(pool, command.officeId, (tx) => judge(tx, command, context));
  if (result.ok) await forgiveSignInAttempt(pool, keys, context.now);
  // Whoever comes so far knows the password.
  else if (last) await tellLock(pool, command.officeId, command.account, context);
  return result;
}

async function judge(tx: Tx, command: CodeCommand, context: SignInContext): Promise<CodeResult> {
  const { officeId, account } = command;
  const whose = { officeId, account };
  const typed = normaliseCode(command.typed);
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account where office_id = $1 and account_id = $2 and disabled_at is null`,
    [officeId, account],
  );
  const [row] = rows;
  const wrong = { ok: false, refusal: 'code-wrong' } as const;
  if (row === undefined || row.secondFactor === null) return wrong;
  if (!holdsSeal(context, sealedAccount(whose, row), row.mac)) return wrong;
  if (!/^\d{6}$/.test(typed)) return (await spend(tx, whose, typed, context)) ? BY_RECOVERY : wrong;
  const step = findTimeStep(openSecret(context.keyring, whose, row.secondFactor), typed, context.now);
  if (step === null) return wrong;
  const taken = await takeTimeStep(tx, whose, step, context.now);
  return taken ? { ok: true, by: 'time-code' } : { ok: false, refusal: 'code-used' };
}

const BY_RECOVERY = { ok: true, by: 'recovery-code' } as const;

async function spend(
  tx: Tx,
  whose: { readonly officeId: number; readonly account: string },
  typed: string,
  context: SignInContext,
): Promise<boolean> {
  await lockOfficeChain(tx, whose.officeId);
  if (!(await spendRecoveryCode(tx, context.keyring, whose, typed, context.now))) return false;
  const { account } = whose;
  const actor = { by: 'staff', account, role: null } as const;
  const event = { type: 'recovery-code-used', account } as const;
  await appendOfficeEvent(tx, whose.officeId, event, { ...context, actor });
  return true;
}

/**
 * Takes a step that is later than every one taken before: whoever looked over a shoulder comes too late. One beyond what
 * a clock may differ by was taken when this machine's clock ran ahead, and holds nobody off once it is set right.
 */
export async function takeTimeStep(
  tx: Tx,
  { officeId, account }: { readonly officeId: number; readonly account: string },
  step: number,
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into second_factor_use as used (office_id, account_id, last_step) values ($1, $2, $3)
     on conflict (office_id, account_id) do update set last_step = excluded.last_step
      where used.last_step < excluded.last_step or used.last_step > $4`,
    [officeId, account, step, timeStepAt(now) + 1],
  );
  return rowCount === 1;
}
