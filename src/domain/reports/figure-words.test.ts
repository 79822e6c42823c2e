import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import type { Block, Table } from '../documents/blocks.ts';
import { sopEditions } from '../sop/sop-editions.ts';
import { figureWords } from './figure-words.ts';

const office = await officeFromFiles('tabalong');
const period = aPeriod('2023');

function tablesIn(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return [block];
    return block.type === 'section' ? tablesIn(block.blocks) : [];
  });
}

test('every figure of every printed table is told by the words of its table, row and column', () => {
  const editions = sopEditions([{ version: 1, sops: office.sops, since: '2023-01-01' }], () => '2023-01-01');
  let told = 0;
  for (const kind of ['tahunan', 'monev'] as const) {
    const template = office.reports.find((one) => one.kind === kind);
    const { tree } = reportOf([aFact(), aFact({ service: null, outcome: null })], office, period, kind);
    for (const table of tablesIn(tree.body)) {
      const label = table.columns.findIndex(({ key }) => key === 'label');
      for (const row of table.rows) {
        const name = row.cells[label];
        for (const [at, cell] of row.cells.entries()) {
          if (cell.kind !== 'number' || cell.rows === null || name?.kind !== 'text') continue;
          const column = table.columns[cell.rows.part === undefined ? label + 2 : at]?.label;
          const words = figureWords(cell.rows, {
            ...{ office, sopEditions: editions, period, template },
            ...{ total: cell.value ?? 0, imported: 0 },
          });
          const line = table.id === 'sop-steps' ? `${name.text} – ${column}` : name.text;
          assert.deepEqual(words, { table: table.title, line }, cell.id);
          told += 1;
        }
      }
    }
  }
  assert.ok(told > 100, String(told));
});

test('every number in a sentence under the balance has words, and so has every number outside of tables', () => {
  const { tree } = reportOf([aFact()], office, period);
  const input = { office, sopEditions: [], period, template: undefined, total: 1, imported: 0 };
  const notes =
    tablesIn(tree.body)
      .find(({ id }) => id === 'balance')
      ?.notes.flat() ?? [];
  const figures = notes.flatMap((one) =>
    one.type === 'figure' && one.figure.rows !== null ? [one.figure] : [],
  );
  assert.equal(figures.length, 7);
  for (const { rows } of figures) {
    const { table, line } = figureWords(rows ?? {}, input);
    assert.equal(table, 'Neraca penanganan laporan');
    assert.notEqual(line, rows?.key);
  }
  assert.deepEqual(figureWords({ period: '2023' }, input), {
    table: null,
    line: 'Semua laporan yang diterima',
  });
  assert.equal(figureWords({ only: 'urgent' }, input).line, 'Laporan mendesak');
  // Rule 6, and not that the complainant asked to stay secret.
  assert.equal(figureWords({ only: 'protected' }, input).line, 'Laporan dilindungi');
});

test('rule 37: Selesai that rests on the old register only is not told as finished here', () => {
  const query = { table: 'by-status', key: 'closed' };
  const input = { office, sopEditions: [], period, template: undefined, total: 2 };
  assert.equal(figureWords(query, { ...input, imported: 0 }).line, 'Selesai');
  assert.equal(figureWords(query, { ...input, imported: 2 }).line, 'Selesai menurut register');
  assert.match(figureWords(query, { ...input, imported: 1 }).line, /sebagian menurut register lama/);
});
