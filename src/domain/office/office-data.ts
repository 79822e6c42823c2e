import type { Limit } from '../calendar/limit.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Channel, Kind, Operation, Outcome, Severity } from '../complaint/vocabulary.ts';
import type { AnswerApproval, OfficeDuty } from './approval-rules.ts';

export type * from './approval-rules.ts';

/**
 * An office as its files say it (design law 6: offices differ in data, never in code).
 * Keys that figures are added up by come from the shared vocabularies; labels are the office's own.
 * Instants and days inside are ISO strings; hours are "HH.MM" already turned into minutes of the day.
 */
export type OfficeData = {
  readonly slug: string;
  readonly name: string;
  /** For narrow places and headings, e.g. "Dinas Sosial Kab. Tabalong". */
  readonly shortName: string;
  readonly government: string;
  readonly region: { readonly code: string; readonly name: string; readonly level: 'province' | 'regency' };
  readonly seat: string;
  readonly zone: Zone;
  readonly zoneLabel: 'WIB' | 'WITA' | 'WIT';
  readonly hours: OfficeHours;
  readonly letterhead: Letterhead;
  readonly emergency: readonly { readonly name: string; readonly number: string }[];
  readonly channels: readonly OfficeChannel[];
  readonly units: readonly OfficeUnit[];
  readonly roles: readonly OfficeRole[];
  /** Who signs; empty in the files of this project, which name no person. */
  readonly officials: readonly Official[];
  readonly classes: readonly SeverityClass[];
  /** The office's single limit where it has no classes (Karangasem), else null. */
  readonly singleLimit: OfficeLimit | null;
  readonly kinds: readonly OfficeKind[];
  readonly categories: readonly OfficeCategory[];
  readonly services: readonly OfficeService[];
  /** Rows of the table by place (rule 39): kecamatan, for a province its regencies. Counters stand in hours.places. */
  readonly places: readonly { readonly key: string; readonly label: string }[];
  /** Bodies out of house that a case can go to (rule 24). */
  readonly bodies: readonly OfficeBody[];
  /** Tasks that a finding *pelayanan tidak sesuai standar* opens (rule 30), e.g. a public apology. */
  readonly duties: readonly OfficeDuty[];
  readonly review: ReviewRules;
  readonly atDesk: AtDeskRules;
  /** Answers that wait for somebody's approval before they go out; the first that fits decides. Left out: none. */
  readonly approvals?: readonly AnswerApproval[] | undefined;
  readonly numbers: NumberRules;
  readonly clocks: ClockRules;
  /** Left out: the usual ones (`domain/notices/reminder-rules.ts`). */
  readonly reminders?: ReminderData | undefined;
  readonly escalation?: readonly EscalationStep[] | undefined;
  /** What the office tells complainants in words of its own; each left out is the usual one. */
  readonly sentences?: OfficeSentences | undefined;
  /** Retention schedule (JRA); left out: the usual one, *belum ditetapkan* (`retention.ts`). */
  readonly retention?: readonly RetentionSeries[] | undefined;
  /** Columns of its paper register, left to right, with its own headings (rule 12); left out: the usual ones. */
  readonly registerColumns?: readonly { readonly key: string; readonly heading: string }[] | undefined;
  readonly legalBases: readonly LegalBasis[];
  readonly sops: readonly Sop[];
  readonly reports: readonly ReportTemplate[];
};

/** Minutes of the day, [open, close); a gap is a rest in which the counter closes. */
export type DayIntervals = readonly (readonly [number, number])[];
export type WeekHours = {
  readonly mon: DayIntervals;
  readonly tue: DayIntervals;
  readonly wed: DayIntervals;
  readonly thu: DayIntervals;
  readonly fri: DayIntervals;
  readonly sat: DayIntervals;
  readonly sun: DayIntervals;
};
export type HoursPair = { readonly service: WeekHours; readonly work: WeekHours };
export type OfficeHours = {
  readonly normal: HoursPair;
  /** Rule 18: marked *belum ditetapkan* when the office's papers name no hours. */
  readonly undetermined: boolean;
  readonly basis: string;
  /** The hours of every Ramadan with a circular that names no hours of its own (rule 18). */
  readonly ramadanPattern: HoursPair | null;
  /**
   * One entry a year that has a circular; dates that it does not name are those of the reference table. A year without
   * one counts with normal hours, and each due date in it says so (rule 18).
   */
  readonly ramadan: readonly {
    readonly year: number;
    readonly circular: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly hours: HoursPair | null;
    /** The day of the circular: moments before it do not know of it. Null counts as always known. */
    readonly announcedOn: string | null;
  }[];
  readonly extraDays: readonly {
    readonly date: string;
    readonly kind: 'libur_daerah' | 'penutupan';
    readonly name: string;
    readonly decree: string;
    readonly announcedOn: string;
    /** The day on which it was called off; the entry stays, so that what was counted before can be explained. */
    readonly withdrawnOn: string | null;
  }[];
  /** Counters elsewhere (rule 18). Cases do not name theirs yet: only `deadline explain --place` counts by these. */
  readonly places: readonly {
    readonly key: string;
    readonly label: string;
    readonly hours: HoursPair | null;
  }[];
};

export type Letterhead = {
  /** Centred lines above the address, e.g. ["PEMERINTAH KABUPATEN …", "DINAS SOSIAL"]. */
  readonly lines: readonly string[];
  readonly address: readonly string[];
  /** File name in the office's folder, or null for the drawn placeholder. */
  readonly emblem: string | null;
  /** That file as it was checked on loading: safe SVG text, in which a PNG stands whole. Absent without an emblem. */
  readonly emblemSvg?: string;
};
export type OfficeChannel = {
  readonly key: Channel;
  readonly label: string;
  readonly address: string | null;
  /** The SOP that a case from this channel begins with. */
  readonly sop: Sop['id'];
  /** Row of the report's media table that this channel is counted in, when the office's table is coarser. */
  readonly reportLabel: string | null;
};
export type OfficeUnit = { readonly key: string; readonly label: string; readonly head: string | null };
export type OfficeRole = {
  readonly key: string;
  readonly title: string;
  /** Placeholder of the person's post; never a name. */
  readonly heldBy: readonly string[];
  /** Whether papers list it among the complaint team; false for those who only run the application. */
  readonly team: boolean;
  readonly may: readonly string[];
};
/** Holder of a role as papers print him. The rest of an office's files names posts only. */
export type Official = {
  readonly role: string;
  readonly name: string;
  readonly rank: string | null;
  readonly nip: string | null;
};
export type OfficeLimit = {
  readonly limit: Limit;
  /** As printed in the office's paper, e.g. "1–3 hari kerja" (rule 16). */
  readonly printed: string;
  readonly basis: string;
};
export type SeverityClass = OfficeLimit & {
  readonly key: Severity;
  readonly label: string;
  readonly criteria: string | null;
  readonly examples: readonly string[];
};
export type OfficeKind = {
  readonly key: Kind;
  readonly label: string;
  /** The office's own limit for kinds without a statute clock (rule 14); null = tanpa batas. */
  readonly limit: OfficeLimit | null;
  /** Words that speak for this kind when an old register is read; those of pengaduan are words of a grievance. */
  readonly keywords: readonly string[];
};
export type OfficeCategory = {
  readonly key: string;
  readonly label: string;
  readonly kinds: readonly Kind[];
  readonly oversight: boolean;
  /** What follows from this matter by the office's rules (rule 22); left out: nothing does, the verifier chooses. */
  readonly severity?: Severity | null | undefined;
  /** Of the three forms of Perpres 76/2013 ps. 1, where the office tells them apart. */
  readonly form?: 'a' | 'b' | 'c' | null | undefined;
  readonly deviation?: 'informatif' | 'penyimpangan' | null | undefined;
};
export type OfficeService = {
  readonly key: string;
  readonly label: string;
  /** Row label in the office's report table when it differs. */
  readonly reportLabel: string | null;
  readonly unit: string | null;
  readonly what: string;
  readonly who: string;
  /** What a visitor must bring (rule 8). */
  readonly bring: readonly string[];
  readonly how: string;
  readonly howLong: string | null;
  readonly fee: string;
  readonly keywords: readonly string[];
  readonly severity: Severity | null;
  readonly protected: boolean;
};
/** A body out of house, with what a complainant who is told to go there must know (rule 24). */
export type OfficeBody = {
  readonly key: string;
  readonly label: string;
  readonly address?: string | null | undefined;
  /** Telephone or other ways to reach it. */
  readonly contact?: string | null | undefined;
  readonly hours?: string | null | undefined;
  /** What to bring. */
  readonly bring?: readonly string[] | undefined;
};
export type ReviewRules = {
  /**
   * Rule 27: the review team sees every incoming unrestricted complaint and gives a short telaah, as the office's decree
   * says: its desk then lists what nobody has looked at.
   */
  readonly firstLook: boolean;
  /** Rule 33: whether a deputy of the head may decide on an audit. */
  readonly deputyDecidesAudit: boolean;
};
export type AtDeskRules = {
  readonly kinds: readonly Kind[];
  readonly services: readonly string[] | 'all';
  readonly severities: readonly Severity[] | 'all';
  readonly outcomes: readonly Outcome[];
};
export type NumberRules = {
  readonly registerPattern: string;
  readonly printedBy: 'year' | 'month';
  /** First number of a year where the paper book already stands (rule 9). */
  readonly startAt: readonly { readonly year: number; readonly next: number }[];
  readonly letterClassification: string;
  /** Kinds of letters that Tanggap numbers by itself, with their pattern (rule 10); left out: none. */
  readonly letters?: readonly { readonly kind: string; readonly pattern: string }[] | undefined;
};
export type ClockRules = {
  /** Rule 14: the SP4N clock runs on cases from SP4N, or on all if the office adopts it. */
  readonly sp4n: 'own-channel' | 'all';
  readonly confirmationWindow: Limit;
  readonly disposedBy: string;
};
/** When people are told of a limit that was promised (rules 13, 20), in working days. */
export type ReminderData = {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Minutes by the clock between two calls for an urgent case that nobody has accepted (rule 5). */
  readonly urgentEveryMinutes: number;
};
/** What a complainant is told by mail. */
export const SENTENCE_KEYS = ['acknowledged', 'asked', 'answered', 'closed'] as const;
/** With {ticket}, and of `acknowledged` {when}, in their places. */
export type OfficeSentences = Readonly<Partial<Record<(typeof SENTENCE_KEYS)[number], string>>>;

/** After so many working days beyond a limit it goes up to the holders of these roles as well. */
export type EscalationStep = { readonly after: number; readonly to: readonly string[] };
/** A series of the retention schedule (JRA): how long files of these kinds are kept, and what becomes of them then. */
export type RetentionSeries = {
  readonly key: string;
  readonly label: string;
  /** Code of the archive's classification, e.g. "460". */
  readonly classification: string | null;
  readonly kinds: readonly Kind[];
  readonly activeYears: number;
  readonly inactiveYears: number;
  /** Destroyed, kept for good, or looked at again by the archivist (*musnah, permanen, dinilai kembali*). */
  readonly fate: 'destroy' | 'keep' | 'assess';
  /** The regulation that says so; null = *belum ditetapkan*. */
  readonly basis: string | null;
};
export type LegalBasis = {
  readonly id: string;
  readonly title: string;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly replacedBy: string | null;
  readonly note: string | null;
};

/** An SOP as data: steps bound to the operation that finishes them (rule 17). */
export type Sop = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  /** Rule 21: default pair of an office without a published SOP, printed *belum ditetapkan*. */
  readonly undetermined: boolean;
  readonly madeOn: string | null;
  readonly revisedOn: string | null;
  readonly inForceFrom: string | null;
  readonly basis: readonly string[];
  readonly qualifications: readonly string[];
  readonly related: readonly string[];
  readonly equipment: readonly string[];
  readonly warning: string;
  readonly recording: string;
  readonly actors: readonly { readonly key: string; readonly label: string; readonly role: string | null }[];
  readonly steps: readonly SopStep[];
  /** Left out: who disposes checks it, who is responsible for the office approves it. */
  readonly approval?: SopApproval | undefined;
};

/** Posts as the SOP sheet prints them, never names; null leaves room for a pen. */
export type SopApproval = {
  readonly made: string | null;
  readonly checked: string | null;
  readonly approved: string | null;
  /** *Mengetahui*, at the end of the sheet. */
  readonly acknowledged: readonly string[];
};
export type SopStep = {
  readonly no: number;
  readonly activity: string;
  readonly actor: string;
  readonly operation: Operation;
  readonly requires: readonly string[];
  readonly standard: Limit | null;
  /** As printed, e.g. "3 bulan/6 bulan"; the standard's own words where the file names none. */
  readonly standardPrinted: string | null;
  readonly output: string | null;
  /** The step to which a *Tidak* goes back: the sheet draws a diamond. The stopwatches know nothing of it. */
  readonly otherwise?: number | undefined;
};

/** Table ids of the contract; a report has those that its template names. */
export const REPORT_TABLES = [
  'by-kind',
  'by-service',
  'by-channel',
  'by-month',
  'by-category',
  'by-severity',
  'by-status',
  'by-outcome',
  'by-unit',
  'by-response-time',
  'by-place',
  'on-time',
  'sop-steps',
  'sanctions',
  'satisfaction',
  'balance',
  'by-recording-time',
  'by-first-reaction',
  'by-finish-time',
  'by-answer-way',
  'by-class-change',
] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

export const REPORT_KINDS = ['bulanan', 'triwulan', 'semester', 'tahunan', 'monev'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Narrative of a report as data; figures are named in braces and a figure that does not exist refuses to build. */
export type ReportTemplate = {
  readonly kind: ReportKind;
  readonly title: string;
  readonly body: readonly ReportNode[];
};

/** One comparison of a named figure with a number, written "register.total > 0" in the file. */
export type ReportCondition = {
  readonly figure: string;
  readonly is: '=' | '!=' | '>' | '>=' | '<' | '<=';
  readonly value: number;
};
/** All must hold; an empty list always holds. A node or item whose condition fails is left out. */
export type When = readonly ReportCondition[];
export type ReportItem = { readonly text: string; readonly when: When };

/**
 * Texts hold figures as {register.total} or {register.total:terbilang}.
 * `with` keys: cover `title`, `subtitle`; contents `heading`; signature `role` (a role key); registers `heading`.
 */
export type ReportNode = { readonly when: When } & (
  | {
      readonly type: 'cover' | 'contents' | 'signature' | 'registers';
      readonly with: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'section';
      readonly heading: string;
      readonly numbering: 'roman-chapter' | 'decimal' | 'none';
      readonly body: readonly ReportNode[];
    }
  | { readonly type: 'paragraph'; readonly text: string }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly ReportItem[];
      /** Paragraph printed when every item's condition fails, e.g. "Tidak ada …"; null = print nothing. */
      readonly empty: string | null;
    }
  /** `only` = ids of the office's legal bases in their order; null = all. */
  | { readonly type: 'legal-bases'; readonly only: readonly string[] | null }
  /** Lists drawn from the office's own data. */
  | { readonly type: 'channels' | 'roles' | 'classes' | 'services' }
  | { readonly type: 'sop-steps'; readonly sop: string }
  | {
      readonly type: 'table';
      readonly id: ReportTable;
      readonly title: string;
      readonly chart: 'bar' | 'column' | 'line' | 'share' | 'none';
      /** Heading of the first column, e.g. "Jenis layanan". */
      readonly key: string;
    }
);
