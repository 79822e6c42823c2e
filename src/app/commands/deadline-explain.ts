import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { explainDue } from '../../domain/calendar/explain-due.ts';
import { parseInstant } from '../../domain/calendar/instant.ts';
import { parseLimit } from '../../domain/calendar/parse-limit.ts';
import { readHolidays } from '../../features/offices/calendar.store.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import type { System } from '../open-system.ts';
import { print, printJson, requireOffice, runInSystem, tell } from './run-in-system.ts';

export function deadlineExplain(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const from = parseInstant(given.text('from'), office.zone);
    const limit = parseLimit(given.text('limit'));
    const asOf = given.maybe('as-of') === null ? now : parseInstant(given.text('as-of'), office.zone);
    if (from === null || asOf === null) return wrong('Saat tidak terbaca. Contoh: 2023-04-17T10:00 atau 2023-04-17T10:00:00+08:00');
    if (!limit.ok) return wrong('Batas tidak terbaca. Contoh: "3 hari kerja", "10 menit", "3 jam", "14 hari", "3 bulan"');
    const { ok, json, lines } = explainDue(await calendarAt(system, office, asOf), from, limit.limit);
    if (given.json) printJson(json);
    else print(...lines);
    return ok ? exitCode.done : exitCode.refused;
  });
}

/** The calendar as it had been announced at that moment. */
async function calendarAt(system: System, office: Office, asOf: number) {
  const holidays = await readHolidays(system.database.app);
  return compileCalendar({ holidays, schedule: { zone: office.zone, ...office.data.hours }, asOf });
}

function wrong(why: string): number {
  tell(why);
  return exitCode.wrongUse;
}
