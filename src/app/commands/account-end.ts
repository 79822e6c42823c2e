import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { endRole } from '../../features/people/end-role.ts';
import { listRoles } from '../../features/people/list-roles.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem, wrongUse } from './run-in-system.ts';

/** The period that runs, or else the next. */
export async function accountEnd(given: Given): Promise<number> {
  const to = given.maybe('to');
  if (to !== null && parseTypedDay(to) === null)
    return wrongUse(given, `"${to}" bukan tanggal; tulis seperti 2026-05-01.`);
  return runInSystem(async (system, now) => {
    const { office, account, email, today } = await requireAccount(given, system, now);
    const { officeId, data } = office;
    const role = given.text('role');
    const result = await withOffice(system.database.owner, officeId, async (tx) => {
      const held = await listRoles(tx, system.keyring, officeId, today, account);
      const from = held.find((one) => one.role === role)?.from ?? today;
      return endRole(tx, officeId, data.roles, { account, role, from, to, today }, atTheConsole(system, now));
    });
    if (!result.ok) return refuseAct(given, result.refusal);
    if (given.json) printJson({ ok: true, account, email, role, to });
    else print(`Peran ${role} dari ${email} ${to === null ? 'sudah berakhir' : `berakhir setelah ${to}`}.`);
    return exitCode.done;
  });
}
