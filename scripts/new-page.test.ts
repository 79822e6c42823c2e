import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkStructure } from './check-structure.ts';
import { writeNewFiles } from './new-files.ts';
import { addTitle, newPageFiles } from './new-page.ts';

const project = fileURLToPath(new URL('../', import.meta.url));
const wanted = {
  feature: 'cases',
  name: 'late-cases',
  address: '/petugas/terlambat',
  shows: 'Late cases stand oldest first.',
};

const root = mkdtempSync(join(tmpdir(), 'tanggap-page-'));
after(() => rmSync(root, { recursive: true, force: true }));
for (const part of ['src', 'locales', 'package.json']) {
  cpSync(join(project, part), join(root, part), { recursive: true });
}
symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));

test('a new page begins with a failing test of its presenter and stands in the order of the house', () => {
  const files = newPageFiles(wanted);
  writeNewFiles(root, files);
  addTitle(root, wanted.name, 'Terlambat');
  const made = files.map((file) => file.path);
  assert.deepEqual(
    made.map((path) => path.replace('src/features/cases/late-cases', '')),
    ['.page.tsx', '.presenter.ts', '.presenter.test.ts', '.view.tsx'],
  );
  assert.deepEqual(
    checkStructure(root).filter((finding) => made.includes(finding.file)),
    [],
  );
  const presenterTest = join(root, 'src/features/cases/late-cases.presenter.test.ts');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', join(project, 'scripts/run-tsx.mjs'), '--test', presenterTest],
    { cwd: root, env: { PATH: process.env.PATH }, encoding: 'utf8' },
  );
  assert.equal(status, 1);
  assert.match(stdout, /what the reader sees first/);
});

test('its title has words in both languages, and no other word is touched', () => {
  for (const language of ['id', 'en']) {
    const [now, before]: Record<string, string>[] = [root, project].map((folder) =>
      JSON.parse(readFileSync(join(folder, 'locales', `${language}.json`), 'utf8')),
    );
    assert.deepEqual(now, { ...before, 'late-cases.page': 'Terlambat' });
  }
});

test('a page of an unknown feature, or outside the rooms of staff, is refused', () => {
  assert.throws(() => newPageFiles({ ...wanted, feature: 'offices' }), /Feature:/);
  assert.throws(() => newPageFiles({ ...wanted, name: 'LateCases' }), /kebab-case/);
  assert.throws(() => newPageFiles({ ...wanted, address: '/terlambat' }), /petugas/);
});
