import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { aReportTree } from '../../../../test/a-report-tree.ts';
import { hostileDocuments } from '../../../../test/hostile-texts.ts';
import { readZipXml, xmlText } from '../../../../test/read-zip-xml.ts';
import { resolveTree } from '../../../domain/documents/resolve-tree.ts';
import type { ResolvedTable } from '../../../domain/documents/resolved-document.ts';
import { keptRows } from './docx-table.ts';
import { drawDocx } from './draw-docx.ts';

const report = resolveTree(aReportTree());

async function readBack(file: Promise<Uint8Array>): Promise<{ xml: string; paragraphs: readonly string[] }> {
  const xml = readZipXml(await file).get('word/document.xml') ?? '';
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => {
    const texts = paragraph.matchAll(/<w:t[ >].*?<\/w:t>|<w:br\/>|<w:tab\/>/gs);
    return [...texts]
      .map(([part]) => (part.startsWith('<w:t>') || part.startsWith('<w:t ') ? xmlText(part) : ' '))
      .join('');
  });
  return { xml, paragraphs };
}

test('headings carry their numbers as text and every table keeps its rows, total and notes', async () => {
  const { xml, paragraphs } = await readBack(drawDocx(report));
  assert.ok(paragraphs.includes('BAB II PELAKSANAAN LAYANAN PENGADUAN'));
  assert.ok(paragraphs.includes('2.1\tJumlah Pengaduan'));
  assert.ok(paragraphs.includes('Tabel 2.1  Pengaduan menurut layanan'));
  assert.doesNotMatch(xml, /<w:numPr>/);
  for (const block of report.body) {
    if (block.type !== 'table') continue;
    for (const row of [...block.rows, ...(block.total === null ? [] : [block.total])]) {
      const texts = row.cells.map((cell) => cell.text).filter((text) => text !== '');
      const at = paragraphs.findIndex((_, index) =>
        texts.every((text, offset) => paragraphs[index + offset] === text),
      );
      assert.ok(at > 0, `${block.id}/${row.key}`);
    }
    const notes = block.notes.map((note) => note.map((run) => run.text).join('')).join(' ');
    assert.match(notes, /^Persentase dihitung dari 43 pengaduan yang tercatat\./);
    assert.ok(paragraphs.includes(notes), `notes of ${block.id}`);
  }
  const lastRows = xml.split(/<\/w:tbl>(?=<w:p><w:pPr><w:pStyle w:val="Catatan"\/>)/).slice(0, -1);
  assert.ok(lastRows.length > 0);
  for (const before of lastRows)
    assert.match(
      before.slice(before.lastIndexOf('<w:tr>')),
      /<w:keepNext\/>/,
      'a note stands with its table',
    );
});

test('a table of twelve rows and its total stays on one page, a longer one is torn in its middle under its header again', async () => {
  const long = (rows: number): ResolvedTable => {
    const [table] = report.body.filter((block) => block.type === 'table');
    const [row] = table?.rows ?? [];
    assert.ok(table !== undefined && row !== undefined);
    return { ...table, rows: Array.from({ length: rows }, () => row) };
  };
  const kept = async (rows: number) => {
    const { xml } = await readBack(drawDocx({ ...report, body: [long(rows)], appendices: [] }));
    const drawn = /<w:tbl>.*?<\/w:tbl>/s.exec(xml.slice(xml.indexOf('Tabel 2.1')))?.[0] ?? '';
    const [header = '', ...body] = drawn.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [];
    assert.match(header, /<w:tblHeader\/>/);
    assert.equal(body.length, rows + 1);
    assert.ok(body.every((one) => one.includes('<w:cantSplit/>')));
    return body.map((one) => one.includes('<w:keepNext/>'));
  };
  assert.ok((await kept(12)).every(Boolean));
  const torn = await kept(13);
  assert.ok(torn.includes(false));
  assert.deepEqual([...torn.slice(0, 2), ...torn.slice(-3)], [true, true, true, true, true]);
});

test('a register is torn where its page ends, so that its title never stands alone before it', () => {
  const registers = report.appendices.flatMap(({ blocks }) =>
    blocks.filter((block) => block.type === 'table' && block.columnNumbers !== null),
  );
  const [register] = registers.filter((block) => block.type === 'table');
  const [row] = register?.rows ?? [];
  assert.ok(register !== undefined && row !== undefined);
  const kept = keptRows({ ...register, rows: Array.from({ length: 9 }, () => row), total: null });
  assert.deepEqual(kept.slice(0, 4), [true, true, false, false]);
  assert.deepEqual(kept.slice(-3, -1), [true, true]);
});

test('the contents are a field that Word can renew, and stand filled with page numbers already', async () => {
  const { xml, paragraphs } = await readBack(drawDocx(report));
  assert.match(xml, /TOC \\h \\o &quot;1-3&quot;/);
  assert.ok(paragraphs.includes('KATA PENGANTAR\ti'));
  assert.ok(paragraphs.includes('BAB I\tPENDAHULUAN\t1'));
  assert.ok(paragraphs.includes('BAB II\tPELAKSANAAN LAYANAN PENGADUAN\t2'));
  assert.ok(
    paragraphs.some((paragraph) => /^Lampiran 4\tRegister pengaduan bulan April 2031\t\d+$/.test(paragraph)),
  );
});

test('headers repeat, registers lie, front pages have roman numbers and charts say themselves', async () => {
  const file = await drawDocx(report);
  const { xml } = await readBack(Promise.resolve(file));
  const tables = report.body.filter((block) => block.type === 'table').length + report.appendices.length * 2;
  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, tables);
  assert.equal(xml.match(/w:orient="landscape"/g)?.length, report.appendices.length);
  assert.match(xml, /w:fmt="lowerRoman"/);
  const pictures = Object.keys(unzipSync(file)).filter((name) => name.endsWith('.png'));
  assert.equal(pictures.length, 5);
  for (const block of report.body)
    if (block.type === 'chart') assert.ok(xml.includes(`descr="${block.alternative}"`));
});

test('whatever citizens write is text in well-formed XML', async () => {
  for (const text of hostileDocuments()) {
    const resolved = resolveTree(aReportTree({ text, registerRows: 2 }));
    const parts = readZipXml(await drawDocx(resolved));
    for (const xml of parts.values()) new SaxesParser({ xmlns: true }).write(xml).close();
    const xml = parts.get('word/document.xml') ?? '';
    const fields = [...xml.matchAll(/<w:instrText[^>]*>(.*?)<\/w:instrText>/g)].map(
      ([, field]) => field?.trim() ?? '',
    );
    assert.ok(fields.every((field) => /^(TOC \\h|PAGEREF _Toc\d+$|PAGE$)/.test(field)));
    const [first = ''] = resolved.appendices[0]?.blocks.flatMap((block) =>
      block.type === 'table' ? [block.rows[0]?.cells[3]?.text ?? ''] : [],
    ) ?? [''];
    for (const line of first.split('\n')) assert.ok(xmlText(xml).includes(line), line.slice(0, 40));
  }
});
