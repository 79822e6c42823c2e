import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOfficeValue } from './office-value.ts';

const VALUES = [
  { key: 'pudak', label: 'Murung Pudak' },
  { key: 'blt-1', label: 'BLT Tahap 1' },
  { key: 'melati-a', label: 'Sungai Melati A' },
  { key: 'melati-b', label: 'Sungai Melati B' },
  { key: 'pkh', label: 'PKH' },
];

test('a key or label is found whatever its case and marks, and one slip of the pen is near it', () => {
  const said = (written: string) => {
    const found = findOfficeValue(VALUES, written);
    return found === null ? null : [found.value.key, found.near];
  };
  assert.deepEqual(said('murung-pudak'), ['pudak', false]);
  assert.deepEqual(said('blt 1'), ['blt-1', false]);
  for (const slip of ['Murung Puduk', 'Murung Pudk', 'Murung Puddak', 'Murung Pudka'])
    assert.deepEqual(said(slip), ['pudak', true], slip);
  assert.deepEqual(said('Sungai Melati A'), ['melati-a', false]);
});

test('another digit is another value, a short word has nothing near it, and of two that are near none is taken', () => {
  for (const other of ['BLT Tahap 2', 'BLT Tahap', 'BLT Tahap 11', 'PKM', 'Sungai Melati C', '', '–'])
    assert.equal(findOfficeValue(VALUES, other), null, other);
});
