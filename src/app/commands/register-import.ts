import { CHANNELS } from '../../domain/complaint/vocabulary.ts';
import { importReport } from '../../domain/registers/import-report.ts';
import { PERIOD_FORMS, parsePeriod } from '../../domain/reports/report-period.ts';
import { importRegister } from '../../features/registers/import-register.ts';
import { exitCode } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import { printFailure, printJson } from '../print-json.ts';
import { importLines } from './import-lines.ts';
import { fromCaller, print, refused, requireOffice, runInSystem, tell, wrongUse } from './run-in-system.ts';

export async function registerImport(given: Given): Promise<number> {
  const period = parsePeriod(given.text('period'));
  const named = given.maybe('channel');
  const dryRun = given.flag('dry-run');
  const channel = CHANNELS.find((one) => one === named) ?? null;
  if (period === null) return wrongUse(given, `Periode register: ${PERIOD_FORMS}.`);
  if (named !== null && channel === null)
    return wrongUse(given, `Saluran "${named}" tidak dikenal. Yang ada: ${CHANNELS.join(', ')}.`);
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const result = await importRegister(
      { pool: system.database.app, keyring: system.keyring, newId: uuidv7 },
      {
        office,
        source: { path: fromCaller(given.operands[0] ?? '') },
        period,
        choice: { channel, acceptSuggestions: given.flag('accept-suggestions') },
        dryRun,
        account: null,
      },
      now,
    );
    if (!result.ok) {
      if (given.json) printFailure({ code: result.refusal, message: result.message }, result);
      tell(result.message);
      return exitCode.refused;
    }
    const report = importReport(result.reading);
    if (report.rows === 0) {
      const headed = report.sheets.some((sheet) => sheet.columns.length > 0);
      if (headed)
        refused(given, 'no-rows', 'Ada kepala tabel register, tetapi tidak ada satu baris pun di bawahnya.');
      else refused(given, 'no-table', 'Tidak ada tabel register yang dapat dibaca dalam berkas ini.');
      for (const doubt of report.doubts) tell(`${doubt.sheet} baris ${doubt.row}: ${doubt.why}`);
      return exitCode.refused;
    }
    if (given.json)
      printJson({ ...report, new: result.written, known: result.known, accepted: result.accepted });
    else print(...importLines(report, { ...result, dryRun }));
    return exitCode.done;
  });
}
