import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import { mapFigures } from '../documents/map-figures.ts';
import { type CountedReport, checkReport } from './check-report.ts';
import { fillText } from './figure-book.ts';

const office = await officeFromFiles('tabalong');
const year = aPeriod('2023');
const facts = [
  aFact(),
  aFact({ counted: false, cancelled: true }),
  aFact({ counted: false }),
  aFact({ provenance: 'register-lama', answeredAt: null, closedAt: null, status: 'in-progress' }),
];
const { tree, counted } = reportOf(facts, office, year);

/** The checks that fail, of this tree with one figure changed. */
function failedWith(id: string, value: number): readonly string[] {
  const forged = mapFigures(tree, (use) => (use.id === id ? value : use.value));
  return checkReport(forged, counted, year).flatMap((check) => (check.ok ? [] : [check.id]));
}

function failedOf(other: CountedReport): readonly string[] {
  return checkReport(tree, other, year).flatMap((check) => (check.ok ? [] : [check.id]));
}

test('a report as it was counted passes every check', () => {
  assert.deepEqual(failedOf(counted), []);
});

test('a month whose only numbers were cancelled has a sheet that counts none, and passes', () => {
  const month = [aFact({ receivedOn: '2023-05-02', counted: false, cancelled: true })];
  const report = reportOf([...facts, ...month], office, year);
  assert.ok(report.tree.appendices.some(({ id }) => id === 'register-2023-05'));
  assert.deepEqual(
    checkReport(report.tree, report.counted, year).filter((check) => !check.ok),
    [],
  );
});

test('rule 11: as many numbers as the text calls cancelled are taken off the numbers given: a change of either is found', () => {
  assert.ok(failedWith('register/cancelled', 3).includes('numbers'));
  assert.ok(failedWith('balance/cancelled', 3).includes('numbers'));
  const silent = reportOf([aFact()], office, year);
  const book = new Map(silent.counted.book);
  book.set('register.cancelled', { kind: 'count', value: 3, rows: null });
  assert.deepEqual(
    checkReport(silent.tree, { ...silent.counted, book }, year).flatMap(({ id, ok }) => (ok ? [] : [id])),
    ['numbers'],
    'also where the text has no reason to speak of them',
  );
});

test('the opening balance must be what the period before closed with by its own flow (rule 36)', () => {
  assert.ok(counted.second);
  assert.deepEqual(failedOf({ ...counted, second: { ...counted.second, formerClosing: 3 } }), ['opening']);
  assert.ok(failedWith('balance/opening/count', 1).includes('opening'));
});

test('a report whose cells were miscounted agrees with itself and not with the second count', () => {
  const moved = facts.map((fact, index) => (index === 0 ? { ...fact, channel: 'telepon' as const } : fact));
  const wrong = reportOf(moved, office, year);
  const failed = (report: typeof wrong) =>
    checkReport(report.tree, { ...report.counted, second: counted.second }, year).flatMap((check) =>
      check.ok ? [] : [check.id],
    );
  assert.deepEqual(failed(wrong), ['register']);
  assert.ok(failed(reportOf([...facts, aFact()], office, year)).includes('totals'));
});

test('a report that was counted once only is not checked', () => {
  assert.throws(() => failedOf({ ...counted, second: null }), /second count/);
});

test('cases received agree with the numbers given: imported, without number, BATAL, merged, other periods (rule 11)', () => {
  const parts = [
    'numbers-given',
    'cancelled',
    'merged',
    'received-elsewhere',
    'numbered-elsewhere',
    'imported',
    'not-yet-registered',
  ];
  for (const part of parts) assert.ok(failedWith(`balance/${part}`, 9).includes('numbers'), part);
  assert.ok(failedWith('balance/received/count', 9).includes('numbers'));
});

test('every number of the table of SOP steps is the register’s', () => {
  for (const part of ['count', 'mean', 'median', 'beyond', 'not-needed', 'unmeasured']) {
    assert.deepEqual(failedWith(`sop-steps/langsung-1/${part}`, 99), ['register'], part);
  }
});

test('a report dated before its period ends says so with days as people write them', () => {
  const early = { ...tree, meta: { ...tree.meta, dated: '2023-11-22' } };
  const dated = checkReport(early, counted, year).find(({ id }) => id === 'dated');
  assert.deepEqual(dated?.findings, [
    'Laporan bertanggal 22 November 2023, sebelum periode laporan berakhir pada 31 Desember 2023',
  ]);
});

test('a sentence that lacks its figure or its words is found, wherever a report stands without a known row', () => {
  const unknown = reportOf(
    facts.map((fact) => ({ ...fact, service: null })),
    office,
    year,
  );
  assert.equal(unknown.counted.book.get('by-service.top.rows')?.kind, 'count');
  const found = (words: string) => {
    const inlines = fillText(words, unknown.counted.book);
    const body = [...unknown.tree.body, { type: 'paragraph', inlines } as const];
    return checkReport({ ...unknown.tree, body }, unknown.counted, year).flatMap((check) =>
      check.ok ? [] : [check.id, ...check.findings],
    );
  };
  assert.deepEqual(found('Ada {register.total} laporan.'), []);
  assert.deepEqual(found('Paling banyak menyangkut {by-service.top.label}.'), [
    'sentences',
    'Kalimat tanpa isi: “Paling banyak menyangkut ….”',
  ]);
  assert.equal(found('Sebanyak {by-service.top.percent} laporan.')[0], 'sentences');
});
