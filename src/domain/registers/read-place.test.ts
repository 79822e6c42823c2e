import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlace } from './read-place.ts';

const CASES: readonly (readonly [string, string | null, string | null])[] = [
  ['Ds. Melati Rt 02 Kec. Kebun Raya', 'Melati', 'Kebun Raya'],
  ['Kel.Kenari Rt 09 Kec. Taman Sari', 'Kenari', 'Taman Sari'],
  ['Ds Kutilang Hulu Rt 01 KecKota', 'Kutilang Hulu', 'Kota'],
  ['Desa Melati, Kecamatan Hilir, Kabupaten Rekaan', 'Melati', 'Hilir'],
  ['Jl. Contoh No. 3', null, null],
];

for (const [address, village, district] of CASES) {
  test(`«${address}» lies in village ${village} of district ${district}`, () => {
    assert.deepEqual(readPlace(address), { village, district });
  });
}
