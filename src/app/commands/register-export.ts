import { toIsoDate } from '../../domain/calendar/epoch-day.ts';
import { localDay } from '../../domain/calendar/instant.ts';
import { type CaseActor, permissionsOf, SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { PERIOD_FORMS, parsePeriod } from '../../domain/reports/report-period.ts';
import type { Office } from '../../features/offices/office.read.ts';
import { findAccount } from '../../features/people/list-accounts.read.ts';
import { listRoles } from '../../features/people/list-roles.read.ts';
import { exportRegister, withheldNote } from '../../features/registers/export-register.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import type { System } from '../open-system.ts';
import { printJson } from '../print-json.ts';
import { refused, requireOffice, runInSystem, tell, writeResult, wrongUse } from './run-in-system.ts';

export async function registerExport(given: Given): Promise<number> {
  const period = parsePeriod(given.text('period'));
  const format = given.text('format');
  const reason = given.maybe('reason')?.trim() ?? '';
  const out = given.maybe('out');
  if (period === null) return wrongUse(given, `Periode register: ${PERIOD_FORMS}.`);
  if (format !== 'xlsx' && format !== 'csv') return wrongUse(given, 'Bentuk register: xlsx atau csv.');
  if (given.flag('unmask') && reason.length < 10) {
    return wrongUse(
      given,
      'Membuka nama memerlukan alasan, yang dicatat. Tulis untuk apa dan bagi siapa, sedikitnya 10 huruf, mis. --reason "Penjilidan register tahun 2025".',
    );
  }
  if (given.json && out === null)
    return wrongUse(given, 'Dengan --json, berkas hasilnya disebut dengan --out.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const email = given.maybe('account');
    const actor = email === null ? SYSTEM_ACTOR : await findExporter(system, office, email, now);
    if (actor === null) {
      const why = 'Akun itu tidak ada di kantor ini, sudah ditutup, atau perannya tidak boleh membuka nama.';
      return refused(given, 'account-not-permitted', why);
    }
    const { bytes, ...left } = await exportRegister(
      { pool: system.database.app, keyring: system.keyring, newId: uuidv7 },
      {
        office,
        period,
        format,
        unmask: given.flag('unmask') ? { actor, reason: `${reason} (perintah di server)` } : null,
      },
      now,
    );
    if (out === null) process.stdout.write(bytes);
    else await writeResult(out, bytes, { secret: given.flag('unmask') });
    if (given.json) printJson({ file: out, bytes: bytes.byteLength, ...left });
    const note = withheldNote(left);
    if (note !== null) tell(note);
    return exitCode.done;
  });
}

/** Who exports, as the log names him; null when he is not there or may not. */
async function findExporter(
  { database, keyring }: System,
  { officeId, data, zone }: Office,
  email: string,
  now: number,
): Promise<CaseActor | null> {
  const today = toIsoDate(localDay(now, zone));
  const account = await findAccount(database.owner, officeId, email);
  if (account === null) return null;
  const roles = await withOffice(database.owner, officeId, (tx) =>
    listRoles(tx, keyring, officeId, today, account),
  );
  const held = roles.filter(({ from }) => from <= today);
  const role = held
    .map((one) => one.role)
    .find((key) => permissionsOf([key], data).has('register/export-unmasked'));
  if (role === undefined) return null;
  const deputyOf = held.flatMap(({ deputyFor }) => deputyFor ?? []);
  return { ...SYSTEM_ACTOR, by: 'staff', account, role, may: permissionsOf([role], data), deputyOf };
}
