import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { aCountTable, aReportTree } from '../../../../test/a-report-tree.ts';
import { hostileTexts } from '../../../../test/hostile-texts.ts';
import { readZipXml } from '../../../../test/read-zip-xml.ts';
import { resolveTree } from '../../../domain/documents/resolve-tree.ts';
import type { ResolvedBlock, Run } from '../../../domain/documents/resolved-document.ts';
import { columnLetters } from '../../../domain/registers/column-letters.ts';
import { drawXlsx } from './draw-xlsx.ts';
import { sheetName } from './write-workbook.ts';

const report = resolveTree(aReportTree());

test('every table has its sheet with typed cells, a header that stays and filters, and a total that sums', async () => {
  const file = await drawXlsx(report);
  const { sheets } = await readXlsx(file);
  assert.deepEqual(
    sheets.map((sheet) => sheet.name),
    ['Tentang', 'Tabel 2.1', 'Tabel 2.2', 'Tabel 2.3', 'Tabel 2.4', 'Angka', 'Baris'],
  );
  assert.deepEqual(sheets[1]?.rows[3], ['No.', 'Uraian', 'Jumlah', 'Persentase']);
  assert.deepEqual(sheets[1]?.rows[4], [1, 'Pengaktifan kembali kartu jaminan kesehatan', 12, 0.279]);
  const xml = readZipXml(file).get('xl/worksheets/sheet2.xml') ?? '';
  assert.match(xml, /<f>SUM\(C5:C12\)<\/f><v>43<\/v>/);
  assert.match(xml, /<f>SUM\(D5:D12\)<\/f><v>1<\/v>/);
  assert.match(xml, /<autoFilter ref="A4:D12"\/>/);
  assert.match(xml, /<pane ySplit="4"[^>]*state="frozen"/);
});

test('a note runs over all columns instead of widening the printed sheet, and a column is as wide as its words', async () => {
  const xml = readZipXml(await drawXlsx(report)).get('xl/worksheets/sheet2.xml') ?? '';
  assert.match(xml, /<mergeCell ref="A14:D14"\/>/);
  const rows = readZipXml(await drawXlsx(report)).get('xl/worksheets/sheet7.xml') ?? '';
  const widths = [...rows.matchAll(/<col [^>]*width="(\d+)"/g)].map((match) => Number(match[1]));
  assert.ok(Math.max(...widths) <= 42, widths.join(' '));
});

test('the figures of the sentences and all register rows are there, days as days', async () => {
  const file = await drawXlsx(report);
  const { sheets } = await readXlsx(file);
  assert.deepEqual(sheets[5]?.rows.at(1), ['register/total', '43 (empat puluh tiga)']);
  assert.equal(sheets[6]?.rows.length, 44);
  const xml = readZipXml(file).get('xl/worksheets/sheet7.xml') ?? '';
  // 1 January 2031 is day 47849 of the spreadsheet's count.
  assert.match(xml, /<c r="C2"[^>]*><v>47849<\/v>/);
});

test('a figure that a sentence tells in digits and again in words stands in its sheet in digits', async () => {
  const run = (text: string): Run => ({
    text,
    strong: false,
    emph: false,
    figure: { id: 'register/complainants', rows: null },
  });
  const said: ResolvedBlock = { type: 'paragraph', runs: [run('44'), run('empat puluh empat')] };
  const { sheets } = await readXlsx(await drawXlsx({ ...report, body: [...report.body, said] }));
  assert.deepEqual(sheets[5]?.rows.at(-1), ['register/complainants', '44']);
});

test('a total that is no sum of its column is written as the number it is', async () => {
  const table = aCountTable('x', 'X', [
    ['a', 'A', 1],
    ['b', 'B', 2],
  ]);
  const tree = aReportTree();
  const total =
    table.total === null
      ? null
      : {
          ...table.total,
          cells: table.total.cells.map((cell) => (cell.kind === 'number' ? { ...cell, value: 4 } : cell)),
        };
  const document = resolveTree({ ...tree, front: [], appendices: [], body: [{ ...table, total }] });
  const xml = readZipXml(await drawXlsx(document)).get('xl/worksheets/sheet2.xml') ?? '';
  assert.doesNotMatch(xml, /SUM\(C/);
  assert.match(xml, /<v>4<\/v>/);
});

test('whatever citizens write is text: no formula but our sums, well-formed XML, nothing lost but an overlong tail', async () => {
  for (const text of [...hostileTexts(), 'p'.repeat(40_000), '-1', '@x', '\t=1+1']) {
    const document = resolveTree(aReportTree({ text, registerRows: 2 }));
    const file = await drawXlsx(document);
    for (const xml of readZipXml(file).values()) {
      new SaxesParser({ xmlns: true }).write(xml).close();
      const formulas = [...xml.matchAll(/<f[ >](.*?)<\/f>/g)].map(([, formula]) => formula ?? '');
      assert.ok(formulas.every((formula) => /^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/.test(formula)));
    }
    const { sheets } = await readXlsx(file);
    const cell = sheets.at(-1)?.rows[1]?.[4];
    const [row] =
      document.appendices[0]?.blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])) ?? [];
    const wanted = row?.cells[3]?.text ?? '';
    if (wanted.length < 32_000) assert.equal(cell ?? '', wanted.trim() === '' ? (cell ?? '') : wanted);
    else assert.match(String(cell), /^p+ … \(dipotong\)$/);
  }
});

test('the same document gives the same bytes', async () => {
  const [one, two] = await Promise.all([drawXlsx(report), drawXlsx(report)]);
  assert.ok(Buffer.from(one).equals(Buffer.from(two)));
});

test('names of sheets and columns are those that Excel takes', () => {
  assert.equal(sheetName("'a[b]:c*d?e/f\\g' dan nama yang terlalu panjang untuk Excel").length, 31);
  assert.equal(sheetName('[]'), 'Lembar');
  assert.deepEqual(
    [0, 25, 26, 51, 52, 701, 702].map((at) => columnLetters(at)),
    ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  );
});
