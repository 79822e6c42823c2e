/**
 * A period counted once more by plain statements over the columns of the facts, without cells and packed cuts: what the
 * check before issuing holds the tables against. What stands only in the tables is not in it.
 */
export type SecondCount = {
  /** Cases received in the period. */
  readonly total: number;
  /** `<table>/<row>` to its cases, of the tables by month, channel and service; a row that is absent has none. */
  readonly rows: ReadonlyMap<string, number>;
  /**
   * What the period before this one closed with by its own flow: what it opened with and received, less what was finished
   * at its end; must be this one's opening (rule 36). Null where no balance was asked for.
   */
  readonly formerClosing: number | null;
};

export const COUNTED_TWICE = ['by-month', 'by-channel', 'by-service'] as const;
