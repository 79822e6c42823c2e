import { resetPassword } from '../../features/people/reset-password.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem } from './run-in-system.ts';

export function accountReset(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const { office, account, email } = await requireAccount(given, system, now);
    const result = await withOffice(system.database.owner, office.officeId, (tx) =>
      resetPassword(tx, office.officeId, account, atTheConsole(system, now)),
    );
    if (!result.ok) return refuseAct(given, result.refusal);
    if (given.json) printJson({ ok: true, account, email, password: result.password });
    else print(result.password);
    return exitCode.done;
  });
}
