import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_FOLDER } from '../../src/app/open-system.ts';
import { giveTo } from '../../src/platform/database/launch-plan.ts';
import { readPostmaster } from '../../src/platform/database/postmaster.ts';
import { MACHINE_PATH } from '../machine-path.ts';

// What a stranger does: git clone, npm start. The last commit goes into an empty folder closed to others, with an empty
// home and an empty cache of npm, and nothing but git, node, npm and sh in the PATH. The whole `npm test` of a clone is
// what .ci/run does; here it is the first command of the two. Needs the npm registry, and fails where there is none.

/** "nobody", where root runs this test; whoever runs it otherwise is an ordinary user already. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** An installation fetches and writes hundreds of megabytes: a minute on a quiet machine. */
const PATIENCE_MS = 600_000;

/** How this machine reaches the registry is no part of what a stranger has at home. */
const NETWORK = Object.fromEntries(
  Object.entries(process.env).flatMap(([name, value]) =>
    /^(?:NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|(?:https?|no)_proxy|npm_config_(?:registry|cafile))$/i.test(name)
      ? [[name, value ?? '']]
      : [],
  ),
);

const children: ChildProcess[] = [];
const folders: string[] = [];
after(() => {
  for (const { pid, exitCode } of children) {
    if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGTERM');
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Stranger = {
  readonly clone: string;
  readonly env: Readonly<Record<string, string>>;
  readonly as: { readonly uid?: number; readonly gid?: number };
};

/** A machine of its own: only he may enter its folder, its home and cache are empty, its npm is of the given version. */
async function newStranger(npm: string, uid: number | undefined): Promise<Stranger> {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-klon-'));
  folders.push(folder);
  const [bin, home, clone] = [join(folder, 'bin'), join(folder, 'home'), join(folder, 'tanggap')] as const;
  for (const made of [bin, home]) mkdirSync(made);
  for (const name of ['git', 'sh']) symlinkSync(machineProgram(name), join(bin, name));
  // npm 12 asks for a newer Node than this machine may have.
  symlinkSync(npm === '12' ? process.execPath : machineProgram('node'), join(bin, 'node'));
  symlinkSync(npm === 'machine' ? machineProgram('npm') : fetchNpm(folder, npm), join(bin, 'npm'));
  // The checkout may belong to somebody else, as in continuous integration.
  const trusting = join(folder, 'gitconfig');
  writeFileSync(trusting, '[safe]\n\tdirectory = *\n');
  execFileSync('git', ['clone', '--quiet', `file://${PROJECT_FOLDER}`, clone], {
    env: { ...process.env, GIT_CONFIG_GLOBAL: trusting },
  });
  for (const closed of [folder, home, clone]) chmodSync(closed, 0o700);
  await giveTo(folder, uid);
  const env = { ...NETWORK, PATH: bin, HOME: home, npm_config_cache: join(home, '.npm'), PORT: '0' };
  return { clone, env, as: uid === undefined ? {} : { uid, gid: uid } };
}

function machineProgram(name: string): string {
  const found = execFileSync('/bin/sh', ['-c', `command -v ${name}`], {
    env: { PATH: MACHINE_PATH },
    encoding: 'utf8',
  });
  return found.trim();
}

/** npm of another version, put by the machine's npm into the folder; gives its program. */
function fetchNpm(folder: string, version: string): string {
  const prefix = join(folder, `npm-${version}`);
  mkdirSync(prefix);
  const words = [
    'install',
    '--prefix',
    prefix,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `npm@${version}`,
  ];
  const env = { ...NETWORK, PATH: MACHINE_PATH, HOME: prefix };
  execFileSync(machineProgram('npm'), words, { cwd: prefix, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return join(prefix, 'node_modules', 'npm', 'bin', 'npm-cli.js');
}

/** Types `npm start`, waits for the address, asks whether it is ready, ends it and looks whether anything stayed. */
async function startAndStop({ clone, env, as }: Stranger, more: Readonly<Record<string, string>> = {}) {
  const npm = spawn(join(env.PATH ?? '', 'npm'), ['start'], {
    ...{ ...as, cwd: clone, env: { ...env, ...more }, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(npm);
  const stopped = once(npm, 'exit');
  const address = await addressOf(npm);
  assert.equal((await fetch(new URL('/readyz', address))).status, 200);
  npm.kill('SIGTERM');
  const [code]: unknown[] = await stopped;
  assert.equal(code, 0);
  // A helper of the server that reads its input's end is given a moment to end.
  for (let look = 0; look < 20 && processesIn(clone).length > 0; look += 1) await sleep(100);
  assert.deepEqual(processesIn(clone), [], 'left running');
  assert.equal(
    readPostmaster(join(clone, 'data', 'postgres', 'cluster')),
    undefined,
    'the database was left running',
  );
}

async function addressOf(npm: ChildProcess): Promise<string> {
  let said = '';
  npm.stderr?.on('data', (text) => (said += text));
  for await (const text of npm.stdout ?? []) {
    said += text;
    const [, address] = /Tanggap siap di (\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(said);
}

/** What runs in a folder or was started with its name, by the words it was started with; nothing where there is no /proc. */
function processesIn(folder: string): readonly string[] {
  const numbers = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return numbers.flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return words.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder) ? [words] : [];
    } catch {
      // It has ended, or is another's.
      return [];
    }
  });
}

const me = isRoot ? 'root' : 'this user';
const other = isRoot ? 'an ordinary user' : 'this user';
for (const [who, uid, npm] of [
  [me, undefined, 'machine'],
  [other, isRoot ? NOBODY : undefined, '10'],
  [me, undefined, '12'],
] as const) {
  test(`a fresh clone starts and stops for ${who} with ${npm === 'machine' ? 'the npm of this machine' : `npm ${npm}`}, then again without the registry`, {
    timeout: PATIENCE_MS,
    skip: existsSync(join(PROJECT_FOLDER, '.git'))
      ? false
      : 'the project stands here without its git history',
  }, async () => {
    const stranger = await newStranger(npm, uid);
    await startAndStop(stranger);
    // Nothing listens there: whoever asks for a package fails.
    await startAndStop(stranger, {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
    });
    rmSync(stranger.clone, { recursive: true, force: true });
  });
}
