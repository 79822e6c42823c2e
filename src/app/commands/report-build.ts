import { parseInstant } from '../../domain/calendar/instant.ts';
import { REPORT_KINDS } from '../../domain/office/office-data.ts';
import { PERIOD_FORMS, parsePeriod } from '../../domain/reports/report-period.ts';
import { buildReport } from '../../features/reports/build-report.ts';
import { drawReport, isReportFormat, REPORT_FORMATS } from '../../features/reports/draw-report.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import {
  print,
  refused,
  requireOffice,
  runInSystem,
  STANDARD_OUTPUT,
  tell,
  writeResult,
  wrongUse,
} from './run-in-system.ts';
import { volumePath } from './volume-path.ts';

export async function reportBuild(given: Given): Promise<number> {
  const kind = REPORT_KINDS.find((one) => one === given.text('kind'));
  const period = parsePeriod(given.text('period'));
  const format = given.text('format');
  const paper = (given.maybe('paper') ?? 'A4').toUpperCase();
  if (kind === undefined) return wrongUse(given, `Jenis laporan: ${REPORT_KINDS.join(', ')}.`);
  if (period === null) return wrongUse(given, `Periode laporan: ${PERIOD_FORMS}.`);
  if (!isReportFormat(format)) return wrongUse(given, `Bentuk laporan: ${REPORT_FORMATS.join(', ')}.`);
  if (paper !== 'A4' && paper !== 'F4') return wrongUse(given, 'Ukuran kertas: A4 atau F4.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const asOf = given.maybe('as-of') === null ? null : parseInstant(given.text('as-of'), office.zone);
    if (asOf === null && given.maybe('as-of') !== null) return wrongUse(given, 'Saat --as-of tidak terbaca.');
    const built = await buildReport(system.database.app, {
      office,
      kind,
      period,
      asOf: asOf === null ? null : new Date(asOf),
      now: new Date(now),
      allTables: given.flag('all-tables'),
      paper,
      register: format === 'json' ? null : system.keyring,
    });
    if (!built.ok) return refused(given, built.refusal, built.why);
    const { files: volumes, replaced } = await drawReport(built, format, { office, kind, period });
    const out = given.text('out');
    const toFile = out !== STANDARD_OUTPUT;
    if (!toFile && volumes.length > 1) {
      return wrongUse(given, `Laporan ini ${volumes.length} jilid. Sebutkan berkasnya dengan --out.`);
    }
    const files = volumes.map((_, index) => volumePath(out, index + 1));
    for (const [index, volume] of volumes.entries()) {
      await writeResult(files[index] ?? out, volume);
    }
    for (const { codePoint, count } of replaced) {
      tell(`Huruf ${codePoint} tidak dapat dicetak dan diganti □ pada ${count} tempat.`);
    }
    for (const check of built.checks) for (const finding of check.findings) tell(`${check.id}: ${finding}`);
    const { total } = built.counted;
    if (toFile && given.json) printJson({ file: out, files, total, checks: built.checks, replaced });
    else if (toFile) print(`${files.join(', ')}: ${total} laporan, ${period.label}.`);
    // The paper is written as a draft all the same. That its period still runs is no fault of a draft.
    return built.checks.every((check) => check.ok || check.id === 'dated') ? exitCode.done : exitCode.refused;
  });
}
