import { findImport } from '../../features/registers/list-imports.read.ts';
import { takeBackImport } from '../../features/registers/take-back-import.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import { uuidv7 } from '../../platform/ids.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { findPermitted } from './find-permitted.ts';
import { print, refused, requireOffice, runInSystem } from './run-in-system.ts';

export function registerUndo(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, given.text('office'), now);
    const { officeId } = office;
    const importId = given.operands[0] ?? '';
    const asked = { email: given.text('account'), permission: 'cancel' } as const;
    const actor = await findPermitted(system, office, asked, now);
    if (actor === null) {
      const why = 'Akun itu tidak ada di kantor ini, sudah ditutup, atau perannya tidak boleh membatalkan.';
      return refused(given, 'account-not-permitted', why);
    }
    const { database, keyring } = system;
    const found = await withOffice(database.app, officeId, (tx) => findImport(tx, officeId, importId), {
      readOnly: true,
      long: true,
    });
    if (found === undefined) {
      const remedy = `Lihat: tanggap register imports --office ${office.slug}`;
      return refused(given, 'import-unknown', 'Impor itu tidak ada di kantor ini.', remedy);
    }
    if (given.flag('dry-run')) {
      const { line, workedOn } = found;
      const cancelled = line.standing - workedOn;
      if (given.json) printJson({ import: importId, cancelled, left: workedOn, withheld: 0, dryRun: true });
      else print(`${cancelled} kasus akan dibatalkan, ${workedOn} sudah dikerjakan orang dan dibiarkan.`);
      return exitCode.done;
    }
    const desk = { pool: database.app, keyring, newId: uuidv7 };
    const done = await takeBackImport(desk, { office, importId, actor }, now);
    const { cancelled, left, withheld } = done;
    if (given.json) printJson({ import: importId, cancelled, left, withheld });
    else
      print(
        `${cancelled} kasus dibatalkan sebagai salah impor.`,
        ...(left.length > 0 ? [`Sudah dikerjakan orang, dibiarkan: ${left.join(', ')}.`] : []),
        ...(withheld > 0 ? [`${withheld} kasus lain tidak terbuka bagi akun itu, dibiarkan.`] : []),
      );
    return exitCode.done;
  });
}
