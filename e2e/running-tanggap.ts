import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { startWeb } from '../src/app/start-web.ts';
import { timeCodeAt } from '../src/features/people/second-factor/time-code.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import { findChromium } from '../src/platform/find-chromium.ts';
import { openLog } from '../src/platform/log.ts';
import { secretOn } from '../test/pass-second-factor.ts';
import { openTestDatabase } from '../test/test-database.ts';

export type RunningTanggap = {
  readonly address: string;
  /** Where its store lies, for what no page does. */
  readonly config: Config;
  /** The link of the first visit, with its code, as it was told to whoever started the server. */
  readonly firstVisit: string;
  readonly browser: Browser;
  /** A new visitor; `javaScript: false` is a cheap phone with it turned off. */
  readonly visitor: (options?: { readonly javaScript?: boolean; readonly width?: number }) => Promise<Page>;
  /** Faults that the server logged. */
  readonly faults: readonly string[];
};

/** A whole server on a free port over a fresh database, with a browser beside it. Left out, the clock is the machine's. */
export async function runTanggap(
  t: { after(close: () => Promise<void>): void },
  clock: () => number = Date.now,
): Promise<RunningTanggap> {
  const db = await openTestDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-e2e-'));
  const faults: string[] = [];
  const log = openLog({
    human: false,
    write: (line) => void (line.includes('"level":"error"') && faults.push(line)),
  });
  const config = readConfig({
    PORT: '0',
    TANGGAP_DATA: folder,
    DATABASE_URL: db.appUrl,
    DATABASE_OWNER_URL: db.ownerUrl,
  });
  await db.owner.query('update schema_migration set applied_at = $1', [new Date(clock())]);
  const web = await startWeb(config, { clock, log });
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium on this machine: npm run doctor says how to get one.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  t.after(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser.close();
    await web.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    address: web.address,
    config,
    firstVisit: /\S+\/mulai\?\S+/.exec(web.hint)?.[0] ?? '',
    browser,
    faults,
    visitor: async ({ javaScript = true, width = 1366 } = {}) => {
      const context = await browser.newContext({
        baseURL: web.address,
        javaScriptEnabled: javaScript,
        viewport: { width, height: width < 600 ? 740 : 768 },
        locale: 'id-ID',
      });
      contexts.push(context);
      return context.newPage();
    },
  };
}

/** Makes Tabalong and its first account through the pages of the first visit, and leaves that page signed in. */
export async function makeFirstAccount(page: Page, firstVisit: string): Promise<void> {
  await page.goto(firstVisit);
  await page.getByLabel('Dinas Sosial Kabupaten Tabalong').check();
  await page.getByLabel('Nama').fill('Rina Contoh');
  await page.getByLabel('Surel').fill('rina@contoh.id');
  await page.getByLabel('Kata sandi').fill('kuda hijau laut');
  await page.getByRole('button', { name: 'Mulai' }).click();
  const secret = secretOn(await page.content());
  await page.getByLabel('Kode dari aplikasi').fill(timeCodeAt(secret, Date.now()));
  await page.getByRole('button', { name: 'Aktifkan faktor kedua' }).click();
  recoveryCodes = await page.locator('.tg-codes code').allTextContents();
  await page.getByRole('button', { name: 'Sudah saya simpan, lanjutkan' }).click();
  await page.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
}

let recoveryCodes: readonly string[] = [];

/** The second step of the first account (rule 35): a recovery code, since one of the authenticator is taken once in 30 seconds. */
export function nextRecoveryCode(): string {
  const [code, ...left] = recoveryCodes;
  if (code === undefined) throw new Error('The ten recovery codes are spent: make new ones.');
  recoveryCodes = left;
  return code;
}

export async function signIn(page: Page): Promise<void> {
  await page.goto('/petugas/masuk');
  await page.getByLabel('Surel').fill('rina@contoh.id');
  await page.getByLabel('Kata sandi').fill('kuda hijau laut');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByLabel('Kode', { exact: true }).fill(nextRecoveryCode());
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Whatever axe finds on the page as it stands, minor things too, each as "rule (impact): first element". */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // By the debugger's own way in: the site's policy lets no foreign script tag run.
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe: {
      run: (options: unknown) => Promise<{
        passes: unknown[];
        violations: { id: string; impact: string; nodes: { html: string }[] }[];
      }>;
    } = Reflect.get(globalThis, 'axe');
    const { violations, passes } = await axe.run({ resultTypes: ['violations'] });
    if (passes.length === 0) return ['axe looked at nothing'];
    return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html ?? ''}`);
  });
}

export async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? '';
}

/** By how many pixels the page is wider than its window; 0 = nothing has to be scrolled sideways. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** For `page.evaluate`: what the focus stands on, by the words that a reader hears, and whether it can be seen. */
export function focused(): { readonly label: string; readonly outlined: boolean } {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return { label: '', outlined: true };
  const label =
    at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
      ? (at.labels?.[0]?.textContent ?? '')
      : (at.textContent ?? '');
  const drawn = [at, at.nextElementSibling].some((one) => {
    if (one === null) return false;
    const { outlineStyle, boxShadow, backgroundColor } = getComputedStyle(one);
    return outlineStyle !== 'none' || boxShadow !== 'none' || backgroundColor === 'rgb(255, 221, 0)';
  });
  return { label: label.trim(), outlined: at === document.body || drawn };
}
