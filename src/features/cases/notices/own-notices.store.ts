import type { Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';

/** Marks messages of this account as read, all of them where none is named; another's are not touched. */
export async function markRead(
  pool: Pool,
  officeId: number,
  account: string,
  noticeIds: readonly string[] | 'all',
  now: number,
): Promise<void> {
  await withOffice(pool, officeId, (tx) =>
    tx.query(
      `update notice set read_at = $3 where office_id = $1 and account_id = $2 and read_at is null
        and ($4::uuid[] is null or notice_id = any ($4::uuid[]))`,
      [officeId, account, new Date(now), noticeIds === 'all' ? null : noticeIds],
    ),
  );
}

/** Whether somebody wants mail of his notices; until he says otherwise he does. */
export async function readWantsMail(pool: Pool, officeId: number, account: string): Promise<boolean> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ by_email: boolean }>(
        'select by_email from notice_setting where office_id = $1 and account_id = $2',
        [officeId, account],
      );
      return rows[0]?.by_email ?? true;
    },
    { readOnly: true },
  );
}

export async function saveWantsMail(
  pool: Pool,
  officeId: number,
  account: string,
  wants: boolean,
): Promise<void> {
  await withOffice(pool, officeId, (tx) =>
    tx.query(
      `insert into notice_setting (office_id, account_id, by_email) values ($1, $2, $3)
       on conflict (office_id, account_id) do update set by_email = excluded.by_email`,
      [officeId, account, wants],
    ),
  );
}
