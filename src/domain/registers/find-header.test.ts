import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isColumnNumbers, readHeader } from './find-header.ts';
import type { SheetCell, SheetRow } from './sheet.ts';

function row(
  number: number,
  texts: readonly (string | null)[],
  spread: Readonly<Record<number, 'right' | 'down'>> = {},
): SheetRow {
  const cells = texts.flatMap((text, column): SheetCell[] => {
    const direction = spread[column];
    return text === null ? [] : [{ column, text, ...(direction === undefined ? {} : { spread: direction }) }];
  });
  return { row: number, hidden: false, cells };
}

function meanings(rows: readonly SheetRow[]): string[] | null {
  return readHeader(rows, 0)?.columns.map((each) => each.meaning) ?? null;
}

test('columns are known by their meaning in whatever words and order an office has', () => {
  const heads: readonly (readonly [readonly string[], readonly string[]])[] = [
    [
      ['No.', 'Tgl. Aduan', 'Nama Pelapor', 'No. HP/WA', 'Alamat', 'Isi Pengaduan', 'Status', 'Tanggapan'],
      ['number', 'date', 'name', 'phone', 'address', 'matter', 'status', 'narrative'],
    ],
    [
      ['URAIAN', 'Pelapor', 'Hari / Tanggal', 'Media'],
      ['matter', 'name', 'date', 'channel'],
    ],
    [
      [
        'NO',
        'NAMA',
        'TANGGAL',
        'MATERI PENGADUAN',
        'KATEGORI PENGADUAN',
        'WAKTU PENERIMAAN',
        'STATUS PENYELESAIAN',
        'HASIL PENANGANAN',
      ],
      ['number', 'name', 'date', 'matter', 'class', 'received-time', 'status', 'narrative'],
    ],
    [
      [
        'Tracking ID',
        'Tanggal Laporan Masuk',
        'Nama Pelapor',
        'Klasifikasi Laporan',
        'Judul Laporan',
        'Isi Laporan Awal',
        'Status Laporan',
      ],
      ['number', 'date', 'name', 'class', 'title', 'matter', 'status'],
    ],
    [
      ['No', 'Tanggal', 'Nama', 'Keperluaan', 'Golongan Darah'],
      ['number', 'date', 'name', 'matter', 'unknown'],
    ],
    [
      ['No', 'Desa/Kelurahan', 'Kecamatan', 'NIK', 'Nama', 'Keluhan', 'Bidang'],
      ['number', 'village', 'district', 'nik', 'name', 'matter', 'unit'],
    ],
  ];
  for (const [headings, expected] of heads) assert.deepEqual(meanings([row(1, headings)]), expected);
});

test('a head of two rows is read as one, the group heading lending its meaning', () => {
  const above = row(4, ['NO', 'IDENTITAS PELAPOR', 'IDENTITAS PELAPOR', 'PENGADUAN', 'PENGADUAN', 'STATUS'], {
    2: 'right',
    4: 'right',
  });
  const below = row(5, ['NO', 'NAMA', 'ALAMAT', 'TANGGAL', 'ISI', 'STATUS'], { 0: 'down', 5: 'down' });
  const header = readHeader([above, below], 0);
  assert.equal(header?.height, 2);
  assert.deepEqual(
    header?.columns.map((each) => each.meaning),
    ['number', 'name', 'address', 'date', 'matter', 'status'],
  );
});

test('the first row of a table is no second row of its head, though its words together say more', () => {
  const head = row(1, ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'STATUS', 'WARNA']);
  for (const data of [
    ['1', '2 Januari 2023', 'Elok', null, null, 'Telepon balik'],
    ['1.', null, 'Elok', 'Mendesak', null, 'Telepon balik'],
    [null, null, 'Elok', 'Mendesak', 'Selesai', 'Telepon balik'],
  ])
    assert.equal(readHeader([head, row(2, data)], 0)?.height, 1, data.join());
});

test('a day of printing beside a head leaves it one; a row of the table with words of heads is none', () => {
  const head = row(1, ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'STATUS', '31 Desember 2023']);
  assert.equal(readHeader([head], 0)?.height, 1);
  const data = row(2, [
    'Anonim',
    'Selesai',
    'nama ketua',
    'Bantuan',
    'Tidak rahasia',
    '3 Januari 2023',
    'Ya',
  ]);
  assert.equal(readHeader([data], 0), null);
});

test('rows of the table, titles and signatures are no heads', () => {
  const rows = [
    [
      '1',
      'Rabu 04 Januari 2023',
      'Bagja',
      '081200000021',
      'Ds Melati',
      'Menanyakan bantuan',
      'Selesai',
      'Dijelaskan',
    ],
    ['LAPORAN PENGADUAN BULAN JANUARI'],
    ['Mengetahui', 'Kepala Dinas'],
    ['No', 'Jenis Pengaduan', 'Jumlah'],
  ];
  for (const texts of rows) assert.equal(readHeader([row(1, texts)], 0), null, texts.join());
});

test('the row of column numbers is known with and without brackets, also where columns were moved', () => {
  assert.equal(isColumnNumbers(row(5, ['1', '2', '3', '4'])), true);
  assert.equal(isColumnNumbers(row(5, ['(1)', '(2)', '(3)'])), true);
  assert.equal(isColumnNumbers(row(5, ['2', '1', '8'])), true);
  assert.equal(isColumnNumbers(row(5, ['1', '1', '1'])), false);
  assert.equal(isColumnNumbers(row(5, ['1', 'Rabu', '3'])), false);
});
