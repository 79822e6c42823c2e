import { parseTypedDay } from '../../domain/calendar/parse-typed-day.ts';
import { isDeputyCapacity } from '../../domain/people/deputation.ts';
import { deputise } from '../../features/people/deputies/deputise.ts';
import { findAnyAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem, wrongUse } from './run-in-system.ts';

export async function accountDeputise(given: Given): Promise<number> {
  const [first, to] = [given.maybe('from'), given.maybe('to')];
  for (const day of [first, to]) {
    if (day !== null && parseTypedDay(day) === null)
      return wrongUse(given, `"${day}" bukan tanggal; tulis seperti 2026-05-01.`);
  }
  const capacity = given.maybe('capacity') ?? 'plh';
  if (!isDeputyCapacity(capacity))
    return wrongUse(given, `"${capacity}" tidak dikenal; tulis plh, plt, atau an.`);
  return runInSystem(async (system, now) => {
    const { office, account, email, today } = await requireAccount(given, system, now);
    const { officeId, data } = office;
    const from = first ?? today;
    const deputyFor = await findAnyAccount(system.database.owner, officeId, given.text('for'));
    if (deputyFor === null) return refuseAct(given, 'account-unknown');
    const command = { account, deputyFor, capacity, from, to, decree: given.maybe('decree'), today };
    const result = await withOffice(system.database.owner, officeId, (tx) =>
      deputise(tx, officeId, data.roles, command, atTheConsole(system, now)),
    );
    if (!result.ok) return refuseAct(given, result.refusal);
    const { roles } = result;
    if (given.json) printJson({ ok: true, account, email, deputyFor, capacity, roles, from, to });
    else {
      const until = to === null ? '' : ` s.d. ${to}`;
      print(`${email} menggantikan ${given.text('for')} mulai ${from}${until}: ${roles.join(', ')}.`);
    }
    return exitCode.done;
  });
}
