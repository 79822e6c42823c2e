import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFigure, formatNumber, formatTenths } from './format-number.ts';

test('thousands have a point and decimals a comma', () => {
  assert.equal(formatNumber(0, 0), '0');
  assert.equal(formatNumber(999, 0), '999');
  assert.equal(formatNumber(1627, 0), '1.627');
  assert.equal(formatNumber(1_234_567.25, 2), '1.234.567,25');
  assert.equal(formatNumber(-1200, 0), '−1.200');
  assert.equal(formatNumber(-0.01, 1), '0,0');
  assert.equal(formatNumber(1627.5, 1, 'en'), '1,627.5');
});

test('a share keeps its one decimal, also when it is whole', () => {
  assert.equal(formatTenths(279), '27,9');
  assert.equal(formatTenths(1000), '100,0');
  assert.equal(formatFigure({ value: 852, format: 'percent' }), '85,2%');
});

test('words stand behind the number or alone', () => {
  assert.equal(formatFigure({ value: 43, format: 'count-words' }), '43 (empat puluh tiga)');
  assert.equal(formatFigure({ value: 43, format: 'words' }), 'empat puluh tiga');
  assert.equal(formatFigure({ value: 2.5, format: 'decimal-1' }), '2,5');
});

test('what cannot be said is a dash, not a zero', () => {
  assert.equal(formatFigure({ value: null, format: 'percent' }), '–');
});
