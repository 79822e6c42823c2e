import type { RegisterField } from './doubt-rules.ts';
import { editDistance, wordsOf } from './similar-text.ts';

/** What a column holds. `weekday`, `moment`, `follow-up`, `class` and `remark` are settled by what else the table has; `kept` is known but only kept aside. */
export type ColumnMeaning =
  | Exclude<RegisterField, 'row' | 'sheet' | 'other'>
  | 'weekday'
  | 'moment'
  | 'village'
  | 'district'
  | 'title'
  | 'secrecy'
  | 'follow-up'
  | 'class'
  | 'remark'
  | 'kept'
  | 'unknown';

/** Headings by their words; the first meaning that fits whole wins, then one wrong letter, then the phrase that stands first inside. */
const HEADINGS: readonly (readonly [ColumnMeaning, readonly string[]])[] = [
  [
    'number',
    [
      'no',
      'nomor',
      'no urut',
      'nomor urut',
      'nomer',
      'no reg',
      'no register',
      'nomor register',
      'no registrasi',
      'nomor registrasi',
      'no agenda',
      'no aduan',
      'nomor aduan',
      'no pengaduan',
      'nomor pengaduan',
      'no laporan',
      'no tiket',
      'nomor tiket',
      'tracking id',
      'id laporan',
      'no id',
    ],
  ],
  [
    'date',
    [
      'tanggal',
      'tgl',
      'hari tanggal',
      'hari tgl',
      'hari dan tanggal',
      'tanggal pengaduan',
      'tgl pengaduan',
      'tanggal aduan',
      'tgl aduan',
      'tanggal laporan',
      'tgl laporan',
      'tanggal laporan masuk',
      'tanggal masuk',
      'tgl masuk',
      'tanggal terima',
      'tgl terima',
      'tanggal diterima',
      'tgl diterima',
      'tanggal penerimaan',
      'hari tanggal pengaduan',
      'tanggal lapor',
      'tanggal datang',
      'tanggal kunjungan',
    ],
  ],
  ['weekday', ['hari']],
  ['moment', ['waktu', 'waktu pengaduan', 'waktu aduan', 'waktu laporan']],
  ['received-time', ['waktu penerimaan', 'waktu terima', 'waktu diterima']],
  [
    'name',
    [
      'nama',
      'nama pelapor',
      'nama pengadu',
      'nama pemohon',
      'nama pengguna layanan',
      'nama lengkap',
      'nama masyarakat',
      'pelapor',
      'pengadu',
      'pemohon',
      'identitas',
      'identitas pelapor',
      'identitas pengadu',
      'nama tamu',
      'nama warga',
      'nama penyampai',
    ],
  ],
  ['nik', ['nik', 'no ktp', 'nomor ktp', 'no nik', 'nomor induk kependudukan', 'nik pelapor', 'no kk nik']],
  [
    'phone',
    [
      'no hp',
      'nomor hp',
      'hp',
      'no telp',
      'no telpon',
      'no telepon',
      'nomor telepon',
      'telepon',
      'telp',
      'no wa',
      'nomor wa',
      'no hp wa',
      'nomor hp wa',
      'no telp hp',
      'no hp telp',
      'no telepon hp',
      'kontak',
      'nomor kontak',
      'no kontak',
      'no handphone',
      'handphone',
      'nomor handphone',
      'kontak pelapor',
      'nomor whatsapp',
      'no whatsapp',
    ],
  ],
  ['email', ['email', 'e mail', 'surel', 'alamat email']],
  [
    'address',
    [
      'alamat',
      'alamat pelapor',
      'alamat pengadu',
      'alamat lengkap',
      'alamat pemohon',
      'domisili',
      'tempat tinggal',
      'alamat domisili',
    ],
  ],
  ['village', ['desa', 'kelurahan', 'desa kelurahan', 'kelurahan desa', 'desa kel', 'kel desa']],
  ['district', ['kecamatan', 'kec']],
  [
    'matter',
    [
      'keperluan',
      'materi pengaduan',
      'materi aduan',
      'isi pengaduan',
      'isi aduan',
      'isi laporan',
      'isi laporan awal',
      'uraian',
      'uraian pengaduan',
      'uraian aduan',
      'uraian masalah',
      'uraian laporan',
      'aduan',
      'pengaduan',
      'keluhan',
      'permasalahan',
      'masalah',
      'pokok masalah',
      'pokok aduan',
      'perihal',
      'perihal pengaduan',
      'substansi',
      'substansi pengaduan',
      'substansi aduan',
      'deskripsi',
      'hal yang diadukan',
      'yang diadukan',
      'materi',
      'laporan',
      'maksud dan tujuan',
      'maksud tujuan',
      'isi pengaduan laporan',
      'pengaduan masyarakat',
    ],
  ],
  ['title', ['judul', 'judul laporan', 'judul aduan', 'judul pengaduan']],
  [
    'status',
    [
      'status',
      'status penyelesaian',
      'status laporan',
      'status pengaduan',
      'status aduan',
      'status penanganan',
      'status tindak lanjut',
      'ket status',
      'keterangan status',
    ],
  ],
  ['follow-up', ['tindak lanjut', 'tindaklanjut', 'tl', 'keterangan tindak lanjut']],
  [
    'narrative',
    [
      'narasi',
      'hasil penanganan',
      'hasil',
      'hasil tindak lanjut',
      'uraian tindak lanjut',
      'uraian penanganan',
      'penyelesaian',
      'uraian penyelesaian',
      'penyelesaian masalah',
      'jawaban',
      'tanggapan',
      'respon',
      'respons',
      'penanganan',
      'penanganan pengaduan',
      'solusi',
      'tindakan',
      'langkah penanganan',
      'jawaban petugas',
      'balasan',
      'rencana tindak lanjut',
      'bentuk penyelesaian',
    ],
  ],
  [
    'class',
    [
      'kategori',
      'kategori pengaduan',
      'kategori aduan',
      'klasifikasi',
      'klasifikasi pengaduan',
      'klasifikasi laporan',
      'jenis pengaduan',
      'jenis aduan',
      'jenis laporan',
      'jenis',
      'bentuk pengaduan',
    ],
  ],
  [
    'severity',
    [
      'tingkat',
      'tingkat pengaduan',
      'tingkat kesulitan',
      'tingkat keparahan',
      'bobot',
      'kategori berat ringan',
      'tingkat urgensi',
    ],
  ],
  [
    'service',
    [
      'layanan',
      'jenis layanan',
      'jenis pelayanan',
      'pelayanan',
      'program',
      'jenis program',
      'jenis bantuan',
      'bantuan',
      'nama program',
      'produk layanan',
      'layanan yang diadukan',
      'program bantuan',
    ],
  ],
  [
    'channel',
    [
      'media',
      'media pengaduan',
      'media penyampaian',
      'media aduan',
      'kanal',
      'kanal pengaduan',
      'saluran',
      'saluran pengaduan',
      'sarana',
      'sarana pengaduan',
      'sumber',
      'sumber laporan',
      'sumber pengaduan',
      'melalui',
      'via',
      'cara penyampaian',
      'cara pengaduan',
      'media sarana',
    ],
  ],
  [
    'unit',
    [
      'bidang',
      'unit',
      'seksi',
      'unit kerja',
      'disposisi',
      'diteruskan kepada',
      'bidang terkait',
      'bidang penanggung jawab',
      'instansi terdisposisi',
      'unit penanggung jawab',
      'bidang yang menangani',
    ],
  ],
  ['kind', ['jenis kanal pengaduan', 'jenis permohonan', 'tipe pengaduan']],
  ['secrecy', ['tipe laporan', 'sifat laporan', 'sifat']],
  ['remark', ['keterangan', 'ket', 'catatan']],
  [
    'kept',
    [
      'jam',
      'pukul',
      'jam masuk',
      'waktu laporan masuk',
      'petugas',
      'nama petugas',
      'petugas penerima',
      'penerima',
      'penerima laporan',
      'tanggal selesai',
      'tgl selesai',
      'tanggal penyelesaian',
      'tgl penyelesaian',
      'waktu penyelesaian',
      'tanggal jawaban',
      'tanggal tindak lanjut',
      'tgl tindak lanjut',
      'lama penyelesaian',
      'jenis kelamin',
      'l p',
      'jk',
      'umur',
      'usia',
      'pekerjaan',
      'paraf',
      'ttd',
      'tanda tangan',
      'bukti',
      'dokumentasi',
      'foto',
      'isi laporan akhir',
      'id kategori',
      'instansi induk',
      'id instansi terdisposisi',
      'alasan tunda arsip',
      'provinsi',
      'kota kabupaten',
      'kabupaten',
      'rating',
      'rt rw',
      'rt',
      'rw',
    ],
  ],
];

const BY_HEADING: ReadonlyMap<string, ColumnMeaning> = new Map(
  HEADINGS.flatMap(([meaning, headings]) =>
    headings.map((heading): [string, ColumnMeaning] => [heading, meaning]),
  ),
);

/** True for a heading in its very words; cheap, so that the rows of a long table need not be read as heads. */
export function isKnownHeading(text: string): boolean {
  return text.length <= 60 && BY_HEADING.has(wordsOf(text).join(' '));
}

/** Meaning of one heading; `sure` is 3 for the very words, 2 for one wrong letter, 1 for a phrase inside, 0 for nothing. */
export function meaningOfHeading(heading: string): {
  readonly meaning: ColumnMeaning;
  readonly sure: number;
} {
  const words = wordsOf(heading);
  const plain = words.join(' ');
  if (plain === '' || plain.length > 60) return { meaning: 'unknown', sure: 0 };
  const exact = BY_HEADING.get(plain) ?? BY_HEADING.get(plain.replaceAll(' ', ''));
  if (exact !== undefined) return { meaning: exact, sure: 3 };
  const glued = plain.replaceAll(' ', '');
  if (glued.length >= 5) {
    for (const [known, meaning] of BY_HEADING) {
      const target = known.replaceAll(' ', '');
      if (target.length >= 5 && editDistance(glued, target, 1) <= 1) return { meaning, sure: 2 };
    }
  }
  let best: { meaning: ColumnMeaning; at: number; length: number } = {
    meaning: 'unknown',
    at: plain.length,
    length: 0,
  };
  for (const [known, meaning] of BY_HEADING) {
    const at = known.length < 4 ? -1 : ` ${plain} `.indexOf(` ${known} `);
    // What stands first leads ("Nama dan No HP"); of two that start together the longer.
    if (at >= 0 && (at < best.at || (at === best.at && known.length > best.length))) {
      best = { meaning, at, length: known.length };
    }
  }
  return { meaning: best.meaning, sure: best.length === 0 ? 0 : 1 };
}

/** The field of the contract that a meaning is told under. */
export function fieldOfMeaning(meaning: ColumnMeaning): RegisterField {
  switch (meaning) {
    case 'village':
    case 'district':
      return 'address';
    case 'title':
      return 'matter';
    case 'weekday':
    case 'moment':
      return 'date';
    case 'follow-up':
      return 'status';
    case 'class':
      return 'category';
    case 'remark':
      return 'narrative';
    case 'secrecy':
    case 'kept':
    case 'unknown':
      return 'other';
    default:
      return meaning;
  }
}
