import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, CONTEXT, sheet } from '../../../test/a-register-sheet.ts';
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
