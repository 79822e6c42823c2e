import { formatNumber } from '../../domain/documents/format-number.ts';
import { SYSTEM_ACTOR } from '../../domain/people/case-actor.ts';
import { PERIOD_FORMS, parsePeriod } from '../../domain/reports/report-period.ts';
import type { CaseDesk } from '../../features/cases/doors/case-desk.ts';
import { drawPaperFile } from '../../features/papers/draw-paper.ts';
import {
  type ExportedRegister,
  type ExportRequest,
  exportRegister,
  withheldNote,
} from '../../features/registers/export-register.ts';
import { MOST_PRINTED, type PrintRequest, printRegister } from '../../features/registers/print-register.ts';
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
import { volumePath } from './volume-path.ts';

export async function registerExport(given: Given): Promise<number> {
  const period = parsePeriod(given.text('period'));
  const format = given.text('format');
  const reason = clean(given.maybe('reason') ?? '');
  const out = given.maybe('out') ?? STANDARD_OUTPUT;
  if (period === null) return wrongUse(given, `Periode register: ${PERIOD_FORMS}.`);
  const paper = (given.maybe('paper') ?? 'F4').toUpperCase();
  if (format !== 'xlsx' && format !== 'csv' && format !== 'pdf')
    return wrongUse(given, 'Bentuk register: xlsx, csv, atau pdf.');
  if (paper !== 'A4' && paper !== 'F4') return wrongUse(given, 'Ukuran kertas: F4 atau A4.');
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
    const desk = { pool: system.database.app, keyring: system.keyring, newId: uuidv7 };
    const unmask = given.flag('unmask') ? { actor, reason: `${reason} (perintah di server)` } : null;
    const about = { office, period, unmask };
    const made =
      format === 'pdf'
        ? await drawBook(desk, { ...about, actor, paper }, now)
        : await exportAs(desk, { ...about, format }, now);
    if (made === null) {
      const why = `Periode ini lebih dari ${formatNumber(MOST_PRINTED, 0)} baris.`;
      return refused(given, 'register-too-long', why, 'Cetak per bulan, mis. --period 2026-04.');
    }
    const { files, left } = made;
    if (files.length > 1 && out === STANDARD_OUTPUT)
      return wrongUse(given, `Register ini ${files.length} jilid. Sebutkan berkasnya dengan --out.`);
    const paths = files.map((_, index) => volumePath(out, index + 1));
    for (const [index, bytes] of files.entries())
      await writeResult(paths[index] ?? out, bytes, { secret: given.flag('unmask') });
    const bytes = files.reduce((sum, one) => sum + one.byteLength, 0);
    if (given.json) printJson({ file: out, ...(format === 'pdf' ? { files: paths } : {}), bytes, ...left });
    else if (files.length > 1) tell(`${files.length} jilid: ${paths.join(', ')}.`);
    const note = withheldNote(left);
    if (note !== null) tell(note);
    return exitCode.done;
  });
}

type Made = { readonly files: readonly Uint8Array[]; readonly left: Omit<ExportedRegister, 'bytes'> };

async function exportAs(desk: CaseDesk, request: ExportRequest, now: number): Promise<Made> {
  const { bytes, ...left } = await exportRegister(desk, request, now);
  return { files: [bytes], left };
}

/** The pages of the register, a file a volume; null when it is too long to be printed at once. */
async function drawBook(
  desk: CaseDesk,
  request: Omit<PrintRequest, 'letterhead'>,
  now: number,
): Promise<Made | null> {
  const printed = await printRegister(desk, { ...request, letterhead: 'tanpa' }, now);
  if (printed === null) return null;
  const { volumes, ...left } = printed;
  const files: Uint8Array[] = [];
  // One after the other: a book takes a process and the memory of its rows.
  for (const volume of volumes) files.push(await drawPaperFile(volume, 'pdf'));
  return { files, left };
}
