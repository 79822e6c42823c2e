import type { HolidayRow } from './calendar.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { parseIsoDate, weekdayIndex } from './epoch-day.ts';

/** What is wrong in a reference table, in Indonesian, with the line as an editor shows it. */
export type TableError = {
  readonly line: number;
  readonly message: string;
};

export type HolidaysResult =
  | { readonly ok: true; readonly rows: readonly HolidayRow[] }
  | { readonly ok: false; readonly errors: readonly TableError[] };

const HOLIDAY_COLUMNS = ['date', 'kind', 'name', 'decree', 'announced_on', 'withdrawn_on'];

/**
 * Reads db/reference/holidays.csv. Refuses the whole text with every error found: columns, dates that do not
 * exist, unknown kinds, missing name or decree, a withdrawal before its announcement, two rows in force for one
 * date, cuti bersama on a weekend, a year without its 1 January.
 */
export function parseHolidays(text: string): HolidaysResult {
  const [header, ...body] = csvRows(text);
  if (header === undefined || header.cells.join(',') !== HOLIDAY_COLUMNS.join(',')) {
    const message = `Baris judul harus: ${HOLIDAY_COLUMNS.join(',')}`;
    return { ok: false, errors: [{ line: header?.line ?? 1, message }] };
  }
  const errors: TableError[] = [];
  const rows: HolidayRow[] = [];
  const inForce = new Map<string, number>();
  for (const line of body) {
    const problems = rowProblems(line);
    errors.push(...problems.map((message) => ({ line: line.line, message })));
    const row = problems.length === 0 ? readRow(line) : null;
    if (row === null) continue;
    const other = row.withdrawnOn === null ? inForce.get(row.date) : undefined;
    if (other !== undefined) {
      errors.push({ line: line.line, message: `Tanggal ${row.date} sudah ada pada baris ${other}` });
    }
    if (row.withdrawnOn === null) inForce.set(row.date, line.line);
    rows.push(row);
  }
  errors.push(...yearsWithoutNewYear(rows, body.at(-1)?.line ?? 1));
  return errors.length === 0 ? { ok: true, rows } : { ok: false, errors };
}

function rowProblems({ cells }: CsvRow): readonly string[] {
  const [date = '', kind = '', name = '', decree = '', announced = '', withdrawn = ''] = cells;
  const problems: string[] = [];
  if (cells.length !== HOLIDAY_COLUMNS.length) {
    problems.push(`Ada ${cells.length} kolom, seharusnya ${HOLIDAY_COLUMNS.length}`);
  }
  const day = parseIsoDate(date);
  if (day === null) problems.push(`Tanggal "${date}" tidak ada; tulis seperti 2026-08-17`);
  if (kind !== 'libur_nasional' && kind !== 'cuti_bersama') {
    problems.push(`Jenis "${kind}" tidak dikenal; pilih libur_nasional atau cuti_bersama`);
  }
  if (kind === 'cuti_bersama' && day !== null && weekdayIndex(day) > 4) {
    problems.push(`Cuti bersama ${date} jatuh pada akhir pekan; periksa tanggalnya`);
  }
  if (name === '') problems.push('Nama hari kosong');
  if (decree === '') problems.push('Dasar (nomor SKB atau Keppres) kosong');
  if (parseIsoDate(announced) === null) {
    problems.push(`Tanggal pengumuman "${announced}" tidak ada; tulis seperti 2025-09-19`);
  }
  if (withdrawn !== '' && (parseIsoDate(withdrawn) === null || withdrawn < announced)) {
    problems.push(`Tanggal pencabutan "${withdrawn}" tidak ada atau mendahului pengumumannya`);
  }
  return problems;
}

function readRow({ cells }: CsvRow): HolidayRow | null {
  const [date = '', kind, name = '', decree = '', announcedOn = '', withdrawn = ''] = cells;
  if (kind !== 'libur_nasional' && kind !== 'cuti_bersama') return null;
  return { date, kind, name, decree, announcedOn, withdrawnOn: withdrawn === '' ? null : withdrawn };
}

function yearsWithoutNewYear(rows: readonly HolidayRow[], line: number): readonly TableError[] {
  const opened = new Set(
    rows.filter((row) => row.date.endsWith('-01-01')).map((row) => row.date.slice(0, 4)),
  );
  const years = new Set(rows.map((row) => row.date.slice(0, 4)));
  return [...years]
    .filter((year) => !opened.has(year))
    .map((year) => ({
      line,
      message: `Tahun ${year} tidak mempunyai baris 1 Januari; tahun itu tidak akan termuat`,
    }));
}
