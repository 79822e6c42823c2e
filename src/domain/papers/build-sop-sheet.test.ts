import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOffice, aSop } from '../../../test/an-office.ts';
import type { LaneTable } from '../documents/blocks.ts';
import { resolveTree } from '../documents/resolve-tree.ts';
import type { Sop } from '../office/office-data.ts';
import { buildSopSheet } from './build-sop-sheet.ts';
import { sopSheetFrame } from './sop-sheet-frame.ts';

const office = anOffice();
const [inPerson] = office.sops;
if (inPerson === undefined) throw new Error('The office of the builders has two SOPs');

const sheetOf = (sop: Sop, paper: 'A4' | 'F4' = 'A4') =>
  buildSopSheet(sopSheetFrame(office, '2026-11-23', '2026-11-23T01:00:00.000Z', paper), sop);
const lanesOf = (sop: Sop, paper: 'A4' | 'F4' = 'A4'): readonly LaneTable[] =>
  resolveTree(sheetOf(sop, paper)).body.flatMap((block) => (block.type === 'lane-table' ? [block] : []));
const textOf = (sop: Sop): string => JSON.stringify(resolveTree(sheetOf(sop)).body);

/** As many steps as wished. */
const long = (count: number): Sop => ({
  ...aSop(
    'panjang',
    Array.from({ length: count }, () => ['follow-up', { count: 1, unit: 'working-day' }] as const),
  ),
});

test('rule 34: the sheet names everything that the offices’ own sheets name', () => {
  const sop: Sop = {
    ...inPerson,
    undetermined: false,
    number: '10/DINSOS/2026',
    madeOn: '2026-01-02',
    revisedOn: '2026-04-05',
    inForceFrom: '2026-04-06',
    approval: {
      made: 'Staf Sekretariat',
      checked: 'Sekretaris Dinas',
      approved: 'Kepala Dinas Contoh',
      acknowledged: ['Kepala Bidang Rehsos', 'Kepala Dinas Contoh'],
    },
  };
  const said = textOf(sop);
  for (const part of [
    '10/DINSOS/2026',
    '2 Januari 2026',
    '5 April 2026',
    '6 April 2026',
    'Dasar hukum',
    'Kualifikasi pelaksana',
    'Keterkaitan',
    'Peralatan dan perlengkapan',
    'Peringatan',
    'Pencatatan dan pendataan',
    'Dibuat oleh',
    'Staf Sekretariat',
    'Diperiksa oleh',
    'Disahkan oleh',
    'Paraf',
    'Mengetahui',
    'Mutu baku',
    ...sop.steps.flatMap(({ activity, requires, standardPrinted, output }) => [
      activity,
      ...requires,
      standardPrinted ?? '',
      output ?? '',
    ]),
  ])
    assert.ok(said.includes(part), part);
});

test('rule 21: the pair that Tanggap lends says across the sheet that nobody decided it, and no date of force', () => {
  const lent = sheetOf({ ...inPerson, undetermined: true, inForceFrom: '2026-01-01' });
  assert.equal(lent.meta.across, 'Bawaan, belum ditetapkan');
  assert.ok(!JSON.stringify(lent.body).includes('1 Januari 2026'));
  assert.equal(sheetOf({ ...inPerson, undetermined: false }).meta.across, undefined);
});

test('the lines of a long SOP run from page to page through connectors of one letter', () => {
  const pages = lanesOf(long(24));
  assert.ok(pages.length > 2);
  const letters = (svg: string | undefined) =>
    [...(svg ?? '').matchAll(/>([A-Z])</g)].map(([, letter]) => letter);
  for (const [at, page] of pages.entries()) {
    const next = pages[at + 1];
    if (next === undefined) continue;
    const letter = String.fromCharCode(65 + at);
    assert.ok(letters(page.rows.at(-1)?.drawing.svg).includes(letter));
    assert.ok(letters(next.rows[0]?.drawing.svg).includes(letter));
    assert.match(
      page.rows.at(-1)?.drawing.alternative ?? '',
      new RegExp(`halaman berikutnya \\(${letter}\\)`),
    );
  }
  assert.deepEqual(
    pages.flatMap(({ rows }) => rows.map(({ before }) => before[0])),
    Array.from({ length: 24 }, (_, at) => String(at + 1)),
  );
});

test('no page of the table is higher than the sheet, on either paper', () => {
  for (const [paper, room] of [
    ['A4', 158],
    ['F4', 163],
  ] as const)
    for (const page of lanesOf(long(31), paper))
      assert.ok(page.rows.reduce((sum, { height }) => sum + height, 16) <= room, paper);
});

test('first and last steps are capsules, what is decided is a diamond with its way back', () => {
  const sop = long(4);
  const asking: Sop = {
    ...sop,
    steps: sop.steps.map((step) => (step.no === 3 ? { ...step, otherwise: 2 } : step)),
  };
  const [page] = lanesOf(asking);
  const drawings = page?.rows.map(({ drawing }) => drawing) ?? [];
  assert.match(drawings[0]?.svg ?? '', /rx="4"/);
  assert.match(drawings[1]?.svg ?? '', /rx="0"/);
  assert.match(drawings[2]?.svg ?? '', /<path d="M/);
  assert.match(drawings[2]?.svg ?? '', />Tidak</);
  assert.match(drawings[3]?.svg ?? '', /rx="4"/);
  assert.match(drawings[2]?.alternative ?? '', /Bila tidak: kembali ke langkah 2\./);
  assert.equal(page?.rows[2]?.after.at(-1), 'Bila tidak: kembali ke langkah 2');
});

test('what an office writes never becomes part of a drawing', () => {
  const hostile = '</svg><script>alert(1)</script>&';
  const sop: Sop = {
    ...inPerson,
    actors: inPerson.actors.map((actor) => ({ ...actor, label: hostile })),
    steps: inPerson.steps.map((step) => ({ ...step, activity: hostile, output: hostile })),
  };
  for (const page of lanesOf(sop))
    for (const { drawing } of page.rows) assert.ok(!drawing.svg.includes('script'));
});
