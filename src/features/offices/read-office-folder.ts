import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OfficeFinding } from './office-finding.ts';

/** A file of an office; `path` is relative to its folder, with forward slashes. */
export type OfficeFile = { readonly path: string; readonly text: string };
/** A picture beside them, of which one may be the emblem. */
export type OfficePicture = { readonly path: string; readonly bytes: Uint8Array };
export type OfficeFolder = {
  /** Name of the folder, e.g. "tabalong". */
  readonly name: string;
  readonly files: readonly OfficeFile[];
  readonly pictures: readonly OfficePicture[];
  readonly findings: readonly OfficeFinding[];
};

const MAX_BYTES = 256 * 1024;
const MAX_FILES = 64;
const FOLDERS = ['', 'sop', 'reports'];
const EMBLEM = /^[a-z0-9-]+\.(svg|png)$/;

/**
 * Reads an office's folder: its own texts and pictures, those texts of `sop/` and `reports/`, nothing beyond.
 * Links, files over 256 KB, texts that are not UTF-8 and surplus files become findings, never content.
 */
export async function readOfficeFolder(folder: string): Promise<OfficeFolder> {
  const files: OfficeFile[] = [];
  const pictures: OfficePicture[] = [];
  const findings: OfficeFinding[] = [];
  for (const part of FOLDERS) {
    for (const name of await namesIn(join(folder, part))) {
      const path = part === '' ? name : `${part}/${name}`;
      if (part === '' && FOLDERS.includes(name)) {
        if ((await lstat(join(folder, name))).isSymbolicLink()) findings.push(hostile(path, LINK));
        continue;
      }
      if (files.length + pictures.length >= MAX_FILES) {
        findings.push(hostile(path, `Folder ini berisi lebih dari ${MAX_FILES} berkas.`));
        break;
      }
      const read = await readOne(join(folder, path), path);
      if ('bytes' in read) pictures.push(read);
      else if ('text' in read) files.push(read);
      else findings.push(read);
    }
  }
  return { name: basename(folder), files, pictures, findings };
}

const LINK = 'Berkas ini adalah tautan ke tempat lain.';

async function namesIn(folder: string): Promise<readonly string[]> {
  const info = await lstat(folder).catch(() => null);
  if (info === null || !(info.isDirectory() || folder === '')) return [];
  return (await readdir(folder)).sort();
}

async function readOne(absolute: string, path: string): Promise<OfficeFile | OfficePicture | OfficeFinding> {
  const info = await lstat(absolute);
  if (info.isSymbolicLink()) return hostile(path, LINK);
  if (!info.isFile()) return unknownFile(path);
  const picture = !path.includes('/') && EMBLEM.test(path);
  if (!picture && !path.endsWith('.yaml') && path !== 'SOURCE.md') return unknownFile(path);
  if (info.size > MAX_BYTES) return hostile(path, `Berkas ini lebih besar dari ${MAX_BYTES / 1024} KB.`);
  const bytes = await readFile(absolute);
  if (picture) return { path, bytes };
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    const decoded = text.decode(bytes);
    return decoded.includes('\0') ? hostile(path, NOT_TEXT) : { path, text: decoded };
  } catch {
    return hostile(path, NOT_TEXT);
  }
}

const NOT_TEXT = 'Berkas ini bukan teks UTF-8.';

function hostile(file: string, message: string): OfficeFinding {
  const remedy = 'Ganti dengan berkas teks biasa di dalam folder ini.';
  return { severity: 'error', file, line: 1, column: 1, message, remedy, rule: 'hostile-file' };
}

function unknownFile(file: string): OfficeFinding {
  return {
    severity: 'warning',
    file,
    line: 1,
    column: 1,
    message: 'Berkas ini tidak dikenal dan tidak dibaca.',
    remedy:
      'Berkas kantor: office.yaml, classes.yaml, services.yaml, legal-bases.yaml, sop/*.yaml, reports/*.yaml, SOURCE.md, lambang .svg/.png.',
    rule: 'unknown-file',
  };
}
