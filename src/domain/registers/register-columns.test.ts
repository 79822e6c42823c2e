import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnExport, type RegisterEdition, type RegisterEntry, registerTable } from './register-columns.ts';

const ENTRY: RegisterEntry = {
  number: '12',
  receivedOn: '2023-01-04',
  precision: 'day',
  people: ['Elok Tiruan', 'Vinda'],
  anonymous: false,
  guarded: false,
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
  channel: 'Datang langsung',
  unit: '',
  withheld: null,
  cancelled: false,
};

function cells(entry: RegisterEntry, edition: RegisterEdition): Record<string, string> {
  const [head = [], row = []] = registerTable([entry], edition);
  return Object.fromEntries(head.map((heading, at) => [heading, row[at] ?? '']));
}

test('an export is pseudonymous unless unmasked', () => {
  const masked = cells(ENTRY, 'publik');
  assert.equal(masked.Nama, 'Pelapor 1 dan Pelapor 2');
  for (const heading of ['No HP', 'Atas Nama', 'Keperluan', 'Narasi']) assert.ok(!(heading in masked));
  assert.equal(masked.Alamat, 'Kebun Raya');
  assert.doesNotMatch(JSON.stringify(masked), /Elok|Vinda|Yekti|0812/);
  const open = cells(ENTRY, 'arsip');
  assert.equal(open.Nama, 'Elok Tiruan dan Vinda');
  assert.equal(open['No HP'], '081200000021');
  assert.equal(open['Atas Nama'], 'Yekti');
  assert.equal(open.Narasi, 'Elok Tiruan diberi penjelasan');
});

test('a protected or restricted case shows a number only, a cancelled one stands as BATAL, even unmasked (rules 6, 11, 27)', () => {
  for (const edition of ['arsip', 'publik'] as const) {
    for (const [withheld, word] of [
      ['protected', 'Dilindungi'],
      ['restricted', 'Terbatas'],
    ] as const) {
      const shown = Object.values(cells({ ...ENTRY, withheld }, edition)).filter((text) => text !== '');
      assert.deepEqual(shown, ['12', word]);
    }
    assert.equal(cells({ ...ENTRY, cancelled: true }, edition).Status, 'BATAL');
  }
});

test('rule 32: nobody of an anonymous or secret case is named, even unmasked; what became of it is', () => {
  for (const anonymous of [true, false]) {
    const shown = cells({ ...ENTRY, guarded: true, anonymous }, 'arsip');
    assert.doesNotMatch(JSON.stringify(shown), /Elok|Vinda|Yekti|0812|Melati/);
    assert.equal(shown.Nama, anonymous ? 'Anonim' : 'Dirahasiakan');
    assert.deepEqual(
      [shown.No, shown['Hari/Tanggal'], shown.Layanan, shown.Status, shown.Hasil],
      ['12', 'Rabu, 4 Januari 2023', 'PBI JK', 'Selesai', 'Dijelaskan'],
    );
  }
});

test('an export of ours is known by its head, with columns added too; a register of an office is not', () => {
  for (const edition of ['arsip', 'publik'] as const) {
    const [head = []] = registerTable([], edition);
    assert.equal(isOwnExport(head), true);
    assert.equal(isOwnExport([...head, 'Catatan saya']), true);
  }
  const book = ['NO', 'HARI/ TANGGAL', 'NAMA', 'NO HP', 'ALAMAT', 'KEPERLUAN', 'TINDAK LANJUT', 'NARASI'];
  assert.equal(isOwnExport(book), false);
});

test('the day is written with its weekday, a month alone without', () => {
  assert.equal(cells(ENTRY, 'publik')['Hari/Tanggal'], 'Rabu, 4 Januari 2023');
  assert.equal(
    cells({ ...ENTRY, receivedOn: '2023-01', precision: 'month' }, 'publik')['Hari/Tanggal'],
    'Januari 2023',
  );
});
