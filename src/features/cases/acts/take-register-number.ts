import type { ClientBase } from 'pg';
import { epochDayOf, toIsoDate, yearOf } from '../../../domain/calendar/epoch-day.ts';
import { localDay, startOfDay } from '../../../domain/calendar/instant.ts';
import type { RegisterCommand } from '../../../domain/complaint/decide-register.ts';
import { printRegisterNumber } from '../../../domain/complaint/register-number.ts';
import type { Office } from '../../offices/office.read.ts';

/**
 * Takes the next number of the office's running year (rule 9). The counter's row stays locked until the transaction
 * ends, so this is called when everything else has been decided and only the saving is left; an abort gives the
 * number back. `now` in milliseconds: the number belongs to its year in the office's zone.
 */
export async function takeRegisterNumber(
  tx: ClientBase,
  office: Office,
  now: number,
): Promise<RegisterCommand> {
  const day = localDay(now, office.zone);
  const year = yearOf(day);
  const start = office.data.numbers.startAt.find((one) => one.year === year)?.next ?? 1;
  const { rows } = await tx.query<{ no: number }>(
    `insert into register_counter (office_id, year, first_no, next_no) values ($1, $2, $3, $3 + 1)
     on conflict (office_id, year) do update set next_no = register_counter.next_no + 1
     returning next_no - 1 as no`,
    [office.officeId, year, start],
  );
  const no = rows[0]?.no;
  if (no === undefined) throw new Error('The register counter gave no number');
  const monthStart = startOfDay(epochDayOf(year, Number(toIsoDate(day).slice(5, 7)), 1), office.zone);
  const before =
    office.data.numbers.printedBy === 'month' ? await lastNumberBefore(tx, office, year, monthStart) : 0;
  return {
    year,
    no,
    printed: printRegisterNumber(office.data.numbers.registerPattern, no - before, toIsoDate(day)),
  };
}

/** Numbers given earlier in the year, where the printed series begins anew each month. */
async function lastNumberBefore(
  tx: ClientBase,
  office: Office,
  year: number,
  monthStart: number,
): Promise<number> {
  const { rows } = await tx.query<{ last: number }>(
    `select coalesce(
       (select max(no) from register_entry where office_id = $1 and year = $2 and given_at < $3),
       (select first_no - 1 from register_counter where office_id = $1 and year = $2)) as last`,
    [office.officeId, year, new Date(monthStart)],
  );
  return rows[0]?.last ?? 0;
}
