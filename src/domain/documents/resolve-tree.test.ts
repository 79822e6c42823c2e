import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReportTree } from '../../../test/a-report-tree.ts';
import type { Block, DocumentTree } from './blocks.ts';
import { resolveTree } from './resolve-tree.ts';
import type { ResolvedBlock, ResolvedHeading } from './resolved-document.ts';

function isHeading(block: ResolvedBlock): block is ResolvedHeading {
  return block.type === 'heading';
}

function withBody(body: readonly Block[]): DocumentTree {
  return { ...aReportTree(), front: [], body, appendices: [] };
}

const resolved = resolveTree(aReportTree());

test('chapters have Roman numbers and capitals, sections decimal ones', () => {
  const headings = resolved.body.filter(isHeading).map(({ number, title, level }) => [level, number, title]);
  assert.deepEqual(headings.slice(0, 6), [
    [1, 'BAB I', 'PENDAHULUAN'],
    [2, '1.1', 'Latar Belakang'],
    [2, '1.2', 'Dasar Hukum'],
    [2, '1.3', 'Maksud dan Tujuan'],
    [1, 'BAB II', 'PELAKSANAAN LAYANAN PENGADUAN'],
    [2, '2.1', 'Jumlah Pengaduan'],
  ]);
});

test('tables and charts are numbered by chapter and text refers to them by their printed number', () => {
  const numbers = resolved.body.flatMap((block) =>
    block.type === 'table' || block.type === 'chart' ? [block.number] : [],
  );
  assert.deepEqual(numbers, [
    'Tabel 2.1',
    'Grafik 2.1',
    'Tabel 2.2',
    'Grafik 2.2',
    'Tabel 2.3',
    'Grafik 2.3',
    'Grafik 2.4',
    'Tabel 2.4',
  ]);
  const texts = resolved.body
    .flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
    .map((run) => run.text);
  assert.ok(texts.includes('Tabel 2.1') && texts.includes('Grafik 2.1'));
  assert.ok(texts.includes('43 (empat puluh tiga)'));
});

test('the contents list all chapters, sections and appendices in order, tables and charts in their own', () => {
  const lists = resolved.front.flatMap((block) => (block.type === 'contents' ? [block.entries] : []));
  const entries = lists[0]?.map((entry) => `${entry.depth} ${entry.number ?? ''} ${entry.title}`);
  assert.equal(entries?.[0], '0  KATA PENGANTAR');
  assert.equal(entries?.[1], '0 BAB I PENDAHULUAN');
  assert.equal(entries?.[2], '1 1.1 Latar Belakang');
  assert.equal(entries?.at(-1), '0 Lampiran 4 Register pengaduan bulan April 2031');
  assert.equal(lists[1]?.length, 4);
  assert.equal(lists[2]?.length, 4);
});

test('a table prints its shares with one decimal and names their denominator', () => {
  const table = resolved.body.find((block) => block.type === 'table');
  assert.ok(table?.type === 'table');
  assert.deepEqual(table.rows[0]?.cells.map((cell) => cell.text).slice(2), ['12', '27,9%']);
  assert.deepEqual(table.total?.cells.map((cell) => cell.text).slice(2), ['43', '100,0%']);
  assert.equal(
    table.notes[0]?.map((run) => run.text).join(''),
    'Persentase dihitung dari 43 pengaduan yang tercatat.',
  );
});

test('a chart draws the rows of its table and says them in words', () => {
  const chart = resolved.body.find((block) => block.type === 'chart' && block.kind === 'share');
  assert.ok(chart?.type === 'chart');
  assert.deepEqual(
    chart.points.map((point) => [point.label, point.value, point.share?.printed]),
    [
      ['Datang langsung', 38, '88,4%'],
      ['WhatsApp', 5, '11,6%'],
      ['Laman', 0, '0,0%'],
    ],
  );
  assert.match(chart.alternative, /Datang langsung 38 \(88,4%\); WhatsApp 5 \(11,6%\); Laman 0/);
});

test('nested sections count below their section, and unnumbered ones begin a page only at the top', () => {
  const section = (
    id: string,
    numbering: 'chapter' | 'decimal' | 'none',
    blocks: readonly Block[],
  ): Block => ({
    type: 'section',
    id,
    heading: id,
    numbering,
    inContents: true,
    blocks,
  });
  const tree = withBody([
    section('a', 'chapter', [
      section('b', 'decimal', [
        section('c', 'decimal', []),
        section('d', 'decimal', []),
        section('n', 'none', []),
      ]),
    ]),
    section('e', 'none', []),
  ]);
  const headings = resolveTree(tree).body.filter(isHeading);
  assert.deepEqual(
    headings.map(({ number, level, newPage, style }) => [number, level, newPage, style]),
    [
      ['BAB I', 1, true, 'chapter'],
      ['1.1', 2, false, 'section'],
      ['1.1.1', 3, false, 'section'],
      ['1.1.2', 3, false, 'section'],
      [null, 3, false, 'minor'],
      [null, 1, true, 'part'],
    ],
  );
});

test('deputies sign as Plh. or Plt., and a.n. names its principal', () => {
  const signer = {
    role: null,
    principal: null,
    position: ['Kepala Dinas Sosial'],
    name: '(nama)',
    rank: null,
    nip: '(NIP)',
  };
  const tree = withBody([
    {
      type: 'signature',
      place: 'Kota Contoh',
      date: '2032-01-05',
      signers: [
        { ...signer, capacity: 'plh', position: ['Kepala Dinas Sosial Kabupaten Contoh'] },
        { ...signer, capacity: 'an', principal: 'Bupati Contoh', role: 'Mengetahui,' },
      ],
    },
  ]);
  const [signature] = resolveTree(tree).body;
  assert.ok(signature?.type === 'signature');
  assert.equal(signature.opening[0], 'Kota Contoh, 5 Januari 2032');
  assert.deepEqual(signature.signers[0]?.above, ['Plh. KEPALA DINAS SOSIAL', 'KABUPATEN CONTOH']);
  assert.deepEqual(signature.signers[1]?.above, ['Mengetahui,', 'a.n. BUPATI CONTOH', 'KEPALA DINAS SOSIAL']);
  assert.deepEqual(signature.signers[1]?.below, ['NIP (NIP)']);
});

test('a tree that points at nothing, has an id twice or a crooked row is a fault of its builder', () => {
  assert.throws(() =>
    resolveTree(withBody([{ type: 'paragraph', inlines: [{ type: 'reference', to: 'nothing' }] }])),
  );
  const table = aReportTree()
    .body.flatMap((block) => (block.type === 'section' ? block.blocks : []))
    .at(3);
  assert.ok(table?.type === 'section');
  assert.throws(() => resolveTree(withBody([table, table])));
  const chart: Block = {
    type: 'chart',
    id: 'x',
    kind: 'bar',
    title: 'x',
    table: 'nothing',
    labelColumn: 'label',
    valueColumn: 'count',
  };
  assert.throws(() => resolveTree(withBody([chart])));
});
