import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import type { ReferenceCalendar } from '../../domain/calendar/calendar.ts';
import { parseHolidays, type TableError } from '../../domain/calendar/parse-holidays.ts';
import { parseRamadan } from '../../domain/calendar/parse-ramadan.ts';
import { advisoryLock } from '../../platform/database/advisory-locks.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Fault } from '../../platform/errors.ts';
import { storeCalendar } from './calendar.store.ts';

/** Two processes that start at once load one after the other. */
const CALENDAR_LOCK = advisoryLock('reference-calendar');

/**
 * Loads the two tables of db/reference, run after the migrations at every start. Gives the calendar's revision.
 * Throws Fault 'calendar-broken' with line and remedy when a table cannot be read as a calendar.
 */
export async function loadReferenceCalendar(
  owner: Pool,
  now: number,
): Promise<{ readonly revision: number; readonly changed: boolean }> {
  const reference = readReferenceTables();
  return inTransaction(owner, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [CALENDAR_LOCK]);
    return storeCalendar(tx, reference, now);
  });
}

/** The two tables as Tanggap brings them. Throws Fault 'calendar-broken' with line and remedy. */
export function readReferenceTables(): ReferenceCalendar {
  return {
    holidays: readTable('holidays.csv', parseHolidays),
    ramadan: readTable('ramadan.csv', parseRamadan),
  };
}

type Parsed<Row> =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly errors: readonly TableError[] };

function readTable<Row>(file: string, parse: (text: string) => Parsed<Row>): readonly Row[] {
  const parsed = parse(readFileSync(new URL(`../../../db/reference/${file}`, import.meta.url), 'utf8'));
  if (parsed.ok) return parsed.rows;
  const said = parsed.errors.map((error) => `baris ${error.line}: ${error.message}`).join('; ');
  throw new Fault('calendar-broken', `db/reference/${file} tidak dapat dibaca: ${said}.`);
}
