import { createToken } from '../../features/people/api-token.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { atTheConsole, print, printJson, refused, requireOffice, runInSystem } from './run-in-system.ts';

export function tokenCreate(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const command = { role: given.text('role'), name: given.text('name') };
    if (office.data.roles.every((role) => role.key !== command.role)) {
      const why = `Peran "${command.role}" tidak dikenal kantor ini.`;
      const remedy = `Lihat: tanggap office roles --office ${office.slug}`;
      return refused(given, 'role-unknown', why, remedy);
    }
    const email = given.maybe('account');
    const { owner } = system.database;
    const madeBy = email === null ? null : await findAccount(owner, office.officeId, email);
    if (email !== null && madeBy === null) {
      return refused(given, 'account-unknown', 'Akun itu tidak ada di kantor ini, atau sudah ditutup.');
    }
    const { id, token } = await withOffice(owner, office.officeId, (tx) =>
      createToken(tx, office.officeId, { ...command, madeBy }, atTheConsole(system, now)),
    );
    if (given.json) printJson({ id, token, role: command.role, name: command.name });
    else print(token);
    return exitCode.done;
  });
}
