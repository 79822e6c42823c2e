/** Words before a name that say how the person is addressed. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'ibu bu bapak bpk bp pak sdr sdri sdra saudara saudari tn ny nyonya tuan kakek nenek kk'.split(' '),
);

/** Words that may stand inside a name although they are written small. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(['bin', 'binti', 'bte', 'al', 'el', 'ar']);

/** Whoever stands before "ibu …" as one of these is an official, not the complainant. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  'pendamping petugas operator kepala kades lurah camat kasi kabid sekdes aparat perangkat ketua koordinator tksk rt rw bidan kader'.split(
    ' ',
  ),
);

/** Words that end a name in running text, so that "Atas Nama Citra Uji Penerima Bantuan" stops before "Penerima". */
export const NOT_IN_NAMES: ReadonlySet<string> = new Set(
  `ada adalah agar akan akibat akun alamat almarhum almarhumah anak anaknya anggota antara apa apakah atas atau ayah
bagaimana bagi bahwa baru bawah bayi beberapa belum bencana beralamat berada berasal berdasarkan berdomisili beserta bidang
bisa boleh bpjs bpnt bsm bst blt bulan camat cucu cuma dan dapat dari data datang dengan desa di dia digunakan dikeluarkan
dinas dinsos dinonaktifkan dipakai disabilitas ditolak domisili ds dtks dulu dusun
faskes gagal hal hampir hari harus hilang hingga ibu ibunya ingin ini istri itu
jika jkn juga jumlah kabupaten kades kakak kami kapan karena karna kartu kasus ke kec kecamatan kel kelahiran keluarga
keluhan kelurahan kemarin kemensos kenapa kepada kepala kesehatan keterangan kini kis kk kks kondisi korban kpm ktp kurang
lagi lahir lain lalu lama lanjut lansia laporan lewat lurah maka makan masalah masih masing masuk mau melalui melaporkan
memang memiliki meminta memohon mempunyai menanyakan mendapat mendapatkan menerima mengadu mengajukan mengaku mengaktifkan
mengalami mengatakan mengeluhkan mengenai mengurus menjadi menjelaskan menyampaikan merasa merupakan meskipun meninggal minta
mohon nama namun nik nomor no non nonaktif odkb odgj oleh orang orangtua padahal pada para pasien pbi pelapor pelayanan pemilik pemohon pendamping
penerima pengadu pengaduan pengurus perihal periode periksa pernah pertama perubahan peserta petugas pihak pindah pip pkh
ppkm program rasda rt rutilahu rw saat saldo salah saja sakit sama sampai satu saya sd sebagai sebelumnya sebesar sehingga
sejak sekarang sekaligus sekitar selaku selama seluruh semua sembako sementara seorang seperti serta setelah siapa siks
sosial status suami sudah supaya tahap tahun tanggal tanpa telah telp tempat tentang terakhir terdaftar terhadap terjadi
terkait tersebut tertanggal tetapi tapi tidak tida tdk tgl tiga tinggal tsb tua tunai umur untuk usia utk via wa waktu wali warga yaitu
yakni yang yatim yg`.split(/\s+/),
);

/** A name cell that names nobody. */
export const ANONYMOUS: ReadonlySet<string> = new Set([
  'anonim',
  'anonymous',
  'tanpa nama',
  'tidak diketahui',
  'tidak disebutkan',
  'tidak menyebutkan nama',
  'hamba allah',
  'hamba alloh',
  'mr x',
  'xxx',
  'nn',
  'n n',
  'noname',
  'no name',
  'rahasia',
  'dirahasiakan',
  'disamarkan',
  'tidak mau disebutkan',
]);

/** Whether all of this is one academic degree, with its dots and spaces or without: "S.Sos", "M. Si", "SKM". */
export function isDegree(text: string): boolean {
  return DEGREES.has(text.replaceAll(/[.\s]/g, '').toLowerCase());
}

// A closed list: "SITI" and "M. Ali" have the form of a degree, too. What people are called stays out ("Ama", "Mars").
const DEGREES: ReadonlySet<string> = new Set(
  `amapd amd amdgz amdkeb amdkep amdkes amdkl amdkom apt ba bsc dr dra drg drh drs ir ns phd
sab sadm sag sak san sap sars sds se sei sesy sfarm sfil sgz sh shi shum shut si sik sikom sip skeb sked skep skes skesos skg
skh skm skom sp spd spdi spi spsi spt sptk ssi ssos ssosi sst sstp sstat st sth sthi stp str strgz strip strkeb strkep
strkes strpeksos strsos
ma mab madm mag mak map mba mh mhi mhum mikom mip mkeb mkep mkes mkesos mkm mkn mkom mm mmpd mp mpa mpd mpdi mph mpp
mpsi mpssp msc mse msi msos msw mt mth mti`.split(/\s+/),
);
