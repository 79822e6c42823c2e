import type { DeputyCapacity } from '../people/deputation.ts';
import type { Clock, ReporterRole } from './vocabulary.ts';

/** UTC instant as ISO 8601 with milliseconds and Z, e.g. "2023-04-17T02:00:00.000Z". */
export type Instant = string;
/** Calendar day in the office's zone, "YYYY-MM-DD". */
export type Day = string;
/** Reference to an erasable text kept apart from the history (design law 7). */
export type TextId = string;
/** Reference into the vault; the history never holds a name, a number or an address. */
export type IdentityId = string;
export type AccountId = string;
export type CaseId = string;
export type AttachmentId = string;

/** Who acted. `role` is the role under which; `insteadOf` marks who stands in for somebody. */
export type Actor = {
  readonly by: 'staff' | 'complainant' | 'public' | 'token' | 'system' | 'import';
  readonly account: AccountId | null;
  readonly role: string | null;
  readonly insteadOf?: InsteadOf;
};

/** *Mewakili* an absent holder, with the reason (rule 23), or as his deputy on these days (rule 33). */
export type InsteadOf =
  | { readonly role: string; readonly reason: TextId }
  | { readonly role: string; readonly deputyFor: AccountId; readonly capacity: DeputyCapacity };

/** A limit as it was counted; `dueAt` is null while its calendar is not loaded (design law 3). */
export type DueDate = {
  readonly clock: Clock;
  /** Indonesian limit text as it was promised, e.g. "3 hari kerja". */
  readonly limit: string;
  /** What it is counted from. */
  readonly from: Instant;
  readonly dueAt: Instant | null;
  readonly basis: string;
  readonly waiting: 'calendar' | null;
};

export type ReporterRef = { readonly identity: IdentityId; readonly as: ReporterRole };
export type ConcernRef = { readonly identity: IdentityId; readonly relation: string | null };
/** Rule 28: the terlapor is a staff account or a free entry in the vault. */
export type RespondentRef = {
  readonly identity: IdentityId | null;
  readonly account: AccountId | null;
  readonly unit: string | null;
  /**
   * Only of whom the public or a program named: nobody of the office has said yet who he is, or somebody said that he does
   * not work here.
   */
  readonly standing?: 'undecided' | 'not-staff';
  /** What the first of two persons said of him: these accounts, or none for nobody of the office. Until a second says it. */
  readonly said?: { readonly by: AccountId; readonly staff: readonly AccountId[] };
  /** Who settled by himself who he is: he neither answers nor ends the case. */
  readonly settledBy?: AccountId;
  /** But he may where the office had no second person then (decision 0025). */
  readonly alone?: true;
};

export type Of<T extends string, P> = { readonly type: T } & Readonly<P>;
/**
 * Every event says when the thing itself happened; when it was written is the store's `recordedAt`, and where that was
 * only afterwards, why (rule 1).
 */
export type At = { at: Instant; lateEntryReason?: TextId | null };
