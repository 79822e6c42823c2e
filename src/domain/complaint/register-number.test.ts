import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstNumberOf, printRegisterNumber } from './register-number.ts';

test('rule 9: the printed number follows the pattern of the office, months in Roman figures', () => {
  assert.equal(printRegisterNumber('{number}/{month-roman}/{year}', 88, '2026-11-22'), '88/XI/2026');
  assert.equal(printRegisterNumber('460/{number:4}/{month}/{year}', 7, '2023-04-30'), '460/0007/04/2023');
});

test('a width never cuts a number and an unknown word stays as it is written', () => {
  assert.equal(printRegisterNumber('{number:2}-{nomor}', 1234, '2026-01-01'), '1234-{nomor}');
});

test('twelve months are I to XII', () => {
  const days = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`);
  const months = days.map((day) => printRegisterNumber('{month-roman}', 1, day));
  assert.equal(months.join(' '), 'I II III IV V VI VII VIII IX X XI XII');
});

test('rule 9: a year begins where its paper book stood, any other with 1', () => {
  const numbers = { startAt: [{ year: 2026, next: 88 }] };
  assert.deepEqual([firstNumberOf(numbers, 2026), firstNumberOf(numbers, 2027)], [88, 1]);
});
