import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, CONTEXT, HEAD, line, sheet } from '../../../test/a-register-sheet.ts';
import { readRegister } from './read-register.ts';

test('a complaint in words of a signature block is a row, and the block below it still is none', () => {
  const head = ['TANGGAL', 'NAMA', 'ADUAN', 'STATUS'];
  const rows: Cells[] = [
    ['3 Januari 2023', '-', 'Ingin mengetahui status bansos', 'Selesai'],
    ['4 Januari 2023', '-', 'Koordinator PKH tidak hadir', 'Selesai'],
    ['5/1/2023', null, 'Sekretaris desa menolak', null],
    ['Jumat, 6 Januari 2023', null, 'Pembina panti belum menyetujui', null],
    [{ text: '2023-01-09', date: '2023-01-09' }, null, 'Mohon diperiksa Kepala Dinas', null],
    [null, null, 'Belum dijawab petugas loket', 'Tidak tuntas'],
    ['10 Januari 2023 08.30', null, 'Petugas pengaduan tidak ada', null],
  ];
  const signers: Cells[] = [
    ['Rekaan, 31 Januari 2023', null, 'Mengetahui', null],
    [null, null, 'Kepala Dinas', null],
    [null, null, 'NIP. 0', null],
  ];
  const lines = Object.fromEntries([head, ...rows, ...signers].map((cells, at) => [at + 1, cells]));
  const reading = readRegister([sheet('Januari', lines)], CONTEXT);
  assert.deepEqual(
    reading.rows.map((row) => [row.verdict, row.joined.length]),
    rows.map(() => ['imported', 0]),
  );
  assert.deepEqual(
    reading.ignored.map((each) => each.reason),
    ['header', 'signature', 'signature', 'signature'],
  );
});

const matter = (text: string): Cells => [null, null, null, null, text];
const narrative = (text: string): Cells => [null, null, null, null, null, null, text];
const read = (lines: Readonly<Record<number, Cells>>) => readRegister([sheet('Januari', lines)], CONTEXT);
const FIRST = { 1: HEAD, 2: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti') };

for (const part of [
  'menghubungi koordinator PKH.',
  'sudah mengetahui hal itu.',
  'jumlah bantuan Rp600.000.',
  'untuk bulan Maret 2022.',
  '(almarhum suaminya)',
]) {
  test(`«${part}» below a split row and what follows go on with it`, () => {
    const { rows, ignored } = read({ ...FIRST, 3: narrative(part), 4: narrative('lalu dikabari lagi.') });
    assert.deepEqual([rows.length, ignored.length], [1, 1]);
    const [row] = rows;
    assert.ok(row?.verdict === 'imported');
    assert.deepEqual(row.joined, [3, 4]);
    assert.equal(row.narrative, `Dijelaskan. ${part} lalu dikabari lagi.`);
  });
}

test('a split sentence that names a month gives the rows below no other period', () => {
  const next = line('2', '6 Januari', 'Fatia', 'Kartu hilang');
  const lines = { ...FIRST, 3: narrative('untuk bulan Desember 2022 sudah cair.'), 4: HEAD, 5: next };
  const rows = read(lines).rows.map((row) => row.verdict === 'imported' && row.receipt.on);
  assert.deepEqual(rows, ['2023-01-02', '2023-01-06']);
});

test('the last words of two sentences that are headings, too, are no repeated head', () => {
  const lines = { ...FIRST, 3: [null, null, null, null, 'aduan.', null, 'tanggapan.'] };
  assert.deepEqual(read(lines).rows[0]?.joined, [3]);
});

for (const block of [
  { 3: matter('Mengetahui,'), 4: matter('Kepala Dinas') },
  { 3: matter('Mengetahui,'), 4: matter('KADIS SOSIAL'), 8: matter('SITI CONTOH') },
  { 3: matter('Kepala Dinas Sosial,'), 7: matter('Siti Contoh'), 8: matter('NIP. 0') },
  {
    3: narrative('Rekaan, 31 Januari 2023'),
    4: narrative('Petugas Pencatat,'),
    8: narrative('(Siti Contoh)'),
  },
  { 4: matter('Kepala Dinas Sosial'), 8: matter('Siti Contoh') },
  { 4: matter('Yang membuat laporan'), 8: matter('Siti Contoh') },
]) {
  test(`a signature block in the column of complaints is none of them: ${JSON.stringify(block)}`, () => {
    const { rows, ignored } = read({ ...FIRST, ...block });
    assert.deepEqual([rows.length, rows[0]?.joined], [1, []]);
    assert.ok(ignored.slice(1).every(({ reason }) => reason === 'signature'));
  });
}

test('a title and a total in the column of complaints are none of them', () => {
  const below = { 3: matter('JUMLAH 1'), 4: matter('BULAN FEBRUARI 2023'), 5: HEAD };
  const { rows, ignored } = read({
    ...FIRST,
    ...below,
    6: line('1', '2 Februari 2023', 'Fatia', 'Kartu hilang'),
  });
  assert.deepEqual(
    rows.map((row) => row.joined),
    [[], []],
  );
  assert.deepEqual(
    ignored.map(({ reason }) => reason),
    ['header', 'total', 'title', 'header'],
  );
});

test('a line that may be a part of a sentence or of a signature block is kept, and said', () => {
  const [row] = read({ ...FIRST, 3: narrative('Koordinator PKH') }).rows;
  assert.deepEqual(row?.joined, [3]);
  assert.match(
    row?.doubts.find(({ rule }) => rule === 'row-joined')?.why ?? '',
    /Baris 3 mungkin judul, jumlah, atau tanda tangan/,
  );
});

test('TINDAK LANJUT that tells a story goes on below a page break, also with the word of a status', () => {
  const { rows } = read({
    1: ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'TINDAK LANJUT'],
    2: ['1', '2 Januari 2023', 'Elok', 'Bantuan berhenti sejak', 'Dijelaskan, berkasnya masih'],
    3: [null, null, null, 'bulan lalu.', 'dalam proses.'],
  });
  assert.deepEqual(
    rows.map((each) => each.joined),
    [[3]],
  );
});
