import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, makeFirstAccount, runTanggap, signIn, textOf, tooWide } from './running-tanggap.ts';

const tanggap = await runTanggap({ after });
const staff = await tanggap.visitor();
await makeFirstAccount(staff, tanggap.firstVisit);

async function take(matter: string, service = ''): Promise<void> {
  await staff.goto('/petugas/loket');
  await staff.getByLabel('Apa yang disampaikan').fill(matter);
  if (service !== '') await staff.getByLabel('Layanan').selectOption(service);
  await staff.keyboard.press('Alt+s');
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).waitFor();
}

const boxes = (page: Page) => page.locator('.tg-pick');

test('two cases are picked and disposed with the keyboard alone', async () => {
  await take('Beras rusak di gudang desa.');
  await take('Kartu sembako tertukar.');
  await staff.goto('/petugas?antrean=semua');
  await staff.keyboard.press('j');
  await staff.keyboard.press('x');
  await staff.keyboard.press('j');
  await staff.keyboard.press('x');
  assert.equal(await staff.locator('.tg-pick:checked').count(), 2);
  await staff.keyboard.press('d');
  await staff.getByRole('heading', { name: 'Disposisikan', level: 1 }).waitFor();
  await staff.getByLabel('Bidang').selectOption({ index: 1 });
  await staff.getByLabel('Petunjuk').fill('Datangi minggu ini.');
  await staff.getByRole('button', { name: 'Disposisikan 2 pengaduan' }).press('Enter');
  assert.match(await textOf(staff.getByRole('status').first()), /2 dari 2 pengaduan didisposisikan/);
});

test('without JavaScript rows are picked and disposed, a list is kept and opened, and every door is reached', async () => {
  await take('Bantuan lansia belum datang.');
  const plain = await tanggap.visitor({ javaScript: false, width: 360 });
  await signIn(plain);
  await plain.goto('/petugas?antrean=semua&status=received');
  await boxes(plain).first().check();
  await plain.getByRole('button', { name: 'Disposisikan' }).click();
  await plain.getByLabel('Bidang').selectOption({ index: 1 });
  await plain.getByRole('button', { name: 'Disposisikan 1 pengaduan' }).click();
  assert.match(await textOf(plain.getByRole('status').first()), /1 dari 1/);
  await plain.goto('/petugas?antrean=semua&status=disposed');
  await plain.getByText('Simpan saringan ini sebagai tampilan').click();
  await plain.getByLabel('Nama tampilan').fill('Di bidang');
  await plain.getByRole('button', { name: 'Simpan tampilan' }).click();
  await plain.goto('/petugas?antrean=semua');
  await plain.getByRole('link', { name: 'Di bidang' }).click();
  // A click does not wait for the page that it opens: until the view stands there, the whole queue is what is counted.
  await plain.waitForURL((url) => url.searchParams.get('status') === 'disposed');
  assert.ok((await plain.locator('.tg-case').count()) >= 3);
  await plain.locator('.tg-staffnav summary').click();
  await plain.locator('.tg-fold__panel').getByRole('link', { name: 'Kepatuhan SOP' }).click();
  await plain.getByRole('heading', { name: 'Kepatuhan SOP', level: 1 }).waitFor();
});

test('Escape closes the menu and gives the keyboard back', async () => {
  await staff.goto('/petugas');
  await staff.locator('.tg-who > summary').press('Enter');
  await staff.getByRole('button', { name: 'Keluar' }).waitFor();
  await staff.keyboard.press('Escape');
  assert.equal(await staff.getByRole('button', { name: 'Keluar' }).isVisible(), false);
  assert.equal(await staff.locator('.tg-who > summary:focus').count(), 1);
});

test('rule 8: Alt+L writes the service sheet into the answer, beside what was typed', async () => {
  await take('Menanyakan PBI-JK.', 'pbi-jk');
  await staff.getByRole('link', { name: 'Buka pengaduan ini' }).click();
  const id = (await staff.locator('a[data-insert]').getAttribute('href'))?.split('#')[1] ?? '';
  const area = staff.locator(`[id="${id}"]`);
  await area.evaluate((node) => {
    if (node instanceof HTMLTextAreaElement) node.value = 'Bapak/Ibu yang terhormat.';
  });
  await staff.locator('h1').click();
  await staff.keyboard.press('Alt+l');
  const written = await area.inputValue();
  assert.match(written, /Bapak\/Ibu yang terhormat\./);
  assert.match(written, /PBI/);
});

test('the menu, opened, has no finding of axe and is not wider than its window, at a desk and on a phone', async () => {
  for (const width of [1366, 360]) {
    const page = await tanggap.visitor({ width });
    await signIn(page);
    await page.locator('.tg-staffnav summary').click();
    assert.deepEqual(await axeFindings(page), [], `at ${width}`);
    assert.equal(await tooWide(page), 0, `at ${width}`);
  }
});

test('nothing of all this was a fault of the server', () => assert.deepEqual(tanggap.faults, []));
