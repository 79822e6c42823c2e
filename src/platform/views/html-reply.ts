import type { ComponentChildren } from 'preact';
import type { Words } from '../words/words.ts';
import type { AssetNames } from './asset-names.ts';
import { type PageHead, pageHtml } from './page-html.view.tsx';

export type HtmlReplyOptions = {
  readonly status?: number;
  /** Public pages without personal data may be kept by the browser for a moment. */
  readonly keepSeconds?: number;
};

/** A page as an answer. Never kept by a cache unless it is said to be harmless. */
export function htmlReply(
  words: Words,
  assets: AssetNames,
  head: PageHead,
  body: ComponentChildren,
  options: HtmlReplyOptions = {},
): Response {
  const keep = options.keepSeconds === undefined ? 'no-store' : `private, max-age=${options.keepSeconds}`;
  return new Response(pageHtml(words, assets, head, body), {
    status: options.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': keep },
  });
}

/** Sends the browser on after something was done, so that reloading does not do it again. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
