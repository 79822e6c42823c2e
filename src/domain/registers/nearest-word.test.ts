import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestWord } from './nearest-word.ts';

describe('the word that was most likely meant', () => {
  const allowed = ['dispose', 'forward', 'register', 'file'];
  for (const [written, meant] of [
    ['dispos', 'dispose'],
    ['fowrard', 'forward'],
    ['Register', 'register'],
    ['regsiter', 'register'],
    ['fiel', 'file'],
    ['xyz', null],
    ['', null],
    ['verifikasi', null],
  ] as const) {
    it(`"${written}" → ${meant ?? 'none'}`, () => {
      assert.equal(nearestWord(written, allowed), meant);
    });
  }
});
