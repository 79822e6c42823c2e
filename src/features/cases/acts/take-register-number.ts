import type { ClientBase } from 'pg';
import { toIsoDate, yearOf } from '../../../domain/calendar/epoch-day.ts';
import { localDay } from '../../../domain/calendar/instant.ts';
import type { RegisterCommand } from '../../../domain/complaint/decide-register.ts';
import { firstNumberOf, printRegisterNumber } from '../../../domain/complaint/register-number.ts';
import type { Office } from '../../offices/office.read.ts';

/**
 * Takes the next number of the office's running year (rule 9). The counter's row stays locked until the transaction
 * ends, so this is called when everything else has been decided and only the saving is left; an abort gives the
 * number back. `now` in milliseconds: the number belongs to its year in the office's zone. Where the printed series
 * begins anew each month, who asks a moment before the turn but is served after it is printed in the new month.
 */
export async function takeRegisterNumber(
  tx: ClientBase,
  office: Office,
  now: number,
): Promise<RegisterCommand> {
  const day = localDay(now, office.zone);
  const year = yearOf(day);
  const start = firstNumberOf(office.data.numbers, year);
  const { rows } = await tx.query<{ no: number; month: number; before_month: number }>(
    `insert into register_counter as c (office_id, year, first_no, next_no, month, before_month)
       values ($1, $2, $3, $3 + 1, $4, $3 - 1)
     on conflict (office_id, year) do update set next_no = c.next_no + 1, month = greatest(c.month, excluded.month),
       before_month = case when excluded.month > c.month then c.next_no - 1 else c.before_month end
     returning next_no - 1 as no, month, before_month`,
    [office.officeId, year, start, monthOf(toIsoDate(day))],
  );
  const [given] = rows;
  if (given === undefined) throw new Error('The register counter gave no number');
  const byMonth = office.data.numbers.printedBy === 'month';
  const printedNo = byMonth ? given.no - given.before_month : given.no;
  const served =
    byMonth && given.month !== monthOf(toIsoDate(day)) ? firstOf(year, given.month) : toIsoDate(day);
  return {
    year,
    no: given.no,
    printed: printRegisterNumber(office.data.numbers.registerPattern, printedNo, served),
  };
}

/**
 * The year of the office's latest number in another year than the running one, by which a wrong clock is noticed; null
 * where nothing is to be doubted: there is no such number, the running year's latest was given before `now` (a number
 * that a clock once gave in a year to come does not stop the book of this one), or the office itself says where this
 * year's numbers begin (`numbers.startAt`). `now` in milliseconds.
 */
export async function readLastYear(tx: ClientBase, office: Office, now: number): Promise<number | null> {
  const year = yearOf(localDay(now, office.zone));
  if (office.data.numbers.startAt.some((one) => one.year === year)) return null;
  const { rows } = await tx.query<{ year: number | null }>(
    `select max(year) as year from register_counter where office_id = $1 and year <> $2 and coalesce(
       (select given_at from register_entry where office_id = $1 and year = $2 order by no desc limit 1) > $3, true)`,
    [office.officeId, year, new Date(now + DAY)],
  );
  return rows[0]?.year ?? null;
}

/** Two who register at the same moment have clocks of their own. */
const DAY = 86_400_000;
const monthOf = (day: string): number => Number(day.slice(5, 7));
const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;
