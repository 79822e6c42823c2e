import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that needs `closeMs` to close; gives its exit code after signals that came at these moments. */
async function exitCode(closeMs: number, signalsAtMs: readonly number[]): Promise<unknown> {
  const program = `
    import { stopOnSignals } from ${JSON.stringify(new URL('./stop-on-signals.ts', import.meta.url).href)};
    stopOnSignals(() => new Promise((done) => setTimeout(done, ${closeMs})), console.error);
    setInterval(() => undefined, 1000);
    process.stdout.write('ready');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const exited = once(child, 'exit');
  let passed = 0;
  for (const at of signalsAtMs) {
    await sleep(at - passed);
    passed = at;
    child.kill('SIGINT');
  }
  const [code]: unknown[] = await exited;
  return code;
}

test('the same Ctrl+C that comes twice, from the terminal and from npm, lets the process close in order', async () => {
  assert.equal(await exitCode(400, [0, 50]), 0);
});

test('who signals again later will not wait: the process ends at once', async () => {
  assert.equal(await exitCode(60_000, [0, 1_200]), 1);
});
