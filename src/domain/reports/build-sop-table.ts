import { formatDate } from '../calendar/format-date.ts';
import { formatLimit } from '../calendar/format-limit.ts';
import type { Cell, Row, RowsQuery, Table } from '../documents/blocks.ts';
import { type SopStepCount, sopStepKey } from './count-sop-steps.ts';
import type { ReportPeriod } from './report-period.ts';

/** What the table says of one step beside how often it was measured. */
export const SOP_PARTS = ['mean', 'median', 'beyond', 'not-needed', 'unmeasured'] as const;
export type SopPart = (typeof SOP_PARTS)[number];

/** The words above the numbers of a step; `count` is how often it was measured. */
export const SOP_COLUMNS: Readonly<Record<SopPart | 'count', string>> = {
  count: 'Terukur',
  mean: 'Rata-rata',
  median: 'Nilai tengah',
  beyond: 'Melewati waktu baku',
  'not-needed': 'Tidak perlu',
  unmeasured: 'Tidak terukur',
};

/** A part as a number; null where it cannot be said: nothing measured, or no standard to go beyond. */
export function sopPartOf(step: SopStepCount, part: SopPart): number | null {
  switch (part) {
    case 'mean':
      return step.meanTenths === null ? null : step.meanTenths / 10;
    case 'median':
      return step.median;
    case 'beyond':
      return step.beyond;
    case 'not-needed':
      return step.notNeeded;
    case 'unmeasured':
      return step.automatic + step.unmeasured;
  }
}

/**
 * Standard against actual, step by step (rule 17). A step beyond its standard is *melewati waktu baku* and never late
 * (rule 13); what has no stopwatch stands in columns of its own and in no average.
 */
export function buildSopTable(
  steps: readonly SopStepCount[],
  { title, key }: { readonly title: string; readonly key: string },
  period: ReportPeriod,
): Table {
  return {
    type: 'table',
    id: 'sop-steps',
    title,
    numbered: true,
    columns: [
      { key: 'no', label: 'No.', kind: 'ordinal', weight: 8 },
      { key: 'label', label: key, kind: 'text', weight: 41 },
      { key: 'standard', label: 'Waktu baku', kind: 'text', weight: 19 },
      { key: 'count', label: SOP_COLUMNS.count, kind: 'number', weight: 15 },
      { key: 'mean', label: SOP_COLUMNS.mean, kind: 'number', weight: 14 },
      { key: 'median', label: SOP_COLUMNS.median, kind: 'number', weight: 14 },
      { key: 'beyond', label: SOP_COLUMNS.beyond, kind: 'number', weight: 18 },
      { key: 'not-needed', label: SOP_COLUMNS['not-needed'], kind: 'number', weight: 14 },
      { key: 'unmeasured', label: SOP_COLUMNS.unmeasured, kind: 'number', weight: 16 },
    ],
    columnNumbers: false,
    rows: steps.map((step, index) => stepRow(step, index, period)),
    total: null,
    denominator: null,
    source: 'Register pengaduan, dihitung oleh Tanggap.',
    notes: notesOf(steps).map((text) => [{ type: 'text', text }]),
  };
}

const NOTES = [
  'Memuat semua jenis laporan; baris register lama tidak melalui langkah SOP.',
  'Rata-rata dan nilai tengah dalam menit waktu layanan, atau dalam hari kerja bila waktu bakunya hari kerja.',
  'Melewati waktu baku bukan terlambat: waktu baku adalah ukuran kerja tim, bukan janji kepada pelapor.',
  'Tidak perlu: laporan dijawab di tempat. Tidak terukur: dikerjakan sistem, atau awal dan akhirnya tidak tercatat. Keduanya tidak masuk rata-rata.',
];

const FORMER =
  'Tiap laporan diukur menurut SOP yang berlaku ketika laporan itu mulai ditangani; SOP yang sudah diganti berdiri pada baris sendiri.';

function notesOf(steps: readonly SopStepCount[]): readonly string[] {
  return steps.some(({ replacedOn }) => replacedOn !== null) ? [...NOTES, FORMER] : NOTES;
}

function stepRow(step: SopStepCount, index: number, period: ReportPeriod): Row {
  const key = sopStepKey(step);
  const measured: RowsQuery = { period: period.text, table: 'sop-steps', key };
  const part = (name: SopPart): Cell => ({
    kind: 'number',
    id: `sop-steps/${key}/${name}`,
    value: sopPartOf(step, name),
    rows: name === 'mean' || name === 'median' ? measured : { ...measured, part: name },
  });
  return {
    key,
    cells: [
      { kind: 'ordinal', value: index + 1 },
      { kind: 'text', text: sopRowLabel(step) },
      { kind: 'text', text: standardOf(step) },
      { kind: 'number', id: `sop-steps/${key}/count`, value: step.measured, rows: measured },
      ...SOP_PARTS.map(part),
    ],
  };
}

/** Short beside eight other columns: "Langsung 3: Petugas meneruskan …", "Langsung (diganti 01-07-2026) 3: …". */
export function sopRowLabel({
  sop,
  replacedOn,
  no,
  activity,
}: Pick<SopStepCount, 'sop' | 'replacedOn' | 'no' | 'activity'>): string {
  const id = sop.replace(/@\d+$/, '');
  const capital = `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const name = replacedOn === null ? capital : `${capital} (diganti ${formatDate(replacedOn, 'short')})`;
  return no === null ? `${name}: jawaban kepada pelapor` : `${name} ${no}: ${activity ?? ''}`;
}

function standardOf({ standard, standardPrinted, unit }: SopStepCount): string {
  if (standardPrinted !== null) return standardPrinted;
  if (standard !== null) return formatLimit(standard);
  return `tanpa waktu baku (${unit === 'working-day' ? 'hari kerja' : 'menit'})`;
}
