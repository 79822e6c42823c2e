import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportEmblem } from '../../features/offices/export-emblem.ts';
import { exportOffice } from '../../features/offices/export-office.ts';
import { exitCode, Fault } from '../../platform/errors.ts';
import type { Given } from '../command-line.ts';
import { printJson } from '../print-json.ts';
import {
  fromCaller,
  print,
  requireOffice,
  runInSystem,
  STANDARD_OUTPUT,
  writeResult,
  wrongUse,
} from './run-in-system.ts';

export async function officeExport(given: Given): Promise<number> {
  const slug = given.operands[0] ?? '';
  const out = given.maybe('out') ?? slug;
  if (out === STANDARD_OUTPUT)
    return wrongUse(given, 'Hasilnya sebuah folder. Sebutkan foldernya dengan --out.');
  const folder = fromCaller(out);
  return runInSystem(async (system, now) => {
    const office = await requireOffice(system, slug, now);
    if (existsSync(folder)) {
      throw new Fault('folder-present', `Folder ${folder} sudah ada.`, {
        remedy: 'Pilih folder lain dengan --out.',
      });
    }
    const emblem = exportEmblem(office.data);
    const files = [...exportOffice(office.data), ...(emblem === null ? [] : [emblem])];
    for (const file of files) {
      const path = join(folder, file.path);
      await makeFolder(dirname(path));
      await writeResult(path, 'bytes' in file ? file.bytes : file.text);
    }
    if (given.json) printJson({ folder, files: files.map((file) => file.path) });
    else print(`${files.length} berkas ditulis ke ${folder}.`);
    return exitCode.done;
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new Fault('folder-not-made', `Folder ${folder} tidak dapat dibuat.`, {
      remedy: 'Pilih tempat lain dengan --out.',
      cause,
    });
  }
}
