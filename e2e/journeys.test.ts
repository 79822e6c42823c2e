import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { totalIn } from './read-download.ts';
import {
  axeFindings,
  focused,
  makeFirstAccount,
  nextRecoveryCode,
  runTanggap,
  signIn,
  textOf,
  tooWide,
} from './running-tanggap.ts';

const tanggap = await runTanggap({ after });
const staff = await tanggap.visitor();

/** What a citizen got on his receipt, for the journeys after it. */
let ticket = '';
let secret = '';

test('first visit: choose an office, make the first account, stand in the inbox', async () => {
  for (const width of [1366, 360]) {
    const visitor = await tanggap.visitor({ width });
    await visitor.goto(tanggap.firstVisit);
    assert.deepEqual(await axeFindings(visitor), [], `/mulai at ${width}`);
    assert.equal(await tooWide(visitor), 0, `/mulai at ${width}`);
  }
  await makeFirstAccount(staff, tanggap.firstVisit);
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
  assert.equal(await tooWide(phone), 0, 'the receipt is wider than the phone');
  assert.match(await textOf(phone.getByRole('main')), /Pengaduan Anda sudah kami catat/);
  await phone.getByRole('main').getByRole('link', { name: 'Lacak pengaduan' }).click();
  await phone.getByLabel('Nomor tiket').fill(ticket.toLowerCase().replaceAll('-', ' '));
  await phone.getByLabel('Kode rahasia').fill(secret);
  await phone.getByRole('button', { name: 'Lihat pengaduan' }).click();
  await phone.getByLabel('Pesan Anda').fill('Nomor kartunya ada pada saya.');
  await phone.getByRole('button', { name: 'Kirim pesan' }).click();
  const shown = await textOf(phone.getByRole('main'));
  assert.match(shown, /Pesan Anda sudah kami catat/);
  assert.match(shown, /Nomor kartunya ada pada saya/);
  assert.equal(await tooWide(phone), 0, 'nothing is wider than the phone');
});

// axe waits on timers, which a page without JavaScript never fires: the same two pages again, with it.
test('receipt and tracked case have no finding of axe', async () => {
  const page = await tanggap.visitor({ width: 360 });
  await page.goto('/lapor');
  await page.getByLabel('Ceritakan apa yang terjadi').fill('Kartu sembako ibu saya hilang di pasar.');
  await page.getByRole('button', { name: 'Kirim pengaduan' }).click();
  await page.locator('#nomor').waitFor();
  assert.deepEqual(await axeFindings(page), [], 'the receipt');
  const [own, word] = [await textOf(page.locator('#nomor')), await textOf(page.locator('#kode'))];
  await page.goto('/lacak');
  await page.getByLabel('Nomor tiket').fill(own);
  await page.getByLabel('Kode rahasia').fill(word);
  await page.getByRole('button', { name: 'Lihat pengaduan' }).click();
  await page.getByLabel('Pesan Anda').waitFor();
  assert.deepEqual(await axeFindings(page), [], 'a tracked case');
});

test('a walk-in goes through the whole in-person SOP: counter, register, forward, dispose, draft, answer, close, file', async () => {
  await staff.goto('/petugas/loket');
  await staff.getByLabel('Nama', { exact: true }).first().fill('Budi Contoh');
  await staff.getByLabel('Apa yang disampaikan').fill('Menanyakan mengapa bantuan PKH berhenti.');
  await staff.getByLabel('Layanan').selectOption({ index: 4 });
  await staff.getByRole('button', { name: 'Simpan dan cetak' }).click();
  assert.match(await textOf(staff.getByRole('article')), /TANDA TERIMA PENGADUAN/);
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).click();
  const next = staff.locator('.tg-next');
  const step = async (name: string) => {
    const act = next.locator('details.tg-act[open]', { has: staff.locator('summary', { hasText: name }) });
    await act.getByRole('button', { name: /^(?:Simpan|Lakukan)$/ }).click();
    assert.match(await textOf(staff.getByRole('status')), /Tersimpan/);
  };
  await step('Beri nomor register');
  await step('Teruskan kepada yang mendisposisikan');
  await staff.locator('.tg-next').getByLabel('Bidang', { exact: true }).selectOption({ index: 2 });
  await step('Disposisikan ke bidang');
  await staff.locator('.tg-next').getByLabel('Jawaban').fill('Data sudah diusulkan kembali ke pusat.');
  await step('Ajukan konsep jawaban');
  await staff.locator('.tg-next').getByLabel('secara lisan').check();
  await step('Catat jawaban kepada pelapor');
  await staff.locator('.tg-next').getByLabel('Hasil').selectOption('explained');
  await step('Nyatakan selesai');
  await step('Arsipkan berkas');
  const page = await textOf(staff.getByRole('main'));
  assert.match(page, /Selesai dan diarsipkan/);
  assert.match(page, /Diregister dengan nomor/);
  assert.match(page, /Langkah SOP/);
  assert.doesNotMatch(page, /sedang berjalan|belum dimulai/, 'every step of the SOP is finished');
});

test('answered at the desk: complaint, answer and outcome in one act', async () => {
  await staff.goto('/petugas/loket');
  await staff.getByLabel('Nama', { exact: true }).first().fill('Dewi Contoh');
  await staff.getByLabel('Apa yang disampaikan').fill('Menanyakan syarat pengaktifan PBI-JK.');
  await staff.getByLabel('Layanan').selectOption('pbi-jk');
  await staff.getByLabel('Jawaban yang diberikan').fill('Dijelaskan syarat dan tempat mengurusnya.');
  await staff.getByLabel('Hasil').selectOption('explained');
  await staff.keyboard.press('Alt+s');
  await staff.getByRole('heading', { name: 'Pengaduan sudah dicatat dan dijawab' }).waitFor();
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).click();
  assert.match(await textOf(staff.getByRole('main')), /Dijawab di tempat, secara lisan/);
});

test('by keyboard only: a complaint is written down at the counter, field by field, and kept', async () => {
  const page = await tanggap.visitor();
  await signIn(page);
  await page.goto('/petugas/loket');
  const order: string[] = [];
  const tabTo = async (label: string) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(focused);
      assert.ok(here.outlined, `the focus is not to be seen at "${here.label}"`);
      order.push(here.label);
      if (here.label === label) return;
    }
    assert.fail(`Tab never came to "${label}": ${order.join(' · ')}`);
  };
  assert.equal((await page.evaluate(focused)).label, 'Nama', 'the form waits for who has come');
  await page.keyboard.type('Wulan Contoh');
  await tabTo('Nomor telepon atau WhatsApp');
  await page.keyboard.type('0812-0000-0033');
  await tabTo('Apa yang disampaikan');
  await page.keyboard.type('Kartu keluarga sejahtera tidak dapat dipakai.');
  await tabTo('Layanan');
  await page.keyboard.press('ArrowDown');
  await tabTo('Saluran, waktu, dan keadaan lain');
  await page.keyboard.press('Enter');
  await tabTo('Nomor asal (agenda, buku, SP4N)');
  await page.keyboard.type('17/XI/2026');
  await tabTo('Simpan dan cetak');
  await page.keyboard.press('Enter');
  await page.getByText('TANDA TERIMA PENGADUAN').waitFor();
  assert.match(await textOf(page.getByRole('article')), /TBL-/);
});

test('a person is found, his data mended, and the desk answer of the day acknowledged', async () => {
  await staff.goto('/petugas/cari-orang');
  await staff.getByLabel('Nomor telepon, surel, NIK, atau nama').fill('0812 0000 0033');
  await staff.getByRole('button', { name: 'Cari', exact: true }).click();
  await staff.getByRole('link', { name: 'Tulis alasan mencari.' }).click();
  await staff.keyboard.type('Pelapor menelepon tanpa nomor.');
  await staff.getByRole('button', { name: 'Cari', exact: true }).click();
  await staff.getByRole('heading', { name: '1 pengaduan ditemukan' }).waitFor();
  assert.deepEqual(await axeFindings(staff), [], 'what was found');
  await staff.getByRole('main').getByRole('link', { name: /^TBL-/ }).click();
  await staff.getByText('Perbaiki data orang ini').click();
  const mend = staff.locator('details[open]', { hasText: 'Perbaiki data orang ini' });
  await mend.getByLabel('Nama').fill('Wulandari Contoh');
  await mend.getByLabel('Alasan').fill('Nama lengkap menurut KTP.');
  await mend.getByRole('button', { name: 'Perbaiki catatan' }).click();
  assert.match(await textOf(staff.getByRole('status')), /Tersimpan: Catatan diperbaiki/);
  assert.match(await textOf(staff.getByRole('complementary')), /Wulandari Contoh/);
  await staff.goto('/petugas/dijawab-di-tempat');
  await staff.getByRole('button', { name: 'Nyatakan mengetahui 1 jawaban ini' }).click();
  assert.match(await textOf(staff.getByRole('status')), /Anda menyatakan mengetahui 1 jawaban di tempat/);
});

test('by keyboard only: sign in, find the case with j and Enter, and do what comes next', async () => {
  const page = await tanggap.visitor();
  await page.goto('/petugas/masuk');
  await page.getByLabel('Surel').focus();
  await page.keyboard.type('rina@contoh.id');
  await page.keyboard.press('Tab');
  await page.keyboard.type('kuda hijau laut');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ketik kode dari ponsel Anda' }).waitFor();
  await page.keyboard.type(nextRecoveryCode());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
  for (let row = 0; row < 10; row += 1) {
    await page.keyboard.press('j');
    if ((await textOf(page.locator(':focus'))) === ticket) break;
  }
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
  assert.match(await textOf(page.getByRole('status')), /Tersimpan: Diperiksa: lengkap/);
});

test('an old register becomes cases, and its annual report counts them', async () => {
  await staff.goto('/petugas/impor');
  await staff
    .getByLabel('Berkas register')
    .setInputFiles(fileURLToPath(new URL('./register-lama.csv', import.meta.url)));
  await staff.getByLabel('Periode register').fill('2023');
  await staff.getByRole('button', { name: 'Periksa berkas' }).click();
  await staff.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
  await staff.getByRole('button', { name: /Pindahkan 3 baris/ }).click();
  assert.match(await textOf(staff.getByRole('status')), /3 pengaduan baru ditulis/);
  await staff.getByRole('link', { name: 'Susun laporan periode ini' }).click();
  await staff.getByRole('heading', { name: 'Pemeriksaan' }).waitFor();
  const figure = staff.locator('[data-figure] >> visible=true').first();
  await figure.waitFor();
  assert.match(await textOf(staff.locator('.tg-report__paper')), /3/);
});

test('each kind of file of the annual report comes down, and shows the total that the page shows', async () => {
  const shown = Number.parseInt(await textOf(staff.locator('[data-figure="register/total"]').first()), 10);
  assert.equal(shown, 3);
  for (const kind of ['PDF', 'DOCX', 'XLSX', 'JSON'] as const) {
    const coming = staff.waitForEvent('download');
    await staff.getByRole('link', { name: kind, exact: true }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), `laporan-tahunan-tabalong-2023.${kind.toLowerCase()}`);
    assert.equal(await totalIn(await file.path(), kind), shown, kind);
  }
});

const annual = '/petugas/laporan?jenis=tahunan&masa=2023';

test('at a desk every chart of the report stands whole, and letters of twice the size push no page sideways', async () => {
  const page = await tanggap.visitor();
  await signIn(page);
  await page.goto(annual);
  const cut = await page
    .locator('.paper__chart')
    .evaluateAll((charts) => charts.map((chart) => chart.scrollWidth - chart.clientWidth));
  assert.ok(cut.length > 0);
  assert.deepEqual(
    cut.filter((width) => width > 0),
    [],
  );
  for (const path of ['/', '/lapor', '/lacak', '/layanan/tabalong', '/pantau/tabalong', '/petugas/akun']) {
    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    assert.equal(await tooWide(page), 0, path);
  }
});

test('printed, each SOP is one sheet, and what the office gave to the public is one page', async () => {
  const page = await tanggap.visitor();
  await signIn(page);
  await page.goto('/petugas/pantau');
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  for (const [path, sheets] of [
    ['/petugas/sop', 2],
    ['/pantau/tabalong', 1],
    [`/petugas/kasus/${ticket}/tanda-terima`, 1],
  ] as const) {
    await page.goto(path);
    const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    assert.equal(paper.toString('latin1').match(/\/Type \/Page\b/g)?.length, sheets, path);
  }
  await page.goto(`/petugas/kasus/${ticket}`);
  await page.emulateMedia({ media: 'print' });
  const dotFromEdge = await page
    .locator('.tg-timeline > li')
    .first()
    .evaluate(
      (li) => li.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(li, '::before').left),
    );
  assert.ok(dotFromEdge >= 0, 'no dot of the timeline is cut by the edge of the sheet');
});

test('the emblem is seen on its band, in the dark and in forced colours', async () => {
  const page = await tanggap.visitor();
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(media);
    await page.goto('/');
    const [emblem, ground] = await page
      .locator('.tg-masthead .tg-identity__emblem')
      .evaluate((svg) => [
        getComputedStyle(svg).color,
        getComputedStyle(svg.closest('header') ?? svg).backgroundColor,
      ]);
    assert.notEqual(emblem, ground, JSON.stringify(media));
  }
});

test('nothing of all this was a fault of the server', () => {
  assert.deepEqual(tanggap.faults, []);
});
