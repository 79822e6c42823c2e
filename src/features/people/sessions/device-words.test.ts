import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceWords } from './device-words.ts';
import { networkWords } from './network-words.ts';

test('a browser is named with its system, and one that says nothing known is not', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
  assert.equal(deviceWords(windows), 'Chrome, Windows');
  const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';
  assert.equal(deviceWords(phone), 'Firefox, Android');
  for (const nothing of [undefined, '', 'x'.repeat(501)]) assert.equal(deviceWords(nothing), '');
});

test('of an address its first part is told, never the whole', () => {
  for (const [address, wanted] of [
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['2001:db8:12:34::9', '2001:db8:12:*'],
    ['', ''],
    ['<script>', ''],
  ] as const)
    assert.equal(networkWords(address), wanted, address);
});
