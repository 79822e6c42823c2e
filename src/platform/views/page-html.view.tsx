import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Words, WordsContext } from '../words/words.ts';
import type { AssetNames } from './asset-names.ts';

export type PageHead = {
  /** What this page is, without the name of the application. */
  readonly title: string;
  /** Errors stand first in the title, so that a screen reader says so at once. */
  readonly failed?: boolean;
  readonly islands?: readonly string[];
  /** Further style sheets by name, after the one of every page. */
  readonly styles?: readonly string[];
  /** Seconds after which the browser fetches the page again. */
  readonly refresh?: number;
};

/** A whole page as HTML text. `body` holds header, main and footer. */
export function pageHtml(words: Words, assets: AssetNames, head: PageHead, body: ComponentChildren): string {
  const islands = (head.islands ?? []).map((name) => assets.island(name)).filter((src) => src !== null);
  const title = words('page.title', {
    title: head.failed ? `${words('form.error-title')}: ${head.title}` : head.title,
  });
  const page = (
    <html lang={words.language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4f6c" />
        {head.refresh === undefined ? null : <meta http-equiv="refresh" content={String(head.refresh)} />}
        <link rel="icon" href="/aset/ikon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.styles} />
        {(head.styles ?? []).map((name) => (
          <link key={name} rel="stylesheet" href={assets.sheet(name)} />
        ))}
        {islands.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class="govuk-template__body">
        <a href="#isi" class="govuk-skip-link">
          {words('page.skip')}
        </a>
        {body}
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToString(<WordsContext.Provider value={words}>{page}</WordsContext.Provider>)}`;
}
