import { revokeTokens } from '../../features/people/revoke-tokens.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { atTheConsole, print, refused, requireOffice, runInSystem } from './run-in-system.ts';

export function tokenRevoke(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const name = given.text('name');
    const revoked = await withOffice(system.database.owner, office.officeId, (tx) =>
      revokeTokens(tx, office.officeId, name, atTheConsole(system, now)),
    );
    if (revoked === 0) {
      const why = `Tidak ada token "${name}" yang masih berlaku.`;
      return refused(given, 'token-unknown', why, `Lihat: tanggap token list --office ${office.slug}`);
    }
    if (given.json) printJson({ ok: true, name, revoked });
    else print(`${revoked} token "${name}" dicabut.`);
    return exitCode.done;
  });
}
