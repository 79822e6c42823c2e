import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneTimePassword } from './password.ts';
import { findPasswordFault } from './password-fault.ts';

const known = ['Rina Contoh', 'rina.contoh@dinsos.contoh.id', 'Dinas Sosial Kabupaten Tabalong'];

test('a password of several words is taken whatever signs it has', async () => {
  for (const good of [
    'kuda hijau laut',
    'pasar ikan pagi',
    'rumah di bukit',
    'x7kd-22mp-q9ra',
    '22a3-45c7-8d99',
    '0197c9d2-1b7e-7abc-8def-0123456789ab',
    'sungai-barito-meluap',
    'KOPI TANPA GULA LAGI',
    'rina makan durian malam',
    '🌧🌧 hujan turun deras',
  ])
    assert.equal(await findPasswordFault(good, known), null, good);
});

test('a password has at least twelve letters, of whatever script, and at most two hundred', async () => {
  assert.equal(await findPasswordFault('kuda hijau', known), 'password-too-short');
  assert.equal(await findPasswordFault('🐎🐎🐎🐎🐎🐎🐎🐎', known), 'password-too-short');
  assert.equal(await findPasswordFault('kuda laut '.repeat(21), known), 'password-too-long');
});

test('every password that is made for somebody may be taken as one', async () => {
  for (let made = 0; made < 3_000; made += 1) {
    const password = oneTimePassword();
    assert.equal(await findPasswordFault(password, []), null, password);
  }
});

test('what was found in breaches is refused, also with letters changed and figures put to an end', async () => {
  for (const bad of [
    '1qaz2wsx3edc',
    'password1234',
    'P@ssw0rd2024!',
    'qwertyuiop123',
    'iloveyou1234',
    'bismillah12345',
    'indonesia2026',
    'Merdeka171945',
    '***jakarta***',
    '081234567890',
  ])
    assert.equal(await findPasswordFault(bad, known), 'password-common', bad);
});

test('what repeats itself or follows the alphabet is refused', async () => {
  for (const bad of [
    'aaaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijkl',
    '123456789012',
    'passwordpassword',
    '1234567890123',
  ])
    assert.equal(
      ['password-too-plain', 'password-common'].includes((await findPasswordFault(bad, known)) ?? ''),
      true,
      bad,
    );
});

test('name, e-mail and office are refused when little else is in it', async () => {
  for (const bad of [
    'rina@contoh.id',
    'rinacontoh2026',
    'RinaRina2026!!',
    'tabalong2026!!',
    'dinsostabalong1',
    'Dinas Sosial Tabalong',
  ])
    assert.equal(await findPasswordFault(bad, known), 'password-known', bad);
});
