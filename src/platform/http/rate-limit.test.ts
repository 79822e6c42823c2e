import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRateLimit } from './rate-limit.ts';

test('an address is let in as often as its window allows, and again in the next window', () => {
  const limit = openRateLimit(3, 60_000);
  const taken = [0, 1, 2, 3].map(() => limit.take('203.0.113.1', 1_000));
  assert.deepEqual(taken, [true, true, true, false]);
  assert.equal(limit.take('203.0.113.2', 1_000), true, 'another address has its own count');
  assert.equal(limit.take('203.0.113.1', 61_000), true);
});

test('who has no address is always let in: it is this machine itself', () => {
  const limit = openRateLimit(1, 60_000);
  assert.deepEqual([limit.take(null, 0), limit.take(null, 0), limit.take(null, 0)], [true, true, true]);
});
