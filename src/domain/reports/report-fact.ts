import type { Day, Instant } from '../complaint/event.ts';
import type {
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
  readonly firstReactionAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Whole working days from receipt to answer, 0 = same working day; null = unanswered or not measurable. */
  readonly answerWorkingDays: number | null;
  /** Limit that on-time is judged by; null = tanpa batas or waiting for its calendar. */
  readonly dueAt: Instant | null;
  readonly atDesk: boolean;
};

/** A fact with the time in which it stood; `effectiveTo` null = until now. */
export type FactSegment = {
  readonly effectiveFrom: Instant;
  readonly effectiveTo: Instant | null;
  readonly fact: ReportFact;
};
