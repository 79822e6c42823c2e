import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  namesStatus,
  readChannel,
  readKind,
  readSeverity,
  readStatus,
  saysStillOpen,
} from './written-values.ts';

test('a status of the old book is read by its words, and an archived row is no Selesai', () => {
  const cases = [
    ['Selesai', 'closed'],
    ['SELESAI DITINDAKLANJUTI', 'closed'],
    ['Belum selesai', 'in-progress'],
    ['Dalam proses', 'in-progress'],
    ['Belum ditindaklanjuti', 'received'],
    ['Ditutup oleh Sistem', 'closed'],
    ['Diarsipkan oleh Admin', null],
    ['Oke', null],
    ['Sudah selesai', 'closed'],
    ['Selesai.', 'closed'],
    ['Di tindak lanjuti, selesai', 'closed'],
    ['Proses selesai', 'closed'],
    ['Diverifikasi selesai', 'closed'],
    ['Tuntas', 'closed'],
    ['TELAH DISELESAIKAN', 'closed'],
    ['Belum tuntas', 'in-progress'],
    ['Belum diselesaikan', 'in-progress'],
    ['Sedang diproses', 'in-progress'],
    ['Dalam proses tindak lanjut', 'in-progress'],
    ['Sudah ditindaklanjuti', 'in-progress'],
    ['Proses', 'in-progress'],
    ['Menunggu jawaban', 'in-progress'],
    ['Belum', 'received'],
    ['Belum terverifikasi', 'received'],
    ['Menunggu verifikasi', 'received'],
  ] as const;
  for (const [written, status] of cases) assert.equal(readStatus(written), status, written);
});

test('what offices write for finished, handled or sent on is read with its day and with who did it', () => {
  const cases = [
    ['Selesai ditangani', 'closed'],
    ['Sudah selesai ditangani', 'closed'],
    ['Selesai dilaksanakan', 'closed'],
    ['Selesai & diarsipkan', 'closed'],
    ['Sudah ditangani', 'closed'],
    ['Sudah di tangani', 'closed'],
    ['Telah tertangani', 'closed'],
    ['Sudah ditangani oleh Bidang Linjamsos', 'closed'],
    ['Selesai oleh Dinas Sosial Kabupaten', 'closed'],
    ['Selesai (3 Maret 2021)', 'closed'],
    ['Selesai tgl. 03/03/2021', 'closed'],
    ['Selesai ditindaklanjuti pada hari Senin, 1 Maret 2021', 'closed'],
    ['SELESAI 100 %', 'closed'],
    ['Permasalahan selesai', 'closed'],
    ['Kasus ditutup', 'closed'],
    ['Penanganan selesai', 'closed'],
    ['Sudah ditindaklanjuti, selesai', 'closed'],
    ['Telah dilayani dengan baik', 'closed'],
    ['Belum selesai per 3 Maret 2021', 'in-progress'],
    ['Dalam proses (3 Maret 2021)', 'in-progress'],
    ['Sedang ditangani', 'in-progress'],
    ['Dalam penanganan', 'in-progress'],
    ['Ditindaklanjuti oleh Bidang Resos', 'in-progress'],
    ['Sudah dijawab', 'in-progress'],
    ['Diteruskan ke Kemensos', 'in-progress'],
    ['Ditindaklanjuti oleh petugas dan bidang Linjamsos', 'in-progress'],
    ['Diteruskan ke Dinas Sosial Kab. Rekaan', 'in-progress'],
    ['Diteruskan ke Desa Melati Indah, tgl 3 Maret 2021', 'in-progress'],
    ['Selesai (oleh Admin)', 'closed'],
    ['SELESAI OLEH DINAS SOSIAL', 'closed'],
    ['Ditutup Oleh Bidang Linjamsos', 'closed'],
    ['Belum ditangani', 'received'],
    ['Belum ada penanganan', 'received'],
  ] as const;
  for (const [written, status] of cases) {
    assert.equal(readStatus(written), status, written);
    assert.ok(namesStatus(written), written);
  }
});

test('rule 37: beside a word of handling, too, one that denies, delays or limits it leaves the status unread', () => {
  const unclear = [
    'Tidak ditangani',
    'Akan ditangani',
    'Akan selesai 3 Maret 2021',
    'Belum selesai ditangani',
    'Hampir selesai ditangani',
    'Sudah ditangani sebagian',
    'Sudah ditangani, menunggu hasil',
    'Selesai dalam proses verifikasi',
    'Selesai, masih proses',
    'Selesai oleh bidang belum dibayar',
    'Selesai ditutup sementara',
    'Selesai 3 Maret 2021?',
    'Diteruskan ke Kemensos dan selesai',
    'Tidak diteruskan',
    'Diteruskan ke Kemensos, ditolak',
    'Ditindaklanjuti oleh Dinsos, selesai',
    'Selesai oleh Dinsos kabupaten kemudian dibuka lagi',
    'Diproses oleh bidang Linjamsos sudah selesai',
    'Selesai oleh petugas dibatalkan',
    'Selesai oleh Dinsos gagal',
    'Sudah ditangani oleh bidang masalahnya berlanjut',
    'Sudah ditangani oleh Bidang Masalahnya Berlanjut',
    'Diteruskan ke Kemensos, gagal',
    'Diteruskan ke Desa Gagal',
    'DITERUSKAN KE DESA MACET',
    'Sudah diteruskan ke Dinas Sosial Provinsi, belum ada jawaban',
    'Selesai oleh Dinsos. Desa Melati',
    'Selesai oleh',
    'Selesai oleh Dinas Nihil',
    'Selesai Oleh Desa Rusak',
    'Selesai oleh Siti',
    'Selesai diverifikasi',
    'Sudah selesai dikoordinasikan',
    `${'sudah '.repeat(5_000)}selesai`,
  ];
  for (const written of unclear) assert.equal(readStatus(written), null, written.slice(0, 60));
});

test('rule 37: whatever word of a status follows whoever did it or got it, the status is unread', () => {
  const words = (all: string) => fc.constantFrom(...all.split(' '));
  const state = words(
    'selesai tuntas rampung beres closed done ditutup proses diproses ditindaklanjuti tindaklanjut ditangani ditanggapi dijawab diverifikasi verifikasi penanganan menunggu belum tidak gagal batal dibatalkan ditolak dibuka masih sudah pending diarsipkan lagi kembali',
  );
  const deed = fc.constantFrom('Selesai oleh', 'Sudah ditangani oleh', 'Diproses oleh', 'Diteruskan ke');
  const who = fc.constantFrom('Dinsos', 'petugas', 'Bidang', 'Dinas Sosial Kabupaten', 'Desa Melati', 'UPT');
  const spelling = fc.constantFrom(
    (word: string) => word,
    (word: string) => word.toUpperCase(),
    (word: string) => word.charAt(0).toUpperCase() + word.slice(1),
  );
  const after = fc.constantFrom(' ', ', ', '. ', '; ', '\n', ' (', ' - ', ' dan ');
  fc.assert(
    fc.property(deed, who, after, state, spelling, spelling, (done, whom, mark, word, spell, spellAll) => {
      const written = `${done} ${whom}`;
      assert.notEqual(readStatus(written), null, written);
      const further = `${spellAll(written)}${mark}${spell(word)}`;
      assert.equal(readStatus(further), null, further);
    }),
    { numRuns: 1_000 },
  );
});

test('rule 37: a finishing word that is denied, or stands among others, says no status, and is a status cell all the same', () => {
  const unclear = [
    'Tidak dapat diselesaikan',
    'Tidak bisa diselesaikan',
    'Tidak selesai',
    'Tidak tuntas',
    'Tdk selesai',
    'Tidak terselesaikan',
    'Gagal diselesaikan',
    'Bukan selesai',
    'Tanpa diselesaikan',
    'Batal ditutup',
    'Selesai?? belum',
    'Selesai, belum dibayar',
    'Selesai?',
    'Proses/Selesai',
    'Selesai sebagian',
    'Hampir selesai',
    'Akan diselesaikan',
    'Dianggap selesai',
    'Dalam proses diselesaikan',
    'Masih proses selesai',
    'Proses verifikasi selesai',
    'Menunggu selesai',
    'Tidak dapat ditindaklanjuti',
    'Tidak diproses',
    'Proses dihentikan',
    'Belum jelas, sudah ditutup',
  ];
  for (const written of unclear) {
    assert.equal(readStatus(written), null, written);
    assert.ok(namesStatus(written), written);
  }
});

test('a narrative that says the matter still runs is found, one that says it ended is not', () => {
  const open = [
    'hasilnya saat ini sedang berproses.',
    'bansos bulan ini sedang berlangsung',
    'masih dalam proses',
    'sedang diproses',
    'masih menunggu jawaban',
    'belum selesai',
  ];
  for (const text of open) assert.notEqual(saysStillOpen(text), null, text);
  const ended = [
    'prosesnya sudah selesai',
    'pelapor sudah diberi penjelasan',
    'belum pernah menerima bantuan',
    'belum masuk ke rekening',
  ];
  for (const text of ended) assert.equal(saysStillOpen(text), null, text);
});

test('rule 37: a channel is taken where one alone is named, the product LAPOR only in its own spelling', () => {
  const cases = [
    ['SP4N-LAPOR!', 'sp4n-lapor'],
    ['LAPOR', 'sp4n-lapor'],
    ['Lapor!', 'sp4n-lapor'],
    ['www.lapor.go.id', 'sp4n-lapor'],
    ['Website SP4N LAPOR', 'sp4n-lapor'],
    ['Lapor via SP4N', 'sp4n-lapor'],
    ['Lapor langsung', 'loket'],
    ['Lapor lewat telepon', 'telepon'],
    ['Lapor Pak Bupati', null],
    ['Surat elektronik', 'email'],
    ['Surat', 'surat'],
    ['Surat tertulis', 'surat'],
    ['Kotak surat', 'kotak-saran'],
    ['WA / telepon', null],
    ['Surat dan email', null],
    ['Kunjungan langsung', null],
    ['SP4N, WA', null],
    ['Tidak langsung', null],
    ['Bukan surat', null],
    ['Website/online', 'website'],
    ['Telepon (hotline)', 'telepon'],
  ] as const;
  for (const [written, channel] of cases) assert.equal(readChannel(written), channel, written);
});

test('channels, severities and kinds are read by the words that registers use', () => {
  assert.equal(readChannel('Datang langsung'), 'loket');
  assert.equal(readChannel('WA'), 'whatsapp');
  assert.equal(readChannel('SP4N Lapor'), 'sp4n-lapor');
  assert.equal(readChannel('Kotak saran'), 'kotak-saran');
  assert.equal(readChannel('merpati pos'), null);
  assert.equal(readSeverity('Sangat Berat'), 'very-severe');
  assert.equal(readSeverity('sedang'), 'moderate');
  assert.equal(readSeverity('bantuan sosial'), null);
  assert.equal(readKind('Permintaan Informasi'), 'permintaan-informasi');
  assert.equal(readKind('PENGADUAN'), 'pengaduan');
  assert.equal(readKind('Bantuan'), null);
});
