import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cells, HEAD, imported, line } from '../../../test/a-register-sheet.ts';

test('rule 3: a row is said to be another one again only for the same person on the same day with the same matter', () => {
  const pairs: readonly (readonly [string, Cells, Cells, boolean])[] = [
    [
      'written twice',
      line('1', '2 Januari 2023', 'Elok Sari', 'Bantuan PKH berhenti'),
      line('2', '2 Januari 2023', 'Elok Sarii', 'Bantuan PKH berhenti'),
      true,
    ],
    [
      'neighbours',
      line('1', '2 Januari 2023', 'Elok Sari', 'Bantuan PKH berhenti'),
      line('2', '2 Januari 2023', 'Gantari', 'Bantuan PKH berhenti'),
      false,
    ],
    [
      'another matter',
      line('1', '2 Januari 2023', 'Elok Sari', 'Bantuan PKH berhenti'),
      line('2', '2 Januari 2023', 'Elok Sari', 'Kartu KIS hilang di pasar'),
      false,
    ],
    [
      'another day',
      line('1', '2 Januari 2023', 'Elok Sari', 'Bantuan PKH berhenti'),
      line('2', '9 Januari 2023', 'Elok Sari', 'Bantuan PKH berhenti'),
      false,
    ],
  ];
  for (const [what, first, second, isTwice] of pairs) {
    const doubts = imported({ 1: HEAD, 2: first, 3: second }).flatMap((row) => row.doubts);
    assert.equal(
      doubts.some(({ rule }) => rule === 'probable-duplicate'),
      isTwice,
      what,
    );
  }
});
