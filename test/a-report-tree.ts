import { formatDate } from '../src/domain/calendar/format-date.ts';
import type {
  Appendix,
  Block,
  Cell,
  DocumentMeta,
  DocumentTree,
  Inline,
  Row,
  Section,
  Table,
} from '../src/domain/documents/blocks.ts';
import { sharesOf } from '../src/domain/documents/percent.ts';

/** Makes a whole annual report of an invented office, for tests and pictures: 43 cases, or any number of rows. */
export function aReportTree(options: AReportTreeOptions = {}): DocumentTree {
  const rows = options.registerRows ?? 43;
  const hostile = options.text ?? null;
  const meta: DocumentMeta = {
    id: 'contoh/tahunan/2031',
    title: 'Laporan Tahunan Layanan Pengaduan Masyarakat',
    office: {
      slug: 'contoh',
      name: 'Dinas Sosial Kabupaten Contoh',
      government: 'Pemerintah Kabupaten Contoh',
    },
    language: 'id',
    period: 'Tahun 2031',
    dated: '2032-01-05',
    madeAt: '2032-01-05T02:30:00Z',
    edition: 'Konsep',
    figuresHash: null,
    paper: 'A4',
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN CONTOH', 'DINAS SOSIAL'],
      address: [
        'Jalan Percobaan Nomor 1, Kota Contoh 00000',
        'Telepon 0812-0000-0001, surel dinsos@contoh.example',
      ],
      emblemSvg: null,
    },
    ...options.meta,
  };
  return {
    meta,
    front: [
      {
        type: 'cover',
        title: meta.title,
        subtitle: null,
        foot: ['DINAS SOSIAL', 'KABUPATEN CONTOH', '2032'],
        emblem: true,
      },
      aForeword(),
      { type: 'contents', title: 'Daftar Isi', of: 'sections' },
      { type: 'contents', title: 'Daftar Tabel', of: 'tables' },
      { type: 'contents', title: 'Daftar Grafik', of: 'charts' },
    ],
    body: aBody(rows, hostile),
    appendices: aRegister(rows, hostile),
  };
}

export type AReportTreeOptions = {
  readonly registerRows?: number;
  /** Put into a paragraph, a table label, a heading and every register row: what a citizen might write. */
  readonly text?: string;
  readonly meta?: Partial<DocumentMeta>;
};

const SERVICES = [
  ['jaminan', 'Pengaktifan kembali kartu jaminan kesehatan', 12],
  ['lansia', 'Bantuan bagi orang lanjut usia telantar', 1],
  ['pangan', 'Bantuan pangan nontunai', 10],
  ['keluarga', 'Bantuan keluarga bersyarat', 6],
  ['daerah', 'Bantuan pangan daerah', 2],
  ['rumah', 'Perbaikan rumah tidak layak huni', 0],
  ['kartu', 'Kehilangan kartu keluarga sejahtera', 2],
  ['lain', 'Lain-lain', 10],
] as const;
const CHANNELS = [
  ['loket', 'Datang langsung', 38],
  ['whatsapp', 'WhatsApp', 5],
  ['website', 'Laman', 0],
] as const;
const MONTHS = [14, 3, 9, 4, 6, 1, 0, 1, 2, 2, 0, 1];

/** A table of counts with shares, a total and its denominator. */
export function aCountTable(
  id: string,
  title: string,
  counts: readonly (readonly [key: string, label: string, count: number])[],
): Table {
  const total = counts.reduce((sum, [, , count]) => sum + count, 0);
  const shares = sharesOf(counts.map(([, , count]) => count));
  const number = (key: string, value: number): Cell => ({
    kind: 'number',
    id: key === 'total' ? 'register/total' : `${id}/${key}/count`,
    value,
    rows: { period: '2031', [id]: key },
  });
  const percent = (key: string, tenths: number | null): Cell => ({
    kind: 'percent',
    id: `${id}/${key}/percent`,
    tenths,
    rows: null,
  });
  return {
    type: 'table',
    id,
    title,
    numbered: true,
    columns: [
      { key: 'no', label: 'No.', kind: 'ordinal', weight: null },
      { key: 'label', label: 'Uraian', kind: 'text', weight: null },
      { key: 'count', label: 'Jumlah', kind: 'number', weight: null },
      { key: 'percent', label: 'Persentase', kind: 'percent', weight: null },
    ],
    columnNumbers: false,
    rows: counts.map(([key, label, count], index) => ({
      key,
      cells: [
        { kind: 'ordinal', value: index + 1 },
        { kind: 'text', text: label },
        number(key, count),
        percent(key, shares[index] ?? null),
      ],
    })),
    total: {
      key: 'total',
      cells: [
        { kind: 'empty' },
        { kind: 'text', text: 'Jumlah' },
        number('total', total),
        percent('total', total === 0 ? null : 1000),
      ],
    },
    denominator: {
      figure: { id: 'register/total', value: total, format: 'count', rows: { period: '2031' } },
      label: 'pengaduan yang tercatat',
    },
    source: 'register pengaduan Dinas Sosial Kabupaten Contoh',
    notes: [],
  };
}

const total: Inline = {
  type: 'figure',
  figure: { id: 'register/total', value: 43, format: 'count-words', rows: { period: '2031' } },
};

function text(value: string): Inline {
  return { type: 'text', text: value };
}

function paragraph(...inlines: readonly Inline[]): Block {
  return { type: 'paragraph', inlines };
}

function section(
  id: string,
  heading: string,
  numbering: Section['numbering'],
  blocks: readonly Block[],
): Section {
  return { type: 'section', id, heading, numbering, inContents: true, blocks };
}

const signature: Block = {
  type: 'signature',
  place: 'Kota Contoh',
  date: '2032-01-05',
  signers: [
    {
      role: null,
      capacity: 'self',
      principal: null,
      position: ['Kepala Dinas Sosial', 'Kabupaten Contoh'],
      name: '(nama pejabat)',
      rank: 'Pembina Utama Muda (IV/c)',
      nip: '(NIP pejabat)',
    },
  ],
};

function aForeword(): Block {
  return section('kata-pengantar', 'Kata Pengantar', 'none', [
    paragraph(
      text(
        'Laporan ini menyajikan penanganan pengaduan masyarakat yang diterima Dinas Sosial Kabupaten Contoh selama Tahun 2031. Setiap angka di dalamnya dihitung dari register pengaduan dan dapat ditelusuri sampai ke barisnya.',
      ),
    ),
    paragraph(
      text(
        'Kami berterima kasih kepada masyarakat yang telah menyampaikan pengaduannya. Sepanjang tahun tercatat ',
      ),
      total,
      text(' pengaduan, dan setiap pengaduan menjadi bahan perbaikan pelayanan pada tahun berikutnya.'),
    ),
    signature,
  ]);
}

function aBody(rows: number, hostile: string | null): readonly Block[] {
  const months = MONTHS.map((count, index): [string, string, number] => {
    const key = `2031-${String(index + 1).padStart(2, '0')}`;
    return [key, formatDate(`${key}-01`, 'month'), count];
  });
  const byService = aCountTable('by-service', 'Pengaduan menurut layanan', SERVICES);
  return [
    section('bab-1', 'Pendahuluan', 'chapter', [
      section('latar', 'Latar Belakang', 'decimal', [
        paragraph(
          text(
            'Pengaduan masyarakat adalah sumber pengetahuan pertama tentang mutu pelayanan. Dinas mencatat setiap pengaduan yang datang, menindaklanjutinya dalam batas waktu yang ditetapkan, dan mempertanggungjawabkan hasilnya secara berkala.',
          ),
        ),
        ...(hostile === null ? [] : [paragraph(text(hostile))]),
      ]),
      section('dasar', 'Dasar Hukum', 'decimal', [
        {
          type: 'list',
          ordered: true,
          items: [
            [text('Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;')],
            [text('Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik.')],
          ],
        },
      ]),
      section('tujuan', 'Maksud dan Tujuan', 'decimal', [
        {
          type: 'list',
          ordered: false,
          items: [
            [text('mengetahui jumlah dan jenis pengaduan;')],
            [text('mengetahui tingkat dan waktu penyelesaiannya;')],
            [text('menyediakan bahan perbaikan pelayanan.')],
          ],
        },
      ]),
    ]),
    section('bab-2', 'Pelaksanaan Layanan Pengaduan', 'chapter', [
      section('jumlah', 'Jumlah Pengaduan', 'decimal', [
        paragraph(
          text('Selama Tahun 2031 diterima '),
          { type: 'strong', inlines: [total] },
          text(' pengaduan. Rinciannya menurut layanan disajikan dalam '),
          { type: 'reference', to: 'by-service' },
          text(' dan '),
          { type: 'reference', to: 'grafik-layanan' },
          text('.'),
        ),
        hostile === null
          ? byService
          : {
              ...byService,
              rows: byService.rows.map((row, index) => (index === 0 ? withText(row, 1, hostile) : row)),
            },
        aChart('grafik-layanan', 'bar', 'Pengaduan menurut layanan', 'by-service'),
      ]),
      section('media', 'Media Penyampaian', 'decimal', [
        paragraph(
          text(
            'Media yang paling banyak digunakan adalah datang langsung. Media yang tidak digunakan tetap disajikan.',
          ),
        ),
        aCountTable('by-channel', 'Pengaduan menurut media', CHANNELS),
        aChart('grafik-media', 'share', 'Bagian tiap media', 'by-channel'),
      ]),
      section('bulan', 'Pengaduan Tiap Bulan', 'decimal', [
        aCountTable('by-month', 'Pengaduan menurut bulan penerimaan', months),
        aChart('grafik-bulan', 'column', 'Pengaduan tiap bulan', 'by-month'),
        aChart('grafik-garis', 'line', 'Perjalanan pengaduan sepanjang tahun', 'by-month'),
      ]),
      section('tingkat', 'Tingkat Penyelesaian', 'decimal', [
        aCountTable('by-status', 'Pengaduan menurut status', [
          ['selesai', 'Selesai menurut register', 43],
          ['proses', 'Dalam proses', 0],
        ]),
        {
          type: 'note',
          tone: 'attention',
          inlines: [text('Status seluruh baris berasal dari register lama, tanpa tanggal penyelesaian.')],
        },
      ]),
    ]),
    section('bab-3', hostile ?? 'Penutup', 'chapter', [
      section('simpulan', 'Simpulan', 'decimal', [
        paragraph(
          text('Register memuat '),
          total,
          text(' pengaduan sepanjang tahun. Lampiran memuat '),
          {
            type: 'figure',
            figure: { id: 'lampiran/rows', value: rows, format: 'count', rows: { period: '2031' } },
          },
          text(' baris register tanpa nama dan alamat pelapor.'),
        ),
        paragraph(
          text(
            'Pada tahun berikutnya dinas akan melengkapi catatan waktu penyelesaian pada setiap baris register, sehingga ketepatan waktu dapat dihitung dan dilaporkan.',
          ),
        ),
        signature,
      ]),
    ]),
  ];
}

function aChart(id: string, kind: 'bar' | 'column' | 'line' | 'share', title: string, table: string): Block {
  return { type: 'chart', id, kind, title, table, labelColumn: 'label', valueColumn: 'count' };
}

function withText(row: Row, at: number, value: string): Row {
  return {
    ...row,
    cells: row.cells.map((cell, index) => (index === at ? { kind: 'text', text: value } : cell)),
  };
}

const MATTERS = [
  'Kartu jaminan kesehatan tidak dapat dipakai di puskesmas sejak bulan lalu',
  'Bantuan pangan belum masuk ke rekening selama empat bulan',
  'Menanyakan sebab nama keluarga tidak lagi tercantum sebagai penerima',
];

function aRegister(rows: number, hostile: string | null): readonly Appendix[] {
  const perSheet = rows > 43 ? rows : 14;
  const sheets = Math.max(1, Math.ceil(rows / perSheet));
  return Array.from({ length: sheets }, (_, sheet): Appendix => {
    const first = sheet * perSheet;
    const month = formatDate(`2031-${String(sheet + 1).padStart(2, '0')}-01`, 'month');
    return {
      id: `register-${sheet + 1}`,
      title: `Register pengaduan bulan ${month}`,
      subtitle: ['Dinas Sosial Kabupaten Contoh'],
      orientation: 'landscape',
      blocks: [
        {
          type: 'table',
          id: `register-${sheet + 1}`,
          title: `Register pengaduan bulan ${month}`,
          numbered: false,
          columns: [
            { key: 'no', label: 'No.', kind: 'ordinal', weight: null },
            { key: 'date', label: 'Hari/Tanggal', kind: 'date', weight: 3 },
            { key: 'who', label: 'Pelapor', kind: 'text', weight: 2.5 },
            { key: 'matter', label: 'Keperluan', kind: 'text', weight: 6 },
            { key: 'status', label: 'Tindak Lanjut', kind: 'text', weight: 2 },
            { key: 'story', label: 'Narasi', kind: 'text', weight: 8 },
          ],
          columnNumbers: true,
          rows: Array.from({ length: Math.min(perSheet, rows - first) }, (_, at) =>
            aRegisterRow(first + at, hostile),
          ),
          total: null,
          denominator: null,
          source: null,
          notes: [[{ type: 'text', text: 'Catatan di bawah register pengaduan bulan ini. '.repeat(16) }]],
        },
      ],
    };
  });
}

function aRegisterRow(index: number, hostile: string | null): Row {
  const day = String((index % 28) + 1).padStart(2, '0');
  return {
    key: String(index + 1),
    cells: [
      { kind: 'ordinal', value: index + 1 },
      { kind: 'date', date: `2031-01-${day}`, style: 'weekday' },
      { kind: 'text', text: `Pelapor ${index + 1}` },
      { kind: 'text', text: hostile ?? MATTERS[index % MATTERS.length] ?? '' },
      { kind: 'text', text: 'Selesai' },
      {
        kind: 'text',
        text: 'Petugas menerima pelapor di loket, memeriksa data pada sistem, menjelaskan hasilnya, dan meneruskan usulan perbaikan kepada bidang yang menangani.',
      },
    ],
  };
}
