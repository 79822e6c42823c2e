import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import type { Keyring } from '../../../platform/keyring.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { isRowWhole, sealRow } from '../row-seal.ts';
import { endAccess } from '../sessions/end-access.ts';
import { sessionHash } from '../sessions/session.ts';
import { ACCOUNT_COLUMNS, type StoredAccount, sealedAccount } from '../store-password.ts';
import { takeTimeStep } from './check-code.ts';
import { endRecoveryCodes, makeRecoveryCodes } from './recovery-codes.store.ts';
import { digestOfSecret, sealSecret } from './second-factor-secret.ts';
import { findTimeStep } from './time-code.ts';

type Whose = { readonly officeId: number; readonly account: string };

export type SetSecondFactorResult =
  | { readonly ok: true; readonly codes: readonly string[] }
  | { readonly ok: false; readonly refusal: 'code-wrong' | Refusal };

/**
 * Puts a second factor on one's own account, proved by a code of it, and gives ten recovery codes; another one of before
 * goes. Its other sessions and PINs end. The office's chain tells of it.
 */
export function setSecondFactor(
  pool: Pool,
  whose: Whose,
  command: { readonly secret: Uint8Array; readonly typed: string; readonly session: string },
  context: OfficeActContext,
): Promise<SetSecondFactorResult> {
  const { secret, typed, session } = command;
  const step = findTimeStep(secret, typed.replaceAll(/\s/g, ''), context.now);
  if (step === null) return Promise.resolve({ ok: false, refusal: 'code-wrong' });
  return withOffice(pool, whose.officeId, async (tx) => {
    const stored = sealSecret(context.keyring, whose, secret);
    const locked = await lockAccount(tx, whose, context.keyring);
    if (typeof locked === 'string') return { ok: false, refusal: locked };
    await writeFactor(tx, locked, stored, context.keyring);
    await takeTimeStep(tx, whose, step, context.now);
    await endAccess(tx, whose.officeId, whose.account, sessionHash(session));
    const codes = await makeRecoveryCodes(tx, context.keyring, whose, context.now);
    const event = {
      type: 'second-factor-set',
      account: whose.account,
      secret: digestOfSecret(stored),
    } as const;
    await appendOfficeEvent(tx, whose.officeId, event, context);
    return { ok: true, codes };
  });
}

export type RemoveSecondFactorResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: Refusal | 'no-second-factor' | 'own-second-factor';
    };

/**
 * Takes the second factor away: by its holder, or by an administrator or at the console for whoever lost telephone and
 * codes. Its recovery codes go with it, its sessions and PINs end, but for `spared`, the token of the session that goes on.
 * One's own is taken away with a code (`spared`), never as an administrator.
 */
export async function removeSecondFactor(
  tx: Tx,
  whose: Whose,
  context: OfficeActContext,
  spared: string | null = null,
): Promise<RemoveSecondFactorResult> {
  const own = context.actor.account === whose.account;
  if (own && spared === null) return { ok: false, refusal: 'own-second-factor' };
  const locked = await lockAccount(tx, whose, context.keyring);
  if (typeof locked === 'string') return { ok: false, refusal: locked };
  if (locked.secondFactor === null) return { ok: false, refusal: 'no-second-factor' };
  await writeFactor(tx, locked, null, context.keyring);
  await endRecoveryCodes(tx, context.keyring, whose, context.now);
  await endAccess(tx, whose.officeId, whose.account, spared === null ? undefined : sessionHash(spared));
  const event = { type: 'second-factor-removed', account: whose.account } as const;
  await appendOfficeEvent(tx, whose.officeId, event, context);
  return { ok: true };
}

type Refusal = 'account-unknown' | 'account-forged';

/** Locks the account; what its seal is over. */
async function lockAccount(
  tx: Tx,
  { officeId, account }: Whose,
  keyring: Keyring,
): Promise<ReturnType<typeof sealedAccount> | Refusal> {
  // Before the row, as whoever closes the account does.
  await lockOfficeChain(tx, officeId);
  const { rows } = await tx.query<StoredAccount>(
    `select ${ACCOUNT_COLUMNS} from account
      where office_id = $1 and account_id = $2 and disabled_at is null for update`,
    [officeId, account],
  );
  const [row] = rows;
  if (row === undefined) return 'account-unknown';
  const sealed = sealedAccount({ officeId, account }, row);
  return isRowWhole(keyring, sealed, row.mac) ? sealed : 'account-forged';
}

async function writeFactor(
  tx: Tx,
  sealed: ReturnType<typeof sealedAccount>,
  secondFactor: Buffer | null,
  keyring: Keyring,
): Promise<void> {
  const { officeId, account } = sealed;
  const mac = sealRow(keyring, { ...sealed, secondFactor: secondFactor?.toString('hex') ?? null });
  await tx.query('update account set second_factor = $3, mac = $4 where office_id = $1 and account_id = $2', [
    ...[officeId, account, secondFactor, mac],
  ]);
}
