import { applyOffice } from '../../features/offices/apply-office.ts';
import { loadOffice } from '../../features/offices/load-office.ts';
import type { RemovedKey } from '../../features/offices/removed-keys.read.ts';
import { exitCode } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printFailure, printJson } from '../print-json.ts';
import { describeFinding, officeFolder } from './office-check.ts';
import { atTheConsole, print, runInSystem, tell } from './run-in-system.ts';

const OFFICE_INVALID = { code: 'office-invalid', message: 'Berkas kantor ini belum benar.' };
const OUTCOMES = { created: 'dimuat', updated: 'diperbarui', unchanged: 'tidak berubah' } as const;

const LISTS = {
  services: 'layanan',
  categories: 'kategori',
  places: 'tempat',
  units: 'unit',
  channels: 'saluran',
  classes: 'kelas',
  bodies: 'lembaga',
  roles: 'peran',
  sops: 'SOP',
} as const;

export async function officeApply(given: Given): Promise<number> {
  const { office, findings } = await loadOffice(officeFolder(given.operands[0] ?? ''));
  if (office === null) {
    if (given.json) printFailure(OFFICE_INVALID, { findings });
    else for (const finding of findings) tell(describeFinding(finding));
    return exitCode.refused;
  }
  return runInSystem(async (system, now) => {
    const applied = await applyOffice(system.database.owner, office, {
      ...atTheConsole(system, now),
      force: given.flag('force'),
    });
    if (given.json) printJson({ ok: true, ...applied });
    else {
      print(`Kantor ${applied.slug} ${OUTCOMES[applied.outcome]}, versi ${applied.version}.`);
      for (const change of applied.kept) print(`Dipertahankan dari aplikasi: ${JSON.stringify(change)}`);
      for (const { year, next, firstNo } of applied.startsTooLate)
        print(
          `Register ${year} tetap mulai dari ${firstNo}, bukan ${next}: nomor tahun itu sudah diberikan.`,
        );
      for (const removed of applied.removed) print(describeRemoved(removed));
    }
    return exitCode.done;
  });
}

/** A key that is gone and what still bears it, in a sentence. */
export function describeRemoved({ list, key, label, cases, accounts }: RemovedKey): string {
  const bearing = [
    ...(cases > 0 ? [`${cases} pengaduan`] : []),
    ...(accounts > 0 ? [`${accounts} akun atau token`] : []),
  ];
  return `Tidak lagi dalam daftar ${LISTS[list]}: ${key} (${label}); masih dipakai ${bearing.join(' dan ')}.`;
}
