import { Bookmark, type IRunPropertiesOptions, type ParagraphChild, TextRun } from 'docx';
import type { Run } from '../../../domain/documents/resolved-document.ts';

/** Names of bookmarks by anchor: Word wants letters and digits only, at most 40; `_Toc…` as its own contents have them. */
export type BookmarkNames = (anchor: string) => string;

/** The same anchor always has the same name within one document. */
export function bookmarkNames(): BookmarkNames {
  const names = new Map<string, string>();
  return (anchor) => {
    const name = names.get(anchor) ?? `_Toc${100_000_000 + names.size}`;
    names.set(anchor, name);
    return name;
  };
}

/** Runs of a paragraph; a line end in a text becomes a line break. */
export function textRuns(runs: readonly Run[], look: IRunPropertiesOptions = {}): readonly TextRun[] {
  return runs.flatMap((run) =>
    plainRuns(run.text, {
      ...look,
      ...(run.strong ? { bold: true } : {}),
      ...(run.emph ? { italics: true } : {}),
    }),
  );
}

export function plainRuns(text: string, look: IRunPropertiesOptions = {}): readonly TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Children with a bookmark around them, so that the contents find their page. */
export function marked(
  anchor: string,
  names: BookmarkNames,
  children: readonly TextRun[],
): readonly ParagraphChild[] {
  return anchor === '' ? children : [new Bookmark({ id: names(anchor), children: [...children] })];
}
