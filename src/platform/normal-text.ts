/** As many as Unicode itself calls enough for every language (UAX 15, Stream-Safe Text); the rest of a run is dropped. */
export const MOST_MARKS = 30;

/**
 * A text from outside, normalised. Normalising sorts the marks over one letter, in a time that grows with the square of
 * their number: 640 kB of nothing but marks stop the process for minutes. So runs of them are cut first.
 */
export function normalText(text: string, form: 'NFC' | 'NFKC'): string {
  return shortMarkRuns(text).normalize(form);
}

/** The text with at most `MOST_MARKS` marks in a row. */
function shortMarkRuns(text: string): string {
  return text.replaceAll(MARKS, (run) =>
    // A mark is one unit or two; of a pair that is cut in half only units beyond the last mark kept are left.
    run.length <= MOST_MARKS ? run : [...run.slice(0, 2 * MOST_MARKS)].slice(0, MOST_MARKS).join(''),
  );
}

/** Also the two Japanese letters that NFKC turns into marks. */
const MARKS = /[\p{M}\uff9e\uff9f]+/gu;
