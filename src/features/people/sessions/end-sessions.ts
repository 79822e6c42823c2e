import type { Pool } from 'pg';
import { type Tx, withOffice } from '../../../platform/database/transaction.ts';
import {
  appendOfficeEvent,
  lockOfficeChain,
  type OfficeActContext,
} from '../../offices/append-office-event.ts';
import { endAccess } from './end-access.ts';
import { sessionHash } from './session.ts';

type Whose = { readonly officeId: number; readonly account: string };

/** Ends one of one's own sessions. */
export async function endOwnSession(pool: Pool, { officeId, account }: Whose, id: string): Promise<void> {
  await withOffice(pool, officeId, (tx) =>
    tx.query('delete from staff_session where office_id = $1 and account_id = $2 and session_id::text = $3', [
      officeId,
      account,
      id,
    ]),
  );
}

/** Ends all of one's own sessions and PINs but the one of that token. */
export async function endOtherSessions(
  pool: Pool,
  { officeId, account }: Whose,
  token: string,
): Promise<void> {
  await withOffice(pool, officeId, (tx) => endAccess(tx, officeId, account, sessionHash(token)));
}

/**
 * An administrator ends whatever sessions and PINs an account has: a telephone was lost, a screen was left open. The
 * office's chain tells of it.
 */
export async function endSessionsOf(tx: Tx, whose: Whose, context: OfficeActContext): Promise<void> {
  await lockOfficeChain(tx, whose.officeId);
  await endAccess(tx, whose.officeId, whose.account);
  await appendOfficeEvent(tx, whose.officeId, { type: 'sessions-ended', account: whose.account }, context);
}
