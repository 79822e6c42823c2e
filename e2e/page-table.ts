import type { Page } from 'playwright-core';
import type { Looker } from './staged-cast.ts';
import type { StagedOffice } from './staged-office.ts';

/** A page of the application, who looks at it, and the way to it with something on it. */
export type PageEntry = {
  /** Name of its picture in `docs/screens/`. */
  readonly name: string;
  /** The door as `app.get` has it. */
  readonly door: string;
  readonly as: Looker;
  /** Its address; left out: the door itself. */
  readonly path?: string | ((staged: StagedOffice) => string);
  /** What a person does on it to see what is meant. */
  readonly go?: (page: Page, staged: StagedOffice) => Promise<unknown>;
  /** Left out: 200. */
  readonly status?: number;
  /** Before there is an office. */
  readonly before?: true;
  /** Looked at on a phone, too: by the public, in the field and by whoever is on the way. */
  readonly onPhone?: true;
  /** Its first screenful only, as the README shows it. */
  readonly top?: true;
  /** What the picture shows, for offices. */
  readonly about: string;
};

const caseOf = (which: keyof StagedOffice['records'], rest = '') => ({
  path: ({ records }: StagedOffice) => `/petugas/kasus/${String(records[which])}${rest}`,
});
const recordOf = (which: keyof StagedOffice['records'], rest = '') => ({
  path: ({ records }: StagedOffice) => `${String(records[which])}${rest}`,
});
/** Goes on to the first link of the page whose address holds this. */
const follow = (part: string) => (page: Page) => goOn(page, `main a[href*="${part}"]`);
async function goOn(page: Page, link: string): Promise<void> {
  const href = await page.locator(link).first().getAttribute('href');
  await page.goto(href ?? '');
}
const press = (selector: string) => (page: Page) => page.locator(`main ${selector}`).first().click();

/** What everybody may open. */
export const PUBLIC_PAGES: readonly PageEntry[] = [
  {
    ...{ name: 'mulai', door: '/mulai', as: 'visitor', before: true },
    about: 'Kunjungan pertama: memilih kantor dan membuat akun pertama',
  },
  {
    ...{ name: 'beranda', door: '/', as: 'visitor', onPhone: true, top: true },
    about: 'Beranda untuk warga',
  },
  {
    ...{ name: 'layanan', door: '/layanan/:office', as: 'visitor', path: '/layanan/contoh' },
    about: 'Daftar layanan kantor',
  },
  {
    ...{ name: 'layanan-satu', door: '/layanan/:office/:service', as: 'visitor', onPhone: true },
    ...{ path: '/layanan/contoh/pbi-jk', about: 'Satu layanan: syarat, cara, lama, dan biaya' },
  },
  {
    ...{ name: 'layanan-kantor', door: '/layanan', as: 'visitor' },
    about: 'Layanan tanpa menyebut kantor: kantor satu-satunya yang dibuka',
  },
  {
    ...{ name: 'lapor', door: '/lapor', as: 'visitor', onPhone: true, top: true },
    about: 'Formulir pengaduan',
  },
  {
    ...{ name: 'lapor-keliru', door: '/lapor', as: 'visitor', onPhone: true, status: 422 },
    ...{ go: press('button[type=submit]'), about: 'Formulir pengaduan yang belum lengkap' },
  },
  {
    ...{ name: 'lapor-terkirim', door: '/lapor', as: 'visitor', onPhone: true, status: 201 },
    go: async (page) => {
      await page.getByLabel('Ceritakan apa yang terjadi').fill('Kartu sembako ibu saya hilang di pasar.');
      await page.getByRole('button', { name: 'Kirim pengaduan' }).click();
      await page.locator('#nomor').waitFor();
    },
    about: 'Pengaduan terkirim: nomor tiket dan kode rahasia',
  },
  {
    ...{ name: 'lacak', door: '/lacak', as: 'visitor', onPhone: true },
    about: 'Melacak pengaduan',
  },
  {
    ...{ name: 'lacak-isi', door: '/lacak', as: 'visitor', onPhone: true },
    go: async (page) => {
      await page.goto('/lapor');
      await page.getByLabel('Ceritakan apa yang terjadi').fill('Bantuan lansia ayah saya berhenti.');
      await page.getByRole('button', { name: 'Kirim pengaduan' }).click();
      const [ticket, secret] = [
        await page.locator('#nomor').textContent(),
        await page.locator('#kode').textContent(),
      ];
      await page.goto('/lacak');
      await page.getByLabel('Nomor tiket').fill(ticket ?? '');
      await page.getByLabel('Kode rahasia').fill(secret ?? '');
      await page.getByRole('button', { name: 'Lihat pengaduan' }).click();
      await page.getByLabel('Pesan Anda').waitFor();
    },
    about: 'Pengaduan yang dilacak pelapornya',
  },
  {
    ...{ name: 'pantau', door: '/pantau/:office', as: 'visitor', path: '/pantau/contoh', top: true },
    about: 'Halaman angka untuk umum',
  },
  {
    ...{ name: 'layar-pasang', door: '/layar', as: 'visitor' },
    about: 'Memasang layar dinding pada sebuah televisi',
  },
  { ...{ name: 'api', door: '/api/docs', as: 'visitor' }, about: 'Keterangan API' },
  {
    ...{ name: 'masuk', door: '/petugas/masuk', as: 'visitor', onPhone: true },
    about: 'Masuk sebagai petugas',
  },
  {
    ...{ name: 'masuk-terlalu-sering', door: '/petugas/masuk', as: 'visitor', status: 429 },
    go: async (page) => {
      for (let tries = 0; tries < 30; tries += 1) {
        await page.getByLabel('Surel').fill('siapa@contoh.invalid');
        await page.getByLabel('Kata sandi').fill('bukan ini');
        const [answer] = await Promise.all([page.waitForNavigation(), press('button[type=submit]')(page)]);
        if (answer?.status() === 429) return;
      }
    },
    about: 'Masuk ditahan sebentar setelah terlalu banyak percobaan',
  },
  {
    ...{ name: 'masuk-kode', door: '/petugas/masuk/kode', as: 'halfway', onPhone: true },
    about: 'Kode faktor kedua',
  },
  {
    ...{ name: 'tidak-ditemukan', door: '/', as: 'visitor', path: '/tidak-ada', status: 404 },
    about: 'Halaman yang tidak ada',
  },
];

/** The work on cases. */
export const CASE_PAGES: readonly PageEntry[] = [
  {
    ...{ name: 'kotak-masuk', door: '/petugas', as: 'coordinator', path: '/petugas?antrean=semua' },
    ...{ onPhone: true, top: true, about: 'Kotak masuk menurut sisa waktu' },
  },
  {
    ...{ name: 'kotak-masuk-saringan', door: '/petugas', as: 'coordinator' },
    path: '/petugas?antrean=semua&status=disposed&saluran=loket',
    about: 'Kotak masuk yang disaring, dengan tampilan tersimpan',
  },
  {
    ...{ name: 'kotak-masuk-kosong', door: '/petugas', as: 'coordinator' },
    path: '/petugas?antrean=semua&q=zzzz',
    about: 'Pencarian tanpa hasil',
  },
  {
    ...{ name: 'hari-ini', door: '/petugas/hari-ini', as: 'coordinator', onPhone: true, top: true },
    about: 'Hari ini: yang menunggu seorang petugas',
  },
  {
    ...{ name: 'hari-ini-bidang', door: '/petugas/hari-ini', as: 'protection', onPhone: true },
    about: 'Hari ini bagi kepala bidang',
  },
  {
    ...{ name: 'pimpinan', door: '/petugas/pimpinan', as: 'head', onPhone: true, top: true },
    about: 'Halaman pimpinan',
  },
  {
    ...{ name: 'menunggu', door: '/petugas/menunggu/:wait', as: 'head', path: '/petugas/menunggu/new-week' },
    about: 'Kasus di balik satu angka pimpinan',
  },
  {
    ...{ name: 'sekaligus', door: '/petugas/sekaligus', as: 'coordinator', top: true },
    path: '/petugas?antrean=semua&status=verified',
    go: async (page) => {
      const picks = await page
        .locator('.tg-pick')
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value') ?? ''));
      const asked = new URLSearchParams(picks.map((pick): [string, string] => ['kasus', pick]));
      await page.goto(`/petugas/sekaligus?tindakan=dispose&${asked}`);
    },
    about: 'Beberapa kasus didisposisikan sekaligus',
  },
  {
    ...{ name: 'loket', door: '/petugas/loket', as: 'counter', onPhone: true, top: true },
    about: 'Formulir loket',
  },
  {
    ...{ name: 'loket-keliru', door: '/petugas/loket', as: 'counter', status: 422, onPhone: true },
    go: press('form[action="/petugas/loket"] button[type=submit]'),
    about: 'Formulir loket yang belum lengkap: yang diketik tetap ada',
  },
  {
    ...{ name: 'loket-tercatat', door: '/petugas/loket', as: 'counter' },
    go: async (page) => {
      await page.getByLabel('Nama', { exact: true }).first().fill('Dewi Contoh');
      await page.getByLabel('Apa yang disampaikan').fill('Menanyakan syarat pengaktifan PBI-JK.');
      await page.keyboard.press('Alt+s');
      await page.getByRole('link', { name: 'Buka pengaduan ini' }).waitFor();
    },
    about: 'Sesudah disimpan: tanda terima untuk dicetak',
  },
  {
    ...{ name: 'dijawab-di-tempat', door: '/petugas/dijawab-di-tempat', as: 'coordinator', onPhone: true },
    about: 'Jawaban di tempat hari ini, diketahui koordinator dalam satu tindakan',
  },
  {
    ...{ name: 'berulang', door: '/petugas/berulang', as: 'coordinator' },
    path: '/petugas/berulang?dari=2026-01&sampai=2026-10',
    about: 'Yang berulang: tempat, layanan, dan sebab yang sama',
  },
  {
    ...{ name: 'berulang-baris', door: '/petugas/berulang/baris', as: 'coordinator' },
    path: '/petugas/berulang?dari=2026-01&sampai=2026-10',
    go: follow('/petugas/berulang/baris'),
    about: 'Kasus di balik satu baris yang berulang',
  },
  {
    ...{ name: 'telaah', door: '/petugas/telaah', as: 'reviewer', onPhone: true },
    about: 'Meja telaah',
  },
  {
    ...{ name: 'telaah-pimpinan', door: '/petugas/telaah', as: 'head' },
    about: 'Meja telaah bagi yang memutuskan',
  },
  {
    ...{ name: 'telaah-satu', door: '/petugas/telaah/:ticket', as: 'reviewer', onPhone: true },
    path: ({ records }) => `/petugas/telaah/${records.first}`,
    about: 'Telaah awal dalam satu formulir',
  },
  {
    ...{ name: 'kewajiban', door: '/petugas/kewajiban', as: 'coordinator' },
    about: 'Kewajiban kantor sesudah pelayanan tidak sesuai standar',
  },
  {
    ...{ name: 'cari-orang', door: '/petugas/cari-orang', as: 'coordinator' },
    go: async (page) => {
      await page.locator('main [name=who]').fill('0812-0000-0041');
      await page.locator('main [name=reason]').fill('Pelapor menelepon tanpa nomor tiket.');
      await press('form button[type=submit]')(page);
      await page.locator('main .tg-case').first().waitFor();
    },
    about: 'Mencari orang: dengan alasan, tercatat',
  },
  {
    ...{ name: 'kasus', door: '/petugas/kasus/:ticket', as: 'coordinator', ...caseOf('withFiles') },
    ...{ onPhone: true, top: true, about: 'Satu kasus: langkah berikutnya, batas waktu beserta dasarnya' },
  },
  {
    ...{ name: 'kasus-bidang', door: '/petugas/kasus/:ticket', as: 'protection', ...caseOf('withFiles') },
    ...{ onPhone: true, about: 'Kasus dengan berkas dan foto bagi bidang yang menanganinya' },
  },
  {
    ...{ name: 'kasus-keliru', door: '/petugas/kasus/:ticket', as: 'protection', ...caseOf('withFiles') },
    status: 422,
    go: async (page) => {
      const form = page.locator('form[action$="/follow-up"]').first();
      await form.evaluate((node) => {
        for (let at: Element | null = node; at !== null; at = at.parentElement)
          if (at instanceof HTMLDetailsElement) at.open = true;
      });
      await form.locator('button').last().click();
      await page.getByRole('alert').first().waitFor();
    },
    about: 'Tindakan yang belum lengkap: yang kurang disebut di bidang isiannya',
  },
  {
    ...{ name: 'kasus-ditolak', door: '/petugas/kasus/:ticket', as: 'coordinator', ...caseOf('reopened') },
    status: 409,
    go: async (page) => {
      const here = page.url();
      await submit(page, `${here}/dispose`, { unit: 'perlindungan-jaminan-sosial' });
    },
    about: 'Tindakan yang ditolak keadaan kasusnya, dengan sebabnya',
  },
  {
    ...{ name: 'kasus-selesai', door: '/petugas/kasus/:ticket', as: 'coordinator', ...caseOf('reopened') },
    about: 'Kasus yang pernah dibuka kembali, lalu selesai: riwayat dan langkah SOP',
  },
  {
    ...{ name: 'kasus-pemeriksaan', door: '/petugas/kasus/:ticket', as: 'auditor', ...caseOf('audited') },
    about: 'Jalur pemeriksaan sampai keputusan sanksi',
  },
  {
    ...{ name: 'kasus-diperiksa', door: '/petugas/kasus/:ticket', as: 'auditor', ...caseOf('examined') },
    ...{ onPhone: true, about: 'Kasus terbatas yang sedang diperiksa' },
  },
  {
    ...{ name: 'kasus-temuan', door: '/petugas/kasus/:ticket', as: 'auditor', ...caseOf('lane') },
    about: 'Temuan di bawah standar dan kewajiban kantor',
  },
  {
    ...{ name: 'kasus-terlapor', door: '/petugas/kasus/:ticket', as: 'coordinator', ...caseOf('undecided') },
    about: 'Kasus yang terlapornya belum dipastikan',
  },
  {
    ...{ name: 'kasus-rahasia', door: '/petugas/kasus/:ticket', as: 'head', ...caseOf('guarded') },
    about: 'Identitas rahasia: dibuka dengan alasan dan persetujuan orang kedua',
  },
  {
    ...{ name: 'kasus-dilindungi', door: '/petugas/kasus/:ticket', as: 'coordinator' },
    ...caseOf('guardedChild'),
    about: 'Kasus yang dilindungi',
  },
  {
    ...{ name: 'kasus-batal', door: '/petugas/kasus/:ticket', as: 'coordinator', ...caseOf('cancelled') },
    about: 'Salah catat: nomor tetap, bertanda BATAL',
  },
  {
    ...{ name: 'kasus-diteruskan', door: '/petugas/kasus/:ticket', as: 'online', ...caseOf('waiting') },
    about: 'Kasus yang diteruskan ke lembaga lain dan tetap dipantau',
  },
  {
    ...{ name: 'kasus-tidak-ada', door: '/petugas/kasus/:ticket', as: 'counter', ...caseOf('examined') },
    ...{ status: 404, about: 'Kasus terbatas bagi orang yang tidak disebut: tidak ada' },
  },
  {
    ...{ name: 'tanda-terima', door: '/petugas/kasus/:ticket/tanda-terima', as: 'counter' },
    ...{ ...caseOf('withFiles', '/tanda-terima'), about: 'Tanda terima' },
  },
  {
    ...{ name: 'arahan', door: '/petugas/kasus/:ticket/arahan', as: 'counter', onPhone: true },
    ...{ ...caseOf('directed', '/arahan'), about: 'Catatan arahan: ke mana pelapor dapat pergi' },
  },
  {
    ...{ name: 'ganda', door: '/petugas/kasus/:ticket/ganda', as: 'coordinator' },
    ...{ ...caseOf('second', '/ganda'), about: 'Yang mungkin satu pengaduan, dengan alasannya' },
  },
  {
    ...{ name: 'gabung', door: '/petugas/kasus/:ticket/gabung', as: 'coordinator' },
    path: ({ records: { first, second } }) => `/petugas/kasus/${second}/gabung?dengan=${first}`,
    about: 'Penggabungan dilihat dahulu: apa yang berakhir, apa yang hidup terus',
  },
  {
    ...{ name: 'rombongan', door: '/petugas/kasus/:ticket/rombongan', as: 'coordinator' },
    ...{ ...caseOf('neighbours', '/rombongan'), about: 'Rombongan: satu jawaban untuk semua' },
  },
  {
    ...{ name: 'hapus-data', door: '/petugas/kasus/:ticket/hapus-data', as: 'coordinator' },
    ...{ ...caseOf('withFiles', '/hapus-data'), about: 'Menghapus data pribadi satu per satu' },
  },
  {
    ...{ name: 'hapus-alasan', door: '/petugas/hapus-alasan', as: 'coordinator' },
    about: 'Menghapus alasan pencarian',
  },
  {
    ...{ name: 'serah-terima', door: '/petugas/serah-terima', as: 'coordinator' },
    about: 'Serah terima: siapa memegang berapa kasus',
  },
  {
    ...{ name: 'serah-terima-satu', door: '/petugas/serah-terima', as: 'coordinator' },
    go: follow('/petugas/serah-terima?dari='),
    about: 'Serah terima semua kasus seseorang',
  },
  {
    ...{ name: 'pantauan', door: '/petugas/pantauan', as: 'coordinator' },
    about: 'Pantauan: yang ada pada lembaga lain, dan kelas yang diubah',
  },
  {
    ...{ name: 'ppid', door: '/petugas/ppid', as: 'coordinator' },
    about: 'Register permintaan informasi publik (PPID)',
  },
  {
    ...{ name: 'layar', door: '/petugas/layar', as: 'coordinator' },
    about: 'Layar dinding: terlambat, jatuh tempo hari ini, minggu ini',
  },
  {
    ...{ name: 'pemberitahuan', door: '/petugas/pemberitahuan', as: 'coordinator', onPhone: true },
    about: 'Pemberitahuan',
  },
];

/** Papers, reports and personal data. */
export const PAPER_PAGES: readonly PageEntry[] = [
  {
    ...{ name: 'surat', door: '/petugas/surat', as: 'coordinator' },
    about: 'Surat dan formulir yang diterbitkan',
  },
  {
    ...{
      name: 'surat-kasus',
      door: '/petugas/kasus/:ticket/surat',
      as: 'head',
      ...caseOf('withFiles', '/surat'),
    },
    about: 'Surat satu kasus',
  },
  {
    ...{ name: 'surat-menulis', door: '/petugas/kasus/:ticket/surat/:kind', as: 'head' },
    ...{
      ...caseOf('withFiles', '/surat/surat-jawaban'),
      about: 'Menulis surat jawaban di sebelah kertasnya',
    },
  },
  {
    ...{
      name: 'surat-baru',
      door: '/petugas/surat/baru/:kind',
      as: 'head',
      path: '/petugas/surat/baru/sk-tim',
    },
    about: 'SK tim dari peran yang berlaku',
  },
  {
    ...{ name: 'surat-terbit', door: '/petugas/surat/:paper', as: 'head', ...recordOf('letter') },
    about: 'Surat yang sudah bernomor',
  },
  {
    ...{ name: 'surat-nomor', door: '/petugas/surat/:paper', as: 'head', ...recordOf('unnumbered') },
    about: 'Surat yang nomornya menyusul',
  },
  {
    ...{ name: 'surat-salinan', door: '/petugas/surat/:paper', as: 'counter', ...recordOf('slip') },
    about: 'Formulir dengan pindaian bertanda tangan',
  },
  {
    ...{ name: 'naskah', door: '/petugas/surat/naskah', as: 'administrator' },
    about: 'Naskah surat milik kantor (DOCX)',
  },
  {
    ...{ name: 'buku-register', door: '/petugas/buku-register', as: 'coordinator' },
    path: '/petugas/buku-register?masa=2026-09',
    about: 'Buku register untuk dicetak dan dijilid',
  },
  {
    ...{ name: 'rapat', door: '/petugas/rapat', as: 'coordinator' },
    about: 'Rapat pembinaan',
  },
  {
    ...{ name: 'rapat-satu', door: '/petugas/rapat/:meeting', as: 'coordinator', ...recordOf('meeting') },
    about: 'Satu rapat: agenda, hadirin, notulen, foto, dan kertasnya',
  },
  {
    ...{
      name: 'rapat-baru',
      door: '/petugas/rapat/:meeting',
      as: 'coordinator',
      path: '/petugas/rapat/baru',
    },
    about: 'Mencatat rapat',
  },
  {
    ...{ name: 'rapat-surat', door: '/petugas/rapat/:meeting/surat/:kind', as: 'coordinator' },
    ...{ ...recordOf('meeting'), go: follow('/surat/'), about: 'Kertas rapat sebelum diterbitkan' },
  },
  { ...{ name: 'sop', door: '/petugas/sop', as: 'coordinator', top: true }, about: 'SOP kantor' },
  {
    ...{
      name: 'sop-lembar',
      door: '/petugas/sop/:id/lembar',
      as: 'coordinator',
      path: '/petugas/sop/langsung/lembar',
    },
    about: 'Lembar SOP dengan lambang dan tabel pengesahan',
  },
  {
    ...{ name: 'kepatuhan-sop', door: '/petugas/kepatuhan-sop', as: 'coordinator', top: true },
    about: 'Kepatuhan SOP: waktu baku dan waktu nyata tiap langkah',
  },
  {
    ...{ name: 'laporan', door: '/petugas/laporan', as: 'coordinator', top: true },
    path: '/petugas/laporan?jenis=tahunan&masa=2026',
    about: 'Laporan berkala dengan pemeriksaannya',
  },
  {
    ...{ name: 'laporan-baris', door: '/petugas/laporan/baris', as: 'coordinator' },
    path: '/petugas/laporan?jenis=tahunan&masa=2026',
    go: follow('/petugas/laporan/baris'),
    about: 'Baris register di balik satu angka',
  },
  {
    ...{ name: 'hasil-kerja-tim', door: '/petugas/hasil-kerja-tim', as: 'coordinator', top: true },
    about: 'Hasil kerja tim sebulan',
  },
  {
    ...{ name: 'persetujuan', door: '/petugas/persetujuan', as: 'coordinator', top: true, onPhone: true },
    about: 'Yang menunggu persetujuan koordinator',
  },
  {
    ...{ name: 'pantau-terbit', door: '/petugas/pantau', as: 'coordinator' },
    about: 'Menerbitkan halaman angka',
  },
  {
    ...{ name: 'impor', door: '/petugas/impor', as: 'coordinator' },
    about: 'Impor register lama',
  },
  {
    ...{ name: 'impor-keraguan', door: '/petugas/impor', as: 'coordinator' },
    go: async (page) => {
      await page.getByLabel('Berkas register').setInputFiles('e2e/register-lama.csv');
      await page.getByLabel('Periode register').fill('2023');
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
    },
    about: 'Hasil pemeriksaan register lama sebelum dipindahkan',
  },
  {
    ...{ name: 'impor-daftar', door: '/petugas/impor/daftar', as: 'coordinator', path: '/petugas/impor' },
    go: async (page) => {
      await page.getByLabel('Berkas register').setInputFiles('e2e/register-lama.csv');
      await page.getByLabel('Periode register').fill('2023');
      await page.getByRole('button', { name: 'Periksa berkas' }).click();
      await page.getByRole('button', { name: /Pindahkan 3 baris/ }).click();
      await page.getByRole('status').first().waitFor();
      await page.goto('/petugas/impor/daftar');
    },
    about: 'Register yang pernah dipindahkan',
  },
  {
    ...{
      name: 'impor-tarik',
      door: '/petugas/impor/tarik',
      as: 'coordinator',
      path: '/petugas/impor/daftar',
    },
    go: follow('/petugas/impor/tarik'),
    about: 'Menarik kembali impor yang keliru',
  },
  {
    ...{ name: 'salinan-data', door: '/petugas/salinan-data', as: 'coordinator' },
    go: async (page) => {
      await page.locator('main [name=key]').fill('0812-0000-0041');
      await page.locator('main [name=name]').fill('Siti Contoh');
      await page.locator('main [name=reason]').fill('Diminta sendiri di loket.');
      await press('form button[type=submit]')(page);
      await page.locator('main h2').first().waitFor();
    },
    about: 'Salinan data seseorang, untuk orangnya sendiri',
  },
  {
    ...{ name: 'insiden', door: '/petugas/insiden', as: 'coordinator' },
    about: 'Register insiden data pribadi',
  },
  {
    ...{ name: 'insiden-satu', door: '/petugas/insiden/:breach', as: 'coordinator', ...recordOf('breach') },
    about: 'Satu insiden dan 72 jamnya',
  },
  {
    ...{ name: 'retensi', door: '/petugas/retensi', as: 'coordinator' },
    about: 'Retensi arsip: yang masa simpannya habis',
  },
  {
    ...{
      name: 'pemusnahan',
      door: '/petugas/retensi/:destruction',
      as: 'coordinator',
      ...recordOf('destruction'),
    },
    about: 'Daftar arsip yang dimusnahkan, untuk ditandatangani',
  },
  {
    ...{ name: 'penghapusan', door: '/petugas/retensi/penghapusan', as: 'inspector' },
    about: 'Catatan penghapusan',
  },
  {
    ...{ name: 'catatan-akses', door: '/petugas/catatan', as: 'inspector' },
    about: 'Catatan akses bagi pemeriksanya',
  },
];

/** The office and its people. */
export const OFFICE_PAGES: readonly PageEntry[] = [
  {
    ...{ name: 'kantor', door: '/petugas/kantor', as: 'administrator' },
    about: 'Bagian-bagian kantor yang dapat diubah',
  },
  {
    ...{ name: 'kantor-usulan', door: '/petugas/kantor', as: 'coordinator' },
    about: 'Usulan perubahan yang menunggu koordinator',
  },
  ...(
    [
      ['kantor-identitas', 'identitas', 'Identitas dan kop surat'],
      ['kantor-jam', 'jam', 'Jam layanan dan jam kerja'],
      ['kantor-hari', 'hari', 'Hari libur dan penutupan kantor'],
      ['kantor-layanan', 'layanan', 'Daftar layanan'],
      ['kantor-kelas', 'kelas', 'Kelas pengaduan'],
      ['kantor-nomor', 'nomor', 'Pola nomor'],
    ] as const
  ).map(
    ([name, section, about]): PageEntry => ({
      ...{
        name,
        door: '/petugas/kantor/:section',
        as: 'administrator',
        path: `/petugas/kantor/${section}`,
        about,
      },
    }),
  ),
  {
    ...{ name: 'kantor-layanan-satu', door: '/petugas/kantor/:section/:item', as: 'administrator' },
    ...{ path: '/petugas/kantor/layanan/pbi-jk', about: 'Mengubah satu layanan' },
  },
  {
    ...{ name: 'kantor-kelas-baru', door: '/petugas/kantor/:section/:item', as: 'administrator' },
    ...{ path: '/petugas/kantor/bidang/baru', about: 'Menambah satu bidang' },
  },
  {
    ...{ name: 'kantor-beda', door: '/petugas/kantor/:section/:item', as: 'administrator' },
    path: '/petugas/kantor/bidang/sekretariat',
    go: async (page) => {
      await page.locator('main [name=label]').fill('Sekretariat Dinas');
      await press('button[name=tahap][value=periksa]:not(.govuk-visually-hidden)')(page);
      await page.locator('main button[name=tahap][value=simpan]').waitFor();
    },
    about: 'Perubahan dilihat dahulu sebagai beda, baru berlaku',
  },
  {
    ...{ name: 'kantor-keliru', door: '/petugas/kantor/:section/:item', as: 'administrator', status: 422 },
    path: '/petugas/kantor/kelas/light',
    go: async (page) => {
      await page.locator('main [name=limit]').fill('1-3 hari kerja');
      await press('button[name=tahap][value=periksa]:not(.govuk-visually-hidden)')(page);
      await page.getByRole('alert').first().waitFor();
    },
    about: 'Yang belum benar disebut di bidang isiannya',
  },
  {
    ...{ name: 'kantor-kalender', door: '/petugas/kantor/kalender', as: 'administrator' },
    path: '/petugas/kantor/kalender?tahun=2026',
    about: 'Kalender kerja kantor',
  },
  {
    ...{
      name: 'kantor-sop',
      door: '/petugas/kantor/sop/:id',
      as: 'administrator',
      path: '/petugas/kantor/sop/langsung',
    },
    about: 'Mengubah SOP langkah demi langkah',
  },
  {
    ...{ name: 'kantor-sop-lembar', door: '/petugas/kantor/sop/:id', as: 'administrator' },
    path: '/petugas/kantor/sop/langsung',
    go: async (page) => {
      await page.locator('main [name="langkah.0.activity"]').fill('Menyambut pelapor dan mendengarkan');
      await press('button[name=tahap][value=periksa]:not(.govuk-visually-hidden)')(page);
      await page.locator('main button[name=tahap][value=simpan]').first().waitFor();
    },
    about: 'SOP yang diubah, dilihat sebagai lembar sebelum berlaku',
  },
  {
    ...{ name: 'kantor-lambang', door: '/petugas/kantor/lambang', as: 'administrator' },
    about: 'Lambang kantor',
  },
  {
    ...{ name: 'kantor-laporan', door: '/petugas/kantor/laporan/:kind', as: 'administrator' },
    ...{ path: '/petugas/kantor/laporan/tahunan', about: 'Naskah laporan kantor, bab demi bab' },
  },
  {
    ...{ name: 'kantor-laporan-bab', door: '/petugas/kantor/laporan/:kind/:chapter', as: 'administrator' },
    path: '/petugas/kantor/laporan/tahunan',
    ...{ go: follow('/petugas/kantor/laporan/tahunan/'), about: 'Mengubah satu bab laporan' },
  },
  {
    ...{ name: 'kantor-perubahan', door: '/petugas/kantor/perubahan', as: 'administrator' },
    about: 'Semua perubahan kantor: siapa meminta, siapa menyetujui, apa jadinya',
  },
  {
    ...{ name: 'kantor-perubahan-satu', door: '/petugas/kantor/perubahan/:change', as: 'administrator' },
    path: '/petugas/kantor/perubahan',
    ...{ go: follow('/petugas/kantor/perubahan/'), about: 'Satu perubahan kantor' },
  },
  {
    ...{ name: 'akun', door: '/petugas/akun', as: 'administrator' },
    about: 'Akun petugas',
  },
  {
    ...{ name: 'akun-satu', door: '/petugas/akun/:account', as: 'administrator' },
    path: ({ accounts }) => `/petugas/akun/${accounts.protection}`,
    about: 'Satu akun: peran menurut tanggal dan SK',
  },
  {
    ...{ name: 'akun-masuk', door: '/petugas/akun/:account/masuk', as: 'administrator' },
    path: ({ accounts }) => `/petugas/akun/${accounts.protection}/masuk`,
    about: 'Cara masuk satu akun: faktor kedua, sesi, masuk tunggal',
  },
  {
    ...{ name: 'tim', door: '/petugas/tim', as: 'administrator' },
    about: 'Tim menurut tanggal: peran, SK, dan pejabat pengganti',
  },
  {
    ...{ name: 'tim-petugas', door: '/petugas/tim', as: 'staff', onPhone: true },
    about: 'Tim sebagaimana dilihat setiap petugas',
  },
  {
    ...{ name: 'surel', door: '/petugas/surel', as: 'administrator' },
    about: 'Surel keluar: yang menunggu terlihat',
  },
  {
    ...{ name: 'layar-perangkat', door: '/petugas/layar/perangkat', as: 'administrator' },
    about: 'Perangkat yang menampilkan layar dinding',
  },
  {
    ...{ name: 'sandi', door: '/petugas/sandi', as: 'counter' },
    about: 'Mengganti kata sandi',
  },
  {
    ...{ name: 'keamanan', door: '/petugas/keamanan', as: 'coordinator', onPhone: true },
    about: 'Keamanan akun sendiri',
  },
  {
    ...{ name: 'keamanan-bukti', door: '/petugas/keamanan/bukti', as: 'coordinator' },
    about: 'Membuktikan diri sebelum mengubah keamanan',
  },
  {
    ...{ name: 'keamanan-faktor-kedua', door: '/petugas/keamanan/faktor-kedua', as: 'staff' },
    about: 'Memasang faktor kedua',
  },
  {
    ...{ name: 'keamanan-sesi', door: '/petugas/keamanan/sesi', as: 'coordinator' },
    about: 'Di mana saya sedang masuk',
  },
  {
    ...{ name: 'keamanan-pin', door: '/petugas/keamanan/pin', as: 'counter' },
    about: 'PIN untuk komputer loket yang dipakai bergantian',
  },
  {
    ...{ name: 'ganti', door: '/petugas/ganti', as: 'counter' },
    about: 'Berganti petugas di loket dengan PIN',
  },
  {
    ...{ name: 'tidak-boleh', door: '/petugas/kantor', as: 'staff', status: 403 },
    about: 'Halaman yang tidak boleh dibuka: siapa yang boleh',
  },
];

export const PAGES = [...PUBLIC_PAGES, ...CASE_PAGES, ...PAPER_PAGES, ...OFFICE_PAGES] as const;

/** What `app.get` answers with something else than a page to look at, and what that is. */
export const NO_PAGES: Readonly<Record<string, string>> = {
  '/healthz': 'for programs',
  '/readyz': 'for programs',
  '/metrics': 'for programs',
  '/aset/ikon.svg': 'a picture',
  '/aset/:file': 'styles and scripts',
  '/bahasa/:language': 'leads back in the other language',
  '/lambang/:office': 'a picture',
  '/petugas/masuk/tunggal': 'leads to the identity provider',
  '/petugas/keamanan/masuk-tunggal': 'leads to the identity provider',
  '/petugas/masuk/tunggal/kembali': 'leads on from the identity provider',
  '/petugas/kasus/:ticket/berkas/:file': 'a file',
  '/petugas/rapat/:meeting/kertas/:paper': 'a file',
  '/petugas/rapat/:meeting/berkas/:file': 'a file',
  '/petugas/catatan/unduh': 'a file',
  '/petugas/surat/naskah/contoh': 'a file',
  '/petugas/surat/:paper/unduh': 'a file',
  '/petugas/surat/:paper/salinan': 'a file',
  '/petugas/laporan/unduh': 'a file',
  '/api/v1/offices/:office/complaints': 'for programs',
  '/api/v1/complaints/:ticket': 'for programs',
  '/api/v1/complaints/:ticket/attachments/:file': 'for programs',
  '/api/v1/openapi.json': 'for programs',
};

/** Sends a form that no page of this case offers any more, as an old window does. */
async function submit(page: Page, action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ({ to, values }) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = to;
        for (const [name, value] of Object.entries(values)) {
          const field = document.createElement('input');
          [field.type, field.name, field.value] = ['hidden', name, value];
          form.append(field);
        }
        document.body.append(form);
        form.submit();
      },
      { to: action, values: fields },
    ),
  ]);
}
