import { hmac, isEqualSecret } from '../../../platform/crypto.ts';
import type { Keyring } from '../../../platform/keyring.ts';

/** What is kept of a ticket's secret: a keyed hash, so that a stolen database opens no ticket. */
export function secretHash(keyring: Keyring, officeId: number, ticket: string, secret: string): Buffer {
  return hmac(keyring.current.forUse('index'), line(officeId, ticket, secret));
}

/** Whether the secret is the ticket's, under any key that this installation holds; in constant time. */
export function isTicketSecret(
  keyring: Keyring,
  officeId: number,
  ticket: string,
  secret: string,
  stored: Buffer | null,
): boolean {
  let found = false;
  for (const key of keyring.all) {
    const hash = hmac(key.forUse('index'), line(officeId, ticket, secret));
    // Compared also where nothing is stored, so that a missing ticket takes as long as a wrong secret.
    found = isEqualSecret(hash, stored ?? Buffer.alloc(32)) || found;
  }
  return found && stored !== null;
}

function line(officeId: number, ticket: string, secret: string): string {
  return `ticket-secret\0${officeId}\0${ticket}\0${secret}`;
}
