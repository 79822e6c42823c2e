import { KINDS, OUTCOMES, STATUSES } from '../complaint/vocabulary.ts';
import { type OfficeData, REPORT_TABLES, type ReportTable } from '../office/office-data.ts';
import { CHANGE_KEYS, PROMISE_KEYS, RESPONSE_KEYS, WAY_KEYS } from './report-cell.ts';
import { ELAPSED_KEYS, RECORDING_KEYS } from './report-fact.ts';

/** Figures and words that stand outside the tables. */
const PLAIN_FIGURES = [
  'office.name',
  'office.shortName',
  'office.government',
  'office.region',
  'office.seat',
  'office.zone',
  /** "Tahun 2023", "Semester I Tahun 2023", "Januari 2023". */
  'period.label',
  /** The same within a sentence: "tahun 2023", "semester I tahun 2023", "Januari 2023". */
  'period.in-text',
  'period.from',
  'period.to',
  'period.previous-label',
  /** Cases received in the period: received − cancelled − merged (rule 11). */
  'register.total',
  /** Those among them that rest on the old register only (rule 37), and the others. */
  'register.imported',
  'register.own',
  'register.cancelled',
  'register.merged',
  /** People who stand behind the cases; a case counts once however many they are (rule 3). */
  'register.complainants',
  'register.anonymous',
  'register.protected',
  'register.urgent',
  'register.at-desk',
  /** Months of the period with and without a case, and those that have not begun on the day of the report. */
  'register.months-with',
  'register.months-without',
  'register.months-ahead',
  /** Imported rows whose value differs between what was written and what was taken. */
  'register.doubts',
] as const;

/** Row keys of tables whose rows are the same in every office. */
const BALANCE_ROWS = [
  'opening',
  'received',
  'reopened',
  'finished',
  'old-register',
  'not-recorded',
  'closing',
];
const SANCTION_ROWS = ['decided', 'none', 'pending'];

/**
 * Keys of the rows that a table of this office has, zero rows included.
 * Empty for tables whose rows depend on the period or on the cases (months, SOP steps, survey elements).
 * A row *belum ditetapkan* is there only when a case stands in it, so that no text may name it.
 */
function reportRowKeys(office: OfficeData, table: ReportTable): readonly string[] {
  switch (table) {
    case 'by-kind':
      return KINDS;
    case 'by-service':
      return office.services.map((service) => service.key);
    case 'by-channel':
      return [...office.channels.map((channel) => channel.key), 'tidak-tercatat'];
    case 'by-month':
      return [];
    case 'by-category':
      return office.categories.map((category) => category.key);
    case 'by-severity':
      return office.classes.map((one) => one.key);
    case 'by-status':
      return STATUSES;
    case 'by-outcome':
      return OUTCOMES;
    case 'by-unit':
      return office.units.map((unit) => unit.key);
    case 'by-response-time':
      return RESPONSE_KEYS;
    case 'on-time':
      return PROMISE_KEYS;
    case 'by-recording-time':
      return RECORDING_KEYS;
    case 'by-first-reaction':
    case 'by-finish-time':
      return ELAPSED_KEYS;
    case 'by-answer-way':
      return WAY_KEYS;
    case 'by-class-change':
      return CHANGE_KEYS;
    case 'balance':
      return BALANCE_ROWS;
    case 'sanctions':
      return SANCTION_ROWS;
    case 'by-place':
      return office.places.map((place) => place.key);
    case 'sop-steps':
    case 'satisfaction':
      return [];
  }
}

/**
 * Every figure name that a report text of this office may use (without modifier):
 * PLAIN_FIGURES, and per table `T.total`, `T.imported` (rows on the old register only),
 * `T.unrecorded` (of these, without a status in it), `T.counted` (its own n),
 * `T.top.label`, `T.top.count`, `T.top.percent` (largest row; of several the labels joined by "dan" and no percent),
 * `T.top.rows` (how many are the largest),
 * `T.ROW.label`, `T.ROW.count`, `T.ROW.percent`.
 */
export function reportFigureNames(office: OfficeData): ReadonlySet<string> {
  const names = new Set<string>(PLAIN_FIGURES);
  for (const table of REPORT_TABLES) {
    for (const word of [
      'total',
      'imported',
      'unrecorded',
      'counted',
      'top.label',
      'top.count',
      'top.rows',
      'top.percent',
    ]) {
      names.add(`${table}.${word}`);
    }
    for (const row of reportRowKeys(office, table)) {
      for (const word of ['label', 'count', 'percent']) names.add(`${table}.${row}.${word}`);
    }
  }
  return names;
}

/** Whether a figure is counted from the register; the others are words and days, which may stand in a title too. */
export function isNumberFigure(name: string): boolean {
  return !/^(?:office|period)\.|\.label$/.test(name);
}

/** Modifier after a colon: the number in words. */
export const FIGURE_MODIFIERS = ['terbilang'] as const;
