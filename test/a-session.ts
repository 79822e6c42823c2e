import type { Pool } from 'pg';
import { openSession, type SessionFactor } from '../src/features/people/sessions/session.ts';
import type { Keyring } from '../src/platform/keyring.ts';

/**
 * A session as somebody has it who signed in with all that his roles ask for (rule 35), or without a second factor. Gives
 * its token.
 */
export function aSession(
  pool: Pool,
  keyring: Keyring,
  whose: { readonly officeId: number; readonly account: string },
  now: number,
  factor: SessionFactor = 'proven',
): Promise<string> {
  return openSession(pool, keyring, { ...whose, now, factor, place: { browser: '', network: '' } });
}
