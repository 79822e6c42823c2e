import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTimeStep, secretAddress, secretInLetters, timeCodeAt, timeStepAt } from './time-code.ts';

/** RFC 6238, appendix B: the secret of its test vectors for SHA-1. */
const SECRET = Buffer.from('12345678901234567890');

test('RFC 6238: the codes of its test vectors are taken at their moment', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ] as const) {
    assert.equal(timeCodeAt(SECRET, seconds * 1000), code);
    assert.equal(findTimeStep(SECRET, code, seconds * 1000), timeStepAt(seconds * 1000));
  }
});

test('a clock that differs by one step either way is forgiven, one of two steps is not', () => {
  const now = 1_775_437_215_000;
  for (const [steps, taken] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const code = timeCodeAt(SECRET, now + steps * 30_000);
    assert.equal(findTimeStep(SECRET, code, now), taken ? timeStepAt(now) + steps : null, String(steps));
  }
});

test('what is no code of six digits is none', () => {
  for (const typed of ['', '28708', '2870822', '28708a', '２８７０８２'])
    assert.equal(findTimeStep(SECRET, typed, 59_000), null, typed);
});

test('the secret is told in letters of four and in an address that names office and account', () => {
  assert.equal(secretInLetters(SECRET), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  const address = secretAddress(SECRET, { office: 'Dinsos Contoh', email: 'rina@contoh.id' });
  assert.match(address, /^otpauth:\/\/totp\/Tanggap%20Dinsos%20Contoh:rina%40contoh\.id\?/);
  assert.match(address, /secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/);
});
