import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkStructure } from './check-structure.ts';

/** Rules broken by a made-up project, as 'file rule'. */
function check(files: Readonly<Record<string, string>>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'tanggap-structure-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return checkStructure(root).map((finding) => `${finding.file} ${finding.rule}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const house = {
  'src/domain/a.ts': 'export const a = 1;\n',
  'src/platform/p.ts': `import fs from 'node:fs';\nexport const p = fs;\n`,
  'src/adapters/documents/d.ts': `import { a } from '../../domain/a.ts';\nimport { p } from '../../platform/p.ts';\nexport const d = [a, p];\n`,
  'src/features/offices/o.ts': `import { d } from '../../adapters/documents/d.ts';\nexport const o = d;\n`,
  'src/features/cases/c.ts': `import { o } from '../offices/o.ts';\nexport const c = o;\n`,
  'src/app/main.ts': `import { c } from '../features/cases/c.ts';\nexport const m = c;\n`,
};

test('a house in order has no findings', () => {
  assert.deepEqual(check(house), []);
});

const breaches: readonly (readonly [string, Record<string, string>, string])[] = [
  [
    'the domain may not use the platform',
    { 'src/domain/b.ts': `import '../platform/p.ts';\n` },
    'src/domain/b.ts layer',
  ],
  [
    'the domain may not use a package, not even its types',
    { 'src/domain/b.ts': `import type { Z } from 'zod';\n` },
    'src/domain/b.ts layer',
  ],
  [
    'the domain may not use a file outside itself, not even of data',
    { 'locales/id.json': '{}', 'src/domain/b.ts': `import '../../locales/id.json';\n` },
    'src/domain/b.ts layer',
  ],
  [
    'the platform may not use the domain',
    { 'src/platform/q.ts': `export { a } from '../domain/a.ts';\n` },
    'src/platform/q.ts layer',
  ],
  [
    'an adapter may not use a feature',
    { 'src/adapters/x.ts': `import '../features/cases/c.ts';\n` },
    'src/adapters/x.ts layer',
  ],
  [
    'a feature may not use a later one',
    { 'src/features/offices/x.ts': `import { c } from '../cases/c.ts';\n` },
    'src/features/offices/x.ts layer',
  ],
  [
    'a late import counts too',
    { 'src/features/offices/x.ts': `const c = await import('../cases/c.ts');\n` },
    'src/features/offices/x.ts layer',
  ],
  [
    'nothing may use the app',
    { 'src/features/cases/x.ts': `import '../../app/main.ts';\n` },
    'src/features/cases/x.ts layer',
  ],
  [
    'an unknown feature has no place',
    { 'src/features/tambahan/x.ts': `import '../offices/o.ts';\n` },
    'src/features/tambahan/x.ts layer',
  ],
  [
    'a room of the cases may not use a later one',
    {
      'src/features/cases/acts/a.ts': 'export const a = 1;\n',
      'src/features/cases/store/s.ts': `import '../acts/a.ts';\n`,
    },
    'src/features/cases/store/s.ts room',
  ],
  [
    'a room of the domain may not use a later one',
    {
      'src/domain/reports/r.ts': 'export const r = 1;\n',
      'src/domain/calendar/c.ts': `import '../reports/r.ts';\n`,
    },
    'src/domain/calendar/c.ts room',
  ],
  [
    'an unknown room of the cases has no place',
    {
      'src/features/cases/store/s.ts': 'export const s = 1;\n',
      'src/features/cases/gudang/g.ts': `import '../store/s.ts';\n`,
    },
    'src/features/cases/gudang/g.ts room',
  ],
  [
    'only a test may use test/',
    { 'test/aid.ts': '', 'src/platform/q.ts': `import '../../test/aid.ts';\n` },
    'src/platform/q.ts layer',
  ],
  [
    'an import names a file that is there',
    { 'src/app/x.ts': `import './tidak-ada.ts';\n` },
    'src/app/x.ts missing',
  ],
  ['an import names its ending', { 'src/app/x.ts': `import './main';\n` }, 'src/app/x.ts missing'],
  [
    'the domain does not read the clock',
    { 'src/domain/b.ts': 'export const b = new Date();\n' },
    'src/domain/b.ts domain-purity',
  ],
  [
    'the domain does not read the environment',
    { 'src/domain/b.ts': 'export const b = process.env.A;\n' },
    'src/domain/b.ts domain-purity',
  ],
  [
    'the domain throws no dice',
    { 'src/domain/b.ts': 'export const b = Math.random();\n' },
    'src/domain/b.ts domain-purity',
  ],
  ['no barrels', { 'src/domain/index.ts': `export * from './a.ts';\n` }, 'src/domain/index.ts barrel'],
  ['no folder of odds and ends', { 'src/platform/utils/x.ts': '' }, 'src/platform/utils/x.ts folder-name'],
  ['kebab-case only', { 'src/domain/FooBar.ts': '' }, 'src/domain/FooBar.ts file-name'],
  ['suffixes from the list only', { 'src/domain/x.service.ts': '' }, 'src/domain/x.service.ts file-suffix'],
  [
    'a page asks for rows by the name of a function',
    { 'src/platform/x.page.ts': "export const a = 'select from account limit 1';\n" },
    'src/platform/x.page.ts sql',
  ],
  [
    'the domain holds no SQL',
    { 'src/domain/b.ts': 'export const b = `\n  insert into account values (1)`;\n' },
    'src/domain/b.ts sql',
  ],
  [
    'HTTP stops at pages and the API',
    { 'src/features/cases/x.ts': `import type { Context } from 'hono';\nexport type X = Context;\n` },
    'src/features/cases/x.ts http',
  ],
  [
    'no value is taken for another type',
    { 'src/domain/b.ts': 'export const b = read("1") as Record<string, string>;\n' },
    'src/domain/b.ts cast',
  ],
  [
    'parsed JSON becomes no type in silence',
    { 'src/platform/b.ts': 'export const b: string = JSON.parse("1");\n' },
    'src/platform/b.ts cast',
  ],
  [
    'an id comes in by the one schema that gives its lower-case form',
    { 'src/features/cases/x.schema.ts': 'export const x = z.uuid().optional();\n' },
    'src/features/cases/x.schema.ts id',
  ],
  [
    'a test with a database says so in its name',
    { 'src/app/x.test.ts': 'const db = await openTestDatabase({ after });\n' },
    'src/app/x.test.ts test-kind',
  ],
  ['no mock of a module', { 'src/app/x.test.ts': `mock.module('./a.ts');\n` }, 'src/app/x.test.ts test-kind'],
  ['at most 400 lines', { 'src/domain/long.ts': '\n'.repeat(401) }, 'src/domain/long.ts file-length'],
];

for (const [rule, files, expected] of breaches) {
  test(`${rule}`, () => assert.deepEqual(check({ ...house, ...files }), [expected]));
}

test('a cycle is found, also through types', () => {
  const files = {
    'src/domain/x.ts': `import type { Y } from './y.ts';\nexport type X = Y;\n`,
    'src/domain/y.ts': `import type { Z } from './z.ts';\nexport type Y = Z;\n`,
    'src/domain/z.ts': `import type { X } from './x.ts';\nexport type Z = X;\n`,
  };
  assert.deepEqual(check(files), ['src/domain/x.ts cycle']);
});

test('a renamed import, a list that stays as it is and a word in a text are no casts', () => {
  const files = {
    'src/domain/b.ts': `import {\n  a as A,\n} from './a.ts';\nexport const b = [A, 'x as String'] as const;\n`,
  };
  assert.deepEqual(check({ ...house, ...files }), []);
});

test('a comment about the clock is no breach, and a test of the domain may use node:test', () => {
  const files = {
    'src/domain/b.ts': '// never Date.now here\nexport const b = new Date(0);\n',
    'src/domain/b.test.ts': `import { test } from 'node:test';\ntest('x', () => Math.random());\n`,
    'src/features/cases/c.db.test.ts': `import '../../../test/aid.ts';\n`,
    'test/aid.ts': '',
  };
  assert.deepEqual(check({ ...house, ...files }), []);
});
