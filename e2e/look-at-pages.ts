import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { openEntry } from './open-entry.ts';
import type { PageEntry } from './page-table.ts';
import { axeFindings, focused, runTanggap, tooWide } from './running-tanggap.ts';
import { stagedClock, stageOffice } from './staged-office.ts';

/** Wide as at a desk, and as a phone. */
const WIDTHS = [1366, 360] as const;
/** So many stops of the keyboard between the head of a page and what it is there for. */
const MOST_STOPS = 160;

/** A test for each page of the table: what axe, a narrow window, a keyboard and a screen reader ask of it. */
export async function lookAtPages(t: TestContext, entries: readonly PageEntry[]): Promise<void> {
  const clock = stagedClock();
  const tanggap = await runTanggap(t, clock);
  for (const entry of entries.filter(({ before }) => before)) {
    await t.test(`${entry.name}: ${entry.door}`, async () => {
      const page = await tanggap.visitor();
      await page.goto(tanggap.firstVisit);
      await assertLooksRight(page);
    });
  }
  const staged = await stageOffice({ ...tanggap, clock });
  await t.test('the office stands with everything that a page may have to show', () => {
    const missing = Object.entries(staged.records).filter(([, value]) => value === '');
    assert.deepEqual(missing, []);
  });
  const errors: string[] = [];
  const heard = new Set<Page>();
  for (const entry of entries.filter(({ before }) => !before)) {
    await t.test(`${entry.name}: ${entry.door}`, async () => {
      const page = await staged.windowOf(entry.as);
      if (!heard.has(page)) hear(page, errors);
      heard.add(page);
      const status = await openEntry(page, entry, staged);
      assert.equal(status, entry.status ?? 200);
      await assertLooksRight(page);
      if (entry.onPhone) await assertKeepsItsContrast(page);
      assert.deepEqual(errors.splice(0), [], 'the console is quiet');
    });
  }
  await t.test('nothing of all this was a fault of the server', () => assert.deepEqual(tanggap.faults, []));
}

function hear(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (said) => {
    // A refusal is a page, too; the browser tells its status as an error.
    if (said.type() === 'error' && !/status of 4\d\d/.test(said.text())) errors.push(said.text());
  });
}

async function assertLooksRight(page: Page): Promise<void> {
  const { title, headings, language } = await page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((one) => one.textContent?.trim() ?? ''),
  }));
  assert.match(title, /^\S.* – Tanggap$/, 'the title names the page');
  assert.equal(
    headings.filter((one) => one !== '').length,
    1,
    `one heading of the page: ${headings.join(' | ')}`,
  );
  assert.equal(language, 'id');
  assert.deepEqual(await hiddenFromTheKeyboard(page), [], 'everything that can be pressed is reached by Tab');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 });
    assert.deepEqual(await axeFindings(page), [], `at ${width}`);
    assert.equal(await tooWide(page), 0, `wider than ${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await walkToTheMainAction(page);
}

/** In the dark and in forced colours. */
async function assertKeepsItsContrast(page: Page): Promise<void> {
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
    await page.emulateMedia(media);
    assert.deepEqual(await axeFindings(page), [], JSON.stringify(media));
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  }
}

/** From the link to the content by Tab alone to the first button that is not beside the matter; each stop can be seen. */
async function walkToTheMainAction(page: Page): Promise<void> {
  const main = page.locator(
    'main button.govuk-button:not(.govuk-button--secondary, .govuk-button--warning):visible',
  );
  if ((await main.count()) === 0) return;
  await page.locator('.govuk-skip-link').focus();
  await page.keyboard.press('Enter');
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(focused);
    assert.ok(here.outlined, `the focus is seen at "${here.label}"`);
    if (await main.evaluateAll((buttons) => buttons.some((one) => one === document.activeElement))) return;
  }
  assert.fail(`Tab does not come to "${await main.first().textContent()}" in ${MOST_STOPS} stops`);
}

/** Links, buttons and fields that are seen and that Tab passes by, and those that come before their turn. */
function hiddenFromTheKeyboard(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [onclick]',
      ),
    ]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
      // One that answers Enter in a field is in nobody's way.
      .filter((one) => one.tabIndex !== 0 && !one.matches('.govuk-visually-hidden'))
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}
