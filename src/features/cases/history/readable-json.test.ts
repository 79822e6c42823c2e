import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readableJson } from './readable-json.ts';

test('half a character and a NUL are refused by the name of their field', () => {
  for (const broken of ['\ud83d', 'a\udc00b', 'x\0y']) {
    assert.throws(() => readableJson({ event: { places: ['ok', broken] } }), {
      code: 'text-malformed',
      message: /event\.places\.1/,
    });
  }
});

test('whole characters and text that only looks like an escape pass as they are', () => {
  for (const whole of ['😀 Kantor', 'C:\\udin', '\\u0000', 'é']) {
    assert.deepEqual(JSON.parse(readableJson({ place: whole })), { place: whole });
  }
});
