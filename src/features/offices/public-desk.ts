import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ComponentChildren } from 'preact';
import type { Clock } from '../../platform/clock.ts';
import type { ClientAddress } from '../../platform/http/client-address.ts';
import type { AssetNames } from '../../platform/views/asset-names.ts';
import { type HtmlReplyOptions, htmlReply } from '../../platform/views/html-reply.ts';
import type { PageHead } from '../../platform/views/page-html.view.tsx';
import { type Words, wordsOf } from '../../platform/words/words.ts';
import { publicOffices } from './example-office.ts';
import type { Office, Offices } from './office.read.ts';

/** What every page needs of the installation. Made once, in src/app. */
export type PublicDesk = {
  readonly offices: Offices;
  readonly clock: Clock;
  readonly assets: AssetNames;
  /** Whom a request is counted under. */
  readonly clientAddress: ClientAddress;
};

const LANGUAGE_COOKIE = 'bahasa';

/** The sentences in the language that the visitor chose; Indonesian until then. */
export function wordsFor(c: Context): Words {
  return wordsOf(getCookie(c, LANGUAGE_COOKIE) === 'en' ? 'en' : 'id');
}

export function languageCookie(language: string): string {
  return `${LANGUAGE_COOKIE}=${language === 'en' ? 'en' : 'id'}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`;
}

/** A page of this installation as an answer. */
export function page(
  c: Context,
  desk: PublicDesk,
  head: PageHead,
  body: ComponentChildren,
  options: HtmlReplyOptions = {},
): Response {
  return htmlReply(wordsFor(c), desk.assets, head, body, options);
}

/** The office that the address names, or the only one there is; null when the visitor has to choose. */
export async function officeOf(desk: PublicDesk, slug: string | undefined): Promise<Office | null> {
  const now = desk.clock();
  if (slug !== undefined && slug !== '') return (await desk.offices.bySlug(slug, now)) ?? null;
  const all = publicOffices(await desk.offices.all(now));
  return all.length === 1 ? (all[0] ?? null) : null;
}
