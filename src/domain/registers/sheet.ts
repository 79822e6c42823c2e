/**
 * A spreadsheet as plain data: what a person would see in each cell, nothing that could run.
 * Filled by the adapter that reads .xlsx and .csv, judged by the rules of this folder.
 */
export type SheetCell = {
  /** 0 for column A. */
  readonly column: number;
  /** The value as text; numbers in full ("81200000001", never 8.12E+10). */
  readonly text: string;
  /** The cell is stored as a number, so that leading zeros and digits after the fifteenth may have been lost. */
  readonly number?: true;
  /** Set when the cell is a number shown as a date: "2023-01-04" or "2023-01-04T09:30". */
  readonly date?: string;
  /** The cell holds a formula; `text` is the value that was stored with it, or empty when none was stored. */
  readonly formula?: 'stored-value' | 'no-value';
  /** An Excel error such as #REF!; `text` holds it. */
  readonly error?: true;
  /** The value stands in another cell of a merged block and is repeated here. */
  readonly spread?: 'right' | 'down';
};

export type SheetRow = {
  /** Row number as Excel shows it; in a CSV the number of the record, header included. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
};

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with at least one value, in order. */
  readonly rows: readonly SheetRow[];
};

export type Workbook = {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
};
