import { formatInstant } from '../../domain/calendar/format-instant.ts';
import { listImports } from '../../features/registers/list-imports.read.ts';
import { withOffice } from '../../platform/database/transaction.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import { print, requireOffice, runInSystem } from './run-in-system.ts';

export function registerImports(given: Given): Promise<number> {
  return runInSystem(async (system, now) => {
    const { officeId, zone } = await requireOffice(system, given.text('office'), now);
    const imports = await withOffice(system.database.owner, officeId, (tx) => listImports(tx, officeId));
    if (given.json)
      printJson({ imports: imports.map(({ importId, ...rest }) => ({ import: importId, ...rest })) });
    else if (imports.length === 0) print('Kantor ini belum pernah mengimpor register lama.');
    for (const one of given.json ? [] : imports) {
      const at = formatInstant(one.importedAt.getTime(), zone);
      const counts = `${one.rows} baris, ${one.takenBack} ditarik kembali, ${one.standing} masih dihitung`;
      print([one.importId, one.file, one.period, at, one.by ?? 'perintah di server', counts].join(' · '));
    }
    return exitCode.done;
  });
}
