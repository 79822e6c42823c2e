import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { grantRole } from '../../features/people/grant-role.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct, refuseUnit } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem, wrongUse } from './run-in-system.ts';
import { warnOverAllUnits } from './warn-over-all-units.ts';

export async function accountGrant(given: Given): Promise<number> {
  const [first, to] = [given.maybe('from'), given.maybe('to')];
  for (const day of [first, to]) {
    if (day !== null && parseTypedDay(day) === null)
      return wrongUse(given, `"${day}" bukan tanggal; tulis seperti 2026-05-01.`);
  }
  return runInSystem(async (system, now) => {
    const { office, account, email, today } = await requireAccount(given, system, now);
    const { officeId, data } = office;
    const [role, unit, from] = [given.text('role'), given.maybe('unit'), first ?? today];
    if (unit !== null && data.units.every(({ key }) => key !== unit)) return refuseUnit(given, unit);
    const command = { account, role, unit, from, to, decree: given.maybe('decree'), today };
    const result = await withOffice(system.database.owner, officeId, (tx) =>
      grantRole(tx, officeId, data.roles, command, atTheConsole(system, now)),
    );
    if (!result.ok) return refuseAct(given, result.refusal);
    const overAllUnits = await warnOverAllUnits(system, { officeId, data, account, today });
    if (given.json) printJson({ ok: true, account, email, role, unit, from, to, overAllUnits });
    else print(`Peran ${role} diberikan kepada ${email} mulai ${from}${to === null ? '' : ` s.d. ${to}`}.`);
    return exitCode.done;
  });
}
