import type { ClientBase } from 'pg';
import type { AccountId } from '../../domain/complaint/event.ts';
import { isOneHand, type PasswordMade } from '../../domain/people/one-hand.ts';
import type { Keyring } from '../../platform/keyring.ts';
import { type OfficeEntry, readOfficeChain } from '../offices/office-chain.read.ts';

/**
 * Whether one hand can move both accounts, by what the office's chain tells of their passwords. Throws as
 * `readOfficeChain` does. `now` in milliseconds.
 */
export async function readOneHand(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  one: AccountId,
  other: AccountId,
  now: number,
): Promise<boolean> {
  const chain = await readOfficeChain(tx, keyring, officeId);
  return isOneHand(chain.flatMap(passwordMade), one, other, now);
}

/**
 * Whether one of `others` is another person than whoever holds `account`. A reset does not make one of two: else an
 * administrator were alone as soon as he has reset the passwords of all others (decision 0025). `now` in milliseconds.
 */
export async function hasAnotherHand(
  tx: ClientBase,
  keyring: Keyring,
  officeId: number,
  account: AccountId,
  others: readonly AccountId[],
  now: number,
): Promise<boolean> {
  const chain = await readOfficeChain(tx, keyring, officeId);
  const made = chain.flatMap(passwordMade).filter(({ type }) => type !== 'password-reset');
  return others.some((other) => other !== account && !isOneHand(made, account, other, now));
}

function passwordMade({ actor, event }: OfficeEntry): readonly PasswordMade[] {
  switch (event.type) {
    case 'account-created':
    case 'password-reset':
    case 'password-changed':
      return [{ type: event.type, account: event.account, by: actor.account, at: Date.parse(event.at) }];
    case 'sign-on-allowed':
      // Whoever opens an account to an e-mail may be its holder at the provider: as one who makes its password.
      return [
        { type: 'password-reset', account: event.account, by: actor.account, at: Date.parse(event.at) },
      ];
    default:
      return [];
  }
}
