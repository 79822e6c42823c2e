import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Workbook } from '../../../domain/registers/sheet.ts';
import { decodeText } from './decode-text.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { SpreadsheetStop } from './spreadsheet-refusal.ts';

/**
 * A CSV as a book of one sheet, named as given. Separator and encoding are found out; rows are numbered as Excel shows
 * them.
 */
export function readCsv(bytes: Uint8Array, sheetName: string, limits: SpreadsheetLimits): Workbook {
  const { text, skipped } = withoutSeparatorLine(decodeText(bytes));
  const records = parseRecords(text, separatorOf(text), limits);
  let cells = 0;
  const rows = records.flatMap(({ at, values: record }) => {
    if (record.length > limits.columns)
      throw new SpreadsheetStop('too-many-cells', `baris ${at + 1 + skipped}`);
    const filled = record.flatMap((value, column) => {
      if (value.length > limits.cellCharacters)
        throw new SpreadsheetStop('too-many-cells', `baris ${at + 1 + skipped}`);
      return value.trim() === '' ? [] : [{ column, text: plainCell(value) }];
    });
    cells += filled.length;
    if (cells > limits.cells) throw new SpreadsheetStop('too-many-cells');
    return filled.length === 0 ? [] : [{ row: at + 1 + skipped, hidden: false, cells: filled }];
  });
  if (rows.length === 0) throw new SpreadsheetStop('file-empty');
  return { format: 'csv', sheets: [{ name: sheetName, hidden: false, rows }] };
}

/** Line ends as one kind, without control characters, as in the cells of a workbook. */
function plainCell(value: string): string {
  return (
    value
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
  );
}

/** Excel's own first line "sep=;" names the separator and is no row of the table. */
function withoutSeparatorLine(text: string): { text: string; skipped: number } {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  const match = /^sep=.\r?\n/i.exec(bare);
  return match === null ? { text: bare, skipped: 0 } : { text: bare.slice(match[0].length), skipped: 1 };
}

/** The separator under which most lines have the same number (more than one) of columns. */
function separatorOf(text: string): string {
  const sample = text.slice(0, 65_536);
  let best = { separator: ',', score: 0 };
  for (const separator of [';', '\t', ',', '|']) {
    const widths = new Map<number, number>();
    for (const width of lineWidths(sample, separator)) {
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    let score = 0;
    for (const [width, lines] of widths) score = Math.max(score, lines * Math.min(width, 12));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function lineWidths(sample: string, separator: string): number[] {
  const widths: number[] = [];
  let width = 1;
  let quoted = false;
  for (const letter of sample) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === separator) width += 1;
    else if (letter === '\n') {
      widths.push(width);
      width = 1;
    }
  }
  if (width > 1) widths.push(width);
  return widths;
}

type CsvRecord = { readonly at: number; readonly values: readonly string[] };

/**
 * Records with a value, each with its place counted from 0; blank lines count as places only, as empty rows of a
 * workbook do.
 */
function parseRecords(text: string, separator: string, limits: SpreadsheetLimits): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = -1;
  const keep = (values: readonly string[]): null => {
    at += 1;
    if (values.every((value) => value.trim() === '')) return null;
    if (records.length === limits.rows)
      throw new SpreadsheetStop('too-many-rows', `lebih dari ${limits.rows} baris`);
    records.push({ at, values });
    return null;
  };
  try {
    parse(text, {
      delimiter: separator,
      // Lines that were put together from several programs end in several ways.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      on_record: keep,
    });
    return records;
  } catch (fault) {
    if (fault instanceof CsvError)
      throw new SpreadsheetStop('broken-csv', `baris ${String(fault.lines ?? '')}`);
    throw fault;
  }
}
