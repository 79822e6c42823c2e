import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, Fault } from '../errors.ts';
import { type ClusterFolder, postgresEnvironment } from './cluster-folder.ts';
import { findOnPath, giveTo } from './launch-plan.ts';
import { useServerInstead } from './postgres-binaries.ts';

export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export type ServerSettings = Readonly<Record<string, string>>;

/** Exit code of flock when another PostgreSQL holds the folder. */
const folderTaken = 75;

/** Removes the pid file that a lost server left behind (only that very one, and only while holding the lock). */
const startScript =
  'if [ -n "$1" ] && [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ]; then rm -f "$2/postmaster.pid"; fi; shift 2; exec "$@"';

/** What the folder's pid file says; undefined when there is none or its process is gone or is none of this folder. */
export function readPostmaster(cluster: string): RunningPostmaster | undefined {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isServerOf(cluster, pid)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/** A number can be given anew after a restart of the machine, even to another PostgreSQL. */
function isServerOf(cluster: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // Z and X are dead.
    if (!/\(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
    // Its words may be read by anybody; its folder, which also a server started by hand stands in, not always.
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(cluster) || readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/**
 * Starts PostgreSQL on a folder, on `port` or another free one, and waits until it takes connections.
 * The server holds a lock on the folder as long as one of its processes lives, so a second one can never share it.
 * Returns false when another process was faster (then join it). Throws Fault 'postgres-not-started' otherwise.
 */
export async function startPostmaster(
  place: ClusterFolder,
  options: { readonly port?: number | undefined; readonly settings?: ServerSettings },
): Promise<boolean> {
  await giveTo(place.cluster, place.plan.ownerOfFiles);
  for (let attempt = 0; ; attempt += 1) {
    const port = attempt === 0 && options.port ? options.port : await findFreePort();
    const outcome = await tryStart(place, port, options.settings ?? {});
    if (outcome.kind !== 'port-taken' || attempt >= 5) return settle(outcome);
  }
}

type StartOutcome =
  | { readonly kind: 'started' | 'folder-taken' | 'port-taken' }
  | { readonly kind: 'failed'; readonly log: string };

function settle(outcome: StartOutcome): boolean {
  if (outcome.kind === 'started') return true;
  if (outcome.kind === 'folder-taken') return false;
  const log = outcome.kind === 'failed' ? outcome.log : 'Semua port yang dicoba sudah terpakai.';
  const full = log.includes('No space left on device');
  throw new Fault('postgres-not-started', `PostgreSQL bawaan tidak mau berjalan:\n${log.slice(-1200)}`, {
    remedy: full
      ? 'Disk penuh; kosongkan sebagian, lalu jalankan lagi.'
      : `Jalankan "npm run doctor". ${useServerInstead}`,
  });
}

async function tryStart(place: ClusterFolder, port: number, settings: ServerSettings): Promise<StartOutcome> {
  const logFrom = turnLog(place.logFile);
  const log = openSync(place.logFile, 'a', 0o600);
  const words = startWords(place, port, settings);
  const child = spawn(words[0] ?? '', words.slice(1), {
    cwd: place.folder,
    env: postgresEnvironment(),
    // Its own group and no pipe to us: it outlives a killed parent and finishes its commits.
    detached: true,
    stdio: ['ignore', log, log],
    ...(place.plan.spawnAs === undefined ? {} : { uid: place.plan.spawnAs, gid: place.plan.spawnAs }),
  });
  closeSync(log);
  let exit: { readonly code: number | null } | undefined;
  child.on('error', () => {
    exit = { code: null };
  });
  child.on('exit', (code) => {
    exit = { code };
  });
  child.unref();
  while (exit === undefined) {
    const running = readPostmaster(place.cluster);
    if (running?.pid === child.pid && running?.ready) return { kind: 'started' };
    await sleep(10);
  }
  return explainExit(exit.code, readFileSync(place.logFile).subarray(logFrom).toString('utf8'));
}

function explainExit(code: number | null, log: string): StartOutcome {
  if (code === folderTaken || log.includes('lock file "postmaster.pid" already exists'))
    return { kind: 'folder-taken' };
  if (log.includes('could not bind') || log.includes('could not create any TCP/IP sockets')) {
    return { kind: 'port-taken' };
  }
  return { kind: 'failed', log: log.trim() || `berhenti dengan kode ${code}` };
}

function startWords(place: ClusterFolder, port: number, settings: ServerSettings): string[] {
  const flock = process.platform === 'linux' ? findOnPath('flock') : undefined;
  const stalePid = readPostmaster(place.cluster) ? '' : (readPidFile(place.cluster)?.[0] ?? '');
  const lock = flock
    ? [
        flock,
        '-n',
        '-E',
        String(folderTaken),
        '-F',
        place.lockFile,
        'sh',
        '-c',
        startScript,
        'sh',
        stalePid,
        place.cluster,
      ]
    : [];
  const all = { ...defaultSettings(), port: String(port), ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return [...place.plan.prefix, ...lock, place.binaries.postgres, '-D', place.cluster, ...flags];
}

function defaultSettings(): ServerSettings {
  const megabytes = Math.floor(totalmem() / 1_048_576);
  const shared = Math.min(1024, Math.max(128, Math.floor(megabytes / 8)));
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '80',
    shared_buffers: `${shared}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.min(256, Math.max(64, Math.floor(freemem() / 1_048_576 / 8)))}MB`,
    random_page_cost: '1.1',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_level: 'replica',
    max_wal_senders: '4',
    jit: 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    // A failed statement may carry a citizen's words: they do not belong in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
}

/** Keeps one older log; returns where the new lines begin. */
function turnLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 5_000_000) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

/** A TCP port of 127.0.0.1 that nobody uses at this moment. */
function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** Fast shutdown: open transactions are rolled back, what was committed is on disk. Waits until it is gone. */
export async function stopPostmaster(cluster: string, patienceMs = 60_000): Promise<void> {
  const running = readPostmaster(cluster);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  for (let waited = 0; waited < patienceMs; waited += 10) {
    if (readPostmaster(cluster)?.pid !== running.pid) return;
    await sleep(10);
  }
  throw new Fault('postgres-not-stopped', `PostgreSQL (pid ${running.pid}) belum berhenti.`);
}
