import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-run-files-'));
after(() => rmSync(folder, { recursive: true }));

/** What running a test file prints, in a process of its own: Node runs no tests within a test. The counts come last. */
function linesOf(source: string): readonly string[] {
  const runner = fileURLToPath(new URL('run-files.ts', import.meta.url));
  const program = `import { runFiles } from ${JSON.stringify(runner)};
    console.log(JSON.stringify(await runFiles([${JSON.stringify(written('some.test.mjs', source))}])));`;
  const { NODE_TEST_CONTEXT: _within, ...env } = process.env;
  const told = execFileSync(process.execPath, [written('run.mjs', program)], { env, encoding: 'utf8' });
  return told.trim().split('\n');
}

function countsOf(source: string): unknown {
  return JSON.parse(linesOf(source).at(-1) ?? '');
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

test('what is skipped is told with its reason', () => {
  const [said, counts] = linesOf(`import { test } from 'node:test';
    test('as root', { skip: 'only root can' }, () => undefined);`);
  assert.equal(said, '– skipped: as root (only root can)');
  assert.equal(counts, JSON.stringify({ passed: 0, failed: 0, skipped: 1 }));
});
