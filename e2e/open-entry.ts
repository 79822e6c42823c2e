import type { Page, Response } from 'playwright-core';
import type { PageEntry } from './page-table.ts';
import type { StagedOffice } from './staged-office.ts';

/** Brings this window to a page of the table. Gives the status of the page that it ends at. */
export async function openEntry(page: Page, entry: PageEntry, staged: StagedOffice): Promise<number> {
  let last = 0;
  const listen = (answer: Response): void => {
    const request = answer.request();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) last = answer.status();
  };
  page.on('response', listen);
  try {
    const { path = entry.door } = entry;
    await page.goto(typeof path === 'string' ? path : path(staged));
    await entry.go?.(page, staged);
    await page.waitForLoadState();
    return last;
  } finally {
    page.off('response', listen);
  }
}
