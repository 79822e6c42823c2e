import type { ClosedLaneEvent } from './closed-lane-event.ts';
import type {
  AttachmentErased,
  IdentityErased,
  IdentityOpened,
  IdentityOpeningAgreed,
  IdentityOpeningAsked,
  TextErased,
} from './custody-event.ts';
import type {
  AccountId,
  Actor,
  At,
  AttachmentId,
  ConcernRef,
  Day,
  DueDate,
  IdentityId,
  Instant,
  Of,
  ReporterRef,
  RespondentRef,
  TextId,
} from './event-shape.ts';
import type { Absorbed, Linked, Merged, Released, Unlinked, Unmerged } from './joining-event.ts';
import type {
  AnswerWay,
  Channel,
  Clock,
  ClosedBy,
  Kind,
  MoveCause,
  Operation,
  Outcome,
  Precision,
  Provenance,
  ReferralWay,
  Severity,
} from './vocabulary.ts';

export type * from './event-shape.ts';
export type * from './joining-event.ts';

// Coming in -----------------------------------------------------------------------------------------------------

/** Rule 1's three times: `happenedOn`, `receivedAt`, and the record's own time. */
export type Received = Of<
  'received',
  At & {
    ticket: string;
    kind: Kind;
    channel: Channel;
    receivedAt: Instant;
    precision: Precision;
    happenedOn: Day | null;
    receivedBy: AccountId | null;
    lateEntryReason: TextId | null;
    sourceNumber: string | null;
    matter: TextId;
    /** Answer to "about what", beside the service (rule 22). */
    category: string | null;
    service: string | null;
    place: string | null;
    reporters: readonly ReporterRef[];
    concerns: readonly ConcernRef[];
    respondents: readonly RespondentRef[];
    anonymous: boolean;
    secret: boolean;
    urgentAsked: boolean;
    urgent: boolean;
    protected: boolean;
    /** Rule 6: nothing is sent before a safe way to reach is known. */
    safeContact: TextId | null;
    provenance: Provenance;
    sop: string;
    sopVersion: number;
    /** Operations that finish the steps 1, 2, … of that SOP version; empty for imported rows. */
    sopSteps: readonly Operation[];
    /** Rule 17: when the clerk opened the form and began to write; null = one act, step 1 *tidak terukur*. */
    formOpenedAt: Instant | null;
    writingBeganAt: Instant | null;
    readBack: 'signed' | 'thumb-printed' | 'by-phone' | null;
    due: readonly DueDate[];
    attachments: readonly AttachmentId[];
  }
>;
/** Rule 37: what the old register states of a row, kept as it was written. */
export type ImportedFromRegister = Of<
  'imported-from-register',
  At & {
    batch: string;
    row: string;
    status: 'closed' | 'in-progress' | 'received' | 'not-recorded';
    statusWritten: TextId | null;
    narrative: TextId | null;
    /** What the import doubted and which columns it kept aside, for whoever works on the case. */
    remarks: TextId | null;
    outcome: 'not-recorded' | null;
  }
>;
export type Registered = Of<'registered', At & { year: number; no: number; printed: string }>;
export type FormReadBack = Of<
  'form-read-back',
  At & { way: 'signed' | 'thumb-printed' | 'by-phone'; scan: AttachmentId | null }
>;

// Checking and classing -----------------------------------------------------------------------------------------

export type Verified = Of<
  'verified',
  At & {
    completeness: 'complete' | 'incomplete';
    /** What the complainant must still bring when incomplete. */
    missing: readonly TextId[];
    authority: 'own' | 'other';
    text: TextId | null;
    due: readonly DueDate[];
  }
>;
/** Rule 19: the 30 days run from proven receipt of the notice. */
export type NoticeProven = Of<
  'notice-proven',
  At & { notice: 'incomplete' | 'answer' | 'ending'; due: readonly DueDate[] }
>;
export type Completed = Of<'completed', At & { text: TextId | null; due: readonly DueDate[] }>;
export type Acknowledged = Of<
  'acknowledged',
  At & { automatic: boolean; channel: Channel | null; text: TextId | null }
>;
export type Classified = Of<
  'classified',
  At & {
    kind: Kind;
    service: string | null;
    category: string | null;
    severity: Severity | null;
    oversight: boolean;
    form: 'a' | 'b' | 'c' | null;
    deviation: 'informatif' | 'penyimpangan' | null;
    /** Why the class was changed after its limit had passed: on the case's timeline and in the list of changed classes (rule 15). */
    reason: TextId | null;
    due: readonly DueDate[];
  }
>;

// Going through the office --------------------------------------------------------------------------------------

/** Meneruskan: step 3 in person ends when the coordinator has it in his inbox. */
export type Forwarded = Of<'forwarded', At & { toRole: string }>;
export type Disposed = Of<
  'disposed',
  At & { unit: string; otherUnits: readonly string[]; owner: AccountId | null; instructions: TextId | null }
>;
export type HandedOver = Of<
  'handed-over',
  At & { fromUnit: string | null; toUnit: string; owner: AccountId | null; reason: TextId; back: boolean }
>;
/** Somebody else has the case now; null: its unit as a whole. It stays with its unit. */
export type OwnerChanged = Of<
  'owner-changed',
  At & { from: AccountId | null; owner: AccountId | null; reason: TextId }
>;
export type FollowedUp = Of<
  'followed-up',
  At & {
    entry: 'note' | 'field-check' | 'shelter' | 'aid' | 'coordination' | 'evidence' | 'safe-handover';
    text: TextId;
    place: string | null;
    peopleHelped: number | null;
    attachments: readonly AttachmentId[];
  }
>;
export type Asked = Of<
  'asked',
  At & { to: 'complainant' | 'body'; body: string | null; text: TextId; pauses: readonly Clock[] }
>;
export type Replied = Of<
  'replied',
  At & {
    from: 'complainant' | 'body';
    body: string | null;
    text: TextId;
    due: readonly DueDate[];
    /** Left out where nothing was brought with it. */
    attachments?: readonly AttachmentId[];
  }
>;
export type MessageSent = Of<
  'message-sent',
  At & { channel: Channel; text: TextId; proof: AttachmentId | null }
>;
/** A paper that somebody else must bring; it may be *menyusul* under a name (rule 23). */
export type DocumentDeferred = Of<
  'document-deferred',
  At & { step: number; document: string; promisedBy: TextId }
>;
export type DocumentReceived = Of<
  'document-received',
  At & { step: number | null; document: string; attachment: AttachmentId }
>;

// Answer and end ------------------------------------------------------------------------------------------------

export type AnswerSubmitted = Of<
  'answer-submitted',
  At & { text: TextId; attachments: readonly AttachmentId[] }
>;
export type AnswerReturned = Of<'answer-returned', At & { reason: TextId; due: readonly DueDate[] }>;
/** The office's decision: `statute-decision` ends and the 14 days to tell the complainant begin (UU 25/2009 ps. 50). */
export type AnswerApproved = Of<
  'answer-approved',
  At & {
    due: readonly DueDate[];
    /** The role that the office asks for; left out where it asks for none. */
    as?: string;
  }
>;
export type Answered = Of<
  'answered',
  At & {
    way: AnswerWay;
    channel: Channel | null;
    text: TextId;
    /** *Tidak dapat disampaikan* asks for dated attempts (rule 25). */
    attempts: readonly { readonly on: Day; readonly how: TextId }[];
    /** Why it could not be delivered. */
    undeliverableReason: TextId | null;
    /** Orally: who was told. */
    toldTo: IdentityId | null;
    atDesk: boolean;
    delivered: boolean;
    proof: AttachmentId | null;
    /** Of a complaint in a public thread: the neutral sentence as it stands there (rule 25). */
    threadProof?: AttachmentId;
  }
>;
export type Closed = Of<
  'closed',
  At & {
    outcome: Outcome;
    closedBy: ClosedBy;
    pending: { readonly body: string; readonly reference: string | null; readonly lookAgainOn: Day } | null;
    /** One or two sentences for the register's narrative column (rule 12). */
    narrative: TextId | null;
  }
>;
export type Confirmed = Of<'confirmed', At & Record<never, never>>;
export type Reopened = Of<
  'reopened',
  At & { reason: TextId; by: 'complainant' | 'office'; due: readonly DueDate[] }
>;
export type Referred = Of<
  'referred',
  At & { way: ReferralWay; body: string; text: TextId | null; reference: string | null }
>;
export type TransferConfirmed = Of<'transfer-confirmed', At & { body: string; reference: string | null }>;
export type Withdrawn = Of<'withdrawn', At & { reason: TextId | null; deemed: boolean }>;
export type Archived = Of<
  'archived',
  At & { outcome: 'archived-invalid' | 'archived-duplicate'; reason: TextId }
>;
/** Laporan dan arsip: the last SOP step; never holds Selesai back (rule 17). */
export type Filed = Of<'filed', At & { box: string | null; classification: string | null }>;
export type ReportedInPeriod = Of<'reported-in-period', At & { report: string }>;
export type DeskAnswerAcknowledged = Of<'desk-answer-acknowledged', At & Record<never, never>>;
export type TakenToOmbudsman = Of<'taken-to-ombudsman', At & { reference: string | null; returned: boolean }>;
/** *Keberatan* about a request for information (UU 14/2008 ps. 35); to whom the PPID answers to. */
export type Objected = Of<'objected', At & { text: TextId }>;

// Corrections, joins, marks -------------------------------------------------------------------------------------

/** Rule 11: the former value is in the history before it; personal values are replaced in the vault. */
export type Corrected = Of<
  'corrected',
  At & {
    changes: {
      readonly kind?: Kind;
      readonly channel?: Channel;
      readonly service?: string | null;
      readonly category?: string | null;
      readonly oversight?: boolean;
      readonly place?: string | null;
      readonly receivedAt?: Instant;
      readonly precision?: Precision;
      readonly happenedOn?: Day | null;
      readonly sourceNumber?: string | null;
      readonly matter?: TextId;
      readonly reporters?: readonly ReporterRef[];
      readonly concerns?: readonly ConcernRef[];
      readonly respondents?: readonly RespondentRef[];
    };
    reason: TextId;
    /** All limits counted anew; null where nothing of it moves one: open and ended limits stand as they stood. */
    due: readonly DueDate[] | null;
  }
>;
/** Salah catat: the number stays as *BATAL*, in no count (rule 11). */
export type Cancelled = Of<'cancelled', At & { reason: TextId }>;
export type Marked = Of<
  'marked',
  At & {
    mark: 'urgent' | 'protected' | 'restricted' | 'anonymous' | 'secret';
    on: boolean;
    reason: TextId | null;
    /** On a merged case: who may read the restricted case that it lives on in. */
    readers?: readonly AccountId[];
  }
>;
export type UrgentAccepted = Of<'urgent-accepted', At & { owner: AccountId | null }>;
export type SafeContactSet = Of<'safe-contact-set', At & { text: TextId }>;

// Clocks and custody --------------------------------------------------------------------------------------------

/** An open limit falls on another instant; the former date stays in the history (domain 4.2). */
export type DeadlineMoved = Of<
  'deadline-moved',
  At & { clock: Clock; from: Instant | null; to: Instant | null; cause: MoveCause }
>;
/** Neither this nor `clock-resumed` is written yet: pauses come with `asked` and end with `replied`. */
export type ClockPaused = Of<'clock-paused', At & { clock: Clock; reason: string }>;
export type ClockResumed = Of<'clock-resumed', At & { clock: Clock; due: readonly DueDate[] }>;
export type ComplaintEvent =
  | Received
  | ImportedFromRegister
  | Registered
  | FormReadBack
  | Verified
  | NoticeProven
  | Completed
  | Acknowledged
  | Classified
  | Forwarded
  | Disposed
  | HandedOver
  | OwnerChanged
  | FollowedUp
  | Asked
  | Replied
  | MessageSent
  | DocumentDeferred
  | DocumentReceived
  | AnswerSubmitted
  | AnswerReturned
  | AnswerApproved
  | Answered
  | Closed
  | Confirmed
  | Reopened
  | Referred
  | TransferConfirmed
  | Withdrawn
  | Archived
  | Filed
  | ReportedInPeriod
  | DeskAnswerAcknowledged
  | TakenToOmbudsman
  | Objected
  | Corrected
  | Cancelled
  | Merged
  | Absorbed
  | Unmerged
  | Released
  | Linked
  | Unlinked
  | Marked
  | UrgentAccepted
  | SafeContactSet
  | ClosedLaneEvent
  | DeadlineMoved
  | ClockPaused
  | ClockResumed
  | IdentityOpened
  | IdentityErased
  | TextErased
  | AttachmentErased
  | IdentityOpeningAsked
  | IdentityOpeningAgreed;
export type EventType = ComplaintEvent['type'];

/** An event as the history keeps it. */
export type RecordedEvent = {
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly event: ComplaintEvent;
};
