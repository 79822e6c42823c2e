import { createToken } from '../../features/people/api-token.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { refuseAct, refuseUnit } from './refuse-act.ts';
import { atTheConsole, print, requireOffice, runInSystem, wrongUse } from './run-in-system.ts';

export async function tokenCreate(given: Given): Promise<number> {
  const [email, unit] = [given.maybe('account'), given.maybe('unit')];
  if (email !== null && unit !== null) {
    return wrongUse(
      given,
      'Isi --account atau --unit, tidak keduanya: token sebuah akun bekerja di bidang peran akun itu.',
    );
  }
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const command = { role: given.text('role'), name: given.text('name') };
    if (office.data.roles.every((role) => role.key !== command.role)) return refuseAct(given, 'role-unknown');
    if (unit !== null && office.data.units.every(({ key }) => key !== unit)) return refuseUnit(given, unit);
    const { owner } = system.database;
    const madeBy = email === null ? null : await findAccount(owner, office.officeId, email);
    if (email !== null && madeBy === null) return refuseAct(given, 'account-unknown');
    const { id, token } = await withOffice(owner, office.officeId, (tx) =>
      createToken(tx, office.officeId, { ...command, madeBy, unit }, atTheConsole(system, now)),
    );
    if (given.json) printJson({ id, token, role: command.role, name: command.name });
    else print(token);
    return exitCode.done;
  });
}
