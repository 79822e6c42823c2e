/** What fields say, collected while their pieces are read: Word cuts their text into runs, comments and CDATA at will. */
export type LetterFields = {
  readonly mark: (type: string) => void;
  /** `code` is what only a field says; other text counts where it stands within one. */
  readonly hear: (text: string, code: boolean) => void;
  /** The first field that is not taken; null when all of them are. Asked at the end of a part. */
  readonly strange: () => string | null;
};

/** Collects the complex fields of one part, each with all that stands between its begin and its separator. */
export function collectFields(): LetterFields {
  const open: { said: string; shows: boolean }[] = [];
  let strange: string | null = null;
  const judge = (said: string): void => {
    if (!isPageNumber(said)) strange ??= said.trim().slice(0, 60);
  };
  return {
    mark(type) {
      const field = open.at(-1);
      if (type === 'begin') open.push({ said: '', shows: false });
      else if (type === 'separate' && field !== undefined) field.shows = true;
      else if (type === 'end' && field !== undefined) judge(open.pop()?.said ?? '');
    },
    hear(text, code) {
      // Code that stands in no field is nothing that Word writes.
      if (code && open.length === 0 && text.trim() !== '') strange ??= text.trim().slice(0, 60);
      for (const [index, field] of open.entries()) {
        const counts = !field.shows || (code && index === open.length - 1);
        if (counts && field.said.length <= MOST_OF_A_FIELD) field.said += text;
      }
    },
    strange() {
      for (const { said } of open.splice(0)) judge(said);
      return strange;
    },
  };
}

/** No page number is longer; more of it need not be kept. */
const MOST_OF_A_FIELD = 200;

/** Page numbers and nothing else: a field may start programs, fetch files, or tell where the paper is opened. */
export function isPageNumber(said: string): boolean {
  return said.length <= MOST_OF_A_FIELD && PAGE_NUMBER.test(said);
}

const PAGE_NUMBER = /^\s*(?:(?:PAGE|NUMPAGES|SECTIONPAGES)(?:\s*\\[*#]\s*(?:"[^"\\]*"|\w+))*\s*)?$/i;
