import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from './errors.ts';
import { openTurnstile, openTurnstileByKey } from './turnstile.ts';

test('no more than the allowed number are at work, in order; who finds the queue full is turned away at once', async () => {
  const pass = openTurnstile(2, 3);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const come = (one: number) =>
    pass(async () => {
      begun.push(one);
      await new Promise<void>((resolve) => ends.push(resolve));
      return one;
    });
  const first = [0, 1, 2, 3, 4].map(come);
  await assert.rejects(come(5), (error) => error instanceof Fault && error.code === 'busy');
  assert.deepEqual(begun, [0, 1]);
  for (let one = 0; one < 5; one += 1) {
    ends[one]?.();
    assert.equal(await first[one], one);
  }
  assert.deepEqual(begun, [0, 1, 2, 3, 4]);
});

test('a work that fails leaves its place to the next', async () => {
  const pass = openTurnstile(1, 1);
  const failed = pass(() => Promise.reject(new Error('broken')));
  const next = pass(async () => 'done');
  await assert.rejects(failed, /broken/);
  assert.equal(await next, 'done');
});

test('by key: whoever floods fills his own queue, and another key is let through at once', async () => {
  const pass = openTurnstileByKey(1, 1);
  const ends: (() => void)[] = [];
  const hold = () => pass('a', () => new Promise<void>((resolve) => ends.push(resolve)));
  const held = [hold(), hold()];
  await assert.rejects(hold(), (error) => error instanceof Fault && error.code === 'busy');
  assert.equal(await pass('b', async () => 'done'), 'done');
  for (const one of held) {
    ends.shift()?.();
    await one;
  }
  assert.equal(await pass('a', async () => 'again'), 'again');
});
