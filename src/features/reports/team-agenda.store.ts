import type { Pool } from 'pg';
import { withOffice } from '../../platform/database/transaction.ts';
import type { Office } from '../offices/office.read.ts';

export const AGENDA_KINDS = ['meeting', 'field-visit'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** A meeting or a field visit of the complaint team (rule 31). */
export type AgendaItem = {
  readonly itemId: string;
  /** A day of the office. */
  readonly on: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly place: string;
};

type NewItem = Omit<AgendaItem, 'itemId'>;

/** What the team has between two days, both included, in the order of the days. */
export function listAgenda(
  pool: Pool,
  { officeId }: Office,
  from: string,
  to: string,
): Promise<readonly AgendaItem[]> {
  return withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<AgendaItem>(
        `select item_id "itemId", on_date::text "on", kind, title, place from team_agenda
          where office_id = $1 and on_date between $2::date and $3::date and cancelled_at is null
          order by on_date, made_at`,
        [officeId, from, to],
      );
      return rows;
    },
    { readOnly: true },
  );
}

/** Writes one down. `now` in milliseconds. */
export function addAgendaItem(
  pool: Pool,
  { officeId }: Office,
  account: string,
  { on, kind, title, place }: NewItem,
  { now, itemId }: { readonly now: number; readonly itemId: string },
): Promise<void> {
  return withOffice(pool, officeId, async (tx) => {
    await tx.query(
      `insert into team_agenda (office_id, item_id, on_date, kind, title, place, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [officeId, itemId, on, kind, title, place, account, new Date(now)],
    );
  });
}

/** Strikes one out; it is shown no more. `now` in milliseconds. */
export function cancelAgendaItem(
  pool: Pool,
  { officeId }: Office,
  itemId: string,
  now: number,
): Promise<void> {
  return withOffice(pool, officeId, async (tx) => {
    await tx.query(
      'update team_agenda set cancelled_at = $3 where office_id = $1 and item_id = $2 and cancelled_at is null',
      [officeId, itemId, new Date(now)],
    );
  });
}
