import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../../../test/a-register-sheet.ts';
import { secrecyOfRow } from '../../../test/secrecy-of-row.ts';
import { BASE, holds, ROW, verdict } from '../../../test/secrecy-verdicts.ts';

test('rule 32: what is closed in a heading is a ticket, a case or an account, unless it is a name or a report', () => {
  holds([
    ['TANGGAL DITUTUP', 'open', '5 Januari 2023'],
    ['TGL DITUTUP', 'open', '5 Januari 2023'],
    ['WAKTU DITUTUP', 'open', '5 Januari 2023'],
    ['DITUTUP', 'open', '5 Januari 2023'],
    ['TANGGAL TIKET DITUTUP', 'open', '5 Januari 2023'],
    ['Kasus ditutup', 'open', 'Ya', 'Tidak'],
    ['Rekening ditutup', 'open', 'Ya'],
    ['Status Rekening (Aktif/Ditutup)', 'open', 'Blokir'],
    ['Publikasi', 'open', 'Instagram', 'Website'],
    ['Publikasi (Y/T)', 'sealed', 'T'],
    ['Identitas ditutup', 'sealed', 'Ya'],
    ['Sifat laporan tertutup', 'sealed', 'Ya'],
    ['TERTUTUP', 'sealed', 'v', 'Ya'],
  ]);
  for (const heading of ['STATUS (TERBUKA/DITUTUP)', 'STATUS (TERBUKA/TERTUTUP)'])
    for (const written of ['Selesai', 'Proses']) {
      const [row] = imported({ 1: BASE.with(5, heading), 2: ROW.with(5, written) });
      assert.deepEqual([secrecyOfRow(row), row?.statusWritten], ['open', written], heading);
    }
});

test('rule 32: a remark that is the only narrative is read as a note where it is short, as a story where it is long', () => {
  holds([
    [
      'KETERANGAN',
      'open',
      'ODGJ tanpa identitas, dirujuk ke RSJ',
      'Orang terlantar tanpa identitas',
      'Jenazah tanpa identitas',
      'Akta tanpa nama ayah',
      'PIN bersifat rahasia jangan diberitahukan ke orang lain',
      'Untuk menghindari fitnah jangan disebarkan',
      'KPM belum mengisi data diri',
      'Sudah dijelaskan kepada yang bersangkutan bahwa jadwal penyaluran jangan disebutkan lebih dahulu',
    ],
    [
      'KETERANGAN',
      'sealed told',
      'Tanpa identitas',
      'Laporan tanpa nama',
      'Surat tanpa identitas pelapor',
      'Lewat WA tanpa nama',
      'Dihubungi, tanpa nama',
      'Jangan disebarkan',
      'Laporan ini jangan disebarkan',
      'PIN dipegang ketua, identitas minta dirahasiakan',
      'Sudah ditindaklanjuti. Anonim.',
      'Pelapor tidak mau mengisi identitas',
      'Tidak mau mencantumkan nama',
    ],
  ]);
  for (const text of ['Tanpa nama', 'Warga tanpa identitas'])
    assert.match(verdict([], [], ROW.with(2, text)) ?? '', /^sealed/, `name: ${text}`);
});

test('rule 32: who will not write a name on a list of beneficiaries asks for no secrecy', () => {
  const read = (text: string) => verdict([], [], ROW.with(4, text));
  for (const text of [
    'RT tidak mau mencantumkan nama saya di DTKS',
    'Desa menolak mencantumkan nama saya sebagai penerima',
    'Petugas menolak menulis nama kami di daftar penerima',
  ])
    assert.equal(read(text), 'open', text);
  for (const text of [
    'Pelapor tidak mau mencantumkan nama. Bantuan dipotong',
    'Bantuan dipotong. Tidak bersedia menuliskan nama',
    'Beras kurang, warga menolak menulis identitas',
  ])
    assert.equal(read(text), 'sealed told', text);
});

test('rule 32: words beside an answer are a remark, marks and words of secrecy are not', () => {
  for (const [answer, beside, expected] of [
    ['Biasa', 'Sudah dihubungi', 'open'],
    ['Biasa', 'Berkas menyusul lewat WA', 'open'],
    ['Biasa', 'v', 'sealed told'],
    ['Biasa', 'Rahasia', 'sealed told'],
    ['Biasa', 'minta identitas dirahasiakan', 'sealed told'],
    [null, 'Sudah dihubungi', 'sealed told'],
  ] as const)
    assert.equal(verdict(['SIFAT'], [answer, beside]), expected, `${answer} ${beside}`);
});

test('rule 32: whoever is asked whether his name may be shown and says no, or nothing, is sealed', () => {
  const questions = [
    'Apakah Anda bersedia identitas Anda dipublikasikan?',
    'Apakah nama Anda boleh dipublikasikan?',
    'Apakah identitas Anda boleh ditampilkan?',
    'Apakah identitas Bapak/Ibu boleh ditampilkan?',
    'Apakah Anda bersedia disebutkan namanya?',
    'Bersedia mencantumkan identitas',
    'Kesediaan membuka identitas',
    'Kesediaan disebut nama',
    'Persetujuan identitas dibuka',
    'Identitas boleh diketahui terlapor (Y/T)',
    'Boleh diketahui umum (Y/T)',
    'Apakah Saudara bersedia apabila nama dan identitas Saudara ditampilkan pada papan pengumuman kantor?',
  ];
  for (const question of questions) {
    holds([
      [question, 'sealed', 'Tidak', 'T', 'Tidak bersedia'],
      [question, 'open', 'Ya', 'Y', 'Bersedia'],
    ]);
    const rows = imported({ 1: [...BASE, question], 2: [...ROW, 'Ya'], 3: [...ROW.with(0, '2'), null] });
    assert.deepEqual(rows.map(secrecyOfRow), ['open', 'sealed told'], question);
  }
  holds([
    ['Boleh diwakilkan', 'open', 'Tidak', 'Ya'],
    ['Bersedia dihubungi', 'open', 'Tidak', 'T'],
    ['Tidak bersedia disebut namanya (Y/T)', 'sealed', 'Ya'],
    ['Tidak bersedia disebut namanya (Y/T)', 'open', 'Tidak'],
  ]);
});

test('rule 32: a wish in a story is read however it is written, and what others keep secret is none', () => {
  const wishes = [
    'Mohon dirahasiakan ya pak',
    'Tolong dirahasiakan ya pak, saya takut',
    'Mohon laporan ini dirahasiakan ya pak',
    'Mohon dirahasiakan dari ketua kelompok',
    'Mohon identitas sy jgn dibuka',
    'tlg rahasiakan nama sy',
    'Mhn identitas sy dirahasiakan',
    'Tolong jangan sebut-sebut nama saya ya pak',
    'Laporan anonim melalui WA tentang pungutan PKH',
    'Surat kaleng tentang potongan BPNT',
  ];
  const ordinary = [
    'Ketua kelompok merahasiakan jadwal penyaluran',
    'Dana dirahasiakan oleh ketua kelompok',
    'Mohon nama sy dicantumkan sbg penerima',
    'Ketua tidak pernah sebut-sebut jadwal',
    'Mohon surat keterangan utk rumah sakit',
    'Jadwal tidak dipublikasikan oleh desa',
  ];
  for (const read of [
    (text: string) => verdict([], [], ROW.with(4, text)),
    (text: string) => verdict(['TANGGAPAN'], [text]),
  ]) {
    assert.deepEqual(
      wishes.filter((text) => read(text) !== 'sealed told'),
      [],
    );
    assert.deepEqual(
      ordinary.filter((text) => read(text) !== 'open'),
      [],
    );
  }
  for (const heads of [['KETERANGAN'], ['TANGGAPAN', 'KETERANGAN']]) {
    const read = (text: string) => verdict(heads, heads.length === 1 ? [text] : ['Dijelaskan.', text]);
    const notes = [
      'nama pelapor tidak dicantumkan',
      'nama pelapor tidak ditulis',
      'bukan untuk umum',
      'tidak dipublikasikan',
    ];
    assert.deepEqual(
      notes.filter((text) => read(text) !== 'sealed told'),
      [],
    );
    const others = ['Nama tidak dicantumkan di DTKS', 'Jadwal tidak dipublikasikan', 'Jalan umum'];
    assert.deepEqual(
      others.filter((text) => read(text) !== 'open'),
      [],
    );
  }
});

test('rule 32: behind a comma, of whoever wrote, and in a cell of names a wish is one as at the start', () => {
  const wishes = [
    'Sudah dihubungi, jangan disebarkan',
    'Sudah dihubungi, tidak mau menulis nama',
    'Pengirim tidak mau mencantumkan nama',
    'Pelapor enggan mengisi data diri',
    'Warga tanpa nama',
  ];
  assert.deepEqual(
    wishes.filter((text) => verdict(['KETERANGAN'], [text]) !== 'sealed told'),
    [],
  );
  const name = 'Mohon jangan disebarluaskan';
  assert.match(verdict([], [], ROW.with(2, name)) ?? '', /^sealed/);
});
