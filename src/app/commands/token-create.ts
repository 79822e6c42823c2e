import { createToken } from '../../features/people/api-token.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct } from './refuse-act.ts';
import { atTheConsole, print, requireOffice, runInSystem } from './run-in-system.ts';

export function tokenCreate(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const command = { role: given.text('role'), name: given.text('name') };
    if (office.data.roles.every((role) => role.key !== command.role)) return refuseAct(given, 'role-unknown');
    const email = given.maybe('account');
    const { owner } = system.database;
    const madeBy = email === null ? null : await findAccount(owner, office.officeId, email);
    if (email !== null && madeBy === null) return refuseAct(given, 'account-unknown');
    const { id, token } = await withOffice(owner, office.officeId, (tx) =>
      createToken(tx, office.officeId, { ...command, madeBy }, atTheConsole(system, now)),
    );
    if (given.json) printJson({ id, token, role: command.role, name: command.name });
    else print(token);
    return exitCode.done;
  });
}
