import { resetPassword } from '../../features/people/reset-password.ts';
import { removeSecondFactor } from '../../features/people/second-factor/set-second-factor.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, runInSystem } from './run-in-system.ts';

/** A new password for one use, or the end of a second factor whose telephone and recovery codes are lost. */
export function accountReset(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const { office, account, email } = await requireAccount(given, system, now);
    const { officeId } = office;
    const here = atTheConsole(system, now);
    if (given.flag('second-factor')) {
      const removed = await withOffice(system.database.owner, officeId, (tx) =>
        removeSecondFactor(tx, { officeId, account }, here),
      );
      if (!removed.ok) return refuseAct(given, removed.refusal);
      if (given.json) printJson({ ok: true, account, email, password: null, secondFactor: 'removed' });
      else print('Faktor kedua dihapus; akun ini menyiapkan yang baru ketika masuk.');
      return exitCode.done;
    }
    const result = await withOffice(system.database.owner, officeId, (tx) =>
      resetPassword(tx, officeId, account, here),
    );
    if (!result.ok) return refuseAct(given, result.refusal);
    if (given.json) printJson({ ok: true, account, email, password: result.password });
    else print(result.password);
    return exitCode.done;
  });
}
