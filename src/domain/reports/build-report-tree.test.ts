import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import type { Block } from '../documents/blocks.ts';
import { readTables } from '../documents/read-tables.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import { checkReport } from './check-report.ts';
import { ROWS_PER_VOLUME } from './register-sheet.ts';
import type { ReportFact } from './report-fact.ts';
import { splitVolumes } from './split-volumes.ts';

const office = await officeFromFiles('tabalong');
const year = aPeriod('2023');

function chartsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'chart') return [block.table];
    return block.type === 'section' ? chartsIn(block.blocks) : [];
  });
}

test('every table that counts a case has its chart beside it, one of which nothing could be measured has none', () => {
  const old = { provenance: 'register-lama', channel: 'tidak-tercatat', outcome: 'not-recorded' } as const;
  const facts = ['bpnt', 'bpnt', 'pkh'].map((service) =>
    aFact({ ...old, service, answeredAt: null, closedAt: null }),
  );
  const { tree } = reportOf(facts, office, year);
  const charts = chartsIn(tree.body);
  for (const table of [
    'by-kind',
    'by-service',
    'by-channel',
    'by-outcome',
    'by-status',
    'by-month',
    'balance',
  ]) {
    assert.ok(charts.includes(table), table);
  }
  for (const table of ['by-response-time', 'on-time']) {
    assert.ok(readTables(tree).has(table), table);
    assert.ok(!charts.includes(table), table);
  }
  assert.equal(new Set(charts).size, charts.length);
});

test('a period without a case prints every table and no chart', () => {
  const { tree } = reportOf([], office, year);
  assert.deepEqual(chartsIn(tree.body), []);
  assert.ok(readTables(tree).size > 8);
});

test('a year without a case prints no obstacle of the office, and a year with cases says that it is the office’s word', () => {
  const printed = (facts: readonly ReturnType<typeof aFact>[]) =>
    JSON.stringify(reportOf(facts, office, year).tree.body);
  assert.doesNotMatch(printed([]), /petugas yang menangani pengaduan masih terbatas|Jaringan internet/);
  assert.match(printed([]), /tidak menunjukkan hambatan yang dapat diukur/);
  assert.match(printed([aFact()]), /masih terbatas.*adalah keterangan kantor, bukan hitungan register/);
});

for (const slug of [
  '_blank',
  'buru-selatan',
  'kalimantan-barat',
  'karangasem',
  'kutai-kartanegara',
  'tabalong',
]) {
  test(`of several largest rows a report of ${slug} names the count of each and no percent: their rows may differ by a tenth`, async () => {
    const own = await officeFromFiles(slug);
    const [loket, telepon] = own.channels.map(({ key }) => key);
    assert.ok(loket && telepon);
    const one = { service: 'bpnt', channel: loket, receivedOn: '2023-01-06' };
    const other = { service: 'pkh', channel: telepon, receivedOn: '2023-02-06' };
    for (const { kind } of own.reports) {
      const printed = (...facts: readonly ReportFact[]) =>
        JSON.stringify(reportOf(facts, own, year, kind).tree.body);
      const named = (text: string) =>
        [...text.matchAll(/"([a-z-]+)\/top\/count"/g)].map(([, table]) => table);
      const [tied, led] = [printed(aFact(one), aFact(other)), printed(aFact(one), aFact(one), aFact(other))];
      assert.deepEqual(named(tied), named(led), kind);
      assert.ok(kind !== 'tahunan' || named(led).length > 0);
      assert.equal(tied.split('masing-masing ').length - 1, named(tied).length, kind);
      assert.doesNotMatch(tied, /\/top\/percent/);
      assert.equal(led.split('/top/percent').length - 1, named(led).length, kind);
    }
  });
}

test('a report without a cover says at its head whose it is, what it is and that it is a draft', () => {
  const { tree } = reportOf([aFact()], office, aPeriod('2023-01'), 'bulanan');
  const [head, title, draft] = resolveTree(tree).body;
  assert.equal(head?.type, 'letterhead');
  assert.ok(title?.type === 'heading' && draft?.type === 'heading');
  assert.equal(title.title, 'LAPORAN BULANAN LAYANAN PENGADUAN JANUARI 2023');
  assert.equal(title.newPage, false, 'the title stands under the letterhead');
  assert.equal(draft.title, 'Konsep');
});

test("Tabalong's annual report has its cover, foreword, contents, five chapters, obstacles, improvements and signatures", () => {
  const { front, body } = resolveTree(reportOf([aFact()], office, year).tree);
  assert.deepEqual(
    front.filter(({ type }) => type !== 'paragraph').map(({ type }) => type),
    ['cover', 'heading', 'signature', 'contents'],
  );
  const headings = body.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const chapters = headings.filter(({ style }) => style === 'chapter');
  assert.deepEqual(
    chapters.map(({ number, title }) => `${number} ${title}`),
    [
      'BAB I PENDAHULUAN',
      'BAB II PROFIL LAYANAN PENGADUAN',
      'BAB III PELAKSANAAN LAYANAN PENGADUAN',
      'BAB IV EVALUASI DAN HAMBATAN',
      'BAB V PENUTUP',
    ],
  );
  const sections = new Map(headings.map(({ title, anchor }) => [title, anchor]));
  for (const title of ['Hambatan yang Dihadapi', 'Upaya Perbaikan']) {
    const at = body.findIndex((block) => 'anchor' in block && block.anchor === sections.get(title));
    const list = body[at + 1];
    assert.ok(at > 0 && list?.type === 'list' && list.items.length > 1, title);
  }
  assert.equal(body.at(-1)?.type, 'signature');
  const tables = body.flatMap((block) => (block.type === 'table' ? [block.id] : []));
  assert.deepEqual(tables, [
    ...['sop-langsung', 'sop-online', 'by-kind', 'by-service', 'by-channel', 'by-month', 'by-place'],
    ...['by-status', 'balance', 'by-outcome', 'by-severity', 'by-response-time', 'on-time'],
    ...['by-recording-time', 'by-first-reaction', 'by-finish-time', 'sop-steps'],
  ]);
});

test('rule 1: times that the old register does not tell are in no table and are said, own ones are counted beside them', () => {
  const old = aFact({
    provenance: 'register-lama',
    answeredAt: null,
    closedAt: null,
    recordingTime: 'not-recorded',
  });
  const printed = (facts: Parameters<typeof reportOf>[0]) => {
    const { tree } = reportOf(facts, office, year);
    const paper = resolveTree(tree).body.flatMap((block) =>
      block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    );
    return { said: paper.join('\n'), table: readTables(tree).get('by-recording-time') };
  };
  const alone = printed([old, old]);
  assert.match(alone.said, /Bagi 2 laporan jarak itu tidak dihitung; baris register lama/);
  assert.equal(alone.table, undefined);
  const mixed = printed([old, aFact(), aFact({ recordingTime: '2-3' })]);
  assert.match(mixed.said, /terukur pada 2 \(dua\) laporan; 1 di antaranya dicatat pada hari yang sama/);
  assert.match(mixed.said, /Bagi 1 laporan jarak itu tidak dihitung/);
  assert.equal(mixed.table?.denominator?.figure.value, 2);
  assert.equal(mixed.table?.rows.find(({ key }) => key === '2-3')?.cells[2]?.kind, 'number');
});

test('a register of one row too many for a book goes into volumes and says so, one that nobody prints is left to its export', () => {
  const facts = Array.from({ length: ROWS_PER_VOLUME + 1 }, () => aFact());
  const { tree } = reportOf(facts, office, year);
  assert.equal(splitVolumes(resolveTree(tree)).length, 3);
  assert.match(JSON.stringify(tree.body), /Register bulanan dicetak dalam jilid tersendiri/);
  const left = reportOf(facts, office, year, 'tahunan', { leftOut: true }).tree;
  assert.equal(splitVolumes(resolveTree(left)).length, 1);
  assert.match(JSON.stringify(left.body), /barisnya ada dalam ekspor register/);
  assert.match(JSON.stringify(left.body), /"register\/total","value":2001/);
});

test('rule 36: a report of what was recorded at a moment prints that moment, before its first chapter', () => {
  const asOf = '31 Desember 2023 pukul 10.00 WITA';
  const [first] = reportOf([aFact()], office, year, 'tahunan', { asOf }).tree.body;
  assert.ok(first?.type === 'note' && first.tone === 'attention');
  assert.match(JSON.stringify(first.inlines), /sudah ada di Tanggap pada 31 Desember 2023 pukul 10\.00 WITA/);
  assert.notEqual(reportOf([aFact()], office, year).tree.body[0]?.type, 'note');
});

test('rule 38: a month without a case has no sheet but stands in the laporan nihil, a year without one in all its months', () => {
  const sheets = (facts: Parameters<typeof reportOf>[0]) => reportOf(facts, office, year).tree.appendices;
  const some = sheets([aFact({ receivedOn: '2023-03-06' }), aFact({ receivedOn: '2023-12-29' })]);
  assert.deepEqual(
    some.map(({ id }) => id),
    ['register-2023-03', 'register-2023-12', 'register-nihil'],
  );
  const nil = JSON.stringify(some.at(-1));
  assert.match(nil, /Februari/);
  assert.doesNotMatch(nil, /Maret|Desember/);
  const [only, ...others] = sheets([]);
  assert.deepEqual([only?.id, others.length], ['register-nihil', 0]);
  assert.match(JSON.stringify(only), /Januari.*Desember/);
  const every = Array.from({ length: 12 }, (_, month) =>
    aFact({ receivedOn: `2023-${String(month + 1).padStart(2, '0')}-02` }),
  );
  assert.ok(sheets(every).every(({ id }) => id !== 'register-nihil'));
});

test('a month that has not begun on the day of the report is said to be coming and never nil: in text, table and sheet', () => {
  const dated = '2023-10-05';
  const some = reportOf([aFact({ receivedOn: '2023-03-06' })], office, year, 'tahunan', { dated });
  const [body, sheet] = [JSON.stringify(some.tree.body), JSON.stringify(some.tree.appendices.at(-1))];
  assert.match(body, /Belum berjalan: November 2023, Desember 2023\./);
  assert.deepEqual(
    ['with', 'without', 'ahead'].map((part) => some.counted.book.get(`register.months-${part}`)),
    [1, 9, 2].map((value) => ({ kind: 'count', value, rows: null })),
  );
  assert.match(body, /"register\/months-ahead","value":2/);
  assert.match(sheet, /nihil.*Januari.*Oktober.*Belum berjalan.*November.*Desember/);
  const failed = checkReport(some.tree, some.counted, year).filter(({ ok }) => !ok);
  assert.deepEqual(
    failed.map(({ id }) => id),
    ['dated'],
  );

  const none = JSON.stringify(reportOf([], office, year, 'tahunan', { dated }).tree.body);
  assert.match(none, / belum ada laporan yang diterima sampai laporan ini dibuat\./);
  assert.doesNotMatch(none, /nihil/);
  const ended = JSON.stringify(reportOf([], office, year).tree.body);
  assert.match(ended, / tidak ada laporan yang diterima \(nihil\)\./);
  assert.doesNotMatch(ended, /bulan belum berjalan|Belum berjalan:/);

  const until = (month: number) =>
    Array.from({ length: month }, (_, at) =>
      aFact({ receivedOn: `2023-${String(at + 1).padStart(2, '0')}-02` }),
    );
  const [only] = reportOf(until(10), office, year, 'tahunan', { dated }).tree.appendices.slice(-1);
  assert.equal(only?.title, 'Bulan yang Belum Berjalan');
});
