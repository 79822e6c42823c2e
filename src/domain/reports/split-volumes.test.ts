import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReportTree } from '../../../test/a-report-tree.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import type { ResolvedDocument } from '../documents/resolved-document.ts';
import { splitVolumes } from './split-volumes.ts';

function rowsOf(volume: ResolvedDocument): readonly number[] {
  return volume.appendices.flatMap((appendix) =>
    appendix.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.map((row) => Number(row.key)) : [],
    ),
  );
}

test('registers that fit stay in their report', () => {
  const document = resolveTree(aReportTree());
  assert.deepEqual(splitVolumes(document), [document]);
});

test('a long register goes into volumes that hold every row once, in order', () => {
  const document = resolveTree(aReportTree({ registerRows: 250 }));
  const volumes = splitVolumes(document, 100);
  assert.deepEqual(
    volumes.map((volume) => volume.meta.title.slice(-17)),
    ['(jilid 1 dari 4)', '(jilid 2 dari 4)', '(jilid 3 dari 4)', '(jilid 4 dari 4)'].map(
      (name) => ` ${name}`,
    ),
  );
  assert.equal(volumes[0]?.appendices.length, 0);
  assert.equal(volumes[0]?.body.length, document.body.length);
  assert.deepEqual(
    volumes.flatMap(rowsOf),
    Array.from({ length: 250 }, (_, index) => index + 1),
  );
  const entries = volumes[0]?.front.flatMap((block) => (block.type === 'contents' ? block.entries : []));
  assert.ok(entries?.every((entry) => !entry.anchor.startsWith('lampiran')));
});

test('monthly registers that are short each and long together fill one volume after the other', () => {
  const document = resolveTree(aReportTree({ registerRows: 43 }));
  assert.deepEqual(
    document.appendices.map((appendix) => appendix.number),
    ['Lampiran 1', 'Lampiran 2', 'Lampiran 3', 'Lampiran 4'],
  );
  const volumes = splitVolumes(document, 20);
  assert.deepEqual(
    volumes.map((volume) => rowsOf(volume).length),
    [0, 20, 20, 3],
  );
  assert.deepEqual(
    volumes.flatMap(rowsOf),
    Array.from({ length: 43 }, (_, index) => index + 1),
  );
  assert.deepEqual(
    volumes.map((volume) => volume.appendices.map((appendix) => appendix.number)),
    [[], ['Lampiran 1', 'Lampiran 2'], ['Lampiran 2', 'Lampiran 3'], ['Lampiran 3', 'Lampiran 4']],
  );
});
