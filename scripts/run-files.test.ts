import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-run-files-'));
after(() => rmSync(folder, { recursive: true }));

/** The counts of a test file, run in a process of its own: Node runs no tests within a test. */
function countsOf(source: string): unknown {
  const runner = fileURLToPath(new URL('run-files.ts', import.meta.url));
  const program = `import { runFiles } from ${JSON.stringify(runner)};
    console.log(JSON.stringify(await runFiles([${JSON.stringify(written('some.test.mjs', source))}])));`;
  const { NODE_TEST_CONTEXT: _within, ...env } = process.env;
  const told = execFileSync(process.execPath, [written('run.mjs', program)], { env, encoding: 'utf8' });
  return JSON.parse(told.trim().split('\n').at(-1) ?? '');
}

function written(name: string, source: string): string {
  writeFileSync(join(folder, name), source);
  return join(folder, name);
}

test('a file that holds no test fails', () => {
  assert.deepEqual(countsOf('// nothing'), { passed: 0, failed: 1, skipped: 0 });
});

test('tests that a file imports count and fail as its own, and see what it set for them', () => {
  const imported = written(
    'imported.mjs',
    `import assert from 'node:assert/strict';
    import { test } from 'node:test';
    test('holds', () => assert.equal(process.env.RUNS, '3'));
    test('fails', () => assert.equal(process.env.RUNS, '4'));`,
  );
  const counts = countsOf(`process.env.RUNS = '3'; await import(${JSON.stringify(imported)});`);
  assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
});
