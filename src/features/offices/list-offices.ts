import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadedOffice, type LoadOptions, loadOffice } from './load-office.ts';

export type ListedOffice = LoadedOffice & {
  /** Name of the folder; a leading "_" marks a template such as `_blank`. */
  readonly folder: string;
  readonly template: boolean;
};

/** Every office under `offices/`, templates last, each with what its check says. */
export async function listOffices(root: string, options: LoadOptions = {}): Promise<readonly ListedOffice[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && /^_?[a-z0-9-]+$/.test(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => Number(a.startsWith('_')) - Number(b.startsWith('_')) || a.localeCompare(b));
  return Promise.all(
    folders.map(async (folder) => ({
      ...(await loadOffice(join(root, folder), options)),
      folder,
      template: folder.startsWith('_'),
    })),
  );
}
