import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePersons } from './same-person.ts';

const CASES: readonly (readonly [string, string, 'same' | 'near' | 'different'])[] = [
  ['Bagja Contoh', 'bagja contoh', 'same'],
  ['Bagja Contoh', 'Bagja', 'same'],
  ['Hj. Elok', 'Elok Tiruan', 'same'],
  ['M. Contoh', 'Mahesa Contoh', 'same'],
  ['Gantari', 'Gantar', 'near'],
  ['Yuminah', 'Yuminar', 'near'],
  ['Juwita Sari', 'Juwta Sari', 'near'],
  ['Sri', 'Sari', 'near'],
  ['Lestari', 'Mahesa', 'different'],
  ['Esti Nurul Bayang', 'Dewani', 'different'],
  ['Adi', 'Ida', 'different'],
];

for (const [a, b, likeness] of CASES) {
  test(`«${a}» and «${b}» are ${likeness}`, () => {
    assert.equal(comparePersons(a, b), likeness);
    assert.equal(comparePersons(b, a), likeness);
  });
}
