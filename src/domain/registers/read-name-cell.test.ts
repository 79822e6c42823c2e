import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNameCell } from './read-name-cell.ts';

const CASES: readonly (readonly [string, readonly string[], readonly string[], boolean])[] = [
  ['Vinda dan Wulan Angan', ['Vinda self', 'Wulan Angan self'], [], false],
  ['Utari, Wening, Yekti', ['Utari self', 'Wening self', 'Yekti self'], [], false],
  ['Gilang Contoh, S.Sos', ['Gilang Contoh, S.Sos self'], [], false],
  ['Ibu Elok Tiruan', ['Elok Tiruan self'], [], false],
  ['1. Utari 2. Wening', ['Utari 2. Wening self'], [], false],
  ['Bagja a.n. Citra Uji', ['Bagja proxy'], ['Citra Uji'], false],
  ['Anonim', [], [], true],
  ['ANONIM (tidak mau disebutkan)', [], [], true],
  ['Hamba Allah', [], [], true],
  ['-', [], [], false],
  ['', [], [], false],
  ['Warga Desa Melati', ['Warga Desa Melati group'], [], false],
  ['Panti Contoh Kasih', ['Panti Contoh Kasih institution'], [], false],
  ['Jaka (Kepala Desa Seruni)', ['Jaka (Kepala Desa Seruni) official'], [], false],
];

for (const [cell, people, concerns, anonymous] of CASES) {
  test(`the name cell «${cell}» holds [${people.join('; ')}]${concerns.length > 0 ? ` for ${concerns.join(', ')}` : ''}`, () => {
    const read = readNameCell(cell);
    assert.deepEqual(
      read.people.map((each) => `${each.name} ${each.as}`),
      people,
    );
    assert.deepEqual(
      read.concerns.map((each) => each.name),
      concerns,
    );
    assert.equal(read.anonymous, anonymous);
  });
}
