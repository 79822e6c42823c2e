import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../test/a-register-sheet.ts';
import { secrecyOfRow } from '../../../test/secrecy-of-row.ts';
import { BASE, holds, ROW, verdict } from '../../../test/secrecy-verdicts.ts';

test('rule 32: a wish is read in any column in which clerks write it', () => {
  const wishes = [
    'Identitas pelapor minta dirahasiakan',
    'Anonim',
    'RAHASIA',
    'tidak mau disebut namanya',
    'Nama disamarkan',
    'tidak bersedia disebut',
    'Minta tidak disebut',
    'Takut diketahui',
    'namanya jangan sampai ketahuan',
    'hanya untuk petugas',
    'surat kaleng',
  ];
  const columns = ['KETERANGAN', 'KET', 'CATATAN', 'LAYANAN', 'BIDANG', 'NO HP', 'MEDIA', 'KATEGORI', 'UMUR'];
  for (const heading of columns) holds([[heading, 'sealed told', ...wishes]]);
  for (const wish of wishes) {
    assert.equal(verdict(['TANGGAPAN', 'KETERANGAN'], ['Dijelaskan.', wish]), 'sealed told', wish);
    assert.equal(verdict([], [wish]), 'sealed told', `without heading: ${wish}`);
    assert.equal(verdict([], [], ROW.with(3, wish)), 'sealed told', `address: ${wish}`);
    assert.equal(verdict([], [], ROW.with(4, wish)), 'sealed told', `matter: ${wish}`);
  }
  const long = `${'Sudah dijelaskan kepada pelapor dan keluarganya. '.repeat(8)}Identitas minta dirahasiakan`;
  assert.equal(verdict(['KETERANGAN'], [long]), 'sealed told');
});

test('a column of identities beside that of names is told by the words that close it', () => {
  for (const heading of ['Status identitas', 'Identitas', 'Identitas Pelapor'])
    holds([
      [heading, 'sealed told', 'Disamarkan', 'Tertutup', 'Tidak bersedia', 'Dirahasiakan'],
      [heading, 'open', 'KTP', 'Jelas', 'Lengkap', 'Tidak jelas'],
    ]);
});

test('a story seals only where the wish stands near a name, an identity or whoever reports', () => {
  const wished = [
    'PKH dipotong ketua kelompok. Mohon identitas saya dirahasiakan.',
    'PKH dipotong ketua kelompok. Nama saya jangan disebut ya',
    'Bantuan dipotong, tolong rahasiakan nama saya',
    'Bantuan dipotong (anonim)',
    'Pelapor minta identitasnya tidak disebutkan, beras kurang',
    'Saya melapor secara anonim tentang pungli',
    'Beras kurang. Mohon dirahasiakan.',
    'Pelapor tidak mau menyebutkan namanya dan menanyakan PKH',
  ];
  const ordinary = [
    'Ketua kelompok tidak menyebutkan nama ketua kelompok yang lain',
    'tidak menyebutkan nama ketua kelompok',
    'Menanyakan kerahasiaan data penerima bantuan',
    'Namanya tidak tercantum di DTKS',
    'Nama saya tidak dicantumkan sebagai penerima',
    'Nama tidak ditampilkan di aplikasi cek bansos',
    'Data tidak dibuka oleh pendamping',
    'Jadwal tidak disebutkan dalam undangan',
    'Identitas di KTP berbeda dengan KK',
    'Mohon dijaga kebersihan panti',
    'Pengumuman tidak dipublikasikan oleh desa',
    'Jalan ke panti tertutup longsor',
    'Layanan terbuka untuk umum ditolak',
    'Kerahasiaan identitas pelapor dijamin',
  ];
  const wrong = ['ADUAN', 'TANGGAPAN'].flatMap((column) => {
    const read = (text: string) =>
      column === 'ADUAN' ? verdict([], [], ROW.with(4, text)) : verdict(['TANGGAPAN'], [text]);
    return [
      ...wished.filter((text) => read(text) !== 'sealed told'),
      ...ordinary.filter((text) => read(text) !== 'open'),
    ].map((text) => `${column}: ${text}`);
  });
  assert.deepEqual(wrong, []);
});

test('under a heading that asks only an empty cell, dashes and an empty box deny; ticks say it; other marks seal and are told', () => {
  for (const heading of ['ANONIM', 'Rahasia (Y/T)', 'Minta dirahasiakan?', 'Identitas Dirahasiakan'])
    holds([
      [heading, 'sealed', '☑', '✅', '✔️', '✔', '✓', '√', '●', 'v', 'V', 'x', 'Ya', '1', 'TRUE'],
      [heading, 'sealed told', '•', '*', '+', '🔒', '?', '✗'],
      [heading, 'open', '-', '–', '...', '_', '☐', '❌', 'Tidak', 'T', '0'],
      [heading, 'open', 'Tidak ada', 'Tidak perlu', 'Tidak minta', 'tak', 'nihil', 'N/A', 'tidak keberatan'],
      [heading, 'open', 'bersedia dipublikasikan', 'Jelas', 'Terbuka', 'Biasa'],
      [heading, 'sealed told', 'Mungkin', 'Bersedia', 'Minta'],
    ]);
  holds([
    ['SIFAT', 'sealed told', '✓', '√', '●', '☑', '*', '+'],
    ['SIFAT', 'open', '-', '...'],
  ]);
});

test('a heading that denies secrecy or offers openness is read the other way round', () => {
  for (const heading of ['Tidak Rahasia', 'Tidak dirahasiakan', 'Tidak Anonim', 'ANONIM – TIDAK'])
    holds([
      [heading, 'open', 'v', 'Ya', '✓'],
      [heading, 'sealed told', 'Tidak', '*', 'Mungkin'],
    ]);
  for (const heading of [
    'Bersedia dipublikasikan',
    'Bersedia disebut namanya (Y/T)',
    'Tampilkan nama?',
    'TERBUKA (Y/T)',
    'Kesediaan dipublikasikan',
    'Persetujuan publikasi',
    'Izin menampilkan nama',
    'Boleh disebut namanya?',
    'Identitas terbuka',
  ])
    holds([
      [heading, 'open', 'Ya', 'v', 'Y', 'Bersedia', 'Tidak keberatan', '☑'],
      [heading, 'sealed', 'Tidak', 'Tidak bersedia', 'T', 'Jangan', '☐'],
      [heading, 'sealed told', 'Mungkin', '*', 'x'],
    ]);
  for (const heading of [
    'Identitas disamarkan',
    'Nama disamarkan (ya/tidak)',
    'Tanpa Nama',
    'Privasi',
    'Perlindungan identitas',
    'Perlu dilindungi identitasnya',
    'Tidak dipublikasikan',
    'Tidak ingin disebut namanya',
    'Jangan dipublikasikan',
  ])
    holds([
      [heading, 'sealed', 'Ya', 'v'],
      [heading, 'open', 'Tidak', '-'],
    ]);
});

test('a column of openness that is left blank in one row grants nothing there', () => {
  const rows = imported({
    1: [...BASE, 'Bersedia dipublikasikan (v)'],
    2: [...ROW, 'v'],
    3: [...ROW.with(0, '2').with(1, '4 Januari 2023'), null],
  });
  assert.deepEqual(rows.map(secrecyOfRow), ['open', 'sealed told']);
  assert.equal(
    verdict(['Bersedia dipublikasikan (v)'], [null]),
    'open',
    'a column that nobody used says nothing',
  );
});

test('a heading that lists its answers seals none of those that speak of no secrecy', () => {
  holds([
    ['MEDIA PENGADUAN (Langsung/WA/Anonim)', 'open', 'WA', 'Langsung'],
    ['MEDIA PENGADUAN (Langsung/WA/Anonim)', 'sealed', 'Anonim'],
    ['SUMBER ADUAN (Masyarakat/Media/Anonim)', 'open', 'Masyarakat', 'Media'],
    ['STATUS PELAPOR (Korban/Keluarga/Anonim)', 'open', 'Korban', 'Keluarga'],
    ['STATUS PELAPOR (Korban/Keluarga/Anonim)', 'sealed', 'Anonim'],
    ['Identitas (Jelas/Anonim)', 'open', 'Jelas'],
    ['Identitas (Jelas/Anonim)', 'sealed', 'Anonim'],
    ['MEDIA PENGADUAN (Langsung/WA/Anonim)', 'sealed told', 'Ya dong'],
    ['Terbuka/Tertutup', 'sealed told', 'v', 'Ya'],
    ['Terbuka/Tertutup', 'sealed', 'Tertutup'],
    ['Terbuka/Tertutup', 'open', 'Terbuka'],
  ]);
});

test('a heading of names that permits secrecy or offers it leaves it to the cell, and no name is lost', () => {
  for (const heading of [
    'NAMA (boleh anonim)',
    'NAMA PELAPOR (boleh dirahasiakan)',
    'NAMA PELAPOR (Identitas dijamin kerahasiaannya)',
    'NAMA PELAPOR/ANONIM',
    'ANONIM/NAMA PELAPOR',
  ]) {
    const [named, nobody, kept] = imported({
      1: BASE.with(2, heading),
      2: ROW,
      3: ROW.with(0, '2').with(2, 'Anonim'),
      4: ROW.with(0, '3').with(2, 'Elok (dirahasiakan)'),
    });
    assert.deepEqual(
      named?.people.map(({ name }) => name),
      ['Elok Contoh'],
      heading,
    );
    assert.deepEqual([named, nobody, kept].map(secrecyOfRow), ['open', 'sealed', 'sealed told'], heading);
  }
});

test('a heading merged over columns of secrecy alone is a head of two rows, in Excel and in CSV', () => {
  const heads: readonly (readonly [string, readonly [string, string]])[] = [
    ['SIFAT PENGADUAN', ['BIASA', 'RAHASIA']],
    ['ANONIM', ['TIDAK', 'YA']],
    ['RAHASIA', ['TIDAK', 'YA']],
    ['IDENTITAS DIRAHASIAKAN', ['TIDAK', 'YA']],
    ['MINTA DIRAHASIAKAN', ['TIDAK', 'YA']],
  ];
  for (const [over, [open, sealed]] of heads) {
    const down = BASE.map((text) => ({ text, spread: 'down' as const }));
    const layouts = [
      { 1: [...BASE, over, { text: over, spread: 'right' as const }], 2: [...down, open, sealed] },
      { 1: [...BASE, over, null], 2: [...BASE.map(() => null), open, sealed] },
    ];
    for (const head of layouts) {
      const rows = imported({
        ...head,
        3: [...ROW, 'v', null],
        4: [...ROW.with(0, '2'), null, 'v'],
        5: [...ROW.with(0, '3'), null, null],
        6: [...ROW.with(0, '4'), '-', '✓'],
      });
      assert.deepEqual(rows.map(secrecyOfRow), ['open', 'sealed', 'sealed told', 'sealed'], over);
    }
    // Without its lower row the second column has no heading.
    const bare = imported({
      1: [...BASE, over],
      2: [...ROW, null, 'v'],
      3: [...ROW.with(0, '2'), null, '-'],
    });
    assert.deepEqual(bare.map(secrecyOfRow), ['sealed told', 'open'], over);
  }
});

test('nothing of an ordinary row is sealed', () => {
  holds([
    [
      'KETERANGAN',
      'open',
      'Nama tidak tercantum di DTKS',
      'Sudah dihubungi',
      'Alamat tidak diketahui',
      'Rahastuti',
    ],
    [
      'KETERANGAN',
      'open',
      'Jumlah tidak disebutkan',
      'Tidak keberatan disebut namanya',
      'Laporan tidak rahasia',
    ],
    ['BIDANG', 'open', 'Linjamsos', 'Rehsos', 'Umum'],
    ['LAYANAN', 'open', 'PKH', 'Perlindungan anak', 'Lain-lain'],
    ['PETUGAS', 'open', 'Samariah', 'Tri Rahayu', 'Rahastuti', 'Hambali', 'Rahmasia'],
    ['NO HP', 'open', 'tidak ada', 'Tidak diketahui', 'Tidak disebutkan'],
    ['MEDIA', 'open', 'WhatsApp', 'Langsung'],
  ]);
});
