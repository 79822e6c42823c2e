import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { wholeLetters } from './read-json.ts';

const read = (text: string): unknown => JSON.parse(wholeLetters(text));

test('half of a letter becomes one that can be kept, in values and in names; whole letters stay', () => {
  assert.deepEqual(read('{"a\\ud800":["\\uDC00x","\\ud83d\\ude00","\\ud800\\ud83d\\ude00"]}'), {
    'a\ufffd': ['\ufffdx', '😀', '\ufffd😀'],
  });
});

test('a backslash before what looks like half of a letter is only a backslash', () => {
  assert.deepEqual(read('["\\\\ud800","\\\\\\ud800","\\u005cud800"]'), ['\\ud800', '\\\ufffd', '\\ud800']);
});

test('every text comes through as JSON with its halves mended', () => {
  const letters = fc.constantFrom('\\', '"', 'u', 'd800', '\ud83d', '\ude00', '\ud800', '\udfff', '\n', 'x');
  fc.assert(
    fc.property(fc.array(letters), (parts) => {
      const text = parts.join('');
      assert.equal(read(JSON.stringify(text)), text.toWellFormed());
    }),
  );
});

test('no JSON is read with a function for each value: a body of nothing but empty objects would stop the server', () => {
  const found = globSync('src/**/*.{ts,tsx}').filter((file) =>
    /JSON\.parse\([^()'"]*,/.test(readFileSync(file, 'utf8')),
  );
  assert.deepEqual(found, []);
});
