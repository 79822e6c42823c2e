import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Figure, most } from './figure.ts';
import { measuredCommit, writePerformance } from './write-performance.ts';

const folder = mkdtempSync(join(tmpdir(), 'tanggap-performance-'));
after(() => rmSync(folder, { recursive: true }));

function aFigure(part: string, what: string, value: number): Figure {
  return { part, what, value, unit: 's', target: most(300), note: 'once' };
}

/** The page after these runs, each with its command. */
function pageAfter(...runs: readonly (readonly [command: string, ...figures: readonly Figure[]])[]): string {
  const file = join(folder, 'performance.md');
  rmSync(file, { force: true });
  for (const [command, ...figures] of runs)
    writePerformance(file, figures, { command, commit: 'commit 1a2b3c4', load: 0.1 });
  return readFileSync(file, 'utf8');
}

/** Each row under its part and the command that measured it. */
function rowsOf(page: string): readonly string[] {
  let [part, command] = ['', ''];
  return page.split('\n').flatMap((line) => {
    if (line.startsWith('### ')) part = line.slice(4);
    command = /^`(.+?)`/.exec(line)?.[1] ?? command;
    const [, what, value] = /^\| (.+?) \| (.+?) \|/.exec(line) ?? [];
    return what === undefined || what === 'what' ? [] : [`${part} · ${command} · ${what} = ${value}`];
  });
}

test('a run that measures one size of a part keeps the rows of the others, with the run that measured them', () => {
  const page = pageAfter(
    ['all', aFigure('Seed', 'seed, 10000 cases', 4), aFigure('Seed', 'seed, 1000000 cases', 280)],
    ['small', aFigure('Seed', 'seed, 10000 cases', 5)],
  );
  assert.deepEqual(rowsOf(page), [
    'Seed · small · seed, 10000 cases = 5.00 s',
    'Seed · all · seed, 1000000 cases = 280 s',
  ]);
});

test('a part that a run does not measure stays, and the anchors stay when the server is measured', () => {
  const page = pageAfter(
    ['all', aFigure('Server', 'ready', 1), aFigure('Anchors', 'anchors behind', 40)],
    ['server', aFigure('Server', 'ready', 2)],
  );
  assert.deepEqual(rowsOf(page), [
    'Server · server · ready = 2.00 s',
    'Anchors · all · anchors behind = 40.0 s',
  ]);
});

test('a figure that stands under another part by now stands there only', () => {
  const page = pageAfter(
    ['before', aFigure('Server', 'ready', 1), aFigure('Server', 'anchors behind', 40)],
    ['now', aFigure('Anchors', 'anchors behind', 41)],
  );
  assert.deepEqual(rowsOf(page), [
    'Server · before · ready = 1.00 s',
    'Anchors · now · anchors behind = 41.0 s',
  ]);
});

test('what all figures were measured for again stands once, and every other line of the page stays', () => {
  const file = join(folder, 'page.md');
  const marks = '<!-- figures: written by npm run bench -->\n<!-- end of figures -->';
  writeFileSync(file, `# Before\n\n${marks}\n\nAfter | it\n`);
  for (const value of [1, 2]) {
    const run = { command: `run ${value}`, commit: 'commit 1a2b3c4', load: 0 };
    writePerformance(file, [aFigure('Server', 'ready', value)], run);
  }
  const page = readFileSync(file, 'utf8');
  assert.deepEqual(rowsOf(page), ['Server · run 2 · ready = 2.00 s']);
  assert.ok(page.startsWith('# Before\n\n<!-- figures'));
  assert.ok(page.endsWith('<!-- end of figures -->\n\nAfter | it\n'));
  assert.ok(!page.includes('run 1'));
});

test('the line of a run names the commit that it measured', () => {
  const page = pageAfter(['all', aFigure('Server', 'ready', 1)]);
  assert.match(page, /^`all`, \d{4}-\d\d-\d\d, commit 1a2b3c4: \d+ cores/m);
  assert.match(measuredCommit(folder), /^(?:commit [0-9a-f]{7,}(?: with changes)?|no commit known)$/);
});
