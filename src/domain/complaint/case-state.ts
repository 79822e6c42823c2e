import type {
  AccountId,
  AttachmentId,
  CaseId,
  ConcernRef,
  Day,
  DueDate,
  IdentityId,
  Instant,
  ReporterRef,
  RespondentRef,
  TextId,
} from './event.ts';
import type {
  AnswerWay,
  Channel,
  Clock,
  ClosedBy,
  Kind,
  Operation,
  Outcome,
  Precision,
  Provenance,
  ReferralWay,
  Severity,
  Status,
} from './vocabulary.ts';

/** What a case is now, folded from its whole history; kept as the current row's `state` and never edited by hand. */
export type CaseState = {
  readonly version: number;
  readonly ticket: string;
  readonly status: Status;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly service: string | null;
  readonly category: string | null;
  readonly severity: {
    readonly first: Severity | null;
    readonly now: Severity | null;
  };
  readonly oversight: boolean;
  readonly form: 'a' | 'b' | 'c' | null;
  readonly deviation: 'informatif' | 'penyimpangan' | null;
  readonly place: string | null;
  readonly receivedAt: Instant;
  readonly precision: Precision;
  /** Its own receipt; `receivedAt` is earlier when it absorbed an older case (rule 38: counts once, on the earlier date). */
  readonly ownReceipt: { readonly at: Instant; readonly precision: Precision };
  readonly absorbedReceipts: readonly {
    readonly other: CaseId;
    readonly at: Instant;
    readonly precision: Precision;
  }[];
  readonly recordedAt: Instant;
  /** Who wrote it down; null for the public and machines. */
  readonly recordedBy: AccountId | null;
  readonly happenedOn: Day | null;
  readonly sourceNumber: string | null;
  readonly matter: TextId;
  readonly people: {
    readonly reporters: readonly ReporterRef[];
    readonly concerns: readonly ConcernRef[];
    readonly respondents: readonly RespondentRef[];
  };
  readonly provenance: Provenance;
  readonly register: { readonly year: number; readonly no: number; readonly printed: string } | null;
  readonly marks: {
    readonly urgent: boolean;
    readonly urgentAsked: boolean;
    readonly urgentAcceptedAt: Instant | null;
    readonly protected: boolean;
    readonly restricted: boolean;
    readonly anonymous: boolean;
    readonly secret: boolean;
    readonly atOmbudsman: boolean;
  };
  /** Anonymous, secret or restricted was taken off: what a second person guarded stays guarded (rule 32). */
  readonly everGuarded?: true;
  readonly safeContact: TextId | null;
  /** Of a protected case: since when, and when it was handed over safely (rule 6); not there of others. */
  readonly safeReferral?: { readonly since: Instant; readonly handedOverAt: Instant | null };
  readonly verification: {
    readonly completeness: 'complete' | 'incomplete' | null;
    readonly authority: 'own' | 'other' | null;
    readonly missing: readonly TextId[];
    readonly noticeProvenAt: Instant | null;
    /** When somebody first said whether it was complete; the 14 days for that end here. */
    readonly verifiedAt: Instant | null;
    /** When it was complete; the 60 days to the decision run from here. */
    readonly completeAt: Instant | null;
    /** When it was last said to be incomplete: no notice of what is missing is older. */
    readonly incompleteAt: Instant | null;
  };
  readonly unit: string | null;
  readonly otherUnits: readonly string[];
  readonly owner: AccountId | null;
  /** The owner whom the disposisi or the hand-over named, or who disposes put there; null of who is it by taking it in hand (rule 5). */
  readonly givenTo: AccountId | null;
  /** Unit that handed the case over last, to give it back to. */
  readonly cameFromUnit: string | null;
  readonly forwardedAt: Instant | null;
  /** Whose replies are awaited. */
  readonly awaitingReplyFrom: readonly AskedParty[];
  /** Open limits by clock, as last counted. */
  readonly due: readonly DueDate[];
  /** Limits whose clock has ended, with the instant at which it did; on-time is judged from here. */
  readonly ended: readonly EndedLimit[];
  /**
   * Limits that had passed before it became another kind: it stays judged by them, and the new ones stand beside
   * (rule 15). Each with the instant by which it had; one that another receipt puts there or later judges nothing. Not
   * there where none had.
   */
  readonly missed?: readonly EndedLimit[];
  /** The 7 working days more of a formal request for information, told in writing (UU 14/2008). */
  readonly ppidExtendedAt: Instant | null;
  /** Every pause that a clock's own rule allowed; `to` null = still paused, until all have replied whom it awaits. */
  readonly pauses: readonly {
    readonly clock: Clock;
    readonly from: Instant;
    readonly to: Instant | null;
    readonly awaits: readonly AskedParty[];
  }[];
  readonly sop: SopProgress;
  readonly documents: {
    readonly deferred: readonly {
      readonly step: number;
      readonly document: string;
      readonly promisedBy: TextId;
    }[];
    readonly received: readonly { readonly document: string; readonly attachment: AttachmentId }[];
  };
  readonly draftAnswer: { readonly text: TextId } | null;
  /** The decision before it is told: when the draft was approved, until it is returned. */
  readonly decidedAt: Instant | null;
  /** As holder of which role it was approved, where the office asks for one; not there otherwise. */
  readonly approvedAs?: string;
  readonly answer: {
    readonly text: TextId;
    readonly way: AnswerWay;
    readonly at: Instant;
    readonly atDesk: boolean;
    /** When it provably reached the complainant; null = not proven (rule 26). */
    readonly deliveredAt: Instant | null;
  } | null;
  readonly outcome: Outcome | null;
  readonly closed: {
    readonly at: Instant;
    readonly by: ClosedBy;
    readonly pending: {
      readonly body: string;
      readonly reference: string | null;
      readonly lookAgainOn: Day;
    } | null;
    readonly narrative: TextId | null;
    /** Of an ending without an answer: when the complainant provably had word of it; not there where nothing proves it. */
    readonly toldAt?: Instant;
  } | null;
  readonly confirmedAt: Instant | null;
  readonly deskAnswerAcknowledged: boolean;
  readonly referral: {
    readonly way: ReferralWay;
    readonly body: string;
    readonly confirmedAt: Instant | null;
  } | null;
  readonly cancelled: boolean;
  readonly mergedInto: CaseId | null;
  /** Readers of the restricted case it was merged into; not there where none were ever carried over. */
  readonly carriedReaders?: readonly AccountId[];
  readonly absorbed: readonly CaseId[];
  readonly group: string | null;
  readonly review: {
    readonly reviewers: readonly AccountId[];
    readonly recommendation: 'unit' | 'audit' | 'stop' | null;
    readonly decision: 'unit' | 'audit' | 'stop' | 'inspectorate' | null;
    readonly readers: readonly AccountId[];
  } | null;
  readonly investigation: {
    readonly worthy: boolean | null;
    readonly investigators: readonly AccountId[];
    readonly finding: 'proven' | 'not-proven' | 'below-standard' | null;
    readonly sanctioned: boolean | null;
  } | null;
  readonly duties: readonly {
    readonly duty: string;
    readonly dueOn: Day;
    readonly fulfilled: boolean;
    /** The text that may go out, once somebody approved it (rule 31); not there before. */
    readonly approved?: TextId;
  }[];
  /** Rule 36's three measured times. */
  readonly firstReactionAt: Instant | null;
  /** Receiving was itself the first reaction, which moves with a corrected receipt; not there where it was not. */
  readonly reactedByReceiving?: true;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly reopenedCount: number;
  /** Last reopening; the office's limit is counted anew from here as the date to work by. */
  readonly reopenedAt: Instant | null;
  /**
   * It had been answered when it was last reopened: it stays judged by that answer, and what is counted from then on is
   * a date to work by (rule 36).
   */
  readonly judged: boolean;
  readonly erased: readonly (IdentityId | TextId | AttachmentId)[];
};

/** Who was asked something: the complainant, or one of the office's bodies by its key. */
export type AskedParty = 'complainant' | `body:${string}`;

/** A limit with the instant at which its clock ended. */
export type EndedLimit = DueDate & { readonly endedAt: Instant };

/** One stopwatch per step of the office's SOP (rule 17). */
export type SopProgress = {
  readonly sop: string;
  readonly version: number;
  readonly steps: readonly SopStepProgress[];
  /** The answer where the SOP names no step for it: required all the same, shown *tanpa waktu baku* (rule 17). */
  readonly answer: { readonly startedAt: Instant | null; readonly finishedAt: Instant } | null;
};
export type SopStepProgress = {
  readonly no: number;
  /** The operation that finishes the step. */
  readonly operation: Operation;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /**
   * `unmeasured`: tidak terukur (two steps in one act; the comparison adds what ended before it was recorded);
   * `not-needed`: dijawab di tempat; `automatic`: left out of averages.
   */
  readonly mark: 'unmeasured' | 'not-needed' | 'automatic' | null;
  readonly by: {
    readonly account: AccountId | null;
    readonly role: string | null;
    readonly insteadOf: string | null;
  } | null;
};
