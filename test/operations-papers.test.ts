import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { GATES_NOTHING_YET, READS_AND_ADMINISTRATION } from '../src/domain/people/permissions.ts';
import { closedLists } from './closed-lists.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const paper = readFileSync(`${root}docs/operations/pemeriksaan.md`, 'utf8');

/** The codes in the first column of the table under this head. */
function firstColumn(head: string): readonly string[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} .*\\n\\|[- |]+\\n((?:\\|.*\\n)+)`, 'm').exec(paper) ?? [];
  return [...rows.matchAll(/^\|([^|]+)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code))
    .toSorted();
}

function codesOf(list: string): readonly string[] {
  const codes = [...closedLists()].flatMap(([name, own]) => (name.startsWith(list) ? own : []));
  // Two parts of verify may find the same.
  return [...new Set(codes)].toSorted();
}

test('the page about checking tells everything that doctor looks at, and nothing else', () => {
  assert.deepEqual(firstColumn('diperiksa'), codesOf('Findings of doctor'));
});

test('the page about checking tells every finding of verify, and nothing else', () => {
  assert.deepEqual(firstColumn('temuan'), codesOf('Findings of verify'));
});

test('the page about checking tells every event that the log names, and nothing else', () => {
  const source = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.*'] })
    .map((file) => readFileSync(root + file, 'utf8'))
    .join('\n');
  const logged = [...source.matchAll(/\blog\.(?:info|warn|error)\(\s*['`]([^'`]+)['`]/g)].map(
    ([, name = '']) => name,
  );
  // `worker-${name}` stands for every name that begins so.
  const patterns = [...new Set(logged)].map(
    (name) => new RegExp(`^${name.replaceAll(/\$\{\w+\}/g, '[a-z]+')}$`),
  );
  const told = firstColumn('kejadian');
  assert.deepEqual(
    patterns.filter((pattern) => !told.some((name) => pattern.test(name))),
    [],
  );
  assert.deepEqual(
    told.filter((name) => !patterns.some((pattern) => pattern.test(name))),
    [],
  );
});

test('what is said to gate nothing yet is exactly what no door asks for', () => {
  const doors = globSync('src/**/*.{ts,tsx}', {
    cwd: root,
    // The decree of the team and the form of a role only word what a role may do.
    exclude: [
      ...['**/*.test.*', 'src/domain/people/permissions.ts', 'src/features/offices/**'],
      'src/domain/papers/build-team-decree.ts',
      'src/features/administration/permission-groups-table.ts',
    ],
  })
    .map((file) => readFileSync(root + file, 'utf8').replaceAll(/\brole\.may\.includes\('[^']+'\)/g, ''))
    .join('\n');
  // No case is asked whether a report may be issued: the operation of an SOP step is named without a door.
  assert.deepEqual(
    [...GATES_NOTHING_YET].toSorted(),
    ['issue-report', ...READS_AND_ADMINISTRATION.filter((name) => !doors.includes(`'${name}'`))].toSorted(),
  );
});

test('the page about the files of an office names every permission, and those apart that gate nothing yet', () => {
  const office = readFileSync(`${root}docs/operations/berkas-kantor.md`, 'utf8');
  const [, section = ''] = /^### Wewenang\n([^#]+)/m.exec(office) ?? [];
  const [open = '', closed = ''] = section.split('Belum membuka apa pun');
  const named = (text: string, known: Iterable<string>) =>
    [...known].filter((name) => text.includes(`\`${name}\``)).toSorted();
  const [gates, nothing] = [
    READS_AND_ADMINISTRATION.filter((name) => !GATES_NOTHING_YET.has(name)),
    [...GATES_NOTHING_YET],
  ];
  assert.deepEqual(named(open, READS_AND_ADMINISTRATION), gates.toSorted());
  assert.deepEqual(named(closed, [...READS_AND_ADMINISTRATION, 'issue-report']), nothing.toSorted());
});
