// npm run screens: takes a picture of every page into docs/screens, from the example office in a data folder of its own.
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { openEntry } from '../e2e/open-entry.ts';
import { PAGES, type PageEntry } from '../e2e/page-table.ts';
import { stagedClock, stageOffice } from '../e2e/staged-office.ts';
import { type RunningWeb, startWeb } from '../src/app/start-web.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { openLog } from '../src/platform/log.ts';
import { ensureChromium } from './chromium.ts';
import { picturesOf, screensPage } from './screens-page.ts';
import { smallPng } from './small-png.ts';

const screens = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'screens');
/** Nothing of the old ones goes before all is taken. */
const fresh = mkdtempSync(join(tmpdir(), 'tanggap-pictures-'));
const DESK = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 740 };
/** Keys and codes: of an office that is gone, and in no picture all the same. */
const SECRETS = '.tg-secret, .tg-qr, #kode, input[name=kode], input[name=code]';
/** Below that nothing of a long page is shown. */
const LOWEST = 1800;

await renewScreens();

async function renewScreens(): Promise<void> {
  const executablePath = ensureChromium();
  if (executablePath === undefined) {
    throw new Error('There is no Chromium on this machine: npm run doctor says how to get one.');
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=id'] });
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-screens-'));
  try {
    // Root's PostgreSQL runs as "nobody", who has to pass.
    chmodSync(folder, 0o711);
    const config = readConfig({ PORT: '0', TANGGAP_DATA: folder });
    const clock = stagedClock();
    const web = await startWeb(config, { clock, log: openLog({ write: () => undefined }) });
    await takeAll(browser, web, config, clock).finally(web.stop);
    writeFileSync(join(fresh, 'README.md'), screensPage());
    rmSync(screens, { recursive: true, force: true });
    cpSync(fresh, screens, { recursive: true });
  } finally {
    await browser.close();
    for (const one of [folder, fresh]) rmSync(one, { recursive: true, force: true });
  }
}

async function takeAll(
  browser: Browser,
  web: RunningWeb,
  config: Config,
  clock: () => number,
): Promise<void> {
  const visitor = await browser.newPage({ baseURL: web.address, viewport: DESK, locale: 'id-ID' });
  for (const entry of PAGES.filter(({ before }) => before)) {
    await visitor.goto(/\S+\/mulai\?\S+/.exec(web.hint)?.[0] ?? '');
    await takePictures(visitor, entry);
  }
  const staged = await stageOffice({ address: web.address, config, browser, clock });
  for (const entry of PAGES.filter(({ before }) => !before)) {
    const page = await staged.windowOf(entry.as);
    const status = await openEntry(page, entry, staged);
    if (status !== (entry.status ?? 200)) throw new Error(`${entry.name} answers ${status}`);
    await takePictures(page, entry);
  }
  const page = await staged.windowOf('coordinator');
  await page.goto('/petugas/laporan?jenis=tahunan&masa=2026');
  const href = (await page.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href')) ?? '';
  const paper = await page.request.get(href);
  await takePaper(browser, await paper.body());
}

/** At a desk, and on a phone where it is used there. */
async function takePictures(page: Page, entry: PageEntry): Promise<void> {
  const [wide = '', narrow] = picturesOf(entry);
  await takePicture(page, DESK, wide, entry.top === true);
  if (narrow === undefined) return;
  await takePicture(page, PHONE, narrow, entry.top === true && entry.as === 'visitor');
  await page.setViewportSize(DESK);
}

async function takePicture(page: Page, size: typeof DESK, name: string, top: boolean): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => window.scrollTo(0, 0));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const shown = top ? size.height : Math.min(Math.max(height, size.height), LOWEST);
  const clip = { x: 0, y: 0, width: size.width, height: shown };
  const hidden = { mask: [page.locator(SECRETS)], maskColor: '#b6c1c8' };
  writeFileSync(join(fresh, name), smallPng(await page.screenshot({ fullPage: true, clip, ...hidden })));
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
    writeFileSync(join(fresh, `${name}.png`), smallPng(Buffer.from(picture, 'base64')));
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
