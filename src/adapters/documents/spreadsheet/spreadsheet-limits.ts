/** How much of an uploaded spreadsheet is looked at before it is refused. Bytes, rows and characters; time in ms. */
export type SpreadsheetLimits = {
  readonly fileBytes: number;
  readonly zipEntries: number;
  readonly inflatedBytes: number;
  /** A part that inflates to more than `ratioFrom` bytes may be at most this many times its packed size. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly xmlDepth: number;
  readonly sheets: number;
  /** Rows with a value, over all sheets. */
  readonly rows: number;
  /** Columns that are kept; values further right are refused. */
  readonly columns: number;
  readonly cells: number;
  readonly cellCharacters: number;
  readonly textCharacters: number;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
};

/** The largest real register of a year holds some thousands of rows; these leave room for ten such years. */
export const SPREADSHEET_LIMITS: SpreadsheetLimits = {
  fileBytes: 20 * 1024 * 1024,
  zipEntries: 2_000,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 8 * 1024 * 1024,
  xmlDepth: 64,
  sheets: 200,
  rows: 100_000,
  columns: 256,
  cells: 2_000_000,
  cellCharacters: 32_767,
  textCharacters: 64 * 1024 * 1024,
  milliseconds: 60_000,
  heapMegabytes: 384,
};
