import { SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { PERIOD_FORMS, parsePeriod } from '../../domain/reports/report-period.ts';
import { exportRegister, withheldNote } from '../../features/registers/export-register.ts';
import { exitCode } from '../../platform/errors.ts';
import { clean } from '../../platform/http/read-form.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { findPermitted } from './find-permitted.ts';
import {
  refused,
  requireOffice,
  runInSystem,
  STANDARD_OUTPUT,
  tell,
  writeResult,
  wrongUse,
} from './run-in-system.ts';

export async function registerExport(given: Given): Promise<number> {
  const period = parsePeriod(given.text('period'));
  const format = given.text('format');
  const reason = clean(given.maybe('reason') ?? '');
  const out = given.maybe('out') ?? STANDARD_OUTPUT;
  if (period === null) return wrongUse(given, `Periode register: ${PERIOD_FORMS}.`);
  if (format !== 'xlsx' && format !== 'csv') return wrongUse(given, 'Bentuk register: xlsx atau csv.');
  if (given.flag('unmask') && reason.length < 10) {
    return wrongUse(
      given,
      'Membuka nama memerlukan alasan, yang dicatat. Tulis untuk apa dan bagi siapa, sedikitnya 10 huruf, mis. --reason "Penjilidan register tahun 2025".',
    );
  }
  if (given.json && out === STANDARD_OUTPUT)
    return wrongUse(given, 'Dengan --json, berkas hasilnya disebut dengan --out.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const email = given.maybe('account');
    const actor =
      email === null
        ? SYSTEM_ACTOR
        : await findPermitted(system, office, { email, permission: 'register/export-unmasked' }, now);
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
    await writeResult(out, bytes, { secret: given.flag('unmask') });
    if (given.json) printJson({ file: out, bytes: bytes.byteLength, ...left });
    const note = withheldNote(left);
    if (note !== null) tell(note);
    return exitCode.done;
  });
}
