import type { Random } from './open-random.ts';

/** What a complaint may be about, written so that any office for social affairs could have heard it. */
export type Topic = {
  readonly words: RegExp;
  readonly matters: readonly string[];
  readonly answers: readonly string[];
};

/** The first topic whose words the service's key or label holds; the last one fits everything. */
export function topicOf(service: { readonly key: string; readonly label: string } | null): Topic {
  const text = service === null ? '' : `${service.key} ${service.label}`.toLowerCase();
  return TOPICS.find(({ words }) => words.test(text)) ?? ANYTHING;
}

/** A complaint in some sentences; `place` is the name of the district, where it is known. */
export function writeMatter(random: Random, topic: Topic, place: string | null): string {
  const where = place === null ? '' : ` di ${place}`;
  const parts = [fill(random, random.pick(topic.matters), where)];
  if (random.isTrue(0.55)) parts.push(fill(random, random.pick(CIRCUMSTANCES), where));
  if (random.isTrue(0.5)) parts.push(fill(random, random.pick(WISHES), where));
  // Words that stand in few registers: something to look for.
  if (random.isTrue(RARE_SHARE)) parts.push(random.pick(RARE_SENTENCES));
  return parts.join(' ');
}

export function writeAnswer(random: Random, topic: Topic): string {
  return `${fill(random, random.pick(topic.answers), '')} ${fill(random, random.pick(CLOSINGS), '')}`;
}

export function writeEntry(random: Random): string {
  return fill(random, random.pick(ENTRIES), '');
}

export function writeReason(random: Random, reasons: readonly string[]): string {
  return fill(random, random.pick(reasons), '');
}

function fill(random: Random, sentence: string, where: string): string {
  return sentence
    .replace('{where}', where)
    .replace(/\{([^{}]*\|[^{}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace('{n}', () => String(2 + random.whole(11)));
}

const RARE_SHARE = 0.0002;
/** Each in about one complaint of 25,000: `genset`, `pelampung`, `kelambu`, `gerobak`, `prasasti`. */
const RARE_SENTENCES = [
  'Warga juga menanyakan genset di posko.',
  'Pelampung untuk anak-anak di bantaran sungai tidak cukup.',
  'Kelambu yang dijanjikan tidak ikut dibagikan.',
  'Gerobak usahanya rusak terseret arus.',
  'Rumahnya berdiri di samping prasasti desa.',
];

const CIRCUMSTANCES = [
  'Saya sudah {n} kali menanyakannya ke kantor desa.',
  'Tetangga yang keadaannya sama sudah menerima{where}.',
  'Suami saya {buruh tani|buruh harian|sedang sakit} dan anak kami {n} orang.',
  'Saya janda dan tinggal bersama {ibu yang sudah tua|tiga cucu|anak yang masih sekolah}.',
  'Petugas {desa|kelurahan|pendamping} meminta kami menunggu, tetapi tidak ada kabar.',
  'Kartu Keluarga dan KTP sudah diserahkan {bulan lalu|minggu lalu|sejak awal tahun}.',
  'Saldo di rekening masih nol waktu dicek di {agen|bank|ATM}.',
  'Rumah kami jauh dari kantor, ongkos pulang pergi berat bagi kami.',
];

const WISHES = [
  'Mohon diperiksa datanya.',
  'Mohon penjelasan apa yang harus kami lengkapi.',
  'Kami berharap ada petugas yang datang melihat.',
  'Mohon dibantu agar bulan depan dapat diterima kembali.',
  'Mohon kepastian kapan disalurkan.',
];

const CLOSINGS = [
  'Pelapor menerima penjelasan itu.',
  'Pelapor diminta menghubungi kembali bila dalam {n} hari kerja belum ada perubahan.',
  'Salinan keterangan diserahkan kepada pelapor.',
  'Nomor yang dapat dihubungi sudah diberikan.',
];

const ENTRIES = [
  'Data pelapor diperiksa pada aplikasi; {data kependudukan belum padan|penerima tercatat aktif|kepesertaan tercatat nonaktif}.',
  'Berkoordinasi dengan {pendamping|operator desa|bank penyalur|puskesmas} tentang data pelapor.',
  'Kunjungan ke rumah pelapor; keadaan rumah dan keluarga dicatat, foto diambil.',
  'Usulan perbaikan data dikirim; hasil ditunggu {n} hari kerja.',
  'Pelapor dihubungi lewat telepon dan diminta melengkapi Kartu Keluarga.',
];

const ANYTHING: Topic = {
  words: /.*/,
  matters: [
    'Keluarga saya belum pernah mendapat bantuan{where} padahal tergolong miskin.',
    'Ada orang tua yang hidup sendirian dan tidak terurus{where}.',
    'Rumah warga terendam banjir{where}, kami memerlukan bantuan makanan dan selimut.',
    'Anak yatim{where} belum masuk daftar penerima bantuan atensi.',
    'Seorang warga dengan gangguan jiwa berkeliaran{where}, keluarga tidak sanggup merawat.',
    'Saya ingin tahu apakah nama saya tercantum dalam data terpadu.',
    'Penyandang disabilitas{where} memerlukan kursi roda.',
  ],
  answers: [
    'Sudah dijelaskan bahwa usulan bantuan baru diajukan melalui musyawarah desa atau kelurahan.',
    'Data diperiksa; pelapor belum tercantum dan diarahkan untuk diusulkan oleh desa.',
    'Petugas meninjau keadaan dan bantuan darurat sudah diserahkan.',
    'Disampaikan syarat dan tempat pengurusan, dengan lembar persyaratan.',
  ],
};

const TOPICS: readonly Topic[] = [
  {
    words: /pbi|jkn|bpjs|kesehatan|kis\b/,
    matters: [
      'Kartu BPJS bantuan pemerintah{where} tiba-tiba tidak aktif ketika hendak dipakai berobat.',
      'KIS anak saya nonaktif sejak {n} bulan lalu, sedangkan anak harus kontrol di rumah sakit.',
      'Mohon reaktivasi kartu PBI-JK atas nama ibu saya yang sedang dirawat.',
      'Nama di kartu jaminan kesehatan berbeda dengan KTP sehingga ditolak puskesmas.',
    ],
    answers: [
      'Usulan reaktivasi kepesertaan sudah dikirim; keputusan ada pada kementerian dan BPJS Kesehatan.',
      'Perbaikan nama diusulkan; pelapor diminta memeriksa kembali kartunya bulan depan.',
      'Surat keterangan untuk berobat diterbitkan sambil menunggu reaktivasi.',
    ],
  },
  {
    words: /lanjut usia|lansia|aslut|jompo/,
    matters: [
      'Bantuan lanjut usia untuk orang tua kami{where} belum cair {n} bulan.',
      'Kakek berumur 82 tahun{where} hidup sendiri, belum pernah didata untuk bantuan lansia.',
      'Buku rekening bantuan lansia hilang, bagaimana mengambil bantuannya?',
    ],
    answers: [
      'Pencairan tahap berikutnya menunggu jadwal; pelapor diberi tahu perkiraan bulannya.',
      'Petugas akan mendata ke rumah bersama aparat desa.',
    ],
  },
  {
    words: /pangan|bpnt|sembako|rasda|raskin|beras/,
    matters: [
      'Bantuan sembako{where} tidak masuk sejak {n} bulan yang lalu, saldo kartu nol.',
      'Beras bantuan{where} yang dibagikan berkutu dan timbangannya kurang.',
      'Nama saya dicoret dari daftar bantuan pangan tanpa pemberitahuan.',
      'Agen{where} meminta potongan setiap kali bantuan pangan diambil.',
    ],
    answers: [
      'Riwayat bantuan diperiksa; rekening belum padan dan perbaikannya diusulkan.',
      'Bank penyalur membenarkan kartu terblokir; pelapor diarahkan mencetak ulang.',
      'Agen ditegur dan pelapor diminta menyampaikan bila terulang.',
    ],
  },
  {
    words: /keluarga harapan|pkh/,
    matters: [
      'Bantuan PKH{where} bulan ini belum masuk ke rekening.',
      'PKH saya berhenti sejak anak lulus SD, padahal adiknya baru masuk sekolah.',
      'Pendamping PKH{where} sulit dihubungi dan tidak datang ke pertemuan kelompok.',
    ],
    answers: [
      'Komponen keluarga diperbarui bersama pendamping PKH.',
      'Bantuan berhenti karena komponen berakhir; jalan pengusulan ulang dijelaskan.',
      'Pendamping diminta menemui pelapor minggu ini.',
    ],
  },
  {
    words: /rumah|rutilahu|rtlh|hunian/,
    matters: [
      'Rumah ibu saya{where} atapnya bocor dan dindingnya lapuk, mohon bantuan rumah tidak layak huni.',
      'Sudah {n} tahun diusulkan bedah rumah{where} tetapi belum dikerjakan.',
      'Tukang bedah rumah{where} berhenti bekerja sebelum selesai.',
    ],
    answers: [
      'Permohonan dicatat dan ditinjau; usulan disesuaikan dengan kuota tahun ini.',
      'Berkas belum lengkap; bukti penguasaan tanah diminta melalui desa.',
    ],
  },
  {
    words: /kks|kartu keluarga sejahtera|kartu/,
    matters: [
      'Kartu KKS saya hilang{where} dan tidak dapat mengambil bantuan.',
      'KKS terblokir karena salah PIN {n} kali.',
      'Kartu bantuan rusak tidak terbaca mesin.',
    ],
    answers: [
      'Surat pengantar ke bank penyalur untuk mencetak ulang kartu sudah diberikan.',
      'Pelapor diarahkan membuat surat keterangan hilang, lalu ke bank penyalur.',
    ],
  },
];
