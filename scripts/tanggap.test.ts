import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPostmaster } from '../src/platform/database/postmaster.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tanggap-cli-'));
chmodSync(folder, 0o711);
after(() => rmSync(folder, { recursive: true, force: true }));

const env = { ...process.env, TANGGAP_DATA: join(folder, 'data'), PORT: '0' };
const script = join(root, 'scripts', 'tanggap.mjs');

function isServerRunning(): boolean {
  return readPostmaster(join(folder, 'data', 'postgres', 'cluster')) !== undefined;
}

test('npm run -s tanggap prints the output of the command and nothing else', () => {
  const { stdout, status } = spawnSync('npm', ['run', '-s', 'tanggap', '--', 'doctor', '--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  assert.equal(JSON.parse(stdout).ok, true);
  assert.equal(status, 0);
});

test('a command works from another folder, starts the database by itself and stops it', () => {
  const { stdout, status } = spawnSync(process.execPath, [script, 'migrate', '--json'], { cwd: folder, env });
  assert.equal(status, 0);
  assert.ok(JSON.parse(String(stdout)).applied.length > 0);
  assert.ok(existsSync(join(folder, 'data', 'postgres')));
  assert.ok(!isServerRunning());
});

test('wrong use ends with 2', () => {
  assert.equal(spawnSync(process.execPath, [script, 'tidak-ada'], { env }).status, 2);
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`a command that gets ${signal} leaves no server behind`, async () => {
    const child = spawn(process.execPath, [script, 'migrate'], { env, stdio: 'ignore' });
    const exited = once(child, 'exit');
    while (!isServerRunning() && child.exitCode === null) await new Promise((done) => setTimeout(done, 5));
    child.kill(signal);
    const [status]: unknown[] = await exited;
    assert.ok(status === code || status === 0, `ended with ${status}`);
    assert.ok(!isServerRunning());
  });
}

test('output that nobody reads does not stop the command half-way', () => {
  const { status } = spawnSync('sh', ['-c', `"${process.execPath}" "${script}" doctor | true`], { env });
  assert.equal(status, 0);
  assert.ok(!isServerRunning());
});
