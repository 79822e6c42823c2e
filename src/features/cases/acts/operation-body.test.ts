import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defined } from './operation-body.schema.ts';

test('what was not said is left out, what was said to be nothing stays, and each value stays what it was', () => {
  const on = new Date(0);
  const said = defined({ service: undefined, place: null, count: 0, text: '', on });
  assert.deepEqual(Object.keys(said), ['place', 'count', 'text', 'on']);
  assert.equal(said.place, null);
  assert.equal(said.on, on);
});
