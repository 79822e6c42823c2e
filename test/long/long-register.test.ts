import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawPdfVolumes } from '../../src/adapters/documents/pdf/draw-pdf-volumes.ts';
import { resolveTree } from '../../src/domain/documents/resolve-tree.ts';
import { ROWS_PER_VOLUME } from '../../src/domain/reports/register-sheet.ts';
import { splitVolumes } from '../../src/domain/reports/split-volumes.ts';
import { aReportTree } from '../a-report-tree.ts';

async function complainantsIn(file: Uint8Array): Promise<readonly number[]> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const numbers: number[] = [];
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    for (const [, number] of text.matchAll(/Pelapor (\d+)/g)) numbers.push(Number(number));
  }
  await task.destroy();
  return numbers;
}

test('a register of one row more than a volume holds is printed in two, each row once', async () => {
  const rows = ROWS_PER_VOLUME + 1;
  const volumes = splitVolumes(resolveTree(aReportTree({ registerRows: rows })));
  const { files } = await drawPdfVolumes(volumes);
  assert.equal(files.length, 3);
  const printed = [];
  for (const file of files) printed.push(await complainantsIn(file));
  assert.deepEqual(
    printed.map((numbers) => numbers.length),
    [0, ROWS_PER_VOLUME, 1],
  );
  assert.deepEqual(
    printed.flat(),
    Array.from({ length: rows }, (_, index) => index + 1),
  );
});
