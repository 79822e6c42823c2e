import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONTEXT, HEAD, imported, line, sheet } from '../../../test/a-register-sheet.ts';
import { readRegister } from './read-register.ts';
import type { SheetCell } from './sheet.ts';

test('a value merged down over several rows counts for each of them', () => {
  const spread = (text: string): Partial<SheetCell> => ({ text, spread: 'down' });
  const rows = imported({
    1: HEAD,
    2: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'),
    3: ['2', spread('2 Januari 2023'), 'Fatia', 'Ds Melati', 'Kartu hilang', 'Selesai', 'Dijelaskan.'],
  });
  assert.deepEqual(
    rows.map((row) => row.receipt.on),
    ['2023-01-02', '2023-01-02'],
  );
  assert.ok(rows[1]?.doubts.some((doubt) => doubt.rule === 'merged-cell' && doubt.field === 'date'));
});

test('a numbered line with nothing but what is merged down over it is no complaint', () => {
  const merged: Partial<SheetCell> = { text: 'Selesai', spread: 'down' };
  const reading = readRegister(
    [
      sheet('Januari', {
        1: HEAD,
        2: line('1', '2 Januari 2023', 'Elok', 'Bantuan berhenti'),
        3: ['2', '3 Januari 2023', null, null, null, merged],
        4: ['3', '3 Januari 2023', 'Fatia', null, null, merged],
      }),
    ],
    CONTEXT,
  );
  assert.deepEqual(
    reading.rows.map((row) => row.verdict),
    ['imported', 'skipped', 'imported'],
  );
});
