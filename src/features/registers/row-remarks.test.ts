import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRowNumber, rowRemarks } from './row-remarks.ts';

test('a number of the book stands in the history; what else stood in its column goes to the erasable remarks', () => {
  const row = { doubts: [], kept: [] };
  const plain = { ...row, sourceNumber: 'S' };
  assert.equal(plainRowNumber(plain), 'S');
  assert.equal(rowRemarks(plain), '');
  const personal = { ...row, sourceNumber: '0812-0000-0011' };
  assert.equal(plainRowNumber(personal), null);
  assert.equal(rowRemarks(personal), 'Tertulis pada kolom nomor: 0812-0000-0011');
  assert.equal(rowRemarks({ ...row, sourceNumber: null }), '');
});
