import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { HolidayRow } from '../../domain/calendar/calendar.ts';

/**
 * Puts the reference calendar into the database, as the owner. A row that is already there may only gain its
 * withdrawal; nothing is taken away, so that the calendar of any earlier moment can be compiled again.
 * Gives the revision that now holds; the same rows twice make no new one. `now` in milliseconds.
 */
export async function storeCalendar(
  owner: ClientBase,
  rows: readonly HolidayRow[],
  now: number,
): Promise<{ readonly revision: number; readonly changed: boolean }> {
  const at = new Date(now);
  await owner.query(
    `insert into calendar_day (day, kind, name, decree, announced_on, withdrawn_on, recorded_at)
     select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[]), (values ($7::timestamptz)) v
     on conflict (day, kind, announced_on)
     do update set name = excluded.name, decree = excluded.decree, withdrawn_on = excluded.withdrawn_on,
       recorded_at = excluded.recorded_at
     where (calendar_day.name, calendar_day.decree, calendar_day.withdrawn_on)
       is distinct from (excluded.name, excluded.decree, excluded.withdrawn_on)`,
    [
      rows.map((row) => row.date),
      rows.map((row) => row.kind),
      rows.map((row) => row.name),
      rows.map((row) => row.decree),
      rows.map((row) => row.announcedOn),
      rows.map((row) => row.withdrawnOn),
      at,
    ],
  );
  const hash = createHash('sha256')
    .update(JSON.stringify(await readHolidays(owner)))
    .digest('hex');
  const { rows: last } = await owner.query<{ revision: number; rows_hash: string }>(
    'select revision, rows_hash from calendar_revision order by revision desc limit 1',
  );
  const former = last[0];
  if (former?.rows_hash === hash) return { revision: former.revision, changed: false };
  const revision = (former?.revision ?? 0) + 1;
  await owner.query('insert into calendar_revision (revision, rows_hash, recorded_at) values ($1, $2, $3)', [
    revision,
    hash,
    at,
  ]);
  return { revision, changed: true };
}

/** Every row that was ever loaded, withdrawn ones too, in the order of their dates. */
export async function readHolidays(client: Pick<ClientBase | Pool, 'query'>): Promise<readonly HolidayRow[]> {
  const { rows } = await client.query<{
    day: string;
    kind: HolidayRow['kind'];
    name: string;
    decree: string;
    announced_on: string;
    withdrawn_on: string | null;
  }>(
    `select day, kind, name, decree, announced_on, withdrawn_on from calendar_day
      order by day, kind, announced_on`,
  );
  return rows.map((row) => ({
    date: row.day,
    kind: row.kind,
    name: row.name,
    decree: row.decree,
    announcedOn: row.announced_on,
    withdrawnOn: row.withdrawn_on,
  }));
}
