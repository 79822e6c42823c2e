import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { HolidayRow, RamadanDates, ReferenceCalendar } from '../../domain/calendar/calendar.ts';

/**
 * Puts the reference calendar into the database, as the owner. No row is taken away: a decree that changes the days
 * comes as a row of its own and the former gains its withdrawal, so that the calendar of any earlier moment can be
 * compiled again. What the tables say otherwise of a row that is there is a slip that they mend, and it holds for
 * earlier moments too. Gives the revision that now holds; the same rows twice make no new one. `now` in milliseconds.
 */
export async function storeCalendar(
  owner: ClientBase,
  { holidays: rows, ramadan }: ReferenceCalendar,
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
  await owner.query(
    `insert into ramadan_period (year, first_day, last_day, note, announced_on, withdrawn_on, recorded_at)
     select * from unnest($1::smallint[], $2::date[], $3::date[], $4::text[], $5::date[], $6::date[]), (values ($7::timestamptz)) v
     on conflict (year, announced_on)
     do update set first_day = excluded.first_day, last_day = excluded.last_day, note = excluded.note,
       withdrawn_on = excluded.withdrawn_on, recorded_at = excluded.recorded_at
     where (ramadan_period.first_day, ramadan_period.last_day, ramadan_period.note, ramadan_period.withdrawn_on)
       is distinct from (excluded.first_day, excluded.last_day, excluded.note, excluded.withdrawn_on)`,
    [
      ramadan.map((row) => row.year),
      ramadan.map((row) => row.from),
      ramadan.map((row) => row.to),
      ramadan.map((row) => row.note),
      ramadan.map((row) => row.announcedOn),
      ramadan.map((row) => row.withdrawnOn),
      at,
    ],
  );
  const hash = createHash('sha256')
    .update(JSON.stringify(await readReferenceCalendar(owner)))
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

type Reader = Pick<ClientBase | Pool, 'query'>;

/** Every day off that was ever loaded, withdrawn ones too, and every Ramadan, in the order of their dates. */
export async function readReferenceCalendar(client: Reader): Promise<ReferenceCalendar> {
  const holidays = await readHolidays(client);
  const { rows: ramadan } = await client.query<RamadanDates>(
    `select year, first_day as "from", last_day as "to", note, announced_on as "announcedOn",
       withdrawn_on as "withdrawnOn" from ramadan_period order by year, announced_on`,
  );
  return { holidays, ramadan };
}

async function readHolidays(client: Reader): Promise<readonly HolidayRow[]> {
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
