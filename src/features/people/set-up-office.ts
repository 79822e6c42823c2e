import type { Pool } from 'pg';
import { localDate } from '../../domain/calendar/instant.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Clock } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { createAccount } from './create-account.ts';
import { hasAccounts } from './list-accounts.read.ts';
import { officeWords } from './office-words.ts';

export type SetUpDesk = {
  readonly owner: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Applies the files of an office; refuses by throwing a Fault. */
  readonly applyStarter: (
    tx: Tx,
    slug: string,
  ) => Promise<{ readonly officeId: number; readonly data: OfficeData }>;
};

/**
 * An office and its first account in one act. Null when somebody else was first. An account that is refused leaves no
 * office behind.
 */
export async function setUpOffice(
  desk: SetUpDesk,
  slug: string,
  typed: { readonly name: string; readonly email: string; readonly password: string },
) {
  const now = desk.clock();
  return inTransaction(desk.owner, async (tx) => {
    // Two browsers that stand at the first visit at once: one goes first, the other finds an account.
    await tx.query('lock table account in share row exclusive mode');
    if (await hasAccounts(tx)) return null;
    await tx.query('SAVEPOINT office');
    const { officeId, data } = await desk.applyStarter(tx, slug);
    const auditors = data.roles.filter((role) => role.may.includes('log/read')).map((role) => role.key);
    const command = {
      ...typed,
      roles: data.roles.map((role) => role.key).filter((key) => !auditors.includes(key)),
      unit: null,
      fromOn: localDate(now, data.zone),
      known: officeWords(data),
    };
    // Nobody is signed in yet: the first account makes itself.
    const actor = { by: 'public', account: null, role: null } as const;
    const context = { keyring: desk.keyring, actor, now, newId: uuidv7 };
    const made = await createAccount(tx, officeId, data.roles, command, context);
    if (!made.ok) await tx.query('ROLLBACK TO SAVEPOINT office');
    return { ...made, officeId };
  });
}
