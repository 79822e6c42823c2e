import type { RamadanDates } from './calendar.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { parseIsoDate } from './epoch-day.ts';
import type { TableError } from './parse-holidays.ts';

export type RamadanResult =
  | { readonly ok: true; readonly rows: readonly RamadanDates[] }
  | { readonly ok: false; readonly errors: readonly TableError[] };

const COLUMNS = ['year', 'from', 'to', 'note', 'announced_on', 'withdrawn_on'];

/** Reads db/reference/ramadan.csv; refuses with every wrong line: a fast of 29 or 30 days, one row in force a year. */
export function parseRamadan(text: string): RamadanResult {
  const [header, ...body] = csvRows(text);
  if (header === undefined || header.cells.join(',') !== COLUMNS.join(',')) {
    return {
      ok: false,
      errors: [{ line: header?.line ?? 1, message: `Baris judul harus: ${COLUMNS.join(',')}` }],
    };
  }
  const errors: TableError[] = [];
  const rows: RamadanDates[] = [];
  for (const line of body) {
    const message = problemOf(line, rows);
    if (message !== null) errors.push({ line: line.line, message });
    const [year = '', from = '', to = '', note = '', announcedOn = '', withdrawn = ''] = line.cells;
    const withdrawnOn = withdrawn === '' ? null : withdrawn;
    rows.push({ year: Number(year), from, to, note, announcedOn, withdrawnOn });
  }
  return errors.length === 0 ? { ok: true, rows } : { ok: false, errors };
}

function problemOf({ cells }: CsvRow, before: readonly RamadanDates[]): string | null {
  const [year = '', from = '', to = '', , announced = '', withdrawn = ''] = cells;
  const first = parseIsoDate(from);
  const last = parseIsoDate(to);
  if (cells.length !== COLUMNS.length) return `Ada ${cells.length} kolom, seharusnya ${COLUMNS.length}`;
  if (first === null || last === null)
    return `Tanggal "${from}" atau "${to}" tidak ada; tulis seperti 2026-02-19`;
  if (from.slice(0, 4) !== year) return `Tahun "${year}" tidak sama dengan tanggal ${from}`;
  if (last - first !== 28 && last - first !== 29) return `Ramadan ${year} harus 29 atau 30 hari`;
  if (parseIsoDate(announced) === null)
    return `Tanggal pengumuman "${announced}" tidak ada; tulis seperti 2025-09-19`;
  if (withdrawn !== '' && (parseIsoDate(withdrawn) === null || withdrawn < announced))
    return `Tanggal pencabutan "${withdrawn}" tidak ada atau mendahului pengumumannya`;
  const ofYear = before.filter((row) => row.year === Number(year));
  if (ofYear.some((row) => row.withdrawnOn === null))
    return `Tahun ${year} sudah ada di atas dan belum dicabut`;
  if (ofYear.some((row) => row.announcedOn === announced))
    return `Ramadan ${year} yang diumumkan ${announced} sudah ada di atas`;
  return null;
}
