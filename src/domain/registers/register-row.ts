import type { Channel, Kind, Precision, ReporterRole, Severity, Status } from '../complaint/vocabulary.ts';
import type { Doubt, RegisterField } from './doubt-rules.ts';
import type { OfficeValue } from './office-value.ts';

/** What the reading of one office's register needs to know beside the sheets. */
export type ReadingContext = {
  /** Slug; part of each row's fingerprint. */
  readonly office: string;
  /** `--period` as first and last day, both included ("2023" = 2023-01-01 … 2023-12-31). */
  readonly period: { readonly from: string; readonly to: string };
  /** Day of the reading in the office's zone: what is later was received by nobody (rule 1). */
  readonly today: string;
  /** The office's services with their own words; the key `lain-lain` is the one for everything else, if there is one. */
  readonly services: readonly {
    readonly key: string;
    readonly label: string;
    readonly keywords: readonly string[];
  }[];
  /** What the office's other columns may say; what they say besides is kept as written. */
  readonly categories: readonly OfficeValue[];
  readonly places: readonly OfficeValue[];
  readonly classes: readonly Severity[];
  /** The office's kinds with their own words; those of `pengaduan` are the words of a grievance. */
  readonly kinds: readonly { readonly key: Kind; readonly keywords: readonly string[] }[];
  /** Cases of this office whose service and kind a person has set; the only thing that suggestions learn from. */
  readonly earlier: readonly { readonly text: string; readonly service: string; readonly kind: Kind }[];
};

/** One complainant as written in the register (rule 3); the first is the one written to. */
export type WrittenPerson = { readonly name: string; readonly as: ReporterRole };

/** A person whom the case concerns: "a.n.", "atas nama" (rules 3 and 37). */
export type ConcernedPerson = { readonly name: string; readonly from: 'matter' | 'narrative' | 'name' };

/** Receipt and how exactly it is known (rule 37): "2023-01-04" with `day`, "2023-01" with `month`. */
export type WrittenReceipt = { readonly on: string; readonly precision: Exclude<Precision, 'instant'> };

export type Suggestion = {
  readonly sheet: string;
  readonly row: number;
  readonly field: Extract<RegisterField, 'service' | 'kind'>;
  readonly value: string;
  /** 0 to 1, two decimals. */
  readonly confidence: number;
  /** Indonesian sentence naming the words that led to it. */
  readonly why: string;
};

type RowHead = {
  readonly sheet: string;
  /** Row number as Excel shows it; `joined` are the further rows that a page break had split off. */
  readonly row: number;
  readonly joined: readonly number[];
  /** The number in the office's own book, as written; never one of Tanggap's (rule 9). */
  readonly sourceNumber: string | null;
  readonly doubts: readonly Doubt[];
};

/** A row that can enter the register, exactly as the old book says it (rule 37). */
export type ImportedRow = RowHead & {
  readonly verdict: 'imported';
  readonly reason: null;
  readonly receipt: WrittenReceipt;
  readonly dateWritten: string;
  readonly people: readonly WrittenPerson[];
  readonly anonymous: boolean;
  /** True when the register itself marks the content as secret (SP4N: *Rahasia*). */
  readonly secret: boolean;
  readonly concerns: readonly ConcernedPerson[];
  /** Digits only with a leading 0, in the order written. */
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly nik: string | null;
  readonly address: string | null;
  /** One of the office's places, from a column of districts or from the address; null where neither names one. */
  readonly place: string | null;
  readonly matter: string;
  readonly narrative: string;
  readonly statusWritten: string | null;
  /** `closed` = *selesai menurut register*; null, hence `not-recorded`, when it says nothing that we understand. */
  readonly status: Extract<Status, 'received' | 'in-progress' | 'closed'> | null;
  readonly channel: Channel;
  /** Each one of the office's own, or null; what the cell says otherwise is kept. */
  readonly severity: Severity | null;
  readonly category: string | null;
  readonly service: string | null;
  /** Always `pengaduan` unless the register itself has a column that says another kind (rule 2). */
  readonly kind: Kind;
  /** Columns without a meaning here, and cells that name nothing of the office's, kept under their own heading. */
  readonly kept: readonly { readonly heading: string; readonly text: string }[];
  readonly suggestions: readonly Suggestion[];
  /** Names the row whatever file and sheet it came in. Holds personal data: keep only a keyed hash of it. */
  readonly fingerprint: string;
  /** The same for every row that may be this one, written otherwise. Personal data, too. */
  readonly likeness: string;
};

/** A row of the table that cannot be taken, with the reason in Indonesian. */
export type SkippedRow = RowHead & {
  readonly verdict: 'skipped';
  readonly reason: string;
  readonly text: string;
};

export type RegisterRow = ImportedRow | SkippedRow;

/** A row outside the table (title, heading, signature …): listed, so that nothing is dropped silently. */
export type IgnoredRow = {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
  readonly reason:
    | 'title'
    | 'header'
    | 'repeated-header'
    | 'column-numbers'
    | 'signature'
    | 'total'
    | 'note'
    | 'no-table';
};

/** The whole verdict on one file. */
export type RegisterReading = {
  readonly rows: readonly RegisterRow[];
  readonly ignored: readonly IgnoredRow[];
  /** Doubts of rows, sheets and between rows, in the order of the book. */
  readonly doubts: readonly Doubt[];
  readonly suggestions: readonly Suggestion[];
  readonly sheets: readonly {
    readonly name: string;
    readonly period: string | null;
    readonly columns: readonly { readonly heading: string; readonly field: RegisterField }[];
    readonly rows: number;
  }[];
  /** A table of it is an export of Tanggap itself: its cases are here already. */
  readonly ownExport: boolean;
  /** Cells of the table whose formula has no stored value; a file with any is refused. */
  readonly formulasWithoutValue: readonly string[];
};
