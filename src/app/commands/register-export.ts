import { SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { parsePeriod } from '../../domain/reports/report-period.ts';
import { exportRegister, withheldNote } from '../../features/registers/export-register.ts';
import { exitCode } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import { printJson, requireOffice, runInSystem, tell, writeResult, wrongUse } from './run-in-system.ts';

export async function registerExport(given: Given): Promise<number> {
  const period = parsePeriod(given.text('period'));
  const format = given.text('format');
  const reason = given.maybe('reason')?.trim() ?? '';
  const out = given.maybe('out');
  if (period === null)
    return wrongUse(given, 'Masa register: 2023, 2023-S1, 2023-Q1, 2023-01, atau 2023-01..2024-05.');
  if (format !== 'xlsx' && format !== 'csv') return wrongUse(given, 'Bentuk register: xlsx atau csv.');
  if (given.flag('unmask') && reason.length < 10) {
    return wrongUse(
      given,
      'Membuka nama memerlukan alasan: --reason "…" (sedikitnya 10 huruf); alasan itu dicatat.',
    );
  }
  if (given.json && out === null)
    return wrongUse(given, 'Dengan --json, berkas hasilnya disebut dengan --out.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const { bytes, withheld } = await exportRegister(
      { pool: system.database.app, keyring: system.keyring, newId: uuidv7 },
      { office, period, format, unmask: given.flag('unmask') ? { actor: SYSTEM_ACTOR, reason } : null },
      now,
    );
    if (out === null) process.stdout.write(bytes);
    else await writeResult(out, bytes, { secret: given.flag('unmask') });
    if (given.json) printJson({ file: out, bytes: bytes.byteLength, withheld });
    const note = withheldNote(withheld);
    if (note !== null) tell(note);
    return exitCode.done;
  });
}
