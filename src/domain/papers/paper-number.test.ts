import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberHelp, numberKey, numberRefusal, ownPattern, printOwnNumber } from './paper-number.ts';

test('rule 10: two spellings of one number of the agenda are one number', () => {
  assert.equal(numberKey('460/ 148 /VI/2023'), numberKey('460/148/vi/2023'));
  assert.notEqual(numberKey('460/148/VI/2023'), numberKey('460/149/VI/2023'));
});

test('rule 10: the field for the number offers classification, Roman month and year', () => {
  assert.equal(numberHelp({ letterClassification: '460' }, '2023-06-06'), '460/…/VI/2023');
  assert.equal(numberRefusal('  '), 'number-required');
  assert.equal(numberRefusal('460/…/VI/2023'), 'number-unfit');
  assert.equal(numberRefusal('tanpa angka'), 'number-unfit');
  assert.equal(numberRefusal('1167/DINSOS/SET.1/337/12/2022'), null);
  assert.equal(numberRefusal('21 Tahun 2023'), null);
});

test('rule 9: forms and receipts have a series of their own; letters only where the office leaves them to Tanggap', () => {
  assert.equal(ownPattern('formulir-pengaduan', {}), 'FP-{number}/{year}');
  assert.equal(ownPattern('surat-tugas', {}), null);
  const letters = [{ kind: 'surat-tugas', pattern: '094/{number}/{month-roman}/{year}' }];
  const pattern = ownPattern('surat-tugas', { letters });
  assert.equal(printOwnNumber(pattern ?? '', 7, '2027-04-09'), '094/7/IV/2027');
  assert.equal(
    ownPattern('daftar-hadir', { letters: [{ kind: 'daftar-hadir', pattern: '{number}' }] }),
    null,
  );
});
