import { formatInstant } from '../../domain/calendar/format-instant.ts';
import type { Zone } from '../../domain/calendar/zone.ts';
import { listTokens, type TokenRow } from '../../features/people/list-tokens.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, requireOffice, runInSystem } from './run-in-system.ts';

export function tokenList(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const tokens = await withOffice(system.database.owner, office.officeId, (tx) =>
      listTokens(tx, system.keyring, office.officeId, now),
    );
    if (given.json) printJson({ tokens });
    else if (tokens.length === 0) print('Kantor ini belum punya token.');
    else for (const token of tokens) print(lineOf(token, office.zone));
    return exitCode.done;
  });
}

const ENDED = {
  revoked: 'dicabut',
  'account-closed': 'tidak berlaku: akunnya ditutup',
  'role-lost': 'tidak berlaku: akunnya tidak memegang peran itu lagi',
} as const;

function lineOf({ name, role, account, unit, createdAt, revokedAt, ended }: TokenRow, zone: Zone): string {
  const said = (at: Date) => formatInstant(at.getTime(), zone);
  const standing = ended === null ? 'berlaku' : ENDED[ended];
  const when = revokedAt === null ? '' : ` ${said(revokedAt)}`;
  return [
    name,
    role,
    account ?? (unit === null ? 'tanpa akun' : `tanpa akun, bidang ${unit}`),
    `dibuat ${said(createdAt)}`,
    `${standing}${when}`,
  ].join(' · ');
}
