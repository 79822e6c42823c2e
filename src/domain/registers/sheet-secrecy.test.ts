import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, CONTEXT, HEAD, imported, line, sheet } from '../../../test/a-register-sheet.ts';
import { secrecyOfRow } from '../../../test/secrecy-of-row.ts';
import { readRegister } from './read-register.ts';

const FIRST = line('1', '3 Januari 2023', 'Elok', 'Bantuan berhenti');
const SECOND = line('2', '4 Januari 2023', 'Fatia', 'Kartu rusak');

const about = (name: string, lines: Readonly<Record<number, Cells>>) => {
  const { rows, doubts } = readRegister([sheet(name, lines)], CONTEXT);
  const kept = rows.map((row) => row.verdict === 'imported' && (row.anonymous || row.secret));
  return [kept, doubts.filter(({ field, why }) => field === 'sheet' && /anonim|rahasia/.test(why)).length];
};

test('a sheet or a title that says it seals every row, and is told once', () => {
  const rows = { 3: HEAD, 4: FIRST, 5: SECOND };
  assert.deepEqual(about('Aduan Rahasia', rows), [[true, true], 1]);
  for (const title of ['REGISTER PENGADUAN RAHASIA', 'DAFTAR ADUAN ANONIM TAHUN 2023', 'RAHASIA'])
    assert.deepEqual(about('Januari', { 1: [title], ...rows }), [[true, true], 1], title);
  for (const title of [
    'REGISTER PENGADUAN',
    'KERAHASIAAN IDENTITAS PELAPOR DIJAMIN',
    'REKAP PENGADUAN RAHASIA DAN BIASA',
    'DAFTAR PENGADUAN TIDAK RAHASIA',
  ])
    assert.deepEqual(about('Januari', { 1: [title], ...rows }), [[false, false], 0], title);
});

test('a line between the rows seals those below it until another opens them', () => {
  for (const band of ['PENGADUAN RAHASIA', 'B. ANONIM', 'Laporan rahasia'])
    for (const cells of [
      [band],
      [{ text: band }, ...HEAD.slice(1).map(() => ({ text: band, spread: 'right' as const }))],
    ]) {
      const third = line('3', '5 Januari 2023', 'Gita', 'Kartu hilang');
      const rows = imported({ 1: HEAD, 2: FIRST, 3: cells, 4: SECOND, 5: ['C. PENGADUAN BIASA'], 6: third });
      assert.deepEqual(rows.map(secrecyOfRow), ['open', 'sealed', 'open'], band);
      assert.deepEqual(
        rows.map(({ sourceNumber }) => sourceNumber),
        ['1', '2', '3'],
        'no line is joined to the row above it',
      );
      assert.deepEqual(about('Januari', { 1: HEAD, 2: FIRST, 3: cells, 4: SECOND }), [[false, true], 1]);
    }
});

test('a heading of names that permits secrecy is told once', () => {
  const head = HEAD.with(2, 'NAMA (boleh anonim)');
  assert.deepEqual(about('Januari', { 1: head, 2: FIRST, 3: SECOND }), [[false, false], 1]);
});

test('rule 32: a column that asks and is nowhere answered is told once and seals nothing, unless it names secrecy', () => {
  const column = (heading: string, cells: readonly string[]) =>
    about('Januari', {
      1: [...HEAD, heading],
      ...Object.fromEntries(cells.map((cell, at) => [at + 2, [...([FIRST, SECOND, FIRST][at] ?? []), cell]])),
    });
  assert.deepEqual(column('Dipublikasikan', ['Instagram', 'Website', 'Facebook']), [
    [false, false, false],
    1,
  ]);
  assert.deepEqual(column('Dipublikasikan', ['5 Januari 2023']), [[false], 1]);
  assert.deepEqual(column('Dipublikasikan', ['Instagram', 'Tidak', 'Ya']), [[true, true, false], 0]);
  assert.deepEqual(column('Dipublikasikan', ['Belum ditanya', 'Belum', 'Nanti']), [[true, true, true], 0]);
  assert.deepEqual(column('Dirahasiakan', ['Tolong', 'Betul sekali', 'Nanti']), [[true, true, true], 0]);
});

const OTHER_HEAD = ['NO', 'TANGGAL', 'NAMA', 'KECAMATAN', 'ISI ADUAN', 'STATUS', 'PETUGAS'];

test('rule 32: a line that seals right above a second head seals the table below it, and none further down', () => {
  for (const band of ['PENGADUAN RAHASIA', 'B. PENGADUAN ANONIM']) {
    const lines = { 1: HEAD, 2: FIRST, 4: [band], 5: OTHER_HEAD, 6: SECOND, 7: FIRST };
    assert.deepEqual(about('Januari', lines), [[false, true, true], 1], band);
    const between = { 1: HEAD, 2: FIRST, 4: [band], 5: ['BULAN MARET 2023'], 6: OTHER_HEAD, 7: SECOND };
    assert.deepEqual(about('Januari', between), [[false, true], 1], band);
    const third = { ...lines, 9: HEAD, 10: SECOND };
    assert.deepEqual(about('Januari', third), [[false, true, true, false], 1], band);
  }
  // Its month stands over both.
  const rows = imported({
    1: ['REGISTER BULAN MARET 2023'],
    2: HEAD,
    3: line('1', '3', 'Elok', 'Bantuan berhenti'),
    5: ['PENGADUAN RAHASIA'],
    6: OTHER_HEAD,
    7: line('2', '4', 'Fatia', 'Kartu rusak'),
  });
  assert.deepEqual(
    rows.map((row) => [secrecyOfRow(row), row.sourceNumber]),
    [
      ['open', '1'],
      ['sealed', '2'],
    ],
  );
});

test('rule 32: a title between the rows that names secrecy seals those below it', () => {
  for (const title of ['PENGADUAN RAHASIA BULAN JANUARI 2023', 'DAFTAR PENGADUAN ANONIM BULAN MARET 2023'])
    assert.deepEqual(
      about('Januari', { 1: HEAD, 2: FIRST, 4: [title], 5: SECOND }),
      [[false, true], 1],
      title,
    );
});

test('rule 32: a wish alone under NO seals below; under names and complaints it is read as what stands there', () => {
  for (const band of [
    'SURAT KALENG',
    'PENGADUAN RAHASIA (2 LAPORAN)',
    'KHUSUS: IDENTITAS DIRAHASIAKAN',
    'R A H A S I A',
    'A N O N I M',
  ]) {
    const rows = imported({ 1: HEAD, 2: FIRST, 3: [band], 4: SECOND });
    assert.deepEqual(rows.map(secrecyOfRow), ['open', 'sealed'], band);
  }
  const [above] = imported({
    1: HEAD.slice(1),
    2: FIRST.slice(1),
    3: [null, null, null, 'Mohon identitas saya dirahasiakan'],
  });
  assert.equal(secrecyOfRow(above), 'sealed told');
  assert.deepEqual(about('Januari', { 1: ['R A H A S I A'], 2: HEAD, 3: FIRST }), [[true], 1]);
});
