import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { makeFirstAccount, runTanggap, seriousFindings, signIn, textOf } from './running-tanggap.ts';

const tanggap = await runTanggap({ after });
const staff = await tanggap.visitor();

/** What a citizen got on his receipt, for the journeys after it. */
let ticket = '';
let secret = '';

test('first visit: choose an office, make the first account, stand in the inbox', async () => {
  await makeFirstAccount(staff);
  assert.match(await textOf(staff.locator('header')), /Dinas Sosial Kab\. Tabalong/);
  const late = await tanggap.visitor();
  await late.goto('/mulai');
  assert.match(late.url(), /\/petugas\/masuk/, 'the door of the first visit is closed for the second');
});

test('a citizen without JavaScript complains, tracks and replies on a narrow phone', async () => {
  const phone = await tanggap.visitor({ javaScript: false, width: 360 });
  await phone.goto('/');
  await phone.getByRole('main').getByRole('link', { name: 'Sampaikan pengaduan' }).click();
  await phone.getByRole('button', { name: 'Kirim pengaduan' }).click();
  await phone.getByRole('link', { name: 'Tulis apa yang terjadi; satu kalimat pun cukup.' }).click();
  await phone
    .getByLabel('Ceritakan apa yang terjadi')
    .fill('Bantuan sembako ibu saya belum cair tiga bulan.');
  await phone.getByLabel('Nama', { exact: true }).fill('Siti Contoh');
  await phone.getByLabel('Nomor telepon atau WhatsApp').fill('0812-0000-0011');
  await phone.getByRole('button', { name: 'Kirim pengaduan' }).click();
  ticket = await textOf(phone.locator('#nomor'));
  secret = await textOf(phone.locator('#kode'));
  assert.match(await textOf(phone.getByRole('main')), /Pengaduan Anda sudah kami catat/);
  await phone.getByRole('main').getByRole('link', { name: 'Lacak pengaduan' }).click();
  await phone.getByLabel('Nomor pengaduan').fill(ticket.toLowerCase().replaceAll('-', ' '));
  await phone.getByLabel('Kode rahasia').fill(secret);
  await phone.getByRole('button', { name: 'Lihat pengaduan' }).click();
  await phone.getByLabel('Pesan Anda').fill('Nomor kartunya ada pada saya.');
  await phone.getByRole('button', { name: 'Kirim pesan' }).click();
  const shown = await textOf(phone.getByRole('main'));
  assert.match(shown, /Pesan Anda sudah kami catat/);
  assert.match(shown, /Nomor kartunya ada pada saya/);
  const wider = await phone
    .evaluate('document.documentElement.scrollWidth - window.innerWidth')
    .catch(() => 0);
  assert.ok(Number(wider) <= 0, 'nothing is wider than the phone');
});

test('a walk-in goes through the whole in-person SOP: counter, register, forward, dispose, draft, answer, close, file', async () => {
  await staff.goto('/petugas/loket');
  await staff.getByLabel('Nama', { exact: true }).fill('Budi Contoh');
  await staff.getByLabel('Apa yang disampaikan').fill('Menanyakan mengapa bantuan PKH berhenti.');
  await staff.getByLabel('Layanan').selectOption({ index: 4 });
  await staff.getByRole('button', { name: 'Simpan dan cetak' }).click();
  assert.match(await textOf(staff.getByRole('article')), /TANDA TERIMA PENGADUAN/);
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).click();
  const next = staff.getByRole('region').or(staff.locator('.tg-next'));
  const step = async (name: string) => {
    await next.getByRole('button', { name, exact: true }).click();
    assert.match(await textOf(staff.getByRole('status')), /Tersimpan/);
  };
  await step('Beri nomor register');
  await step('Teruskan kepada yang mendisposisikan');
  await staff.locator('.tg-next').getByLabel('Bidang').selectOption({ index: 2 });
  await step('Disposisikan ke bidang');
  await staff.locator('.tg-next').getByLabel('Jawaban').fill('Data sudah diusulkan kembali ke pusat.');
  await step('Ajukan konsep jawaban');
  await staff.locator('.tg-next').getByLabel('secara lisan').check();
  await step('Catat jawaban kepada pelapor');
  await staff.locator('.tg-next').getByLabel('Hasil').selectOption('explained');
  await step('Nyatakan selesai');
  await step('Arsipkan berkas');
  const page = await textOf(staff.getByRole('main'));
  assert.match(page, /Diarsipkan/);
  assert.match(page, /Diregister dengan nomor/);
});

test('answered at the desk: complaint, answer and outcome in one act', async () => {
  await staff.goto('/petugas/loket');
  await staff.getByLabel('Nama', { exact: true }).fill('Dewi Contoh');
  await staff.getByLabel('Apa yang disampaikan').fill('Menanyakan syarat pengaktifan PBI-JK.');
  await staff.getByLabel('Layanan').selectOption('pbi-jk');
  await staff.getByLabel('Jawaban yang diberikan').fill('Dijelaskan syarat dan tempat mengurusnya.');
  await staff.getByLabel('Hasil').selectOption('explained');
  await staff.keyboard.press('Alt+s');
  await staff.getByRole('heading', { name: 'Pengaduan sudah dicatat dan dijawab' }).waitFor();
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).click();
  assert.match(await textOf(staff.getByRole('main')), /Dijawab secara lisan/);
});

test('by keyboard only: sign in, find the case with j and Enter, and do what comes next', async () => {
  const page = await tanggap.visitor();
  await page.goto('/petugas/masuk');
  await page.getByLabel('Surel').focus();
  await page.keyboard.type('rina@contoh.id');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kuda hijau laut');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
  await page.keyboard.press('j');
  assert.equal(await textOf(page.locator(':focus')), ticket);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Langkah berikutnya' }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await textOf(page.locator(':focus')), 'Langsung ke isi halaman');
  await page.keyboard.press('Enter');
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator('.tg-next button:focus').count()) === 1) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  assert.match(await textOf(page.getByRole('status')), /Tersimpan: periksa kelengkapan dan wewenang/);
});

test('an old register becomes cases, and its annual report counts them', async () => {
  await staff.goto('/petugas/impor');
  await staff
    .getByLabel('Berkas register')
    .setInputFiles(fileURLToPath(new URL('./register-lama.csv', import.meta.url)));
  await staff.getByLabel('Masa register').fill('2023');
  await staff.getByRole('button', { name: 'Periksa berkas' }).click();
  await staff.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
  await staff.getByRole('button', { name: /Pindahkan 3 baris/ }).click();
  assert.match(await textOf(staff.getByRole('status')), /3 kasus baru ditulis/);
  await staff.getByRole('link', { name: 'Susun laporan masa ini' }).click();
  await staff.getByRole('heading', { name: 'Pemeriksaan' }).waitFor();
  const figure = staff.locator('[data-figure] >> visible=true').first();
  await figure.waitFor();
  assert.match(await textOf(staff.locator('.tg-report__paper')), /3/);
  const download = staff.waitForEvent('download');
  await staff.getByRole('link', { name: 'XLSX' }).click();
  assert.match((await download).suggestedFilename(), /laporan-tahunan-tabalong-2023\.xlsx/);
});

test('no page has a serious finding of axe, wide or narrow', async () => {
  const paths = [
    '/',
    '/lapor',
    '/lacak',
    '/layanan/tabalong',
    '/layanan/tabalong/pbi-jk',
    '/pantau/tabalong',
    '/api/docs',
  ];
  const rooms = [
    '/petugas',
    '/petugas/loket',
    '/petugas/sop',
    '/petugas/impor',
    '/petugas/akun',
    '/petugas/laporan?jenis=tahunan&masa=2023',
    `/petugas/kasus/${ticket}`,
    `/petugas/kasus/${ticket}/tanda-terima`,
  ];
  for (const width of [1366, 360]) {
    const page = await tanggap.visitor({ width });
    for (const path of ['/petugas/masuk', ...paths]) {
      await page.goto(path);
      assert.deepEqual(await seriousFindings(page), [], `${path} at ${width}`);
    }
    await signIn(page);
    for (const path of rooms) {
      await page.goto(path);
      assert.deepEqual(await seriousFindings(page), [], `${path} at ${width}`);
      const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      assert.ok(Number(wider) <= 0, `${path} at ${width} is ${wider} px too wide`);
    }
  }
});

test('the dark set keeps its contrast', async () => {
  const page = await tanggap.visitor();
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/', '/lapor', '/lacak']) {
    await page.goto(path);
    assert.deepEqual(await seriousFindings(page), [], path);
  }
});

test('nothing of all this was a fault of the server', () => {
  assert.deepEqual(tanggap.faults, []);
});
