import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REGISTER_COLUMNS, type RegisterEntry, registerTable } from './register-columns.ts';

const ENTRY: RegisterEntry = {
  number: '12',
  receivedOn: '2023-01-04',
  precision: 'day',
  people: ['Elok Tiruan', 'Vinda'],
  anonymous: false,
  concerns: ['Yekti'],
  phones: ['081200000021'],
  address: 'Ds Melati Rt 02 Kec Kebun Raya',
  place: 'Kebun Raya',
  matter: 'Mengaktifkan kartu atas nama Yekti',
  narrative: 'Elok Tiruan diberi penjelasan',
  status: 'Selesai',
  outcome: 'Dijelaskan',
  kind: 'Pengaduan',
  service: 'PBI JK',
  severity: 'Ringan',
  category: '',
  channel: 'Datang langsung',
  unit: '',
  protected: false,
  cancelled: false,
};

function cells(entry: RegisterEntry, unmasked: boolean): Record<string, string> {
  const [head = [], row = []] = registerTable([entry], REGISTER_COLUMNS, unmasked);
  return Object.fromEntries(head.map((heading, at) => [heading, row[at] ?? '']));
}

test('an export is pseudonymous unless unmasked', () => {
  const masked = cells(ENTRY, false);
  assert.equal(masked.Nama, 'Pelapor 1 dan Pelapor 2');
  assert.equal(masked['No HP'], '');
  assert.equal(masked.Alamat, 'Kebun Raya');
  assert.doesNotMatch(JSON.stringify(masked), /Elok|Vinda|Yekti|0812/);
  const open = cells(ENTRY, true);
  assert.equal(open.Nama, 'Elok Tiruan dan Vinda');
  assert.equal(open['No HP'], '081200000021');
});

test('a protected case shows a number only, a cancelled one stands as BATAL, even unmasked', () => {
  for (const unmasked of [true, false]) {
    const guarded = cells({ ...ENTRY, protected: true }, unmasked);
    assert.deepEqual(
      Object.values(guarded).filter((text) => text !== ''),
      ['12', 'Dilindungi'],
    );
    assert.equal(cells({ ...ENTRY, cancelled: true }, unmasked).Status, 'BATAL');
  }
});

test('the day is written with its weekday, a month alone without', () => {
  assert.equal(cells(ENTRY, false)['Hari/Tanggal'], 'Rabu, 4 Januari 2023');
  assert.equal(
    cells({ ...ENTRY, receivedOn: '2023-01', precision: 'month' }, false)['Hari/Tanggal'],
    'Januari 2023',
  );
});
