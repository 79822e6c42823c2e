import type { ClientBase, Pool } from 'pg';
import { withOffice } from '../../../platform/database/transaction.ts';
import type { Office } from '../../offices/office.read.ts';

export const AGENDA_KINDS = ['meeting', 'field-visit'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

/** A meeting or a field visit of the complaint team (rule 31). */
export type AgendaItem = {
  /** Null for a meeting that was only written down. */
  readonly itemId: string | null;
  /** The record of the meeting that was held by it, or null. */
  readonly meetingId: string | null;
  /** A day of the office. */
  readonly on: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly place: string;
};

type NewItem = Omit<AgendaItem, 'itemId' | 'meetingId'>;

/** What the team has between two days, both included, in the order of the days: its agenda, and meetings that were only written down. */
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
        `select item_id "itemId", meeting_id "meetingId", on_date::text "on", kind, title, place
           from team_agenda t left join meeting m on (m.office_id, m.agenda_item) = (t.office_id, t.item_id)
          where t.office_id = $1 and on_date between $2::date and $3::date and cancelled_at is null
         union all
         select null, meeting_id, held_on::text, 'meeting', record::jsonb ->> 'event', record::jsonb ->> 'place'
           from meeting m
          where office_id = $1 and held_on between $2::date and $3::date
            and not exists (select from team_agenda t where (t.office_id, t.item_id) = (m.office_id, m.agenda_item)
              and t.cancelled_at is null and t.on_date between $2::date and $3::date)
          order by 3, 1, 2`,
        [officeId, from, to],
      );
      return rows;
    },
    { readOnly: true },
  );
}

/** A meeting of the agenda; null when there is none, or it was struck out. */
export async function findAgendaMeeting(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  itemId: string,
): Promise<AgendaItem | null> {
  const { rows } = await tx.query<AgendaItem>(
    `select item_id "itemId", meeting_id "meetingId", on_date::text "on", kind, title, place
       from team_agenda t left join meeting m on (m.office_id, m.agenda_item) = (t.office_id, t.item_id)
      where t.office_id = $1 and item_id = $2 and kind = 'meeting' and cancelled_at is null`,
    [officeId, itemId],
  );
  return rows[0] ?? null;
}

/** Meetings of the agenda from this day on that nobody has written down yet, the next first. */
export async function listUnwrittenMeetings(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  from: string,
): Promise<readonly AgendaItem[]> {
  const { rows } = await tx.query<AgendaItem>(
    `select item_id "itemId", null as "meetingId", on_date::text "on", kind, title, place from team_agenda t
      where office_id = $1 and on_date >= $2::date and kind = 'meeting' and cancelled_at is null
        and not exists (select from meeting m where (m.office_id, m.agenda_item) = (t.office_id, t.item_id))
      order by on_date, made_at limit 50`,
    [officeId, from],
  );
  return rows;
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
