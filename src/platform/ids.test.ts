import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from './ids.ts';
import { normaliseCode, randomCode } from './random-code.ts';

test('ids are UUIDs of version 7 in the order of their making', () => {
  const ids = Array.from({ length: 20_000 }, () => uuidv7());
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('an id carries its millisecond', () => {
  const now = Date.UTC(2100, 0, 1);
  assert.equal(Number.parseInt(uuidv7(now).replaceAll('-', '').slice(0, 12), 16), now);
});

test('a code has no letters that are taken for one another, and is found however it is typed', () => {
  const code = randomCode(2000);
  assert.doesNotMatch(code, /[01ILOU]/);
  assert.match(code, /^[2-9A-Z]{2000}$/);
  assert.equal(normaliseCode(' ab2-c3 d4 '), 'AB2C3D4');
});
