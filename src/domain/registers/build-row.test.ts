import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTEXT, HEAD, line, sheet } from '../../../test/a-register-sheet.ts';
import { readRegister } from './read-register.ts';

test('a row that is left out for its date says what is wrong with that date', () => {
  const pages = sheet('Buku', {
    1: HEAD,
    2: line('1', '1 April 2027', 'Elok', 'Bantuan berhenti'),
    3: line('2', '1824-04-01', 'Fatia', 'Kartu rusak'),
    4: line('3', 'kemarin', 'Gita', 'Kartu hilang'),
  });
  const reasons = readRegister([pages], CONTEXT).rows.map(({ reason }) => reason ?? 'diambil');
  const remedy = 'Betulkan tanggalnya, atau tambahkan bulan pada judul atau nama lembar.';
  const unknown = 'bulan lembar pun tidak diketahui.';
  assert.deepEqual(reasons, [
    `1 April 2027 belum tiba ketika register ini diimpor. ${remedy}`,
    `Tahun yang tertulis, 1824, tidak mungkin; ${unknown} ${remedy}`,
    `Tanggal tidak dapat dibaca; ${unknown} ${remedy}`,
  ]);
});
