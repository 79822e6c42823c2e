/** Short sentences that certain steps ask for. */
export const LATE_ENTRY_REASONS = [
  'Dicatat setelah pesan dibaca pada jam layanan.',
  'Petugas mendahulukan antrean di loket.',
  'Jaringan terputus, dicatat dari catatan tangan.',
];
export const CANCEL_REASONS = [
  'Tercatat dua kali karena formulir terkirim ulang.',
  'Salah kantor, dicatat keliru.',
];
export const MERGE_REASONS = ['Pelapor dan pokok yang sama disampaikan lewat dua saluran.'];
export const REOPEN_REASONS = [
  'Pelapor kembali: bantuan belum juga masuk.',
  'Data yang diperbaiki kembali seperti semula.',
];
export const WITHDRAW_REASONS = [
  'Pelapor menyampaikan urusannya sudah beres.',
  'Pelapor memilih mengurus sendiri di desa.',
];
export const ARCHIVE_REASONS = [
  'Isi tidak dapat dipahami dan pelapor tidak dapat dihubungi.',
  'Pesan iklan.',
];
export const MARK_REASONS = ['Menyangkut keselamatan jiwa.', 'Memuat dugaan pelanggaran petugas.'];
export const SAFE_CONTACTS = ['Hubungi pagi hari saja melalui pesan, jangan menelepon.'];
