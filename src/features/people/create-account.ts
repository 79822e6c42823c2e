import { DAY_MS } from '../../domain/calendar/instant.ts';
import { holdsRefusedPair } from '../../domain/people/permissions.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { errorCode } from '../../platform/errors.ts';
import type { NewId } from '../../platform/ids.ts';
import { appendOfficeEvent, lockOfficeChain, type OfficeActContext } from '../offices/append-office-event.ts';
import { digestOfHash, hashPassword } from './password.ts';
import { findPasswordFault, type PasswordFault } from './password-fault.ts';
import { ONE_TIME_DAYS } from './reset-password.ts';
import { sealRow } from './row-seal.ts';
import { storeRole } from './store-role.ts';

export type NewAccount = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** At least one role key of the office. */
  readonly roles: readonly string[];
  readonly unit: string | null;
  /** Day in the office's zone from which the roles hold, YYYY-MM-DD. */
  readonly fromOn: string;
  /** Number of the decree that gives the roles. */
  readonly decree?: string | null;
  /** Typed by whoever makes the account, who is not its holder; that of a colleague always is. */
  readonly oneTime?: boolean;
  /** Words that others can guess, besides name and e-mail: those of the office. */
  readonly known?: readonly string[];
};
/** The office's roles with what each may do. */
export type RoleBook = readonly { readonly key: string; readonly may: readonly string[] }[];
export type CreateAccountResult =
  | { readonly ok: true; readonly account: string }
  | {
      readonly ok: false;
      readonly refusal:
        | 'email-taken'
        | 'role-unknown'
        | 'role-missing'
        | 'roles-refused-pair'
        | PasswordFault;
    };

/**
 * Makes a staff account of the transaction's office, and says so in the office's chain. Refuses an e-mail that is
 * taken, a role that the office does not have, a weak password, and administrator together with auditor of the log
 * (rule 23). A password that a colleague chose is for one use, as after a reset: whoever signs in with it must choose
 * another, and its holder notices.
 */
export async function createAccount(
  tx: Tx,
  officeId: number,
  book: RoleBook,
  command: NewAccount,
  context: OfficeActContext & { readonly newId: NewId },
): Promise<CreateAccountResult> {
  const refusal = await findRefusal(book, command);
  if (refusal !== null) return { ok: false, refusal };
  const account = context.newId();
  const now = new Date(context.now);
  const passwordHash = await hashPassword(command.password);
  const [email, name] = [command.email.trim(), command.name.trim()];
  const { unit, fromOn: from, decree = null } = command;
  const sealed = { kind: 'account', officeId, account, email, name, unit, passwordHash } as const;
  const oneTime = command.oneTime === true || context.actor.account !== null;
  const oneTimeUntil = oneTime ? context.now + ONE_TIME_DAYS * DAY_MS : null;
  const mac = sealRow(context.keyring, { ...sealed, oneTimeUntil, closedAt: null, secondFactor: null });
  await lockOfficeChain(tx, officeId);
  await tx.query('SAVEPOINT account');
  try {
    await tx.query(
      `insert into account (office_id, account_id, email, name, password_hash, password_one_time_until, unit, created_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        officeId,
        account,
        email,
        name,
        passwordHash,
        oneTimeUntil === null ? null : new Date(oneTimeUntil),
        unit,
        now,
        mac,
      ],
    );
  } catch (error) {
    if (errorCode(error) !== '23505') throw error;
    await tx.query('ROLLBACK TO SAVEPOINT account');
    return { ok: false, refusal: 'email-taken' };
  }
  const roles = [...new Set(command.roles)];
  for (const role of roles) {
    const period = { account, role, unit, from, to: null, decree, deputyFor: null, grantedAt: now };
    await storeRole(tx, context.keyring, officeId, period);
  }
  const password = digestOfHash(passwordHash);
  await appendOfficeEvent(
    tx,
    officeId,
    { type: 'account-created', account, roles, unit, from, password, oneTime },
    context,
  );
  return { ok: true, account };
}

type Refusal = Extract<CreateAccountResult, { ok: false }>['refusal'];

async function findRefusal(book: RoleBook, command: NewAccount): Promise<Refusal | null> {
  if (command.roles.length === 0) return 'role-missing';
  const roles = command.roles.map((key) => book.find((role) => role.key === key));
  if (roles.some((role) => role === undefined)) return 'role-unknown';
  if (holdsRefusedPair(roles.flatMap((role) => role?.may ?? []))) return 'roles-refused-pair';
  return findPasswordFault(command.password, [command.name, command.email, ...(command.known ?? [])]);
}
