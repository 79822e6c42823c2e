import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { imported } from '../../../test/a-register-sheet.ts';
import { secrecyOfRow } from '../../../test/secrecy-of-row.ts';

const WISHES = [
  ...[
    'Anonim',
    'RAHASIA',
    'Dirahasiakan',
    'dirahasikan',
    'di rahasiakan',
    'annonim',
    'Tanpa nama',
    'Disamarkan',
  ],
  ...[
    'Identitas dirahasiakan',
    'identitas minta dirahasiakan',
    'Identitas pelapor dirahasiakan',
    'nama disamarkan',
  ],
  ...['Tidak mau disebut namanya', 'tidak mau namanya di sebutkan', 'nama jangan dicantumkan', 'Hamba Allah'],
  ...[
    'jangan disebut namanya',
    'enggan menyebutkan nama',
    'identitas jangan dibuka',
    'mohon identitas dijaga',
  ],
  ...[
    'identitas dilindungi',
    'Mohon dirahasiakan',
    'minta namanya tidak disebutkan',
    'tidak bersedia disebut',
  ],
  ...[
    'jangan dipublikasikan',
    'tidak mau diekspos',
    'jangan dipublish',
    'confidential',
    'keberatan disebut namanya',
  ],
  ...['Tertutup', 'Tidak publik', 'bukan nama sebenarnya', 'mohon dijaga kerahasiaannya', 'Pelapor anonim'],
];
const ORDINARY: Readonly<Record<string, readonly string[]>> = {
  NO: ['1', '12', '7.'],
  TANGGAL: ['3 Januari 2023', '14/02/2023', 'Rabu, 4 Januari 2023'],
  NAMA: [
    'Elok Contoh',
    'Samariah',
    'Rahastuti',
    'Tri Rahayu',
    'Hambali',
    'Bagja a.n. Citra Uji',
    'Warga RT 02',
  ],
  ALAMAT: ['Ds Melati', 'Jl. Anggrek RT 2', '-', 'tidak diketahui'],
  'NO HP': ['081200000021', '-', 'tidak ada', ''],
  ADUAN: [
    'Bantuan berhenti',
    'Menanyakan kerahasiaan data penerima',
    'tidak menyebutkan nama ketua kelompok',
    'Namanya tidak tercantum di DTKS',
    'Jalan tertutup longsor',
  ],
  STATUS: ['Selesai', 'Proses', 'Belum', ''],
  TANGGAPAN: ['Dijelaskan.', 'Sudah ditindaklanjuti.', 'Nama sudah diusulkan', 'Data tidak dapat dibuka'],
  KETERANGAN: ['', '-', 'Sudah dihubungi', 'Tidak keberatan disebut namanya', 'Berkas lengkap'],
  LAYANAN: ['PKH', 'BPNT', 'Perlindungan anak'],
  BIDANG: ['Linjamsos', 'Umum dan kepegawaian'],
  MEDIA: ['WA', 'Langsung', 'Telepon'],
  KATEGORI: ['Ringan', 'Bantuan', 'Biasa'],
  SIFAT: ['Biasa', 'Segera', 'Terbuka', 'Tidak rahasia', '-', ''],
  'RAHASIA (Y/T)': ['T', 'Tidak', '-', '', '☐'],
  'BERSEDIA DIPUBLIKASIKAN': ['Ya', 'Bersedia', 'v'],
  'STATUS IDENTITAS': ['Jelas', 'KTP', 'Terbuka'],
  UMUR: ['41', ''],
};
const NEEDED = ['NO', 'TANGGAL', 'NAMA', 'ADUAN', 'STATUS'];
const OTHERS = Object.keys(ORDINARY).filter((heading) => !NEEDED.includes(heading));

const layout = fc
  .subarray(OTHERS)
  .chain((others) =>
    fc.shuffledSubarray([...NEEDED, ...others], { minLength: NEEDED.length + others.length }),
  );
const register = layout.chain((heads) =>
  fc.record({
    heads: fc.constant(heads),
    cells: fc.tuple(...heads.map((heading) => fc.constantFrom(...(ORDINARY[heading] ?? [''])))),
    at: fc.nat({ max: heads.length }),
    wish: fc.constantFrom(...WISHES),
    written: fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => `${text}.`,
      (text) => `(${text})`,
      (text) => text.replaceAll(' ', '  '),
    ),
  }),
);

test('rule 32: whatever wish stands in whatever cell of whatever layout, no row comes out open and untold', () => {
  fc.assert(
    fc.property(register, ({ heads, cells, at, wish, written }) => {
      // A date is needed: without it there is no row. Right of the table stands a cell without heading.
      fc.pre(heads[at] !== 'TANGGAL');
      const text = written(wish);
      const row = [...cells.slice(0, at), text, ...cells.slice(at + 1)];
      const [only] = imported({ 1: heads, 2: row });
      assert.notEqual(secrecyOfRow(only) ?? 'open', 'open', `${heads[at]}: ${text}`);
    }),
    { numRuns: 400 },
  );
});

test('no ordinary row is sealed, in whatever layout', () => {
  fc.assert(
    fc.property(register, ({ heads, cells }) => {
      const [only] = imported({ 1: heads, 2: cells });
      assert.equal(secrecyOfRow(only), 'open', JSON.stringify([heads, cells]));
    }),
    { numRuns: 400 },
  );
});
