import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { type AnchorLine, appendAnchor, lastAnchor, readAnchors } from './anchor-file.ts';

const base = mkdtempSync(join(tmpdir(), 'tanggap-anchor-file-'));
after(() => rmSync(base, { recursive: true }));
let folder = base;
beforeEach(() => {
  folder = mkdtempSync(join(base, 'each-'));
});

function anAnchor(no: number): AnchorLine {
  const empty = '0'.repeat(64);
  return { no, at: '2026-04-06T01:00:00.000Z', key: 'k1', former: empty, heads: [], mac: empty };
}

function written(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

test('requests do not wait for the disk of the anchors: none is written before others had their turn', async () => {
  const appended = appendAnchor(folder, anAnchor(1));
  assert.equal(written(), '');
  await appended;
  assert.equal(written(), `${JSON.stringify(anAnchor(1))}\n`);
});

test('requests do not wait while the last anchor is looked for', async () => {
  await appendAnchor(folder, anAnchor(1));
  const found = lastAnchor(folder);
  writeFileSync(join(folder, '2026-04.jsonl'), `${JSON.stringify(anAnchor(2))}\n`);
  assert.equal((await found)?.no, 2);
});

test('an anchor is told as written only once the disk was made to keep the whole of its line', async (t) => {
  const some = await open(join(base, 'some'), 'w');
  await some.close();
  const kept: string[] = [];
  t.mock.method(Object.getPrototypeOf(some), 'sync', async () => {
    kept.push(written());
  });
  await appendAnchor(folder, anAnchor(1));
  assert.deepEqual(kept, [`${JSON.stringify(anAnchor(1))}\n`]);
});

test('anchors are read no further than whoever takes them has come: a million heads never lie in the memory at once', async () => {
  const head = [1, '0'.repeat(36), 1, '0'.repeat(64)] as const;
  const lines = Array.from({ length: 200 }, (_, index) =>
    JSON.stringify({ ...anAnchor(index + 1), heads: Array(200).fill(head) }),
  );
  const path = join(folder, '2026-04.jsonl');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const anchors = readAnchors(folder);
  assert.equal((await anchors.next()).value?.no, 1);
  // Whoever reads ahead has the time to: the same file is read by its side, to the end.
  const beside = await open(path);
  for await (const _ of beside.createReadStream());
  truncateSync(path);
  let left = 0;
  for await (const { no } of anchors) left = no;
  assert.ok(left < 20, `${left} of 200 anchors were read before they were asked for`);
});

test('a line of an anchor is read whole wherever the disk cuts it, also one that Windows ended and one that nobody ended', async () => {
  const one = { ...anAnchor(1), key: 'k'.repeat(65_500) };
  const lines = [one, { ...one, no: 2 }, { ...one, no: 3 }].map((anchor) => JSON.stringify(anchor));
  writeFileSync(join(folder, '2026-04.jsonl'), `${lines[0]}\r\n\n${lines[1]}\n${lines[2]}`);
  const found: number[] = [];
  for await (const { no, key } of readAnchors(folder)) found.push(key.length === 65_500 ? no : 0);
  assert.deepEqual(found, [1, 2, 3]);
});

test('a folder that cannot be read is a failure, and not taken for one without anchors', async () => {
  const file = join(folder, 'not-a-folder');
  writeFileSync(file, '');
  await assert.rejects(lastAnchor(file), { code: 'ENOTDIR' });
  assert.equal(await lastAnchor(join(folder, 'not-yet-made')), null);
});
