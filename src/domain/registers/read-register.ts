import { type BuiltRow, buildRow } from './build-row.ts';
import { fieldOfMeaning } from './column-meaning.ts';
import type { Doubt } from './doubt-rules.ts';
import { doubtsBetweenRows } from './doubts-between-rows.ts';
import { isOwnExport } from './register-columns.ts';
import type { IgnoredRow, ReadingContext, RegisterReading, RegisterRow } from './register-row.ts';
import { resolveColumns } from './resolve-columns.ts';
import type { Suggesters } from './row-content.ts';
import { numberEqualRows } from './row-fingerprint.ts';
import type { Sheet } from './sheet.ts';
import { periodLabel, sheetPeriod } from './sheet-period.ts';
import { sheetSecrecy } from './sheet-secrecy.ts';
import { splitTable, type Table } from './split-table.ts';
import { kindSuggester } from './suggest-kind.ts';
import { serviceSuggester } from './suggest-service.ts';
import { textOfRow } from './text-of-row.ts';

/**
 * Reads the sheets of an old register into verdicts: every row of a table is imported or skipped with its reason, every other
 * row is listed as ignored with its reason; doubts and suggestions stand beside them. Pure: the same sheets give the
 * same reading.
 */
export function readRegister(sheets: readonly Sheet[], context: ReadingContext): RegisterReading {
  const suggest = {
    service: serviceSuggester(context.services, context.earlier),
    kind: kindSuggester(context.kinds, context.earlier),
  };
  const read = sheets.map((sheet) => readSheet(sheet, context, suggest));
  const rows = countEqualRows(read.flatMap((each) => each.rows.map(({ row }) => row)));
  const ofSheets = read.flatMap((each) => each.doubts);
  const reading = {
    rows,
    ignored: read.flatMap((each) => each.ignored),
    doubts: [...ofSheets, ...rows.flatMap((row) => row.doubts)],
    suggestions: rows.flatMap((row) => (row.verdict === 'imported' ? row.suggestions : [])),
    sheets: read.flatMap((each) => each.about),
    ownExport: read.some((each) =>
      each.about.some(({ columns }) => isOwnExport(columns.map(({ heading }) => heading))),
    ),
    formulasWithoutValue: read.flatMap((each) => each.rows.flatMap((row) => row.formulasWithoutValue)),
  };
  return addDoubts(reading, doubtsBetweenRows(rows));
}

/** The reading with doubts about its rows that showed only beside other rows; each stands at its row, too. */
export function addDoubts(reading: RegisterReading, later: readonly Doubt[]): RegisterReading {
  const byRow = Map.groupBy(later, placeOf);
  const rows = reading.rows.map((row) => {
    const own = byRow.get(placeOf(row)) ?? [];
    return own.length === 0 ? row : { ...row, doubts: [...row.doubts, ...own] };
  });
  return { ...reading, rows, doubts: inBookOrder(reading.sheets, [...reading.doubts, ...later]) };
}

function placeOf(at: { readonly sheet: string; readonly row: number }): string {
  return `${at.row} ${at.sheet}`;
}

type ReadSheet = {
  readonly rows: readonly BuiltRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly doubts: readonly Doubt[];
  readonly about: RegisterReading['sheets'];
};

function readSheet(sheet: Sheet, context: ReadingContext, suggest: Suggesters): ReadSheet {
  const split = splitTable(sheet.rows);
  const doubts: Doubt[] = [];
  const say = (row: number, rest: Pick<Doubt, 'rule' | 'written' | 'taken' | 'why'>): void => {
    doubts.push({ sheet: sheet.name, row, field: 'sheet', candidates: [], ...rest });
  };
  const first = sheet.rows[0]?.row ?? 1;
  if (sheet.hidden && sheet.rows.length > 0) {
    say(first, {
      rule: 'hidden-sheet',
      written: sheet.name,
      taken: sheet.name,
      why: 'Lembar ini disembunyikan di Excel; tetap dibaca.',
    });
  }
  if (split.tables.length === 0) return withoutTable(sheet, doubts, say, first);
  const done = split.tables.map((table) => readTable(table, sheet, context, suggest, say, doubts));
  return {
    rows: done.flatMap((each) => each.rows),
    ignored: split.ignored.map((each) => ({ sheet: sheet.name, ...each })),
    doubts,
    about: done.map((each) => each.about),
  };
}

type SaySheet = (row: number, rest: Pick<Doubt, 'rule' | 'written' | 'taken' | 'why'>) => void;

function withoutTable(sheet: Sheet, doubts: readonly Doubt[], say: SaySheet, first: number): ReadSheet {
  if (sheet.rows.length > 0) {
    say(first, {
      rule: 'no-table',
      written: sheet.name,
      taken: null,
      why: 'Tidak ditemukan kepala tabel register pada lembar ini; beri judul kolom seperti No, Tanggal, Nama, Isi Pengaduan.',
    });
  }
  return {
    rows: [],
    ignored: sheet.rows.map((row) => ({
      sheet: sheet.name,
      row: row.row,
      text: textOfRow(row),
      reason: 'no-table',
    })),
    doubts,
    about: [{ name: sheet.name, period: null, columns: [], rows: 0 }],
  };
}

function readTable(
  table: Table,
  sheet: Sheet,
  context: ReadingContext,
  suggest: Suggesters,
  say: SaySheet,
  doubts: Doubt[],
): { rows: BuiltRow[]; about: RegisterReading['sheets'][number] } {
  const columns = resolveColumns(table.header.columns, table.rows);
  const period = sheetPeriod(table.titles, sheet.name, context.period);
  for (const column of columns) {
    if (column.meaning !== 'unknown') continue;
    doubts.push({
      sheet: sheet.name,
      row: table.headerRow,
      field: 'other',
      written: column.heading,
      rule: 'unknown-column',
      candidates: [],
      taken: column.heading,
      why: 'Kolom ini tidak dikenal; isinya disimpan dengan nama kolomnya.',
    });
  }
  if (period.conflict) {
    say(table.headerRow, {
      rule: 'period-unclear',
      written: `${sheet.name}; ${table.titles.join(' ').slice(0, 200)}`,
      taken: periodLabel(period),
      why: 'Nama lembar dan judulnya menyebut periode yang berbeda; judulnya yang diikuti.',
    });
  }
  const fromSp4n = columns.some((column) => /^tracking\s*id$/i.test(column.heading.trim()));
  const secrecy = sheetSecrecy(table, sheet.name, columns, say);
  const setting = { sheet: sheet.name, columns, period, context, suggest, fromSp4n, secrecy };
  const rows = table.rows.map((row) => buildRow(row, setting));
  return {
    rows,
    about: {
      name: sheet.name,
      period: periodLabel(period),
      columns: columns.map(({ heading, meaning }) => ({ heading, field: fieldOfMeaning(meaning) })),
      rows: rows.length,
    },
  };
}

function countEqualRows(rows: readonly RegisterRow[]): RegisterRow[] {
  const numbered = numberEqualRows(rows.filter((row) => row.verdict === 'imported'));
  let next = 0;
  return rows.map((row) => {
    if (row.verdict === 'skipped') return row;
    const same = numbered[next];
    next += 1;
    return same ?? row;
  });
}

function inBookOrder(sheets: RegisterReading['sheets'], doubts: readonly Doubt[]): Doubt[] {
  const place = new Map(sheets.map((sheet, at) => [sheet.name, at]));
  return doubts
    .map((doubt, at) => ({ doubt, at }))
    .sort(
      (a, b) =>
        (place.get(a.doubt.sheet) ?? 0) - (place.get(b.doubt.sheet) ?? 0) ||
        a.doubt.row - b.doubt.row ||
        a.at - b.at,
    )
    .map(({ doubt }) => doubt);
}
