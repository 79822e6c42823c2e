import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { aReportTree } from '../../../../test/a-report-tree.ts';
import { hostileDocuments } from '../../../../test/hostile-texts.ts';
import { resolveTree } from '../../../domain/documents/resolve-tree.ts';
import type { ResolvedDocument } from '../../../domain/documents/resolved-document.ts';
import { splitVolumes } from '../../../domain/reports/split-volumes.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawPdfVolumes } from './draw-pdf-volumes.ts';

type ReadPdf = {
  readonly pages: readonly string[];
  readonly roles: ReadonlySet<string>;
  readonly raw: string;
};

async function readBack(file: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(file).toString('latin1');
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    collectRoles(await page.getStructTree(), roles);
  }
  await task.destroy();
  return { pages, roles, raw };
}

function collectRoles(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.add(node.role);
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children) collectRoles(child, roles);
}

/** The text of an indirect object of the file. */
function objectOf(raw: string, number = ''): string {
  return new RegExp(`\\n${number} 0 obj\\b.*?endobj`, 's').exec(raw)?.[0] ?? '';
}

/** Printed texts lose their spacing on the way back: compare without any. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

const report: ResolvedDocument = resolveTree(aReportTree());

test('the annual report comes back from its PDF with every table row, figure, caption and register row', async () => {
  const { file, replaced } = await drawPdf(report);
  assert.deepEqual(replaced, []);
  const { pages } = await readBack(file);
  const all = squeezed(pages.join(''));
  for (const block of report.body) {
    if (block.type === 'heading')
      assert.ok(all.includes(squeezed(`${block.number}${block.title}`)), block.title);
    if (block.type === 'table' || block.type === 'chart')
      assert.ok(all.includes(squeezed(`${block.number}${block.title}`)));
    if (block.type !== 'table') continue;
    for (const row of block.rows)
      assert.ok(all.includes(squeezed(row.cells.map((cell) => cell.text).join(''))), row.key);
    assert.ok(all.includes(squeezed(block.total?.cells.map((cell) => cell.text).join('') ?? '')));
  }
  assert.ok(all.includes('43(empatpuluhtiga)'));
  for (let row = 1; row <= 43; row++) assert.ok(all.includes(`Pelapor${row}`));
});

// No validator of PDF/A stands here: its claim is read, and beside it what the file itself shows of its demands.
test('the PDF claims PDF/A-2a, and holds the profile, fonts, tags and language that this asks for', async () => {
  const { file } = await drawPdf(report);
  const { raw, roles } = await readBack(file);
  assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
  assert.match(raw, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
  assert.match(raw, /\/MarkInfo <<\s*\/Marked true/);
  assert.match(raw, /\/StructTreeRoot \d+ 0 R/);
  assert.match(raw, /\/Lang \(id\)/);
  assert.doesNotMatch(raw, /\/Encrypt/);
  const [, intents] = /\/OutputIntents (\d+) 0 R/.exec(raw) ?? [];
  const [, intent] = /\[(\d+) 0 R\]/.exec(objectOf(raw, intents)) ?? [];
  const [, profile] = /\/S \/GTS_PDFA1/.test(objectOf(raw, intent))
    ? (/\/DestOutputProfile (\d+) 0 R/.exec(objectOf(raw, intent)) ?? [])
    : [];
  const [, icc = ''] = /stream\r?\n(.*?)\r?\nendstream/s.exec(objectOf(raw, profile)) ?? [];
  assert.equal(inflateSync(Buffer.from(icc, 'latin1')).toString('latin1', 36, 40), 'acsp', 'an ICC profile');
  const fonts = raw.match(/\/Type \/FontDescriptor\b.*?endobj/gs) ?? [];
  assert.ok(fonts.length >= 2);
  for (const font of fonts) assert.match(font, /\/FontFile[23]? \d+ 0 R/, font);
  for (const role of ['Table', 'TR', 'TH', 'TD', 'H1', 'H2', 'P', 'Figure', 'L'])
    assert.ok(roles.has(role), role);
});

test('read aloud, every chart of the PDF has its numbers, every header cell its column and every letter its meaning', async () => {
  const { file } = await drawPdf(report);
  const { raw } = await readBack(file);
  const elements = raw.match(/\/Type \/StructElem\b.*?endobj/gs) ?? [];
  const pictures = elements.filter((one) => /\/S \/Figure\b/.test(one));
  const charts = report.body.flatMap((block) => (block.type === 'chart' ? [block] : []));
  assert.equal(pictures.length, charts.length + 1, 'the charts and the emblem');
  for (const picture of pictures) assert.match(picture, /\/Alt [(<]\S/);
  for (const { alternative, points } of charts) {
    assert.ok(
      pictures.some((one) => one.includes(`/Alt (${alternative})`)),
      alternative,
    );
    for (const { label } of points) assert.ok(alternative.includes(label), label);
  }
  const headers = elements.filter((one) => /\/S \/TH\b/.test(one));
  assert.ok(headers.length > 20);
  for (const header of headers) assert.match(header, /\/Scope \/Column\b/);
  const fonts = raw.match(/\/Subtype \/Type0\b.*?endobj/gs) ?? [];
  assert.ok(fonts.length >= 2);
  for (const font of fonts) assert.match(font, /\/ToUnicode \d+ 0 R/);
  const pages = raw.match(/\/Type \/Page\b.*?endobj/gs) ?? [];
  for (const page of pages) assert.match(page, /\/StructParents \d+/);
});

test('nothing in the PDF is see-through, packed in another way or without a name, which PDF/A forbids', async () => {
  const { file } = await drawPdf(report);
  const { raw } = await readBack(file);
  assert.doesNotMatch(raw, /\/SMask (?!\/None)|\/(?:ca|CA) 0?\.\d|\/BM \/(?!Normal)/);
  assert.deepEqual([...new Set(raw.match(/\/Filter \/?\[?\/?\w+/g))], ['/Filter /FlateDecode']);
  assert.match(raw, /\/ID \[\(.+\) \(.+\)\]\s*>>\s*startxref/);
  assert.match(raw, /<dc:title>.*Laporan Tahunan Layanan Pengaduan Masyarakat.*<\/dc:title>/s);
  assert.match(raw, /<xmp:CreateDate>2032-01-05T02:30:00/);
});

test('the PDF is dated by its tree, and free of scripts and links outward', async () => {
  const { file } = await drawPdf(report);
  const { raw } = await readBack(file);
  assert.match(raw, /2032-01-05T02:30:00/);
  assert.doesNotMatch(raw, /\/JavaScript|\/URI|\/Launch|\/EmbeddedFile/);
});

test('front pages have roman numbers, the body starts at 1 and the contents name the right pages', async () => {
  const { file } = await drawPdf(report);
  const { pages } = await readBack(file);
  const first = pages.findIndex((page) => /^\s*BAB I\s/.test(page));
  assert.match(pages[0] ?? '', /2032\s*$/);
  assert.match(pages[1] ?? '', /\si\s*$/);
  assert.match(pages[first - 1] ?? '', /\siii\s*$/);
  assert.match(pages[first] ?? '', /\s1\s*$/);
  const second = pages.findIndex((page) => /^\s*BAB II\s/.test(page));
  assert.match(pages[second] ?? '', / 2\s*$/);
  assert.match(squeezed(pages[2] ?? ''), new RegExp(`PELAKSANAANLAYANANPENGADUAN\\.+${second - first + 1}`));
});

test('the same document gives the same bytes', async () => {
  const [one, two] = await Promise.all([drawPdf(report), drawPdf(report)]);
  assert.ok(Buffer.from(one.file).equals(Buffer.from(two.file)));
});

test('a register of many pages repeats its header and never leaves its last row or its note alone', async () => {
  for (const rows of [53, 54, 55, 56]) {
    const { file } = await drawPdf(resolveTree(aReportTree({ registerRows: rows })));
    const { pages } = await readBack(file);
    const register = pages.slice(pages.findIndex((page) => /^\s*Lampiran\s+REGISTER/.test(page)));
    assert.ok(register.length > 3);
    for (const page of register) {
      assert.match(page, /No\.\s*Hari\/Tanggal\s*Pelapor/);
      assert.ok((page.match(/Pelapor \d+/g)?.length ?? 0) >= 2, 'a row stands alone');
    }
  }
});

test('F4 paper, a paper without front matter, landscape registers and an issued edition keep their shapes', async () => {
  const tree = aReportTree({
    meta: { paper: 'F4', edition: 'Terbitan pertama', figuresHash: 'abc123def456' },
  });
  const { file } = await drawPdf(resolveTree({ ...tree, front: [{ type: 'letterhead' }] }));
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0 });
  const document = await task.promise;
  const [first, last] = [await document.getPage(1), await document.getPage(document.numPages)];
  const millimetres = (page: typeof first): readonly number[] =>
    page.view.slice(2).map((points) => Math.round((points / 72) * 25.4));
  assert.deepEqual(millimetres(first), [215, 330]);
  assert.deepEqual(millimetres(last), [330, 215]);
  await task.destroy();
  const { pages } = await readBack(file);
  assert.match(pages[0] ?? '', /PEMERINTAH KABUPATEN CONTOH\s*DINAS SOSIAL\s*Jalan Percobaan/);
  assert.match(pages[1] ?? '', /Terbitan pertama · Sidik angka abc123def456/);
});

test('whatever citizens write comes out as text or as a reported □, and never refuses the document', async () => {
  for (const text of hostileDocuments()) {
    const { file, replaced } = await drawPdf(resolveTree(aReportTree({ text, registerRows: 3 })));
    const { pages, raw } = await readBack(file);
    const all = squeezed(pages.join('')).replace(/\u200B|\u200C|\u200D|\uFE0F/g, '');
    assert.doesNotMatch(raw, /\/JavaScript|\/URI/);
    for (const line of text.split('\n')) {
      if (/^[\x20-\x7E]+$/.test(line) && line.length < 200) assert.ok(all.includes(squeezed(line)), line);
    }
    if (/\p{Script=Han}|\p{Script=Arabic}/u.test(text)) {
      assert.ok(all.includes('□') && replaced.length > 0);
      assert.ok(replaced.every((one) => /^U\+[0-9A-F]{4,6}$/.test(one.codePoint) && one.count > 0));
    }
  }
});

test('registers too long for one book are drawn in volumes that hold every row, and say what was replaced', async () => {
  const tree = aReportTree({ registerRows: 70, text: 'Aduan 投 dari 投' });
  const { files, replaced } = await drawPdfVolumes(splitVolumes(resolveTree(tree), 40));
  const texts = await Promise.all(files.map(async (file) => (await readBack(file)).pages.join(' ')));
  assert.match(texts[0] ?? '', /BAB III/);
  const rows = texts.map((text) => text.match(/Pelapor \d+/g)?.length ?? 0);
  assert.deepEqual(rows, [0, 40, 30]);
  assert.deepEqual(
    replaced.map((one) => one.codePoint),
    ['U+6295'],
  );
  assert.ok((replaced[0]?.count ?? 0) >= 2 * 70);
});

test('a paper that Typst cannot draw in time is a fault, and leaves no process and no folder', async () => {
  await assert.rejects(drawPdf(report, { timeout: 1 }), /PDF process ended/);
});
