import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findableValues, nameTokens, normalEmail, normalNik, normalPhone } from './person.ts';

test('a telephone number is one number however it is written', () => {
  for (const written of ['0812-0000-0011', '+62 812 0000 0011', '62812 00000011', '812.0000.0011']) {
    assert.equal(normalPhone(written), '6281200000011');
  }
  for (const written of ['', '12', 'tidak ada', '0'.repeat(30)]) assert.equal(normalPhone(written), null);
});

test('a NIK has sixteen digits, an e-mail its sign', () => {
  assert.equal(normalNik('6309 0000 0000 0001'), '6309000000000001');
  assert.equal(normalNik('6309'), null);
  assert.equal(normalEmail(' Warga@Contoh.Example '), 'warga@contoh.example');
  assert.equal(normalEmail('bukan surel'), null);
});

test('a name is found by each of its words without accents, not by initials', () => {
  assert.deepEqual(nameTokens('H. M. Contóh Warga, S.Sos'), ['contoh', 'warga', 'sos']);
});

test('several numbers in one field are each found', () => {
  const person = {
    name: null,
    phone: '0812-0000-0011 / 0812-0000-0012',
    email: null,
    address: null,
    nik: null,
  };
  assert.deepEqual(
    findableValues(person).map((one) => one.value),
    ['6281200000011', '6281200000012'],
  );
});
