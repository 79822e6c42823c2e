// npm run screens: takes the pictures of docs/screens anew, from the example office in a data folder of its own.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadDemo } from '../src/app/demo/load-demo.ts';
import { openSystem } from '../src/app/open-system.ts';
import { startWeb } from '../src/app/start-web.ts';
import { localDay } from '../src/domain/calendar/instant.ts';
import { readConfig } from '../src/platform/config.ts';
import { openLog } from '../src/platform/log.ts';
import { ensureChromium } from './chromium.ts';

const screens = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'screens');

await renewScreens();

async function renewScreens(): Promise<void> {
  const executablePath = ensureChromium();
  if (executablePath === undefined) {
    throw new Error('There is no Chromium on this machine: npm run doctor says how to get one.');
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-screens-'));
  try {
    // Root's PostgreSQL runs as "nobody", who has to pass.
    chmodSync(folder, 0o711);
    const config = readConfig({ PORT: '0', TANGGAP_DATA: folder });
    const passwords = await playDemo(config);
    const web = await startWeb(config, { clock: Date.now, log: openLog({ write: () => undefined }) });
    await takeAll(browser, web.address, passwords).finally(web.stop);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function takeAll(
  browser: Browser,
  baseURL: string,
  passwords: ReadonlyMap<string, string>,
): Promise<void> {
  const visitor = (width: number, height: number) =>
    browser.newPage({ baseURL, viewport: { width, height }, locale: 'id-ID' });
  const signedIn = async (role: string) => {
    const page = await visitor(1366, 768);
    await signIn(page, `${role}@contoh.invalid`, passwords);
    return page;
  };
  await takePublic(await visitor(1366, 768), await visitor(360, 740));
  await takeCounter(await signedIn('petugas-loket'));
  await takeStaff(await signedIn('koordinator'), browser);
}

/** Passwords by e-mail. */
async function playDemo(config: ReturnType<typeof readConfig>): Promise<ReadonlyMap<string, string>> {
  const system = await openSystem(Date.now(), config);
  try {
    const demo = await loadDemo(system, Date.now());
    if (!demo.loaded) throw new Error('A fresh data folder holds an example office');
    return new Map(demo.accounts.map(({ email, password }) => [email, password]));
  } finally {
    await system.close();
  }
}

async function signIn(page: Page, email: string, passwords: ReadonlyMap<string, string>): Promise<void> {
  await page.goto('/petugas/masuk');
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi').fill(passwords.get(email) ?? '');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
}

async function takePublic(desk: Page, phone: Page): Promise<void> {
  await take(desk, '/', 'beranda');
  await take(desk, '/pantau/contoh', 'pantau');
  await take(phone, '/', 'beranda-360');
  await take(phone, '/lapor', 'lapor-360');
}

async function takeCounter(page: Page): Promise<void> {
  await take(page, '/petugas/loket', 'loket');
}

async function takeStaff(page: Page, browser: Browser): Promise<void> {
  await take(page, '/petugas?antrean=semua', 'kotak-masuk');
  const told = page.locator('.tg-case', { hasText: 'Saldo KKS berkurang tanpa diambil.' });
  await take(page, (await told.getByRole('link').getAttribute('href')) ?? '', 'kasus');
  await take(page, '/petugas/sop', 'sop');
  await takeWork(page);
  const year = new Date(localDay(Date.now(), 'Asia/Makassar') * 86_400_000).getUTCFullYear();
  await take(page, `/petugas/laporan?jenis=tahunan&masa=${year}`, 'laporan');
  const href = (await page.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href')) ?? '';
  const paper = await page.request.get(href);
  await takePaper(browser, await paper.body());
}

/** The day, the head's page, what waits for approval, the team's month, compliance, and several cases at once. */
async function takeWork(page: Page): Promise<void> {
  await take(page, '/petugas/hari-ini', 'hari-ini');
  await take(page, '/petugas/pimpinan', 'pimpinan');
  await take(page, '/petugas/persetujuan', 'persetujuan');
  await take(page, '/petugas/hasil-kerja-tim', 'hasil-kerja-tim');
  await take(page, '/petugas/kepatuhan-sop', 'kepatuhan-sop');
  await page.goto('/petugas?antrean=semua&status=verified');
  const picks = await page
    .locator('.tg-pick')
    .evaluateAll((boxes) => boxes.map((box) => Reflect.get(box, 'value')));
  const asked = new URLSearchParams(picks.map((pick): [string, string] => ['kasus', String(pick)]));
  await take(page, `/petugas/sekaligus?tindakan=dispose&${asked}`, 'sekaligus');
  await page.setViewportSize({ width: 360, height: 740 });
  await take(page, '/petugas/hari-ini', 'hari-ini-360');
  await page.setViewportSize({ width: 1366, height: 768 });
}

async function take(page: Page, path: string, name: string): Promise<void> {
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`);
  await page.screenshot({ path: join(screens, `${name}.png`) });
}

/** Pages of a paper, each the first that holds these words, drawn by pdf.js inside the browser. */
async function takePaper(browser: Browser, pdf: Buffer): Promise<void> {
  const page = await browser.newPage();
  for (const script of ['pdf.min.mjs', 'pdf.worker.min.mjs']) {
    const path = createRequire(import.meta.url).resolve(`pdfjs-dist/build/${script}`);
    await page.addScriptTag({ type: 'module', content: readFileSync(path, 'utf8') });
  }
  for (const [words, width, name] of [
    ['LAPORANTAHUNAN', 458, 'laporan-tahunan-sampul'],
    ['Grafik3.1', 458, 'laporan-tahunan-tabel'],
    ['REGISTERPELAYANANPENGADUANJANUARI', 880, 'laporan-tahunan-register'],
  ] as const) {
    const picture = await page.evaluate(drawPage, { pdf: pdf.toString('base64'), words, width });
    writeFileSync(join(screens, `${name}.png`), Buffer.from(picture, 'base64'));
  }
}

type Drawing = { readonly pdf: string; readonly words: string; readonly width: number };

/** For `page.evaluate`: the page as PNG in base64. */
async function drawPage({ pdf, words, width }: Drawing): Promise<string> {
  const lib: typeof import('pdfjs-dist') = Reflect.get(globalThis, 'pdfjsLib');
  const data = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  const document_ = await lib.getDocument({ data }).promise;
  for (let number = 1; number <= document_.numPages; number += 1) {
    const page = await document_.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    // The table of contents names what stands on other pages.
    if (text.includes('....') || !text.replaceAll(/\s/g, '').includes(words)) continue;
    const scale = width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    await page.render({ canvas, viewport }).promise;
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }
  throw new Error(`No page holds "${words}"`);
}
