import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../errors.ts';
import { trustedJson } from '../trusted-json.ts';
import type { AssetNames } from './asset-names.ts';

export type BuiltAsset = {
  readonly type: string;
  readonly body: Buffer;
  readonly encodings: ReadonlyMap<string, Buffer>;
};
export type BuiltAssets = AssetNames & {
  /** The file of that name under /aset/, or null. */
  readonly find: (file: string) => BuiltAsset | null;
};

type Manifest = {
  readonly key: string;
  readonly styles: string;
  readonly sheets: Readonly<Record<string, string>>;
  readonly islands: Readonly<Record<string, string>>;
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/**
 * Styles and islands, built in a child process when their sources changed since the last start. They lie in
 * .cache/assets of the program, or in the data folder where the program's own cannot be written.
 */
export async function prepareAssets(dataFolder: string): Promise<BuiltAssets> {
  const key = sourcesKey();
  const places = [join(root, '.cache/assets'), join(dataFolder, 'cache/assets')];
  const ready = places.find((place) => readManifest(place)?.key === key);
  const folder = ready ?? places.find(isWritable);
  if (folder === undefined)
    throw new Fault('assets-not-written', 'Tidak ada folder yang dapat ditulisi untuk gaya tampilan.');
  if (ready === undefined) await build(folder, key);
  const manifest = readManifest(folder);
  if (manifest === null) throw new Fault('assets-broken', `Gaya tampilan di ${folder} tidak dapat dibaca.`);
  return openAssets(folder, manifest);
}

function openAssets(folder: string, manifest: Manifest): BuiltAssets {
  const kept = new Map(filesOf(manifest).map((file) => [file, readAsset(folder, file)]));
  return {
    styles: `/aset/${manifest.styles}`,
    sheet: (name) => `/aset/${manifest.sheets[name] ?? ''}`,
    island: (name) => {
      const file = manifest.islands[name];
      return file === undefined ? null : `/aset/${file}`;
    },
    find: (file) => kept.get(file) ?? null,
  };
}

function filesOf(manifest: Manifest): readonly string[] {
  return [manifest.styles, ...Object.values(manifest.sheets), ...Object.values(manifest.islands)];
}

function readAsset(folder: string, file: string): BuiltAsset {
  const encodings = new Map([
    ['br', readFileSync(join(folder, `${file}.br`))],
    ['gzip', readFileSync(join(folder, `${file}.gz`))],
  ]);
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, body: readFileSync(join(folder, file)), encodings };
}

/** Changes with every source and every tool that makes something of it. */
function sourcesKey(): string {
  const hash = createHash('sha256');
  for (const place of ['assets/styles', 'assets/paper', 'src/browser']) {
    for (const file of readdirSync(join(root, place)).toSorted()) {
      if (/\.(scss|css|ts)$/.test(file))
        hash
          .update(file)
          .update('\0')
          .update(readFileSync(join(root, place, file)));
    }
  }
  hash.update(readFileSync(join(root, 'scripts/build-assets.ts')));
  for (const tool of ['govuk-frontend', 'sass', 'esbuild']) {
    hash.update(readFileSync(join(root, 'node_modules', tool, 'package.json')));
  }
  return hash.digest('hex');
}

function readManifest(folder: string): Manifest | null {
  try {
    const manifest = trustedJson<Manifest>(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    for (const file of filesOf(manifest)) accessSync(join(folder, file), constants.R_OK);
    return manifest;
  } catch {
    // Absent, cut off by a crash, or somebody swept the folder: it is built anew.
    return null;
  }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function build(folder: string, key: string): Promise<void> {
  const script = join(root, 'scripts/build-assets.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, key], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else
        reject(new Fault('assets-not-built', `Gaya tampilan tidak dapat disusun.\n${said.slice(0, 2000)}`));
    });
  });
}
