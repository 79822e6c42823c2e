import type { RegisterField } from './doubt-rules.ts';

/**
 * What a column holds. `weekday`, `moment`, `follow-up`, `class` and `remark` are settled by what else the table has;
 * `kept` is known but only kept aside.
 */
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
/**
 * Headings that offices use, by what they mean; words small, without marks. No heading stands under two meanings.
 * A new wording of an old register is added here and nowhere else.
 */
export const HEADING_WORDS: readonly (readonly [ColumnMeaning, string])[] = [
  [
    'number',
    `no, nomor, no urut, nomor urut, nomer, no reg, no register, nomor register, no registrasi,
    nomor registrasi, no agenda, no aduan, nomor aduan, no pengaduan, nomor pengaduan, no laporan,
    no tiket, nomor tiket, tracking id, id laporan, no id`,
  ],
  [
    'date',
    `tanggal, tgl, hari tanggal, hari tgl, hari dan tanggal, tanggal pengaduan, tgl pengaduan,
    tanggal aduan, tgl aduan, tanggal laporan, tgl laporan, tanggal laporan masuk, tanggal masuk,
    tgl masuk, tanggal terima, tgl terima, tanggal diterima, tgl diterima, tanggal penerimaan,
    hari tanggal pengaduan, tanggal lapor, tanggal datang, tanggal kunjungan`,
  ],
  ['weekday', `hari`],
  ['moment', `waktu, waktu pengaduan, waktu aduan, waktu laporan`],
  ['received-time', `waktu penerimaan, waktu terima, waktu diterima`],
  [
    'name',
    `nama, nama pelapor, nama pengadu, nama pemohon, nama pengguna layanan, nama lengkap,
    nama masyarakat, pelapor, pengadu, pemohon, identitas, identitas pelapor, identitas pengadu,
    nama tamu, nama warga, nama penyampai`,
  ],
  ['nik', `nik, no ktp, nomor ktp, no nik, nomor induk kependudukan, nik pelapor, no kk nik`],
  [
    'phone',
    `no hp, nomor hp, hp, no telp, no telpon, no telepon, nomor telepon, telepon, telp, no wa,
    nomor wa, no hp wa, nomor hp wa, no telp hp, no hp telp, no telepon hp, kontak, nomor kontak,
    no kontak, no handphone, handphone, nomor handphone, kontak pelapor, nomor whatsapp,
    no whatsapp`,
  ],
  ['email', `email, e mail, surel, alamat email`],
  [
    'address',
    `alamat, alamat pelapor, alamat pengadu, alamat lengkap, alamat pemohon, domisili,
    tempat tinggal, alamat domisili`,
  ],
  ['village', `desa, kelurahan, desa kelurahan, kelurahan desa, desa kel, kel desa`],
  ['district', `kecamatan, kec`],
  [
    'matter',
    `keperluan, materi pengaduan, materi aduan, isi pengaduan, isi aduan, isi laporan,
    isi laporan awal, uraian, uraian pengaduan, uraian aduan, uraian masalah, uraian laporan,
    aduan, pengaduan, keluhan, permasalahan, masalah, pokok masalah, pokok aduan, perihal,
    perihal pengaduan, substansi, substansi pengaduan, substansi aduan, deskripsi,
    hal yang diadukan, yang diadukan, materi, laporan, maksud dan tujuan, maksud tujuan,
    isi pengaduan laporan, pengaduan masyarakat`,
  ],
  ['title', `judul, judul laporan, judul aduan, judul pengaduan`],
  [
    'status',
    `status, status penyelesaian, status laporan, status pengaduan, status aduan,
    status penanganan, status tindak lanjut, ket status, keterangan status`,
  ],
  ['follow-up', `tindak lanjut, tindaklanjut, tl, keterangan tindak lanjut`],
  [
    'narrative',
    `narasi, hasil penanganan, hasil, hasil tindak lanjut, uraian tindak lanjut, uraian penanganan,
    penyelesaian, uraian penyelesaian, penyelesaian masalah, jawaban, tanggapan, respon, respons,
    penanganan, penanganan pengaduan, solusi, tindakan, langkah penanganan, jawaban petugas,
    balasan, rencana tindak lanjut, bentuk penyelesaian`,
  ],
  [
    'class',
    `kategori, kategori pengaduan, kategori aduan, klasifikasi, klasifikasi pengaduan,
    klasifikasi laporan, jenis pengaduan, jenis aduan, jenis laporan, jenis, bentuk pengaduan`,
  ],
  [
    'severity',
    `tingkat, tingkat pengaduan, tingkat kesulitan, tingkat keparahan, bobot,
    kategori berat ringan, tingkat urgensi`,
  ],
  [
    'service',
    `layanan, jenis layanan, jenis pelayanan, pelayanan, program, jenis program, jenis bantuan,
    bantuan, nama program, produk layanan, layanan yang diadukan, program bantuan`,
  ],
  [
    'channel',
    `media, media pengaduan, media penyampaian, media aduan, kanal, kanal pengaduan, saluran,
    saluran pengaduan, sarana, sarana pengaduan, sumber, sumber laporan, sumber pengaduan,
    melalui, via, cara penyampaian, cara pengaduan, media sarana`,
  ],
  [
    'unit',
    `bidang, unit, seksi, unit kerja, disposisi, diteruskan kepada, bidang terkait,
    bidang penanggung jawab, instansi terdisposisi, unit penanggung jawab, bidang yang menangani`,
  ],
  ['kind', `jenis kanal pengaduan, jenis permohonan, tipe pengaduan`],
  ['secrecy', `tipe laporan, sifat laporan, sifat pengaduan, sifat aduan, sifat, kerahasiaan`],
  ['remark', `keterangan, ket, catatan`],
  [
    'kept',
    `jam, pukul, jam masuk, waktu laporan masuk, petugas, nama petugas, petugas penerima, penerima,
    penerima laporan, tanggal selesai, tgl selesai, tanggal penyelesaian, tgl penyelesaian,
    waktu penyelesaian, tanggal jawaban, tanggal tindak lanjut, tgl tindak lanjut,
    lama penyelesaian, jenis kelamin, l p, jk, umur, usia, pekerjaan, paraf, ttd, tanda tangan,
    bukti, dokumentasi, foto, isi laporan akhir, id kategori, instansi induk,
    id instansi terdisposisi, alasan tunda arsip, provinsi, kota kabupaten, kabupaten, rating,
    rt rw, rt, rw`,
  ],
];
