/**
 * "Selesai oleh Dinas Sosial Kabupaten" → "Selesai oleh dinas": whoever did it, or to whom it was sent, as one word, where
 * all after the last `oleh`, `ke` or `kepada` names offices and their people. A name is taken beside the kind of office or
 * place that bears it, by its capital, and none where `oleh` has one, too. Anything else stays as it is.
 */
export function shortenWhom(text: string): string {
  return text.replace(WHOM, WHOM_WORD);
}

/** What stands for anybody in a shortened text. */
export const WHOM_WORD = 'dinas';

const OFFICE =
  'sistem|admin|administrator|operator|petugas|staf|staff|tim|kami|pihak|instansi|opd|lembaga|kepala|kadis|kabid|kasi|sekretaris|sekretariat|sub|subbag|subbagian|bagian|bag|layanan|pengaduan|front|office|loket|terkait|setempat|sosial|dinsos|kemensos|ri|daerah|pusat|pemerintah|pemda|pemkab|pemkot|pemprov|ppa|slrt|puskesos|pkh|bpjs|kesehatan|dinkes|disdik|pendidikan|dukcapil|disdukcapil|pos|bri|kepolisian|satpol|pp|inspektorat|ombudsman|bappeda|bpbd|baznas|camat|lurah|kades|pendamping|koordinator|korkab|tksk|linjamsos|resos|rehsos|dayasos|pfm|rehabilitasi|perlindungan|jaminan|pemberdayaan|fakir|miskin';
const BEARS_NAME =
  'dinas|kementerian|kementrian|bidang|bid|seksi|upt|uptd|desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|kota|provinsi|prov|rsud|rs|puskesmas|panti|lks|bank|polsek|polres';
/** Words of states and deeds that a capital makes no name. */
const NO_NAME =
  '(?:di|ter|ber|mem|men)[a-z]+|[a-z]+(?:kan|nya)|(?:selesai|tuntas|rampung|beres|closed?|done|complete|proses|tindak|tindaklanjut|tanggapan|jawaban|penanganan|penyelesaian|verifikasi|koordinasi|klarifikasi|pending|arsip|belum|tidak|tdk|tak|bukan|tanpa|gagal|batal|tolak|tunda|macet|masih|akan|hampir|sedang|dalam|tahap|sudah|telah|baru|lagi|lanjut|kembali|ulang|sebagian|sementara|hanya|tapi|tetapi|namun|kecuali|karena|kemudian|lalu|dan|status|perlu|mohon|harap|tetap|kurang|salah|masalah|ragu|mundur|henti|stop|buka|nihil|kosong|palsu|hilang|cek|revisi)';
const NAME = `(?<=\\b(?:oleh|ke|kepada)\\s.{0,150})(?!(?i:${NO_NAME})\\b)[A-Z][a-z]{2,}`;
const WHO = `(?:(?i:${OFFICE})\\b|(?i:${BEARS_NAME})\\b\\.?(?:[ \\t]+${NAME}\\b){0,2})`;
const WHOM = new RegExp(
  `(?<=\\b(?i:oleh|ke|kepada)\\s+)${WHO}(?:(?:[ \\t]+dan)?[ \\t]+${WHO}){0,5}[\\s.,;()]*$`,
);
