import { parseIsoDate } from '../../domain/calendar/epoch-day.ts';
import { type GrantRoleResult, grantRole } from '../../features/people/grant-role.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { requireAccount } from './require-account.ts';
import { atTheConsole, print, printJson, refused, runInSystem, wrongUse } from './run-in-system.ts';

const REFUSALS: Readonly<Record<Extract<GrantRoleResult, { ok: false }>['refusal'], string>> = {
  'account-unknown': 'Akun itu tidak ada di kantor ini, atau sudah ditutup.',
  'role-unknown': 'Peran itu tidak dikenal kantor ini. Lihat: tanggap office roles --office …',
  'role-held': 'Akun itu sudah memegang peran tersebut pada masa itu.',
  'role-dates': 'Hari pertama paling awal hari ini; hari terakhir tidak sebelum hari pertama.',
  'roles-refused-pair': 'Administrator dan pemeriksa catatan tidak boleh dipegang satu orang.',
};

export async function accountGrant(given: Given): Promise<number> {
  const [first, to] = [given.maybe('from'), given.maybe('to')];
  for (const day of [first, to]) {
    if (day !== null && parseIsoDate(day) === null)
      return wrongUse(given, `"${day}" bukan tanggal; tulis seperti 2026-05-01.`);
  }
  return runInSystem(async (system, now) => {
    const { office, account, email, today } = await requireAccount(given, system, now);
    const { officeId, data } = office;
    const [role, unit, from] = [given.text('role'), given.maybe('unit'), first ?? today];
    if (unit !== null && data.units.every(({ key }) => key !== unit))
      return refused(given, 'unit-unknown', `Bidang "${unit}" tidak dikenal kantor ini.`);
    const command = { account, role, unit, from, to, decree: given.maybe('decree'), today };
    const result = await withOffice(system.database.owner, officeId, (tx) =>
      grantRole(tx, officeId, data.roles, command, atTheConsole(system, now)),
    );
    if (!result.ok) return refused(given, result.refusal, REFUSALS[result.refusal]);
    if (given.json) printJson({ ok: true, account, email, role, unit, from, to });
    else print(`Peran ${role} diberikan kepada ${email} mulai ${from}${to === null ? '' : ` s.d. ${to}`}.`);
    return exitCode.done;
  });
}
