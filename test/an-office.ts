import type { Calendar } from '../src/domain/calendar/calendar.ts';
import type { Limit } from '../src/domain/calendar/limit.ts';
import { CHANNELS, KINDS, type Operation, type Severity } from '../src/domain/complaint/vocabulary.ts';
import type { OfficeData, OfficeLimit, OfficeService, Sop } from '../src/domain/office/office-data.ts';
import { PERMISSIONS } from '../src/domain/people/permissions.ts';
import { DEFAULT_HOURS } from './default-schedule.ts';
import { anOfficeCalendar } from './office-calendar.ts';

const PAPER = 'Laporan tahunan, bagian 3.4';

/** An office in WITA with three classes in working days, both SOPs, two units; every part can be laid over. */
export function anOffice(over: Partial<OfficeData> = {}): OfficeData {
  return {
    slug: 'contoh',
    name: 'Dinas Sosial Kabupaten Contoh',
    shortName: 'Dinsos Contoh',
    government: 'Pemerintah Kabupaten Contoh',
    region: { code: '00.00', name: 'Kabupaten Contoh', level: 'regency' },
    seat: 'Contoh',
    zone: 'Asia/Makassar',
    zoneLabel: 'WITA',
    hours: {
      normal: DEFAULT_HOURS,
      undetermined: true,
      basis: 'Perpres 21/2023',
      ramadanPattern: null,
      ramadan: [],
      extraDays: [],
      places: [],
    },
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN CONTOH', 'DINAS SOSIAL'],
      address: ['Jalan Contoh 1'],
      emblem: null,
    },
    emergency: [],
    channels: CHANNELS.filter((key) => key !== 'tidak-tercatat').map((key) => ({
      key,
      label: key,
      address: null,
      sop: ['loket', 'surat', 'kotak-saran', 'telepon', 'kunjungan'].includes(key) ? 'langsung' : 'online',
      reportLabel: null,
    })),
    units: [
      { key: 'linjamsos', label: 'Bidang Linjamsos', head: null },
      { key: 'rehsos', label: 'Bidang Rehsos', head: null },
    ],
    roles: [
      { key: 'semua', title: 'Semua tugas', heldBy: [], team: true, may: PERMISSIONS },
      {
        key: 'loket',
        title: 'Petugas Loket',
        heldBy: [],
        team: true,
        may: ['case/read-open', 'intake', 'register', 'forward', 'answer-at-desk', 'mark', 'close'],
      },
      {
        key: 'bidang',
        title: 'Kepala Bidang',
        heldBy: [],
        team: true,
        may: [
          'case/read-open',
          'case/read-protected',
          'hand-over',
          'follow-up',
          'ask',
          'submit-answer',
          'mark',
        ],
      },
      { key: 'koordinator', title: 'Koordinator', heldBy: [], team: true, may: PERMISSIONS },
    ],
    classes: [
      severityClass('light', { count: 3, unit: 'working-day' }),
      severityClass('moderate', { count: 7, unit: 'working-day' }),
      severityClass('special', { count: 14, unit: 'working-day' }),
    ],
    singleLimit: null,
    kinds: KINDS.map((key) => ({ key, label: key, limit: null, keywords: [] })),
    categories: [
      { key: 'bantuan-sosial', label: 'Bantuan sosial', kinds: [...KINDS], oversight: false },
      {
        key: 'perilaku-petugas',
        label: 'Perilaku petugas',
        kinds: ['pengaduan', 'whistleblowing'],
        oversight: true,
      },
    ],
    services: [service('pbi-jk'), service('pkh'), { ...service('perlindungan-anak'), protected: true }],
    places: [
      { key: 'utara', label: 'Kecamatan Utara' },
      { key: 'selatan', label: 'Kecamatan Selatan' },
    ],
    bodies: [
      { key: 'kemensos', label: 'Kementerian Sosial' },
      { key: 'inspektorat', label: 'Inspektorat' },
    ],
    officials: [],
    duties: [
      { key: 'permintaan-maaf', label: 'Permintaan maaf', within: { count: 7, unit: 'calendar-day' } },
    ],
    review: { firstLook: false, deputyDecidesAudit: false },
    atDesk: {
      kinds: ['pengaduan', 'aspirasi', 'permintaan-informasi', 'permohonan-layanan'],
      services: 'all',
      severities: 'all',
      outcomes: ['resolved', 'explained', 'pending-elsewhere', 'declined', 'out-of-authority'],
    },
    numbers: {
      registerPattern: '{number}/{month-roman}/{year}',
      printedBy: 'year',
      startAt: [],
      letterClassification: '460',
    },
    clocks: {
      sp4n: 'own-channel',
      confirmationWindow: { count: 10, unit: 'working-day' },
      disposedBy: 'koordinator',
    },
    legalBases: [],
    sops: [aSop('langsung', IN_PERSON), aSop('online', ONLINE)],
    reports: [],
    ...over,
  };
}

/** The calendar that belongs to `anOffice`: real days off, default hours, WITA. */
export const officeCalendar: Calendar = anOfficeCalendar({ zone: 'Asia/Makassar' });

type StepShape = readonly [operation: Operation, standard: Limit | null];
const minutes = (count: number): Limit => ({ count, unit: 'service-minute' });

const IN_PERSON: readonly StepShape[] = [
  ['intake', minutes(10)],
  ['register', minutes(10)],
  ['forward', minutes(10)],
  ['dispose', minutes(10)],
  ['submit-answer', { count: 2, unit: 'working-day' }],
  ['file', { count: 10, unit: 'working-day' }],
];
const ONLINE: readonly StepShape[] = [
  ['intake', minutes(5)],
  ['verify', minutes(10)],
  ['acknowledge', minutes(5)],
  ['forward', minutes(10)],
  ['dispose', minutes(10)],
  ['follow-up', minutes(30)],
  ['submit-answer', minutes(10)],
  ['answer', minutes(30)],
  ['issue-report', null],
];

/** An SOP of these steps; standard times may be null. */
export function aSop(id: string, steps: readonly StepShape[]): Sop {
  return {
    id,
    title: `SOP ${id}`,
    number: null,
    undetermined: true,
    madeOn: null,
    revisedOn: null,
    inForceFrom: null,
    basis: [],
    qualifications: [],
    related: [],
    equipment: [],
    warning: '',
    recording: '',
    actors: [{ key: 'petugas', label: 'Petugas', role: 'loket' }],
    steps: steps.map(([operation, standard], index) => ({
      no: index + 1,
      activity: operation,
      actor: 'petugas',
      operation,
      requires: [],
      standard,
      standardPrinted: standard === null ? '3 bulan/6 bulan' : null,
      output: null,
    })),
  };
}

export function officeLimit(limit: Limit): OfficeLimit {
  return { limit, printed: 'batas kantor', basis: PAPER };
}

function severityClass(key: Severity, limit: Limit): OfficeData['classes'][number] {
  return { ...officeLimit(limit), key, label: key, criteria: null, examples: [] };
}

function service(key: string): OfficeService {
  return {
    key,
    label: key,
    reportLabel: null,
    unit: null,
    what: '',
    who: '',
    bring: [],
    how: '',
    howLong: null,
    fee: 'Gratis',
    keywords: [],
    severity: null,
    protected: false,
  };
}
