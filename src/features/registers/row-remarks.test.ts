import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainRowNumber, rowRemarks } from './row-remarks.ts';

const ROW = {
  ...{ doubts: [], kept: [], sourceNumber: null, people: [], concerns: [], phones: [] },
  ...{ email: null, nik: null, address: null },
};
const SARI = { ...ROW, people: [{ name: 'Sari Contoh', as: 'self' }] } as const;

test('a number of the book stands in the history; what else stood in its column goes to the person, or to the erasable remarks', () => {
  const plain = { ...SARI, sourceNumber: 'S' };
  assert.equal(plainRowNumber(plain), 'S');
  assert.deepEqual(rowRemarks(plain), { remarks: '', ofPeople: '' });
  const odd = { ...SARI, sourceNumber: '0812-0000-0011' };
  assert.equal(plainRowNumber(odd), null);
  const said = 'Tertulis pada kolom nomor: 0812-0000-0011';
  assert.deepEqual(rowRemarks(odd), { remarks: '', ofPeople: said });
  assert.deepEqual(rowRemarks({ ...odd, people: [] }), { remarks: said, ofPeople: '' });
  assert.deepEqual(rowRemarks(ROW), { remarks: '', ofPeople: '' });
});

test('what the cells about people say goes to the vault; the remarks keep what was doubted of them and nothing written', () => {
  const doubt = { sheet: 'JAN', row: 5, candidates: [] };
  const row = {
    ...SARI,
    kept: [
      { heading: 'Nomor telepon menurut register', text: '08-120' },
      { heading: 'Paraf', text: 'AB' },
    ],
    doubts: [
      {
        ...doubt,
        field: 'date',
        rule: 'weekday-mismatch',
        written: 'Senin, 4/1/23',
        taken: '2023-01-04',
        why: 'Hari keliru.',
      },
      {
        ...doubt,
        field: 'name',
        rule: 'name-mismatch',
        written: 'Budi Contoh',
        taken: 'Sari Contoh',
        why: 'Nama lain.',
      },
      {
        ...doubt,
        field: 'phone',
        rule: 'phone-invalid',
        written: '08-120',
        taken: null,
        why: 'Bukan nomor.',
      },
      {
        ...doubt,
        field: 'kind',
        rule: 'kind-suggested',
        written: 'Kartu Sari Contoh',
        taken: 'pengaduan',
        why: 'Mungkin aspirasi.',
      },
    ],
  } as const;
  assert.deepEqual(rowRemarks(row), {
    remarks:
      'Hari keliru. Tertulis: “Senin, 4/1/23”. Diambil: 4 Januari 2023.\nNama lain.\nBukan nomor.\nMungkin aspirasi.\nParaf: AB',
    ofPeople: 'Tertulis: “Budi Contoh”. Diambil: Sari Contoh. Tertulis: “08-120”.',
  });
});
