import type { IgnoredRow, RegisterReading } from './register-row.ts';

/** What `register import --json` prints (contract.md); rows are numbered as Excel shows them. */
export type ImportReport = {
  readonly rows: number;
  readonly imported: number;
  readonly skipped: number;
  readonly doubts: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly field: string;
    readonly written: string;
    readonly rule: string;
    readonly candidates?: readonly string[];
    readonly taken: string | null;
    readonly why: string;
  }[];
  readonly suggestions: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly field: string;
    readonly value: string;
    readonly confidence: number;
    readonly why: string;
  }[];
  readonly skippedRows: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly text: string;
    readonly reason: string;
  }[];
  readonly ignored: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly text: string;
    readonly reason: IgnoredRow['reason'];
  }[];
  readonly sheets: RegisterReading['sheets'];
};

/** The reading as the contract's JSON; `candidates` stands only where there are any. */
export function importReport(reading: RegisterReading): ImportReport {
  const skipped = reading.rows.filter((row) => row.verdict === 'skipped');
  return {
    rows: reading.rows.length,
    imported: reading.rows.length - skipped.length,
    skipped: skipped.length,
    doubts: reading.doubts.map(({ candidates, ...doubt }) => ({
      ...doubt,
      ...(candidates.length > 0 ? { candidates } : {}),
    })),
    suggestions: reading.suggestions,
    skippedRows: skipped.map(({ sheet, row, text, reason }) => ({ sheet, row, text, reason })),
    ignored: reading.ignored,
    sheets: reading.sheets,
  };
}
