import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs test files, prints what fails and what is skipped and why, and counts. A file that holds no test fails: Node
 * counts it as a test passed.
 */
export async function runFiles(
  files: readonly string[],
): Promise<{ passed: number; failed: number; skipped: number }> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const events = run({
    cwd: root,
    files: files.map((file) => resolve(root, file)),
    concurrency: Math.max(2, availableParallelism()),
    timeout: 1_800_000,
    execArgv: ['--import', join(root, 'scripts', 'run-tsx.mjs')],
  });
  for await (const event of events) {
    if (event.type === 'test:stderr') process.stderr.write(event.data.message);
    if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
      if (event.data.skip !== undefined) {
        counts.skipped += 1;
        const why = typeof event.data.skip === 'string' ? event.data.skip : 'no reason given';
        console.log(`– skipped: ${event.data.name} (${why})`);
      } else if (event.data.name === event.data.file) {
        counts.failed += 1;
        console.log(`${styleText('red', '✖')} ${relative(root, event.data.name)} holds no test\n`);
      } else counts.passed += 1;
    }
    if (event.type === 'test:fail') {
      const isOuter = event.data.details.type === 'suite' || isOnlyAboutSubtests(event.data.details.error);
      if (!isOuter) counts.failed += 1;
      if (!isOuter) printFailure(event.data);
    }
  }
  return counts;
}

function isOnlyAboutSubtests(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed';
}

function printFailure(data: { name: string; file?: string; details: { error: Error } }): void {
  const cause = data.details.error.cause ?? data.details.error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  console.log(`${styleText('red', '✖')} ${data.name}\n  ${relative(root, data.file ?? '')}`);
  console.log(`${text.replaceAll(/^/gm, '    ')}\n`);
}
