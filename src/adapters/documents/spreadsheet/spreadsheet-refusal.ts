/** Why a file was not read. Closed list; the Indonesian sentence says what is wrong and what to do. */
export const SPREADSHEET_REFUSALS = {
  'file-missing': 'Berkas tidak ditemukan atau tidak dapat dibuka. Periksa nama dan letak berkas.',
  'file-empty': 'Berkas kosong. Pilih berkas register yang berisi tabel.',
  'file-too-large':
    'Berkas terlalu besar. Pecah register per tahun atau per bulan, lalu impor satu per satu.',
  'legacy-xls':
    'Berkas ini berformat Excel lama (.xls). Buka di Excel atau LibreOffice, pilih Simpan Sebagai "Buku Kerja Excel (.xlsx)", lalu impor berkas baru itu.',
  encrypted: 'Berkas dikunci dengan kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu impor lagi.',
  ods: 'Berkas ini berformat OpenDocument (.ods). Buka di LibreOffice, simpan sebagai .xlsx, lalu impor lagi.',
  html: 'Berkas ini sebenarnya halaman HTML atau XML yang diberi nama Excel. Buka di Excel, simpan sebagai .xlsx, lalu impor lagi.',
  pdf: 'Berkas ini PDF. Register hanya dapat dibaca dari .xlsx atau .csv; mintalah berkas Excel aslinya.',
  'word-document':
    'Berkas ini dokumen Word. Salin tabelnya ke lembar Excel, simpan sebagai .xlsx, lalu impor lagi.',
  picture: 'Berkas ini gambar. Register hanya dapat dibaca dari .xlsx atau .csv.',
  'other-archive': 'Berkas ini arsip, bukan register. Ekstrak dahulu, lalu impor berkas .xlsx di dalamnya.',
  'not-a-spreadsheet': 'Berkas ini bukan .xlsx atau .csv. Simpan register sebagai .xlsx, lalu impor lagi.',
  macros:
    'Berkas memuat makro (.xlsm). Buka di Excel, simpan sebagai "Buku Kerja Excel (.xlsx)" tanpa makro, lalu impor lagi.',
  'broken-archive':
    'Berkas rusak atau terpotong. Salin ulang dari sumbernya, atau buka dan simpan kembali di Excel, lalu impor lagi.',
  'unsafe-path': 'Berkas memuat nama bagian yang tidak wajar dan tidak dibuka. Buat ulang berkas dari Excel.',
  bomb: 'Isi berkas mengembang secara tidak wajar dan tidak dibuka. Buat ulang berkas dari Excel.',
  'unsafe-xml':
    'Berkas memuat deklarasi XML yang tidak diizinkan. Buka dan simpan kembali di Excel, lalu impor lagi.',
  'broken-xml': 'Isi berkas tidak dapat dibaca. Buka dan simpan kembali di Excel, lalu impor lagi.',
  'broken-csv':
    'Tabel CSV tidak dapat dibaca: ada tanda kutip yang tidak ditutup atau baris yang rusak. Betulkan baris itu, atau buka di Excel dan simpan sebagai .xlsx, lalu impor lagi.',
  'too-many-rows': 'Baris terlalu banyak. Pecah register per tahun atau per bulan, lalu impor satu per satu.',
  'too-many-cells':
    'Sel atau teks terlalu banyak. Hapus kolom dan lembar yang tidak dipakai, lalu impor lagi.',
  'formula-without-value':
    'Ada rumus yang nilainya tidak tersimpan. Buka berkas di Excel, tunggu sampai terhitung, simpan, lalu impor lagi.',
  'own-export':
    'Berkas ini hasil ekspor register dari Tanggap sendiri; kasusnya sudah tercatat. Pilih berkas register aslinya.',
  'out-of-time':
    'Berkas terlalu rumit untuk dibaca. Pecah register per tahun atau per bulan, lalu impor lagi.',
  'out-of-memory':
    'Berkas terlalu rumit untuk dibaca. Pecah register per tahun atau per bulan, lalu impor lagi.',
} as const;

export type SpreadsheetRefusalCode = keyof typeof SPREADSHEET_REFUSALS;

export type SpreadsheetRefusal = {
  readonly ok: false;
  readonly refusal: SpreadsheetRefusalCode;
  /** Indonesian, for the person who chose the file. */
  readonly message: string;
  /** Where it was found, e.g. "xl/worksheets/sheet1.xml" or "Januari!B7"; may be empty. */
  readonly detail: string;
};

/** Stops the reading anywhere below; the edge of the reader turns it into a `SpreadsheetRefusal`. */
export class SpreadsheetStop extends Error {
  readonly code: SpreadsheetRefusalCode;
  readonly detail: string;
  constructor(code: SpreadsheetRefusalCode, detail = '') {
    super(`${code} ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** The refusal as a value, with its sentence. */
export function refuseSpreadsheet(refusal: SpreadsheetRefusalCode, detail = ''): SpreadsheetRefusal {
  return { ok: false, refusal, message: SPREADSHEET_REFUSALS[refusal], detail };
}
