import type { Day, Instant } from '../complaint/event.ts';
import type {
  AnswerWay,
  Channel,
  Kind,
  Outcome,
  Precision,
  Provenance,
  Severity,
  Status,
} from '../complaint/vocabulary.ts';

/**
 * The values of one case that reports count, and nothing else: narrow, coded, without any person.
 * One case has one fact for each stretch of time in which these values stood (rule 36).
 */
export type ReportFact = {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly service: string | null;
  readonly category: string | null;
  /** On-time is judged by the first class (rule 15). */
  readonly severityFirst: Severity | null;
  readonly severity: Severity | null;
  readonly status: Status;
  readonly outcome: Outcome | null;
  /** How the last answer was given (rule 25); null = none was. */
  readonly answerWay: AnswerWay | null;
  readonly unit: string | null;
  readonly place: string | null;
  readonly provenance: Provenance;
  readonly precision: Precision;
  /** Day of receipt in the office's zone; with month precision the first of the month. */
  readonly receivedOn: Day;
  /** Out of every count: cancelled or merged into another (rule 11). */
  readonly counted: boolean;
  /** Told apart because the balance lists them: *BATAL* stays a number, a merged case lives on in another. */
  readonly cancelled: boolean;
  readonly anonymous: boolean;
  readonly urgent: boolean;
  /** A number only, in every register and report (rule 6). */
  readonly protected: boolean;
  readonly complainants: number;
  readonly registerYear: number | null;
  readonly registerNo: number | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Whole working days from receipt to answer, 0 = same working day; null = unanswered or not measurable. */
  readonly answerWorkingDays: number | null;
  /** Limit that on-time is judged by; null = tanpa batas or waiting for its calendar. */
  readonly dueAt: Instant | null;
  readonly atDesk: boolean;
  /** From receipt to its being written into Tanggap (rule 1), by dates; the other two as answers are counted (rule 36). */
  readonly recordingTime: ElapsedKey;
  readonly reactionTime: ElapsedKey;
  readonly finishTime: ElapsedKey;
} & DatedActs;

/** A measured time in whole working days, 0 = same working day; `not-recorded` also where no calendar is loaded. */
export const ELAPSED_KEYS = ['0', '1', '2-3', '4-10', '11+', 'not-yet', 'not-recorded'] as const;
export type ElapsedKey = (typeof ELAPSED_KEYS)[number];
/** What stands in Tanggap has been written down. */
export const RECORDING_KEYS = ELAPSED_KEYS.filter((key) => key !== 'not-yet');

/** What counts by a day of its own, whenever the case was received. */
export type DatedActs = {
  /** Day on which the register number was given (rule 11). */
  readonly registeredOn: Day | null;
  /** Day of a finding that a sanction may follow; null also where nothing was proven (rule 29). */
  readonly foundOn: Day | null;
  /** What the competent official decided outside; null = nothing was recorded. */
  readonly sanction: Sanction | null;
  /** Day of that decree; where there is none, the day on which *tidak ada* was recorded. */
  readonly sanctionedOn: Day | null;
};

/** Rule 29: *tidak ada*, or the degree of the decree. */
export const SANCTIONS = ['none', 'light', 'moderate', 'severe'] as const;
export type Sanction = (typeof SANCTIONS)[number];

/** A fact with the time in which it stood; `effectiveTo` null = until now. */
export type FactSegment = {
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant | null;
  readonly fact: ReportFact;
};
