import { readRegister } from '../src/domain/registers/read-register.ts';
import type { ImportedRow, ReadingContext } from '../src/domain/registers/register-row.ts';
import type { Sheet, SheetCell } from '../src/domain/registers/sheet.ts';

/** A made-up office, for which rows are read. */
export const CONTEXT: ReadingContext = {
  office: 'rekaan',
  period: { from: '2023-01-01', to: '2023-12-31' },
  today: '2026-11-22',
  services: [{ key: 'lain-lain', label: 'Lain-lain', keywords: [] }],
  kinds: [],
  categories: [],
  places: [],
  classes: ['light', 'moderate', 'severe', 'very-severe', 'special'],
  earlier: [],
};

export type Cells = readonly (string | null | Partial<SheetCell>)[];

/** A sheet by the numbers of its rows; a cell left out is null. */
export function sheet(
  name: string,
  lines: Readonly<Record<number, Cells>>,
  hidden: readonly number[] = [],
): Sheet {
  return {
    name,
    hidden: false,
    rows: Object.entries(lines).map(([row, cells]) => ({
      row: Number(row),
      hidden: hidden.includes(Number(row)),
      cells: cells.flatMap((cell, column): SheetCell[] => {
        if (cell === null) return [];
        return [typeof cell === 'string' ? { column, text: cell } : { column, text: '', ...cell }];
      }),
    })),
  };
}

export const HEAD = ['NO', 'TANGGAL', 'NAMA', 'ALAMAT', 'ADUAN', 'STATUS', 'TANGGAPAN'];
/** A row under HEAD. */
export const line = (no: string, date: string, name: string, matter: string): Cells => [
  no,
  date,
  name,
  'Ds Melati',
  matter,
  'Selesai',
  'Dijelaskan.',
];

/** The rows that are taken from a sheet. */
export function imported(lines: Readonly<Record<number, Cells>>, name = 'Januari'): ImportedRow[] {
  return readRegister([sheet(name, lines)], CONTEXT).rows.flatMap((row) =>
    row.verdict === 'imported' ? [row] : [],
  );
}
