import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPostmaster, stopPostmaster } from '../src/platform/database/postmaster.ts';
import { MACHINE_PATH } from '../test/machine-path.ts';

// The words of the README, typed as they stand there: the machine's own npm and Node, the checkout, an empty folder.
const project = fileURLToPath(new URL('../', import.meta.url));
const PATH = MACHINE_PATH;
const data = mkdtempSync(join(tmpdir(), 'tanggap-npm-start-'));
chmodSync(data, 0o711);
const cluster = join(data, 'postgres', 'cluster');
const children: ChildProcess[] = [];
after(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
  await stopPostmaster(cluster).catch(() => undefined);
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<{ readonly npm: ChildProcess; readonly address: string }> {
  const env = { PATH, HOME: process.env.HOME, PORT: '0', TANGGAP_DATA: data };
  const npm = spawn('npm', ['start'], {
    ...{ cwd: project, env, detached: true },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(npm);
  let said = '';
  npm.stderr.on('data', (text) => (said += text));
  for await (const text of npm.stdout) {
    said += text;
    const [, address] = /Tanggap siap di (\S+)/.exec(said) ?? [];
    if (address !== undefined) return { npm, address };
  }
  throw new Error(said);
}

const noNpm = spawnSync('npm', ['--version'], { env: { PATH } }).status !== 0;
test('npm start prints the address, is ready there, stops clean on SIGTERM and on Ctrl+C, and starts again on the same folder', {
  skip: noNpm ? 'no npm outside the project' : false,
}, async () => {
  // A service manager tells npm, a terminal tells everybody in front of it.
  for (const [signal, told] of [
    ['SIGTERM', 1],
    ['SIGINT', -1],
  ] as const) {
    const { npm, address } = await start();
    const ready = await fetch(new URL('/readyz', address));
    assert.equal(ready.status, 200, signal);
    const stopped = once(npm, 'exit');
    process.kill(told * (npm.pid ?? 0), signal);
    const [code]: unknown[] = await stopped;
    assert.equal(code, 0, signal);
    await assert.rejects(fetch(address), signal);
    assert.equal(readPostmaster(cluster), undefined, `${signal}: the database was left running`);
  }
});
