import { createToken } from '../../features/people/api-token.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import { print, printFailure, printJson, requireOffice, runInSystem, tell } from './run-in-system.ts';

export function tokenCreate(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const command = { role: given.text('role'), name: given.text('name') };
    if (office.data.roles.every((role) => role.key !== command.role)) {
      const why = `Peran "${command.role}" tidak dikenal kantor ini.`;
      const remedy = `Lihat: tanggap office roles --office ${office.slug}`;
      if (given.json) printFailure('role-unknown', why, remedy);
      tell(`${why} ${remedy}`);
      return exitCode.refused;
    }
    const email = given.maybe('account');
    const { owner } = system.database;
    const madeBy = email === null ? null : await findAccount(owner, office.officeId, email);
    if (email !== null && madeBy === null) {
      const why = 'Akun itu tidak ada di kantor ini, atau sudah ditutup.';
      if (given.json) printFailure('account-unknown', why);
      tell(why);
      return exitCode.refused;
    }
    const { id, token } = await withOffice(owner, office.officeId, (tx) =>
      createToken(tx, office.officeId, { ...command, madeBy }, { now, newId: uuidv7 }),
    );
    if (given.json) printJson({ id, token, role: command.role, name: command.name });
    else print(token);
    return exitCode.done;
  });
}
