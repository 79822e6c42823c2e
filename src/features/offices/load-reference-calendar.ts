import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { parseHolidays } from '../../domain/calendar/parse-holidays.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { Fault } from '../../platform/errors.ts';
import { storeCalendar } from './calendar.store.ts';

const HOLIDAYS = new URL('../../../db/reference/holidays.csv', import.meta.url);

/** Two processes that start at once load one after the other. */
const CALENDAR_LOCK = 7_461_010;

/**
 * Loads db/reference/holidays.csv, run after the migrations at every start. Gives the calendar's revision.
 * Throws Fault 'calendar-broken' with line and remedy when the file cannot be read as a calendar.
 */
export async function loadReferenceCalendar(
  owner: Pool,
  now: number,
): Promise<{ readonly revision: number; readonly changed: boolean }> {
  const parsed = parseHolidays(readFileSync(HOLIDAYS, 'utf8'));
  if (!parsed.ok) {
    const said = parsed.errors.map((error) => `baris ${error.line}: ${error.message}`).join('; ');
    throw new Fault('calendar-broken', `db/reference/holidays.csv tidak dapat dibaca: ${said}.`);
  }
  return inTransaction(owner, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [CALENDAR_LOCK]);
    return storeCalendar(tx, parsed.rows, now);
  });
}
