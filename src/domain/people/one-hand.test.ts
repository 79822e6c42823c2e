import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOneHand, type PasswordMade } from './one-hand.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const made = (type: PasswordMade['type'], account: string, by: string | null, daysAgo: number) => {
  return { type, account, by, at: NOW - daysAgo * DAY };
};
const one = (...entries: PasswordMade[]) => isOneHand(entries, 'a', 'b', NOW);
const chosen = (account: string, daysAgo: number) => made('password-changed', account, account, daysAgo);

test('rule 32: who reset a password is for seven days no second person to its holder, nor is the holder to him', () => {
  assert.equal(one(made('password-reset', 'b', 'a', 7), chosen('b', 6)), true);
  assert.equal(one(made('password-reset', 'a', 'b', 7), chosen('a', 6)), true);
  assert.equal(one(made('password-reset', 'b', 'a', 8), chosen('b', 6)), false);
  assert.equal(one(), false);
});

test('rule 32: a password that another made counts until the holder has chosen his own, however long ago', () => {
  assert.equal(one(made('account-created', 'b', 'a', 90)), true);
  assert.equal(one(made('account-created', 'b', 'a', 90), chosen('b', 60)), false);
  assert.equal(one(chosen('b', 91), made('password-reset', 'b', 'a', 90)), true);
});

test('rule 32: passwords that one hand made for both join the two, also over others', () => {
  const both = [made('password-reset', 'a', 'x', 1), made('password-reset', 'b', 'x', 1)];
  assert.equal(one(...both), true);
  assert.equal(one(made('password-reset', 'y', 'a', 1), made('password-reset', 'b', 'y', 1)), true);
  assert.equal(one(made('password-reset', 'a', 'x', 1), made('password-reset', 'b', 'y', 1)), false);
});

test('what was made at the console or at the first visit joins nobody', () => {
  assert.equal(one(made('account-created', 'a', null, 1), made('account-created', 'b', null, 1)), false);
});
