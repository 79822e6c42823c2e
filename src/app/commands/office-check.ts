import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadOffice } from '../../features/offices/load-office.ts';
import type { OfficeFinding } from '../../features/offices/office-finding.ts';
import { exitCode, Fault } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { OFFICES_FOLDER } from '../open-system.ts';
import { printJson } from '../print-json.ts';
import { fromCaller, print } from './run-in-system.ts';

/** Exit 1 when the office cannot be loaded; warnings alone are no reason. */
export async function officeCheck(given: Given): Promise<number> {
  const folder = officeFolder(given.operands[0] ?? '');
  const { office, findings } = await loadOffice(folder);
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (given.json) printJson({ ok: errors.length === 0, office: office?.slug ?? null, findings });
  else {
    for (const finding of findings) print(describeFinding(finding));
    const warnings = findings.length - errors.length;
    print(`${errors.length} kesalahan, ${warnings} peringatan.`);
  }
  return errors.length === 0 ? exitCode.done : exitCode.refused;
}

/** A folder as typed, or the short name of an office that Tanggap brings. */
export function officeFolder(typed: string): string {
  const folder = fromCaller(typed);
  if (existsSync(folder)) return folder;
  const own = join(OFFICES_FOLDER, typed);
  if (/^_?[a-z0-9-]+$/.test(typed) && existsSync(own)) return own;
  throw new Fault('folder-missing', `Folder "${typed}" tidak ada.`, {
    remedy: 'Sebutkan folder kantor, atau nama pendek dari: tanggap office list',
  });
}

export function describeFinding(finding: OfficeFinding): string {
  const kind = finding.severity === 'error' ? 'salah' : 'peringatan';
  return `${finding.file}:${finding.line}:${finding.column} ${kind}: ${finding.message}\n    ${finding.remedy}`;
}
