import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanLine, cleanText } from './clean-text.ts';

test('control characters, bidi orders and broken halves go, words and lines stay', () => {
  assert.equal(cleanText('a\u0000b\u0007\u202Ec\uFEFFd\uD800e'), 'abcd\uFFFDe');
  assert.equal(cleanText('satu\r\ndua\rtiga\u2028empat'), 'satu\ndua\ntiga\nempat');
  assert.equal(
    cleanText('=1+1 <b>$x$</b> #eval("x") @ref 😀 مرحبا'),
    '=1+1 <b>$x$</b> #eval("x") @ref 😀 مرحبا',
  );
  assert.equal(cleanLine('  dua \n\t baris  '), 'dua baris');
});

test('any text comes out well-formed and legal in XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cleaned = cleanText(text);
      assert.ok(cleaned.isWellFormed());
      assert.doesNotMatch(cleaned, /(?!\n)\p{Cc}|\p{Noncharacter_Code_Point}/u);
      assert.equal(cleanText(cleaned), cleaned);
    }),
  );
});
