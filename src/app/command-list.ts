import { PERIOD_FORMS } from '../domain/reports/report-period.ts';
import type { CommandShape, OptionShape, PlannedCommand } from './command-line.ts';

const office: OptionShape = {
  type: 'string',
  required: true,
  value: 'KANTOR',
  help: 'nama pendek kantor, mis. tabalong',
};
const account: OptionShape = {
  type: 'string',
  required: true,
  value: 'EMAIL',
  help: 'alamat surel akun',
};
const period: OptionShape = {
  type: 'string',
  required: true,
  value: 'PERIODE',
  help: PERIOD_FORMS,
};
const asOf: OptionShape = {
  type: 'string',
  value: 'SAAT',
  help: 'hanya menurut yang sudah tercatat pada saat itu, mis. 2024-01-05T16:00',
};
const out: OptionShape = { type: 'string', required: true, value: 'BERKAS', help: 'berkas hasil' };

/** Every command of the contract that this version has, with what it takes. */
export const COMMANDS: readonly CommandShape[] = [
  {
    words: 'office list',
    summary: 'Daftar kantor: yang sudah dimuat dan yang tersedia sebagai berkas.',
    operands: [],
    options: {},
    load: async () => ({ run: (await import('./commands/office-list.ts')).officeList }),
  },
  {
    words: 'office check',
    summary: 'Memeriksa berkas sebuah kantor; setiap temuan menyebut berkas dan barisnya.',
    operands: ['FOLDER'],
    options: {},
    load: async () => ({ run: (await import('./commands/office-check.ts')).officeCheck }),
  },
  {
    words: 'office apply',
    summary: 'Memuat atau memperbarui kantor dari berkasnya; perubahan di aplikasi dipertahankan.',
    operands: ['FOLDER'],
    options: {
      force: {
        type: 'boolean',
        help: 'berkas mengalahkan perubahan di aplikasi',
      },
    },
    load: async () => ({ run: (await import('./commands/office-apply.ts')).officeApply }),
  },
  {
    words: 'office export',
    summary: 'Menulis kantor yang berlaku sekarang sebagai berkas.',
    operands: ['KANTOR'],
    options: { out: { type: 'string', value: 'FOLDER', help: 'folder baru (bawaan: ./KANTOR)' } },
    load: async () => ({ run: (await import('./commands/office-export.ts')).officeExport }),
  },
  {
    words: 'office roles',
    summary: 'Peran dalam tim sebuah kantor dan wewenangnya.',
    operands: [],
    options: { office },
    load: async () => ({ run: (await import('./commands/office-roles.ts')).officeRoles }),
  },
  {
    words: 'account create',
    summary: 'Membuat akun petugas; kata sandi ditanyakan, atau diambil dari TANGGAP_PASSWORD.',
    operands: [],
    options: {
      office,
      name: { type: 'string', required: true, value: 'NAMA', help: 'nama petugas' },
      email: { type: 'string', required: true, value: 'EMAIL', help: 'alamat surel untuk masuk' },
      role: {
        type: 'string',
        required: true,
        multiple: true,
        value: 'PERAN',
        help: 'peran; boleh lebih dari satu',
      },
      unit: { type: 'string', value: 'BIDANG', help: 'hanya untuk bidang ini (bawaan: semua bidang)' },
    },
    load: async () => ({ run: (await import('./commands/account-create.ts')).accountCreate }),
  },
  {
    words: 'account reset',
    summary: 'Membuat kata sandi sekali pakai bagi yang lupa; hanya dicetak satu kali, sesinya berakhir.',
    operands: [],
    options: {
      office,
      email: account,
      'second-factor': {
        type: 'boolean',
        help: 'menghapus faktor kedua bagi yang kehilangan ponsel dan kode cadangan; kata sandinya tetap',
      },
    },
    load: async () => ({ run: (await import('./commands/account-reset.ts')).accountReset }),
  },
  {
    words: 'account grant',
    summary: 'Memberi akun satu peran lagi, mulai hari ini atau tanggal yang disebut.',
    operands: [],
    options: {
      office,
      email: account,
      role: { type: 'string', required: true, value: 'PERAN', help: 'peran yang diberikan' },
      unit: { type: 'string', value: 'BIDANG', help: 'hanya untuk bidang ini' },
      from: { type: 'string', value: 'TANGGAL', help: 'hari pertama (bawaan: hari ini)' },
      to: { type: 'string', value: 'TANGGAL', help: 'hari terakhir (bawaan: sampai diakhiri)' },
      decree: { type: 'string', value: 'NOMOR', help: 'nomor SK' },
    },
    load: async () => ({ run: (await import('./commands/account-grant.ts')).accountGrant }),
  },
  {
    words: 'account end',
    summary: 'Mengakhiri peran sebuah akun; seketika, atau setelah hari yang disebut.',
    operands: [],
    options: {
      office,
      email: account,
      role: { type: 'string', required: true, value: 'PERAN', help: 'peran yang diakhiri' },
      to: { type: 'string', value: 'TANGGAL', help: 'hari terakhir (bawaan: berakhir seketika)' },
    },
    load: async () => ({ run: (await import('./commands/account-end.ts')).accountEnd }),
  },
  {
    words: 'account deputise',
    summary:
      'Menetapkan pejabat pengganti: ia memegang peran orang lain pada hari-hari itu (Plh., Plt., a.n.).',
    operands: [],
    options: {
      office,
      email: { ...account, help: 'alamat surel pengganti' },
      for: { type: 'string', required: true, value: 'EMAIL', help: 'alamat surel yang digantikan' },
      capacity: { type: 'string', value: 'SEBAGAI', help: 'plh, plt, atau an (bawaan: plh)' },
      from: { type: 'string', value: 'TANGGAL', help: 'hari pertama (bawaan: hari ini)' },
      to: { type: 'string', value: 'TANGGAL', help: 'hari terakhir; hanya plt boleh tanpa ini' },
      decree: { type: 'string', value: 'NOMOR', help: 'nomor SK' },
    },
    load: async () => ({ run: (await import('./commands/account-deputise.ts')).accountDeputise }),
  },
  {
    words: 'account relieve',
    summary: 'Mengakhiri penggantian; seketika, atau setelah hari yang disebut.',
    operands: [],
    options: {
      office,
      email: { ...account, help: 'alamat surel pengganti' },
      to: { type: 'string', value: 'TANGGAL', help: 'hari terakhir (bawaan: berakhir seketika)' },
    },
    load: async () => ({ run: (await import('./commands/account-relieve.ts')).accountRelieve }),
  },
  {
    words: 'token create',
    summary: 'Membuat token API; hanya dicetak satu kali.',
    operands: [],
    options: {
      office,
      role: { type: 'string', required: true, value: 'PERAN', help: 'peran token' },
      name: { type: 'string', required: true, value: 'NAMA', help: 'dipakai untuk apa' },
      account: {
        type: 'string',
        value: 'SUREL',
        help: 'akun petugas penanggung jawab; token bekerja di bidang tempat akun itu memegang peran ini (atau di semua bidangnya, bila ia tidak memegangnya), dan kasus yang tertutup baginya tertutup pula bagi token ini; tanpa akun: semua bidang, atau satu menurut --unit',
      },
      unit: { type: 'string', value: 'BIDANG', help: 'tanpa akun: hanya untuk bidang ini' },
    },
    load: async () => ({ run: (await import('./commands/token-create.ts')).tokenCreate }),
  },
  {
    words: 'token list',
    summary: 'Menyebutkan semua token API kantor, juga yang sudah dicabut.',
    operands: [],
    options: { office },
    load: async () => ({ run: (await import('./commands/token-list.ts')).tokenList }),
  },
  {
    words: 'token revoke',
    summary: 'Mencabut token API; seketika tidak berlaku.',
    operands: [],
    options: {
      office,
      name: { type: 'string', required: true, value: 'NAMA', help: 'nama token; semua yang bernama itu' },
    },
    load: async () => ({ run: (await import('./commands/token-revoke.ts')).tokenRevoke }),
  },
  {
    words: 'register import',
    summary:
      'Memindahkan register lama (Excel atau CSV); tiap baris mendapat putusan, tiap keraguan disebutkan.',
    operands: ['FILE'],
    options: {
      office,
      period,
      channel: { type: 'string', value: 'SALURAN', help: 'saluran semua baris, bila diketahui' },
      'accept-suggestions': { type: 'boolean', help: 'terima saran layanan (jenis tidak pernah diubah)' },
      'dry-run': { type: 'boolean', help: 'periksa saja, tidak menyimpan' },
    },
    load: async () => ({ run: (await import('./commands/register-import.ts')).registerImport }),
  },
  {
    words: 'register imports',
    summary: 'Daftar impor register lama, dan berapa kasusnya yang masih dihitung.',
    operands: [],
    options: { office },
    load: async () => ({ run: (await import('./commands/register-imports.ts')).registerImports }),
  },
  {
    words: 'register undo',
    summary:
      'Menarik kembali satu impor yang salah: kasusnya yang belum dikerjakan dibatalkan sebagai salah impor.',
    operands: ['IMPOR'],
    options: {
      office,
      account: {
        type: 'string',
        required: true,
        value: 'SUREL',
        help: 'akun yang membatalkan; perannya diperiksa dan namanya dicatat',
      },
      'dry-run': { type: 'boolean', help: 'hitung saja, tidak menyimpan' },
    },
    load: async () => ({ run: (await import('./commands/register-undo.ts')).registerUndo }),
  },
  {
    words: 'register export',
    summary: 'Mengeluarkan register; tanpa nama kecuali dengan --unmask dan alasannya.',
    operands: [],
    options: {
      office,
      period,
      format: {
        type: 'string',
        required: true,
        value: 'xlsx|csv|pdf',
        help: 'bentuk berkas; pdf: halaman buku dalam kolom kantor, per jilid bila panjang',
      },
      paper: { type: 'string', value: 'F4|A4', help: 'ukuran kertas pdf (bawaan: F4)' },
      out: { type: 'string', value: 'BERKAS', help: 'berkas hasil; - untuk keluaran standar (bawaan)' },
      unmask: { type: 'boolean', help: 'dengan nama dan kontak; dicatat' },
      reason: { type: 'string', value: 'ALASAN', help: 'alasan membuka nama, sedikitnya 10 huruf' },
      account: {
        type: 'string',
        value: 'SUREL',
        help: 'akun yang membuka nama; perannya diperiksa dan namanya dicatat',
      },
    },
    load: async () => ({ run: (await import('./commands/register-export.ts')).registerExport }),
  },
  {
    words: 'sop print',
    summary: 'Mencetak lembar SOP kantor: kotak judul, alur pelaksana, mutu baku, dan pengesahan.',
    operands: [],
    options: {
      office,
      sop: { type: 'string', required: true, value: 'SOP', help: 'nama pendek SOP, mis. langsung' },
      format: { type: 'string', required: true, value: 'pdf|docx', help: 'bentuk berkas' },
      paper: { type: 'string', value: 'F4|A4', help: 'ukuran kertas (bawaan: F4)' },
      out,
    },
    load: async () => ({ run: (await import('./commands/sop-print.ts')).sopPrint }),
  },
  {
    words: 'report build',
    summary: 'Membuat laporan berkala; setiap angka dihitung dari register.',
    operands: [],
    options: {
      office,
      kind: {
        type: 'string',
        required: true,
        value: 'JENIS',
        help: 'bulanan, triwulan, semester, tahunan, atau monev',
      },
      period,
      format: { type: 'string', required: true, value: 'BENTUK', help: 'json, html, pdf, docx, atau xlsx' },
      out: { ...out, help: 'berkas hasil; - untuk keluaran standar' },
      'as-of': asOf,
      'all-tables': { type: 'boolean', help: 'semua tabel, juga yang tidak dicetak kantor ini' },
      paper: { type: 'string', value: 'A4|F4', help: 'ukuran kertas (bawaan A4)' },
    },
    load: async () => ({ run: (await import('./commands/report-build.ts')).reportBuild }),
  },
  {
    words: 'deadline explain',
    summary: 'Menghitung satu batas waktu dan menunjukkan hitungannya hari demi hari.',
    operands: [],
    options: {
      office,
      from: { type: 'string', required: true, value: 'SAAT', help: 'saat diterima, mis. 2023-04-17T10:00' },
      limit: {
        type: 'string',
        required: true,
        value: 'BATAS',
        help: '"3 hari kerja", "10 menit", "3 jam", "14 hari", "3 bulan"',
      },
      place: { type: 'string', value: 'TEMPAT', help: 'loket lain dengan jamnya sendiri (hours.places)' },
      'as-of': asOf,
    },
    load: async () => ({ run: (await import('./commands/deadline-explain.ts')).deadlineExplain }),
  },
  {
    words: 'demo load',
    summary: 'Memuat kantor contoh dengan orang-orang rekaan dan kasus satu tahun.',
    operands: [],
    options: { force: { type: 'boolean', help: 'juga di samping kantor yang sudah dipakai' } },
    load: async () => ({ run: (await import('./commands/demo-load.ts')).demoLoad }),
  },
  {
    words: 'seed',
    summary:
      'Mengisi register rekaan sebanyak yang diminta; hasilnya selalu sama untuk bilangan awal yang sama.',
    operands: [],
    options: {
      office,
      complaints: { type: 'string', required: true, value: 'N', help: 'banyaknya kasus' },
      years: { type: 'string', required: true, value: 'Y', help: 'banyaknya tahun ke belakang' },
      seed: { type: 'string', value: 'K', help: 'bilangan awal (bawaan 1)' },
      until: { type: 'string', value: 'TANGGAL', help: 'hari terakhir register (bawaan 2026-10-30)' },
    },
    load: async () => ({ run: (await import('./commands/seed.ts')).seed }),
  },
  {
    words: 'verify',
    summary: 'Memeriksa rantai riwayat, jangkar, jumlah, dan acuan; kode keluar 1 bila ada yang salah.',
    operands: [],
    options: {},
    load: async () => ({ run: (await import('./commands/verify.ts')).verify }),
  },
  {
    words: 'doctor',
    summary: 'Menjelaskan apa yang kurang dan cara membenahinya.',
    operands: [],
    options: {},
    load: async () => ({ run: (await import('./commands/doctor.ts')).doctor }),
  },
  {
    words: 'migrate',
    summary: 'Membawa basis data ke skema versi ini.',
    operands: [],
    options: {},
    load: async () => ({ run: (await import('./commands/migrate.ts')).migrate }),
  },
];

const COPY =
  'Sementara ini hentikan Tanggap, lalu salin folder datanya tanpa master.key (docs/operations/pemasangan.md).';

/** Commands that the contract promises and this version does not have. */
export const PLANNED: readonly PlannedCommand[] = [
  { words: 'report check', instead: 'Laporan buatan Tanggap sendiri diperiksa saat dibuat: report build.' },
  { words: 'backup', instead: COPY },
  { words: 'restore', instead: COPY },
];
