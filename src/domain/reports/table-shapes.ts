import { KINDS, type Kind, OUTCOMES, type Outcome, STATUSES, type Status } from '../complaint/vocabulary.ts';
import { type OfficeData, REPORT_TABLES, type ReportTable } from '../office/office-data.ts';
import type { RowLabel, TableShape } from './count-table.ts';
import {
  CHANGE_KEYS,
  type ChangeKey,
  PROMISE_KEYS,
  type PromiseKey,
  RESPONSE_KEYS,
  type ResponseKey,
  WAY_KEYS,
  type WayKey,
} from './report-cell.ts';
import { ELAPSED_KEYS, type ElapsedKey, RECORDING_KEYS } from './report-fact.ts';
import { monthName, type ReportPeriod } from './report-period.ts';

const UNDETERMINED: RowLabel = { key: 'belum-ditetapkan', label: 'Belum ditetapkan' };

const KIND_LABELS: Readonly<Record<Kind, string>> = {
  pengaduan: 'Pengaduan',
  aspirasi: 'Aspirasi',
  'permintaan-informasi': 'Permintaan informasi',
  'permohonan-layanan': 'Permohonan layanan',
  whistleblowing: 'Pelaporan pelanggaran dari dalam',
};

/** Papers call a status and an outcome as the pages do. */
const STATUS_LABELS: Readonly<Record<Status, string>> = {
  received: 'Diterima',
  'awaiting-completion': 'Menunggu kelengkapan',
  verified: 'Sudah diperiksa',
  disposed: 'Didisposisikan',
  'in-progress': 'Sedang ditindaklanjuti',
  answered: 'Dijawab, belum selesai',
  closed: 'Selesai',
  filed: 'Selesai dan diarsipkan',
  'not-recorded': 'Status tidak tercatat',
};

const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  resolved: 'Masalah teratasi',
  explained: 'Dijelaskan, tidak ada yang perlu diperbaiki',
  'pending-elsewhere': 'Menunggu hasil di lembaga lain',
  'not-proven': 'Tidak terbukti',
  declined: 'Tidak dapat ditindaklanjuti',
  'out-of-authority': 'Bukan wewenang, diarahkan',
  referred: 'Dilimpahkan',
  withdrawn: 'Dicabut',
  'deemed-withdrawn': 'Dianggap dicabut',
  'archived-invalid': 'Diarsipkan, tidak memenuhi syarat',
  'archived-duplicate': 'Diarsipkan, ganda',
  'not-recorded': 'Tidak tercatat (register lama)',
};

const RESPONSE_LABELS: Readonly<Record<ResponseKey, string>> = {
  '0': 'Hari yang sama',
  '1': '1 hari kerja',
  '2': '2 hari kerja',
  '3': '3 hari kerja',
  '4': '4 hari kerja',
  '5': '5 hari kerja',
  '6-10': '6–10 hari kerja',
  '11-14': '11–14 hari kerja',
  '15-60': '15–60 hari kerja',
  '61+': 'Lebih dari 60 hari kerja',
  unanswered: 'Tidak atau belum dijawab',
  'not-recorded': 'Waktu jawaban tidak tercatat',
};

const PROMISE_LABELS: Readonly<Record<PromiseKey, string>> = {
  'on-time': 'Dijawab dalam batas waktu',
  late: 'Melewati batas waktu',
  'not-yet-due': 'Belum jatuh tempo',
  unlimited: 'Tanpa batas waktu',
  'not-recorded': 'Waktu jawaban tidak tercatat',
};

const ELAPSED_LABELS: Readonly<Record<ElapsedKey, string>> = {
  '0': 'Hari yang sama',
  '1': '1 hari kerja',
  '2-3': '2–3 hari kerja',
  '4-10': '4–10 hari kerja',
  '11+': 'Lebih dari 10 hari kerja',
  'not-yet': 'Belum',
  'not-recorded': 'Waktu tidak tercatat',
};

const WAY_LABELS: Readonly<Record<WayKey, string>> = {
  channel: 'Melalui saluran',
  letter: 'Dengan surat',
  oral: 'Secara lisan',
  published: 'Diumumkan tanpa identitas',
  undeliverable: 'Tidak dapat disampaikan',
  unanswered: 'Tidak atau belum dijawab',
  'not-recorded': 'Cara jawaban tidak tercatat',
};

const CHANGE_LABELS: Readonly<Record<ChangeKey, string>> = {
  unclassed: 'Belum berkelas',
  same: 'Kelas pertama tetap berlaku',
  changed: 'Kelas diubah',
};

/** Tables that are counted in their own way; each of the others is made of one axis of the cells. */
const OWN_COUNTING = ['sop-steps', 'sanctions', 'satisfaction', 'balance'] as const;
export type AxisTable = Exclude<ReportTable, (typeof OWN_COUNTING)[number]>;
export const AXIS_TABLES: readonly AxisTable[] = REPORT_TABLES.filter(isAxisTable);

function isAxisTable(id: ReportTable): id is AxisTable {
  return OWN_COUNTING.every((own) => own !== id);
}

/** Titles of tables that are counted beside the paper, which prints its own. */
export const TABLE_TITLES: Readonly<Record<ReportTable, string>> = {
  'by-kind': 'Laporan menurut jenis',
  'by-service': 'Laporan menurut layanan atau program',
  'by-channel': 'Laporan menurut saluran',
  'by-month': 'Laporan menurut bulan penerimaan',
  'by-category': 'Laporan menurut kategori',
  'by-severity': 'Laporan menurut kelas',
  'by-status': 'Laporan menurut status',
  'by-outcome': 'Laporan menurut hasil penanganan',
  'by-unit': 'Laporan menurut bidang',
  'by-response-time': 'Laporan menurut waktu jawaban pertama',
  'by-place': 'Laporan menurut wilayah',
  'on-time': 'Ketepatan waktu menjawab',
  'sop-steps': 'Langkah SOP yang terukur',
  sanctions: 'Sanksi yang tercatat',
  satisfaction: 'Kepuasan pelapor',
  balance: 'Neraca penanganan laporan',
  'by-recording-time': 'Laporan menurut jarak dari penerimaan ke pencatatan',
  'by-first-reaction': 'Laporan menurut waktu tanggapan pertama',
  'by-finish-time': 'Laporan menurut waktu penyelesaian',
  'by-answer-way': 'Laporan menurut cara jawaban disampaikan',
  'by-class-change': 'Laporan menurut perubahan kelas',
};

/**
 * What rows a table has in this office, zero rows included, and which of them stand outside its percentages. `named`: the
 * office with the keys that it no longer has, whose rows stand below where a case bears them.
 */
export function tableShape(
  id: AxisTable,
  office: OfficeData,
  period: ReportPeriod,
  named: OfficeData = office,
): TableShape {
  const shape = shapeOf(id, office, period);
  const living = new Set(shape.rows.map(({ key }) => key));
  return { ...shape, former: shapeOf(id, named, period).rows.filter(({ key }) => !living.has(key)) };
}

function shapeOf(id: AxisTable, office: OfficeData, period: ReportPeriod): TableShape {
  const of = (
    axis: TableShape['axis'],
    rows: readonly RowLabel[],
    more: Partial<TableShape> = {},
  ): TableShape => ({
    id,
    axis,
    rows,
    former: [],
    undetermined: UNDETERMINED,
    outside: [],
    ...more,
  });
  switch (id) {
    case 'by-kind':
      return of(
        'kind',
        KINDS.map((key) => ({ key, label: kindLabel(office, key) })),
      );
    case 'by-service':
      return of(
        'service',
        office.services.map(({ key, label, reportLabel }) => ({ key, label: reportLabel ?? label })),
      );
    case 'by-channel':
      return of('channel', [
        ...office.channels.map(({ key, label, reportLabel }) => ({ key, label: reportLabel ?? label })),
        { key: 'tidak-tercatat', label: 'Tidak tercatat dalam register lama' },
      ]);
    case 'by-month':
      return of(
        'month',
        period.months.map((key) => ({ key, label: monthName(key) })),
      );
    case 'by-category':
      return of('category', office.categories);
    case 'by-severity':
      return of('severity', office.classes);
    case 'by-status':
      return of(
        'status',
        STATUSES.map((key) => ({ key, label: STATUS_LABELS[key] })),
      );
    case 'by-outcome':
      return of(
        'outcome',
        OUTCOMES.map((key) => ({ key, label: outcomeLabel(key) })),
        {
          undetermined: { ...UNDETERMINED, label: 'Belum ada hasil akhir' },
        },
      );
    case 'by-unit':
      return of('unit', office.units, { undetermined: { ...UNDETERMINED, label: 'Belum didisposisikan' } });
    case 'by-response-time':
      return of(
        'response',
        RESPONSE_KEYS.map((key) => ({ key, label: RESPONSE_LABELS[key] })),
        {
          outside: ['unanswered', 'not-recorded'],
        },
      );
    case 'by-place':
      return of('place', office.places, {
        undetermined: { ...UNDETERMINED, label: 'Tempat tidak tercatat' },
      });
    case 'on-time':
      return of(
        'promise',
        PROMISE_KEYS.map((key) => ({ key, label: PROMISE_LABELS[key] })),
        {
          outside: ['not-yet-due', 'unlimited', 'not-recorded'],
        },
      );
    case 'by-recording-time':
      return of('recording', elapsedRows(RECORDING_KEYS), { outside: ['not-recorded'] });
    case 'by-first-reaction':
      return of('reaction', elapsedRows(ELAPSED_KEYS, 'Belum ditanggapi petugas'), {
        outside: ['not-yet', 'not-recorded'],
      });
    case 'by-finish-time':
      return of('finish', elapsedRows(ELAPSED_KEYS, 'Belum selesai'), {
        outside: ['not-yet', 'not-recorded'],
      });
    case 'by-answer-way':
      return of(
        'way',
        WAY_KEYS.map((key) => ({ key, label: WAY_LABELS[key] })),
        { outside: ['unanswered', 'not-recorded'] },
      );
    case 'by-class-change':
      return of(
        'change',
        CHANGE_KEYS.map((key) => ({ key, label: CHANGE_LABELS[key] })),
        { outside: ['unclassed'] },
      );
  }
}

function elapsedRows(keys: readonly ElapsedKey[], notYet = ELAPSED_LABELS['not-yet']): readonly RowLabel[] {
  return keys.map((key) => ({ key, label: key === 'not-yet' ? notYet : ELAPSED_LABELS[key] }));
}

export function kindLabel(office: OfficeData, kind: Kind): string {
  return office.kinds.find((one) => one.key === kind)?.label ?? KIND_LABELS[kind];
}

/** Rule 37: *Selesai* of the old register counts as *selesai menurut register* and is not claimed as our own. */
export function closedLabel(count: number, imported: number): string {
  if (imported === 0) return STATUS_LABELS.closed;
  return imported === count ? 'Selesai menurut register' : 'Selesai (sebagian menurut register lama)';
}

/** The same of one case; `imported`: it rests on the old register only. */
export function registerStatusLabel(status: Status, imported: boolean): string {
  return status === 'closed' ? closedLabel(1, imported ? 1 : 0) : STATUS_LABELS[status];
}

export function outcomeLabel(outcome: Outcome): string {
  return OUTCOME_LABELS[outcome];
}
