import type { Chart, DocumentMeta } from './blocks.ts';

/** The few words that papers themselves bring; all else comes from the office's files. */
export type DocumentWords = {
  readonly chapter: string;
  readonly table: string;
  readonly chart: string;
  readonly appendix: string;
  readonly source: string;
  /** Before and after the figure: "Persentase dihitung dari 43 pengaduan." */
  readonly denominator: readonly [string, string];
  readonly page: string;
  readonly volume: string;
  readonly of: string;
  readonly figuresHash: string;
  readonly nip: string;
  readonly decreedAt: string;
  readonly decreedOn: string;
  readonly openRows: string;
  readonly noRows: string;
  readonly rowsSheet: string;
  readonly aboutSheet: string;
  readonly chartKinds: Readonly<Record<Chart['kind'], string>>;
  readonly about: Readonly<
    Record<
      'title' | 'office' | 'period' | 'dated' | 'edition' | 'table' | 'figure' | 'value' | 'sheet' | 'row',
      string
    >
  >;
};

/** Words of a document in its language. */
export function documentWords(language: DocumentMeta['language']): DocumentWords {
  return language === 'id' ? INDONESIAN : ENGLISH;
}

const INDONESIAN: DocumentWords = {
  chapter: 'BAB',
  table: 'Tabel',
  chart: 'Grafik',
  appendix: 'Lampiran',
  source: 'Sumber',
  denominator: ['Persentase dihitung dari ', ''],
  page: 'Halaman',
  volume: 'jilid',
  of: 'dari',
  figuresHash: 'Sidik angka',
  nip: 'NIP',
  decreedAt: 'Ditetapkan di',
  decreedOn: 'pada tanggal',
  openRows: 'lihat baris register',
  noRows: 'Tidak ada baris.',
  rowsSheet: 'Baris',
  aboutSheet: 'Tentang',
  chartKinds: {
    bar: 'Grafik batang',
    column: 'Grafik kolom',
    line: 'Grafik garis',
    share: 'Grafik bagian dari keseluruhan',
  },
  about: {
    title: 'Judul',
    office: 'Kantor',
    period: 'Periode',
    dated: 'Tanggal',
    edition: 'Terbitan',
    table: 'Tabel',
    figure: 'Angka',
    value: 'Nilai',
    sheet: 'Lembar',
    row: 'Baris',
  },
};

const ENGLISH: DocumentWords = {
  chapter: 'CHAPTER',
  table: 'Table',
  chart: 'Chart',
  appendix: 'Appendix',
  source: 'Source',
  denominator: ['Percentages are of ', ''],
  page: 'Page',
  volume: 'volume',
  of: 'of',
  figuresHash: 'Fingerprint of the figures',
  nip: 'NIP',
  decreedAt: 'Decreed at',
  decreedOn: 'on',
  openRows: 'see register rows',
  noRows: 'No rows.',
  rowsSheet: 'Rows',
  aboutSheet: 'About',
  chartKinds: { bar: 'Bar chart', column: 'Column chart', line: 'Line chart', share: 'Parts of a whole' },
  about: {
    title: 'Title',
    office: 'Office',
    period: 'Period',
    dated: 'Dated',
    edition: 'Edition',
    table: 'Table',
    figure: 'Figure',
    value: 'Value',
    sheet: 'Sheet',
    row: 'Row',
  },
};
