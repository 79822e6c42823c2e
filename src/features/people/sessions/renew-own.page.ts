import type { Context } from 'hono';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Staff } from '../staff.ts';
import { placeOf, type StaffDesk, sessionToken } from '../staff-desk.tsx';
import { renewSession, type SessionFactor } from './session.ts';

/** Another token for the session that this browser came with; null when it has ended meanwhile. */
export async function renewOwn(
  c: Context,
  desk: StaffDesk,
  { officeId, account, session }: Staff,
  factor: SessionFactor,
): Promise<string | null> {
  if (session === null) return null;
  const renewed = { officeId, account, session, place: placeOf(c, desk), instead: sessionToken(c, desk) };
  return withOffice(desk.pool, officeId, (tx) =>
    renewSession(tx, desk.keyring, renewed, factor, desk.clock()),
  );
}
