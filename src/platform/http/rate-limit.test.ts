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

test('what is given back may be taken again, in the same window only', () => {
  const limit = openRateLimit(1, 60_000);
  const address = '203.0.113.1';
  assert.equal(limit.take(address, 0), true);
  limit.giveBack(address, 0);
  assert.deepEqual([limit.take(address, 1), limit.take(address, 2)], [true, false]);
  assert.equal(limit.take(address, 60_000), true);
  limit.giveBack(address, 59_999);
  assert.equal(
    limit.take(address, 60_001),
    false,
    'what an earlier window gave does not come back in this one',
  );
});

test('a flood of other addresses makes nobody forgotten who keeps knocking', () => {
  const limit = openRateLimit(2, 60_000, 100);
  const [loud, silent] = ['203.0.113.1', '203.0.113.2'];
  assert.deepEqual(
    [limit.take(silent, 0), limit.take(silent, 0), limit.take(silent, 0)],
    [true, true, false],
  );
  const answers = Array.from({ length: 1_000 }, (_, one) => {
    if (one % 50 === 0) return limit.take(loud, 1);
    return limit.take(`198.51.${one % 250}.${Math.floor(one / 250)}`, 1);
  });
  const ofLoud = answers.filter((_, one) => one % 50 === 0);
  assert.deepEqual([ofLoud.length, ofLoud.filter(Boolean).length], [20, 2]);
  assert.equal(limit.take(silent, 1), true, 'the longest silent one made room');
});

test('the addresses of one IPv6 /64 are one', () => {
  const limit = openRateLimit(1, 60_000);
  assert.deepEqual([limit.take('2001:db8:1:2::1', 0), limit.take('2001:db8:1:2:9::f', 0)], [true, false]);
});

test('whoever holds a whole /48 gets four times as much as one of its networks, and not 65,536 times', () => {
  const limit = openRateLimit(2, 60_000);
  const site = Array.from({ length: 20 }, (_, one) => `2001:db8:5:${one}::1`);
  assert.equal(site.filter((address) => limit.take(address, 0)).length, 8);
  assert.equal(limit.take('2001:db8:6:1::1', 0), true);
  for (const address of site) limit.giveBack(address, 0);
  assert.equal(limit.take('2001:db8:5:77::1', 0), true);
});
