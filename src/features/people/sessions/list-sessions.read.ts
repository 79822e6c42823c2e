import type { Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { SessionMeans } from './session.ts';

/** A session for its holder to know it again, without its token. */
export type SessionRow = {
  readonly id: string;
  readonly means: SessionMeans;
  readonly factor: string;
  readonly browser: string;
  readonly network: string;
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
};

/** The open sessions of an account, the one that was used last first. `now` in milliseconds. */
export function listSessions(
  pool: Pool,
  { officeId, account }: { readonly officeId: number; readonly account: string },
  now: number,
): Promise<readonly SessionRow[]> {
  return withOffice(pool, officeId, async (tx) => {
    const { rows } = await tx.query<SessionRow>(
      `select session_id id, means, factor, browser, network, created_at "openedAt", last_seen_at "lastSeenAt"
         from staff_session
        where office_id = $1 and account_id = $2 and expires_at > $3 and factor <> 'awaited'
        order by last_seen_at desc, session_id`,
      [officeId, account, new Date(now)],
    );
    return rows;
  });
}
