import type { Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';

/** A list of cases that somebody keeps for himself, by the query of its address. */
export type SavedView = {
  readonly viewId: string;
  readonly name: string;
  readonly query: string;
  readonly isDefault: boolean;
};

/** So many each keeps. */
export const MOST_VIEWS = 20;

export function listSavedViews(
  pool: Pool,
  { officeId }: Office,
  account: string,
): Promise<readonly SavedView[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<SavedView>(
        `select view_id "viewId", name, query, is_default "isDefault" from saved_view
          where office_id = $1 and account_id = $2 order by lower(name)`,
        [officeId, account],
      );
      return rows;
    },
    { readOnly: true },
  );
}

type NewView = Omit<SavedView, 'viewId'>;

/**
 * Keeps a view; one of the same name is written over, and one default pushes out the other. False when there are twenty of
 * other names already. `now` in milliseconds.
 */
export function saveView(
  pool: Pool,
  { officeId }: Office,
  account: string,
  view: NewView,
  { now, newId }: { readonly now: number; readonly newId: () => string },
): Promise<boolean> {
  return withOffice(pool, officeId, async (tx) => {
    // Whoever keeps two at once does it one after the other.
    await tx.query('select from account where office_id = $1 and account_id = $2 for no key update', [
      officeId,
      account,
    ]);
    if (view.isDefault) await clearDefault(tx, officeId, account);
    const { rowCount } = await tx.query(
      `insert into saved_view (office_id, account_id, view_id, name, query, is_default, made_at)
       select $1, $2, $3, $4, $5, $6, $7
        where (select count(*) from saved_view where office_id = $1 and account_id = $2 and lower(name) <> lower($4)) < $8
       on conflict (office_id, account_id, lower(name))
       do update set query = excluded.query, is_default = excluded.is_default, made_at = excluded.made_at`,
      [officeId, account, newId(), view.name, view.query, view.isDefault, new Date(now), MOST_VIEWS],
    );
    return rowCount === 1;
  });
}

export function deleteView(pool: Pool, { officeId }: Office, account: string, viewId: string): Promise<void> {
  return withOffice(pool, officeId, async (tx) => {
    await tx.query('delete from saved_view where office_id = $1 and account_id = $2 and view_id = $3', [
      officeId,
      account,
      viewId,
    ]);
  });
}

/** With this one the inbox opens; null = with none. */
export function setDefaultView(
  pool: Pool,
  { officeId }: Office,
  account: string,
  viewId: string | null,
): Promise<void> {
  return withOffice(pool, officeId, async (tx) => {
    await clearDefault(tx, officeId, account);
    if (viewId === null) return;
    await tx.query(
      'update saved_view set is_default = true where office_id = $1 and account_id = $2 and view_id = $3',
      [officeId, account, viewId],
    );
  });
}

async function clearDefault(
  tx: { query: (text: string, values: unknown[]) => Promise<unknown> },
  officeId: number,
  account: string,
): Promise<void> {
  await tx.query(
    'update saved_view set is_default = false where office_id = $1 and account_id = $2 and is_default',
    [officeId, account],
  );
}
