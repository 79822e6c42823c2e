import type { Status } from '../complaint/vocabulary.ts';
import type { Appendix, Row, Table } from '../documents/blocks.ts';
import { monthName, monthsAhead, type ReportPeriod } from './report-period.ts';

/** One row of the register as the public edition shows it: no name, number, address or citizen's text (rules 6, 12). */
export type RegisterSheetRow = {
  /** Day of receipt, "YYYY-MM-DD"; null when the old register gives the month only. */
  readonly receivedOn: string | null;
  readonly month: string;
  /** Printed register number, or *nomor asal* of the old book. */
  readonly number: string;
  readonly cancelled: boolean;
  /** About the reader himself (rule 28): a line that says so and nothing else. */
  readonly withheld: boolean;
  readonly kind: string;
  readonly channel: string;
  readonly service: string;
  readonly place: string;
  readonly status: Status;
  readonly statusPrinted: string;
  readonly outcome: string;
};

/**
 * Beyond this the registers on paper go into volumes of their own: about 180 landscape pages, which an office binds, and
 * which are drawn in less than 300 MB.
 */
export const ROWS_PER_VOLUME = 2000;

/** Beyond this nobody prints them, five volumes: the report says that they are exported instead. */
export const MOST_PRINTED_ROWS = 10_000;

/** The monthly registers as landscape appendices, one for each month with a case. */
export function registerAppendices(
  rows: readonly RegisterSheetRow[],
  period: ReportPeriod,
  heading: string,
): readonly Appendix[] {
  return period.months.flatMap((month) => {
    const ofMonth = rows.filter((row) => row.month === month);
    return ofMonth.length === 0 ? [] : [sheetOf(ofMonth, month, heading)];
  });
}

/** The cases that each sheet holds, counted apart from the sheets; 0 where a month has only cancelled numbers. */
export function casesPerMonth(rows: readonly RegisterSheetRow[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const { month, cancelled } of rows) months.set(month, (months.get(month) ?? 0) + (cancelled ? 0 : 1));
  return months;
}

/**
 * Rule 38: months without a case as one sheet that says so, and beside them those that have not begun on the day of the
 * report; null when there is neither.
 */
export function nilAppendix(
  rows: readonly RegisterSheetRow[],
  period: ReportPeriod,
  dated: string,
): Appendix | null {
  const ahead = monthsAhead(period, dated);
  const empty = period.months.filter(
    (month) => !ahead.includes(month) && rows.every((row) => row.month !== month),
  );
  if (empty.length + ahead.length === 0) return null;
  return {
    id: 'register-nihil',
    title: empty.length === 0 ? 'Bulan yang Belum Berjalan' : 'Laporan Nihil',
    subtitle: [period.label],
    orientation: 'portrait',
    blocks: [
      ...monthList('Tidak ada laporan yang diterima (nihil) pada bulan:', empty),
      ...monthList('Belum berjalan ketika laporan ini dibuat:', ahead),
    ],
  };
}

function monthList(said: string, months: readonly string[]): Appendix['blocks'] {
  if (months.length === 0) return [];
  return [
    { type: 'paragraph', inlines: [{ type: 'text', text: said }] },
    {
      type: 'list',
      ordered: false,
      items: months.map((month) => [{ type: 'text', text: monthName(month) }]),
    },
  ];
}

function sheetOf(rows: readonly RegisterSheetRow[], month: string, heading: string): Appendix {
  const counted = rows.filter((row) => !row.cancelled).length;
  const table: Table = {
    type: 'table',
    id: `register-${month}`,
    title: `${heading} bulan ${monthName(month)}`,
    numbered: false,
    columns: [
      { key: 'no', label: 'No.', kind: 'ordinal', weight: 4 },
      { key: 'date', label: 'Hari, tanggal', kind: 'date', weight: 17 },
      { key: 'number', label: 'Nomor register', kind: 'text', weight: 10 },
      { key: 'kind', label: 'Jenis', kind: 'text', weight: 9 },
      { key: 'channel', label: 'Saluran', kind: 'text', weight: 11 },
      { key: 'service', label: 'Layanan atau program', kind: 'text', weight: 21 },
      { key: 'place', label: 'Wilayah', kind: 'text', weight: 13 },
      { key: 'status', label: 'Status', kind: 'text', weight: 10 },
      { key: 'outcome', label: 'Hasil', kind: 'text', weight: 15 },
    ],
    columnNumbers: true,
    rows: rows.map(sheetRow),
    total: null,
    denominator: null,
    source: null,
    notes: [
      [
        {
          type: 'figure',
          figure: { id: `register-${month}/count`, value: counted, format: 'count', rows: { period: month } },
        },
        { type: 'text', text: ' laporan dihitung dalam bulan ini.' },
      ],
    ],
  };
  return {
    id: `register-${month}`,
    title: `${heading} ${monthName(month)}`,
    subtitle: ['Edisi publik: tanpa nama, nomor telepon, alamat, dan uraian pelapor'],
    orientation: 'landscape',
    blocks: [table],
  };
}

function sheetRow(row: RegisterSheetRow, index: number): Row {
  const text = (value: string) => ({ kind: 'text', text: row.withheld ? 'ditahan' : value }) as const;
  return {
    key: `${row.month}/${index + 1}`,
    cells: [
      { kind: 'ordinal', value: index + 1 },
      row.receivedOn === null || row.withheld
        ? text('tanggal tidak tercatat')
        : { kind: 'date', date: row.receivedOn, style: 'weekday' },
      text(row.number),
      text(row.kind),
      text(row.channel),
      text(row.service),
      text(row.place),
      text(row.cancelled ? 'BATAL' : row.statusPrinted),
      text(row.cancelled ? '' : row.outcome),
    ],
  };
}
