import { localDate } from '../../domain/calendar/instant.ts';
import { buildSopSheet } from '../../domain/papers/build-sop-sheet.ts';
import { sopSheetFrame } from '../../domain/papers/sop-sheet-frame.ts';
import { drawPaperFile } from '../../features/papers/draw-paper.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import {
  print,
  refused,
  requireOffice,
  runInSystem,
  STANDARD_OUTPUT,
  writeResult,
  wrongUse,
} from './run-in-system.ts';

/** The sheet of one SOP as a file. */
export async function sopPrint(given: Given): Promise<number> {
  const format = given.text('format');
  const paper = (given.maybe('paper') ?? 'F4').toUpperCase();
  if (format !== 'pdf' && format !== 'docx') return wrongUse(given, 'Bentuk lembar SOP: pdf, docx.');
  if (paper !== 'A4' && paper !== 'F4') return wrongUse(given, 'Ukuran kertas: F4 atau A4.');
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const id = given.text('sop');
    const sop = office.data.sops.find((one) => one.id === id);
    if (sop === undefined) {
      const known = office.data.sops.map((one) => one.id).join(', ');
      return refused(given, 'sop-unknown', `SOP "${id}" tidak ada.`, `Yang ada: ${known}.`);
    }
    const frame = sopSheetFrame(office.data, localDate(now, office.zone), new Date(now).toISOString(), paper);
    const out = given.text('out');
    await writeResult(out, await drawPaperFile(buildSopSheet(frame, sop), format));
    const { undetermined } = sop;
    if (out === STANDARD_OUTPUT) return exitCode.done;
    if (given.json) printJson({ file: out, sop: id, undetermined });
    else print(`${out}: ${sop.title}${undetermined ? ' (bawaan, belum ditetapkan)' : ''}.`);
    return exitCode.done;
  });
}
