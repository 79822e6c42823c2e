/** As many entries as one page of a timeline shows. */
export const ENTRIES_A_PAGE = 50;

export type TimelinePage<Entry> = {
  /** Newest first. */
  readonly shown: readonly Entry[];
  readonly older: Turn | null;
  /** Whether newer ones than these stand elsewhere. */
  readonly hasNewer: boolean;
};

/** The way on: those before this number, and how many they are. */
export type Turn = { readonly before: number; readonly count: number };

/**
 * The newest entries, or the newest of those before a number: entries only come to the newest end, so that what is
 * written meanwhile moves no older page.
 */
export function timelinePage<Entry extends { readonly seq: number }>(
  entries: readonly Entry[],
  before: number | null,
): TimelinePage<Entry> {
  const upTo = entries.filter(({ seq }) => before === null || seq < before).sort((a, b) => b.seq - a.seq);
  const shown = upTo.slice(0, ENTRIES_A_PAGE);
  const last = shown.at(-1);
  const count = upTo.length - shown.length;
  return {
    shown,
    older: last === undefined || count === 0 ? null : { before: last.seq, count },
    hasNewer: upTo.length < entries.length,
  };
}

/** The number of an address or a form; null = from the newest, and so is what is no such number. */
export function beforeOf(word: string | undefined): number | null {
  return word !== undefined && /^[1-9]\d{0,8}$/.test(word) ? Number(word) : null;
}
