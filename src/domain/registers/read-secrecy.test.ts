import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEAD, imported, line } from '../../../test/a-register-sheet.ts';
import { readSecrecy } from './read-secrecy.ts';

const said = (text: string) => {
  const { anonymous, secret, clear } = readSecrecy(text);
  return [anonymous, secret, clear];
};

test('anonymous and secret are whole phrases, and what denies them is neither', () => {
  for (const text of ['Anonim', 'ANONIM.', 'Tanpa nama'])
    assert.deepEqual(said(text), [true, false, true], text);
  for (const text of ['Rahasia', 'Dirahasiakan', 'Tidak publik', 'Bukan terbuka', 'Tertutup'])
    assert.deepEqual(said(text), [false, true, true], text);
  for (const text of ['Anonim, Rahasia', 'Rahasia & anonim', 'anonim dan dirahasiakan', 'Anonim/Rahasia']) {
    assert.deepEqual(said(text), [true, true, true], text);
  }
  const plain = [
    'Tidak Rahasia',
    'Tidak tertutup',
    'Umum',
    'Bukan Anonim',
    'tdk dirahasiakan',
    'Non-Anonim',
    'Publik',
    'Terbuka',
    '',
  ];
  for (const text of [...plain, 'Publik (tidak rahasia)', 'Tidak anonim dan tidak rahasia', 'Biasa']) {
    assert.deepEqual(said(text), [false, false, true], text);
  }
});

test('a mark between a no and the word denies nothing: the cell stays sealed', () => {
  for (const text of [
    'Terbuka? Tidak, rahasia',
    'Tidak, rahasia',
    'Umum: tidak; Rahasia',
    'Tidak. Rahasia.',
    'Tidak - Rahasia',
    'Publik: Tidak\nRahasia',
  ]) {
    assert.deepEqual(said(text), [false, true, false], text);
  }
  assert.deepEqual(said('Umum tidak rahasia'), [false, true, false]);
  assert.deepEqual(said('Tidak boleh dibuka untuk umum'), [false, true, false]);
});

test('what holds the word and says neither for sure stays sealed', () => {
  assert.deepEqual(said('Tidak anonim/rahasia'), [true, true, false]);
  assert.deepEqual(said('Bukan anonim tetapi rahasia'), [true, true, false]);
  assert.deepEqual(said('Rahasia, tidak boleh dibuka'), [false, true, false]);
  assert.deepEqual(said('Anonim: tidak'), [true, false, false]);
  for (const text of [
    'Rahasiakan identitas',
    'Mohon merahasiakan nama',
    'Tidak untuk umum',
    'Privasi dijaga',
    'Confidential',
  ]) {
    assert.deepEqual(said(text), [false, true, false], text);
  }
  for (const text of ['Anonimus', 'Nama samaran', 'Tanpa identitas', 'Identitas disembunyikan']) {
    assert.deepEqual(said(text), [true, false, false], text);
  }
});

test('what is no word of secrecy and none that stands beside it is not clear, and nothing is sealed by it', () => {
  for (const text of ['Pengaduan', 'Permintaan Informasi', 'Berat', 'Tidak langsung', 'Sangat segera']) {
    assert.deepEqual(said(text), [false, false, true], text);
  }
  for (const text of ['Ya', 'Terbatas', 'Hanya petugas', 'Merdeka']) {
    assert.deepEqual(said(text), [false, false, false], text);
  }
});

test('each of several columns of secrecy is read, whatever stands in the one before it', () => {
  const sealed = (heads: readonly [string, string], cells: readonly [string, string]) =>
    imported({
      1: [...HEAD, ...heads],
      2: [...line('1', '3 Januari 2023', 'Elok', 'Bantuan berhenti'), ...cells],
    }).map(({ anonymous, secret }) => [anonymous, secret]);
  assert.deepEqual(sealed(['SIFAT PENGADUAN', 'TIPE LAPORAN'], ['Mendesak', 'Rahasia']), [[false, true]]);
  assert.deepEqual(sealed(['KERAHASIAAN', 'TIPE LAPORAN'], ['', 'Anonim']), [[true, false]]);
  assert.deepEqual(sealed(['SIFAT', 'KERAHASIAAN'], ['Biasa', 'Rahasia']), [[false, true]]);
});

test('a row says a doubt where it was sealed for want of a clear word, each column by itself', () => {
  const rows = imported({
    1: [...HEAD, 'SIFAT', 'TIPE LAPORAN'],
    2: [...line('1', '3 Januari 2023', 'Elok', 'Bantuan berhenti'), 'Tidak Rahasia', 'Bukan Anonim'],
    3: [...line('2', '4 Januari 2023', 'Fatia', 'Kartu rusak'), 'Rahasia', 'Bukan Anonim'],
    4: [...line('3', '5 Januari 2023', 'Gita', 'Kartu hilang'), 'Rahasia?? tanya dulu', 'Publik'],
  });
  assert.deepEqual(
    rows.map(({ anonymous, secret, doubts }) => [
      anonymous,
      secret,
      doubts.flatMap(({ rule, written }) => (rule === 'value-unknown' ? [written] : [])),
    ]),
    [
      [false, false, []],
      [false, true, []],
      [false, true, ['Rahasia?? tanya dulu']],
    ],
  );
});

test('a heading that names secrecy is no class, and a class that says it seals the row', () => {
  const sealed = (heading: string, cell: string) =>
    imported({
      1: [...HEAD, heading],
      2: [...line('1', '3 Januari 2023', 'Elok', 'Bantuan berhenti'), cell],
    }).map(({ anonymous, secret, doubts }) => [
      anonymous,
      secret,
      doubts.some(({ rule, field }) => rule === 'value-unknown' && field === 'other'),
    ]);
  for (const heading of [
    'TINGKAT KERAHASIAAN',
    'KATEGORI KERAHASIAAN',
    'JENIS KERAHASIAAN',
    'STATUS KERAHASIAAN',
  ]) {
    assert.deepEqual(sealed(heading, 'Rahasia'), [[false, true, false]], heading);
    assert.deepEqual(sealed(heading, 'Tidak rahasia'), [[false, false, false]], heading);
  }
  for (const heading of ['KATEGORI', 'KLASIFIKASI', 'KETERANGAN LAIN']) {
    assert.deepEqual(sealed(heading, 'Rahasia'), [[false, true, true]], heading);
    assert.deepEqual(sealed(heading, 'Anonim'), [[true, false, true]], heading);
  }
});

test('a heading that asks is answered by yes and no', () => {
  const read = (heading: string, cell: string) =>
    imported({
      1: [...HEAD, heading],
      2: [...line('1', '3 Januari 2023', 'Elok', 'Bantuan berhenti'), cell],
    }).map(({ anonymous, secret, doubts }) => [
      anonymous,
      secret,
      doubts.filter(({ rule }) => rule === 'value-unknown').length,
    ]);
  for (const yes of ['Ya', 'v', '✓', '1']) assert.deepEqual(read('ANONIM', yes), [[true, false, 0]], yes);
  for (const no of ['Tidak', '0', '-'])
    assert.deepEqual(read('ANONIM (YA/TIDAK)', no), [[false, false, 0]], no);
  const headings = [
    ...[
      'PELAPOR ANONIM?',
      'IDENTITAS DIRAHASIAKAN (YA/TIDAK)',
      'DIRAHASIAKAN',
      'LAPORAN RAHASIA',
      'RAHASIA (V)',
    ],
    ...['ANONIM (centang)', 'RAHASIA / BIASA', 'ANONIM / TERBUKA', 'RAHASIA (Y/N)', 'PELAPOR INGIN ANONIM'],
    ...['MINTA DIRAHASIAKAN', 'NAMA DIRAHASIAKAN (YA/TIDAK)'],
  ];
  for (const heading of headings) {
    for (const yes of ['Ya', 'v', 'Y']) {
      const [[anonymous, secret] = []] = read(heading, yes);
      assert.ok(anonymous === true || secret === true, `${heading} ${yes}`);
    }
    if (!heading.startsWith('NAMA')) assert.deepEqual(read(heading, 'Tidak'), [[false, false, 0]], heading);
  }
  assert.deepEqual(read('ANONIM', 'TRUE'), [[true, false, 0]]);
  assert.deepEqual(read('RAHASIA?', 'ya'), [[false, true, 0]]);
  assert.deepEqual(read('SIFAT', 'Ya'), [[false, false, 1]]);
});

test('rule 5: an old row that the register calls urgent is told, and somebody marks it', () => {
  const [row] = imported({
    1: [...HEAD, 'SIFAT'],
    2: [...line('1', '3 Januari 2023', 'Elok', 'Rumah roboh'), 'Sangat Segera'],
  });
  assert.deepEqual(
    row?.doubts.flatMap(({ rule, written }) => (rule === 'value-unknown' ? [written] : [])),
    ['Sangat Segera'],
  );
});

test('a column of names or matters whose heading says that they are secret keeps them, and each row is sealed and told', () => {
  const rows = (heads: readonly string[]) =>
    imported({
      1: ['NO', 'TANGGAL', ...heads],
      2: ['1', '3 Januari 2023', 'Elok Contoh', 'Bantuan berhenti'],
    });
  for (const heading of ['NAMA PELAPOR (RAHASIA)', 'PELAPOR (DIRAHASIAKAN)']) {
    const [row] = rows([heading, 'MATERI PENGADUAN']);
    assert.deepEqual([row?.anonymous, row?.people.map(({ name }) => name)], [true, ['Elok Contoh']], heading);
    assert.ok(
      row?.doubts.some(({ rule }) => rule === 'value-unknown'),
      heading,
    );
  }
  const [row] = rows(['NAMA', 'ISI PENGADUAN (RAHASIA)']);
  assert.deepEqual([row?.secret, row?.matter], [true, 'Bantuan berhenti']);
});
