import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { aReportTree } from '../../../test/a-report-tree.ts';
import { readZipXml, xmlText } from '../../../test/read-zip-xml.ts';
import type { DocumentTree } from '../../domain/documents/blocks.ts';
import { mapFigures } from '../../domain/documents/map-figures.ts';
import { readFigures } from '../../domain/documents/read-figures.ts';
import { resolveTree } from '../../domain/documents/resolve-tree.ts';
import type { ResolvedDocument } from '../../domain/documents/resolved-document.ts';
import { drawDocx } from './docx/draw-docx.ts';
import { readEmblem } from './emblem/read-emblem.ts';
import { drawPdf } from './pdf/draw-pdf.ts';
import { drawPaper } from './web/draw-html.ts';
import { drawXlsx } from './xlsx/draw-xlsx.ts';

/** Every figure another number, so that each printed one can only come from its own place. */
const tree = withOwnNumbers();

function withOwnNumbers(): DocumentTree {
  const byId = new Map<string, number>();
  return mapFigures(aReportTree(), ({ id, format }) => {
    const count = byId.size + 1;
    const value = byId.get(id) ?? (format === 'percent' ? (count * 7) % 1000 : 1000 + count * 137);
    byId.set(id, value);
    return value;
  });
}

async function pdfText(document: ResolvedDocument): Promise<string> {
  const { file } = await drawPdf(document);
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return texts.join('');
}

test('web page, PDF and DOCX print every figure of the tree as it was resolved, XLSX holds its value', async () => {
  const document = resolveTree(tree);
  const squeeze = (text: string): string => text.replace(/\s+/g, '');
  const [pdf, docx, xlsx] = await Promise.all([pdfText(document), drawDocx(document), drawXlsx(document)]);
  const texts = {
    pdf: squeeze(pdf),
    docx: squeeze(xmlText(readZipXml(docx).get('word/document.xml') ?? '')),
    web: squeeze(xmlText(drawPaper(document))),
  };
  const printed = document.body.flatMap((block) => {
    if (block.type === 'paragraph')
      return block.runs.filter((run) => run.figure !== null).map((run) => run.text);
    if (block.type !== 'table') return [];
    const rows = [...block.rows, ...(block.total === null ? [] : [block.total])];
    return rows.map((row) => row.cells.map((cell) => cell.text).join(''));
  });
  assert.ok(printed.length > 30);
  for (const [format, text] of Object.entries(texts)) {
    for (const figure of printed) assert.ok(text.includes(squeeze(figure)), `${format} lacks ${figure}`);
  }
  const { sheets } = await readXlsx(xlsx);
  const numbers = new Set(
    sheets.flatMap((sheet) => sheet.rows.flat()).filter((value) => typeof value === 'number'),
  );
  for (const use of readFigures(tree)) {
    if (use.kind !== 'cell' && use.kind !== 'total') continue;
    const value = use.format === 'percent' ? (use.value ?? 0) / 1000 : use.value;
    assert.ok(value !== null && numbers.has(value), `xlsx lacks ${use.where}`);
  }
});

test("PDF, DOCX and web page draw the office's own emblem on cover and letterhead", async () => {
  const square = '<path d="M0 0h9v9H0z"/>';
  const read = readEmblem(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${square}</svg>`),
  );
  assert.ok(read.ok);
  const { meta } = tree;
  assert.ok(meta.letterhead !== null);
  const letterhead = { ...meta.letterhead, emblemSvg: read.svg };
  const resolve = (own: DocumentTree['meta']): ResolvedDocument =>
    resolveTree({ ...tree, meta: own, body: [{ type: 'letterhead' }, ...tree.body] });
  const [placeholder, own] = [resolve(meta), resolve({ ...meta, letterhead })];
  const address = `src="data:image/svg+xml;base64,${Buffer.from(read.svg).toString('base64')}"`;
  assert.equal(drawPaper(own).split(address).length, 3);
  const pictures = (file: Uint8Array): readonly string[] =>
    Object.entries(unzipSync(file))
      .filter(([name]) => name.endsWith('.png'))
      .map(([, bytes]) => Buffer.from(bytes).toString('base64'));
  const before = new Set(pictures(await drawDocx(placeholder)));
  assert.equal(pictures(await drawDocx(own)).filter((picture) => !before.has(picture)).length, 2);
  const [one, two] = [await drawPdf(placeholder), await drawPdf(own)];
  assert.ok(!Buffer.from(one.file).equals(Buffer.from(two.file)));
  assert.match(Buffer.from(two.file).toString('latin1'), /<pdfaid:conformance>A</);
});

test('charts draw the numbers of their tables in every format that shows them', async () => {
  const document = resolveTree(tree);
  const web = drawPaper(document);
  for (const block of document.body) {
    if (block.type !== 'chart') continue;
    for (const point of block.points)
      assert.ok(web.includes(`>${point.printed}<`) || web.includes(`: ${point.printed}`));
  }
});
