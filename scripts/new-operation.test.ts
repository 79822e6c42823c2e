import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkStructure } from './check-structure.ts';
import { writeNewFiles } from './new-files.ts';
import { newOperationFiles, placesToWire } from './new-operation.ts';

const project = fileURLToPath(new URL('../', import.meta.url));
const wanted = { operation: 'remind', event: 'reminded', rule: 'A reminder goes out once a day (rule 20).' };

/** The core and its builders in a folder of their own. */
const root = mkdtempSync(join(tmpdir(), 'tanggap-operation-'));
after(() => rmSync(root, { recursive: true, force: true }));
for (const part of ['src/domain', 'test', 'db/reference', 'package.json']) {
  cpSync(join(project, part), join(root, part), { recursive: true });
}

function runNewTest(): string {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--test', 'src/domain/complaint/decide-remind.test.ts'],
    { cwd: root, env, encoding: 'utf8' },
  );
  return `${status === 0 ? 'passes' : 'fails'}\n${stdout}`;
}

function insert(file: string, before: string, text: string): void {
  const path = join(root, file);
  const source = readFileSync(path, 'utf8');
  assert.ok(source.includes(before), `${file} has ${before}`);
  writeFileSync(path, source.replace(before, `${text}${before}`));
}

test('a new operation begins with a failing test, and passes once it stands in the tables', () => {
  writeNewFiles(root, newOperationFiles(wanted));
  assert.match(runNewTest(), /^fails/);
  insert('src/domain/complaint/vocabulary.ts', "  'issue-report',\n] as const", "  'remind',\n");
  insert('src/domain/complaint/operation-table.ts', "  file: rule(['closed']", '  remind: rule(OPEN),\n');
  assert.match(runNewTest(), /^passes/);
});

test('what the scaffold writes is in the order of the house', () => {
  const made = newOperationFiles(wanted).map((file) => file.path);
  const findings = checkStructure(root).filter((finding) => made.includes(finding.file));
  assert.deepEqual(findings, []);
});

test('every place that the scaffold sends to is there', () => {
  for (const place of placesToWire(wanted)) {
    for (const [file] of place.matchAll(/(?:src|locales|test|docs)\/[\w./-]+\.(?:ts|json|md)/g)) {
      assert.doesNotThrow(() => readFileSync(join(project, file)), file);
    }
  }
});

test('a file that is there is never overwritten, and nothing is written beside it', () => {
  assert.throws(() => writeNewFiles(root, newOperationFiles(wanted)), /there already/);
});

test('names that do not fit the house are refused', () => {
  assert.throws(() => newOperationFiles({ ...wanted, operation: 'Remind' }), /not the name of an operation/);
  assert.throws(() => newOperationFiles({ ...wanted, event: 'is reminded' }), /not the name of an event/);
  assert.throws(() => newOperationFiles({ ...wanted, rule: "*/ it's over" }), /one sentence/);
});
