/** A meeting of *pembinaan* as it is written down: what its papers are filled from. Days are ISO. */
export type MeetingRecord = {
  readonly event: string;
  readonly day: string;
  readonly time: string | null;
  readonly place: string;
  readonly chair: string | null;
  readonly writer: string | null;
  readonly agenda: readonly string[];
  readonly present: readonly { readonly name: string; readonly body: string | null }[];
  readonly discussion: string;
  readonly decisions: readonly {
    readonly what: string;
    readonly who: string | null;
    readonly until: string | null;
  }[];
};

export const MEETING_PAPERS = ['undangan', 'daftar-hadir', 'notulen', 'berita-acara'] as const;
export type MeetingPaper = (typeof MEETING_PAPERS)[number];

export function isMeetingPaper(word: string): word is MeetingPaper {
  return MEETING_PAPERS.some((paper) => paper === word);
}
