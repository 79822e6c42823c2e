import { listTokens, type TokenRow } from '../../features/people/list-tokens.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { print, printJson, requireOffice, runInSystem } from './run-in-system.ts';

export function tokenList(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const tokens = await withOffice(system.database.owner, office.officeId, (tx) =>
      listTokens(tx, office.officeId, now),
    );
    if (given.json) printJson({ tokens });
    else if (tokens.length === 0) print('Kantor ini belum punya token.');
    else for (const token of tokens) print(lineOf(token));
    return exitCode.done;
  });
}

function lineOf({ name, role, account, createdAt, revokedAt, works }: TokenRow): string {
  const standing = works
    ? 'berlaku'
    : revokedAt === null
      ? 'tidak berlaku: akunnya ditutup'
      : `dicabut ${revokedAt.toISOString()}`;
  return [name, role, account ?? 'tanpa akun', `dibuat ${createdAt.toISOString()}`, standing].join(' · ');
}
