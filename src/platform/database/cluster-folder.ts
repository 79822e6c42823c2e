import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, Fault } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { giveTo, type LaunchPlan, planLaunch } from './launch-plan.ts';
import { findPostgresBinaries, type PostgresBinaries, useServerInstead } from './postgres-binaries.ts';

/** The folder of an embedded PostgreSQL: cluster/ (its data), secret, lock and server.log. */
export interface ClusterFolder {
  readonly folder: string;
  readonly cluster: string;
  readonly lockFile: string;
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  readonly plan: LaunchPlan;
  /** Password of the superuser "postgres". */
  readonly password: string;
}

/**
 * The cluster below `dataFolder`, made when it is not there. It is built beside its place and moved there in
 * one step, so a start that was killed, or two first starts at once, never leave half a cluster.
 */
export async function openClusterFolder(
  dataFolder: string,
  options: { readonly sync?: boolean; readonly binaries?: PostgresBinaries | undefined } = {},
): Promise<ClusterFolder> {
  const binaries = options.binaries ?? findPostgresBinaries();
  // 0711: others may pass (root's PostgreSQL runs as "nobody") but not look around.
  makeFolder(dataFolder, 'TANGGAP_DATA', 0o711);
  const folder = join(realpathSync(dataFolder), 'postgres');
  const plan = planLaunch([folder, binaries.folder]);
  if (!existsSync(folder)) await createCluster(folder, binaries, plan, options.sync ?? true);
  const password = readSecret(join(folder, 'secret'));
  refuseOtherVersion(join(folder, 'cluster'), binaries);
  return {
    folder,
    cluster: join(folder, 'cluster'),
    lockFile: join(folder, 'lock'),
    logFile: join(folder, 'server.log'),
    binaries,
    plan,
    password,
  };
}

async function createCluster(
  folder: string,
  binaries: PostgresBinaries,
  plan: LaunchPlan,
  sync: boolean,
): Promise<void> {
  removeOldDrafts(folder);
  const draft = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(draft, { mode: plan.spawnAs === undefined ? 0o700 : 0o711 });
    mkdirSync(join(draft, 'cluster'), { mode: 0o700 });
    await writeFile(join(draft, 'secret'), password, { mode: 0o600 });
    await writeFile(join(draft, 'lock'), '', { mode: 0o644 });
    await writeFile(join(draft, 'password'), password, { mode: 0o600 });
    await giveTo(join(draft, 'password'), plan.ownerOfFiles);
    await giveTo(join(draft, 'cluster'), plan.ownerOfFiles);
    await runInitdb(draft, binaries, plan, sync);
    rmSync(join(draft, 'password'));
    moveIntoPlace(draft, folder);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const full = errorCode(cause) === 'ENOSPC';
    throw new Fault('cluster-not-made', `Folder basis data ${folder} tidak dapat dibuat.`, {
      remedy: full ? 'Disk penuh; kosongkan sebagian.' : 'Periksa izin tulis folder data (npm run doctor).',
      cause,
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Somebody else who was faster wins; our draft is then thrown away. */
function moveIntoPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'cluster', 'PG_VERSION'))) throw error;
  }
}

function removeOldDrafts(folder: string): void {
  const parent = join(folder, '..');
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('postgres.new-'))) {
    const draft = join(parent, name);
    const touched = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (touched < Date.now() - 600_000) rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitdb(
  draft: string,
  binaries: PostgresBinaries,
  plan: LaunchPlan,
  sync: boolean,
): Promise<void> {
  const words = [
    ...plan.prefix,
    binaries.initdb,
    `--pgdata=${join(draft, 'cluster')}`,
    '--username=postgres',
    `--pwfile=${join(draft, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ];
  const child = spawn(words[0] ?? '', words.slice(1), {
    cwd: draft,
    env: postgresEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(plan.spawnAs === undefined ? {} : { uid: plan.spawnAs, gid: plan.spawnAs }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) {
    throw new Fault(
      'cluster-not-made',
      `PostgreSQL bawaan gagal disiapkan (kode ${code}):\n${output.trim().slice(-800)}`,
      { remedy: `Jalankan "npm run doctor". ${useServerInstead}` },
    );
  }
}

/** The little that PostgreSQL may see of our environment: no PG… variable may bend it, no secret may reach it. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP'].map((name) => [name, process.env[name]] as const);
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', TZ: 'UTC' };
}

function refuseOtherVersion(cluster: string, binaries: PostgresBinaries): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.version) return;
  throw new Fault(
    'cluster-version',
    `Folder data dibuat oleh PostgreSQL ${made}, yang terpasang PostgreSQL ${binaries.version}.`,
    {
      remedy:
        'Jalankan versi Tanggap yang lama, atau pindahkan isinya dengan pg_dump dan pg_restore: docs/operations/pemasangan.md, "Bila PostgreSQL bawaan berganti versi".',
    },
  );
}

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Fault('data-not-readable', `Berkas ${file} tidak dapat dibaca.`, {
      remedy:
        'Jalankan sebagai pengguna yang membuat folder data itu, atau pilih folder lain lewat TANGGAP_DATA.',
      cause,
    });
  }
}
