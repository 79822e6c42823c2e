import type { AccountId, CaseId, Day, IdentityId, Instant } from './event.ts';
import type {
  AnswerWay,
  Clock,
  Kind,
  Operation,
  Outcome,
  Severity,
  SmallerAct,
  Status,
} from './vocabulary.ts';

/**
 * Every expected "no" of the complaint core, closed, with what a sentence about it needs. The edge maps each code
 * to an HTTP status and an Indonesian sentence in one file.
 */
export type Refusal =
  // Who and when -------------------------------------------------------------------------------------------------
  | {
      readonly refusal: 'not-permitted';
      readonly operation: Operation | SmallerAct | 'case/search' | 'identity/open';
    }
  /** Rule 28; says nothing about the case. */
  | { readonly refusal: 'respondent-shut-out' }
  /** Protected or restricted, and not among its readers (rules 6, 27). */
  | { readonly refusal: 'not-a-reader' }
  | { readonly refusal: 'not-your-unit'; readonly unit: string | null }
  | { readonly refusal: 'not-a-reviewer' }
  | { readonly refusal: 'not-an-investigator' }
  | { readonly refusal: 'wrong-status'; readonly operation: Operation | SmallerAct; readonly status: Status }
  | { readonly refusal: 'case-cancelled' }
  | { readonly refusal: 'case-merged'; readonly into: CaseId }
  | { readonly refusal: 'not-now'; readonly operation: Operation | SmallerAct; readonly because: NotNow }
  | { readonly refusal: 'time-in-future'; readonly at: Instant }
  | { readonly refusal: 'time-before-receipt'; readonly at: Instant; readonly receivedAt: Instant }
  /** What ends or confirms a case does not come before the answer it follows. */
  | { readonly refusal: 'time-before-answer'; readonly at: Instant; readonly answeredAt: Instant }
  /** Nobody had word of what is missing, or of an ending, before that was said. */
  | { readonly refusal: 'time-before-notice'; readonly at: Instant; readonly since: Instant }
  // Values -------------------------------------------------------------------------------------------------------
  | { readonly refusal: 'reason-required' }
  | { readonly refusal: 'unknown-unit'; readonly unit: string }
  | { readonly refusal: 'same-unit'; readonly unit: string }
  | { readonly refusal: 'unknown-role'; readonly role: string }
  | { readonly refusal: 'unknown-service'; readonly service: string }
  | { readonly refusal: 'unknown-category'; readonly category: string }
  | { readonly refusal: 'unknown-severity'; readonly severity: Severity }
  | { readonly refusal: 'unknown-channel'; readonly channel: string }
  | { readonly refusal: 'unknown-kind'; readonly kind: Kind }
  | { readonly refusal: 'unknown-place'; readonly place: string }
  | { readonly refusal: 'unknown-body'; readonly body: string }
  | { readonly refusal: 'nothing-changes' }
  /** Somebody wrote or named what no entry of this act would hold: it is not accepted and lost. */
  | { readonly refusal: 'field-not-taken'; readonly field: string }
  // Coming in ----------------------------------------------------------------------------------------------------
  | { readonly refusal: 'channel-not-for-public'; readonly channel: string }
  | { readonly refusal: 'happened-in-future'; readonly on: Day }
  | { readonly refusal: 'staff-field'; readonly field: string }
  | { readonly refusal: 'late-entry-reason-required' }
  | { readonly refusal: 'already-registered'; readonly printed: string }
  | { readonly refusal: 'imported-row-takes-no-number' }
  | { readonly refusal: 'number-of-another-year'; readonly year: number; readonly expected: number }
  | { readonly refusal: 'missing-papers-required' }
  // Asking and answering -----------------------------------------------------------------------------------------
  | { readonly refusal: 'no-safe-contact' }
  | { readonly refusal: 'clock-does-not-pause'; readonly clock: Clock }
  | { readonly refusal: 'no-answer-text' }
  | { readonly refusal: 'confirm-template-answer' }
  | { readonly refusal: 'channel-required' }
  | { readonly refusal: 'letter-needs-name-and-address' }
  | { readonly refusal: 'oral-needs-person-told' }
  | { readonly refusal: 'publication-not-approved' }
  /** The office asks the approval of one of these roles, by their titles, before such an answer goes out. */
  | { readonly refusal: 'awaits-approval'; readonly by: readonly string[] }
  /** Only one of these roles approves it. */
  | { readonly refusal: 'not-the-approver'; readonly by: readonly string[] }
  | { readonly refusal: 'attempts-required' }
  /** An attempt lies between the receipt and today. */
  | { readonly refusal: 'attempt-out-of-time'; readonly on: Day }
  /** Told to somebody whom the case does not know. */
  | { readonly refusal: 'unknown-person'; readonly identity: IdentityId }
  | {
      readonly refusal: 'not-at-desk';
      readonly what: 'kind' | 'service' | 'severity' | 'outcome' | 'category' | 'respondent' | 'way';
    }
  // Ending -------------------------------------------------------------------------------------------------------
  | { readonly refusal: 'no-answer' }
  /** Withdrawn, archived, referred have operations of their own; not-recorded belongs to imported rows. */
  | { readonly refusal: 'outcome-by-own-operation'; readonly outcome: Outcome }
  | { readonly refusal: 'pending-needs-body-and-date' }
  | { readonly refusal: 'look-again-not-ahead' }
  | { readonly refusal: 'not-confirmed-by-complainant' }
  | { readonly refusal: 'delivery-not-proven'; readonly way: AnswerWay }
  | { readonly refusal: 'window-still-open'; readonly until: Instant | null }
  | { readonly refusal: 'window-over'; readonly until: Instant }
  | { readonly refusal: 'notice-not-proven' }
  | { readonly refusal: 'completion-time-not-over'; readonly until: Instant | null }
  | { readonly refusal: 'anonymous-never-deemed-withdrawn' }
  | { readonly refusal: 'no-transfer-to-confirm' }
  // Joins and marks ----------------------------------------------------------------------------------------------
  | { readonly refusal: 'same-case' }
  | { readonly refusal: 'not-absorbed-here' }
  /** A join takes no wall away: both are about the same accounts and carry the same marks (rules 6, 28, 32). */
  | {
      readonly refusal: 'walls-differ';
      readonly wall:
        | 'respondent'
        | 'settled'
        | 'guarded'
        | 'protected'
        | 'restricted'
        | 'urgent'
        | 'anonymous'
        | 'secret';
    }
  | { readonly refusal: 'already-marked'; readonly mark: string }
  | { readonly refusal: 'not-marked'; readonly mark: string }
  // Closed lane --------------------------------------------------------------------------------------------------
  | { readonly refusal: 'people-required' }
  | { readonly refusal: 'respondent-named'; readonly account: AccountId }
  /** Everybody above the units would be complained of, and shut out (rule 28). */
  | { readonly refusal: 'nobody-left' }
  | { readonly refusal: 'reviewer-is-investigator'; readonly account: AccountId }
  | { readonly refusal: 'own-unit'; readonly unit: string }
  | { readonly refusal: 'unknown-account'; readonly account: AccountId }
  | { readonly refusal: 'period-backwards' }
  | { readonly refusal: 'unknown-duty'; readonly duty: string }
  /** The calendar of its year is not loaded: a due date is named, never guessed (rule 30). */
  | { readonly refusal: 'duty-day-required'; readonly duty: string }
  /** What is done before the public is approved first (rule 31). */
  | { readonly refusal: 'duty-not-approved'; readonly duty: string }
  /** A duty is done with what proves it (rule 30). */
  | { readonly refusal: 'proof-required' }
  /** Neither who of the office is complained of nor that nobody is, or both at once (rule 28). */
  | { readonly refusal: 'respondent-unsaid' }
  /** Who is complained of is settled, and settled anew, by its own operation (rule 28). */
  | { readonly refusal: 'respondent-settled' }
  /** The complainant wrote as often as he may before somebody reacts (`own-entries.ts`). */
  | { readonly refusal: 'too-many-own-entries' };

export type RefusalCode = Refusal['refusal'];

/** Why an operation that its status would allow is not to be done now. */
export type NotNow =
  | 'already-forwarded'
  | 'already-confirmed'
  | 'already-acknowledged'
  | 'no-draft'
  | 'no-notice'
  | 'not-urgent'
  | 'already-accepted'
  | 'review-running'
  | 'restricted'
  | 'no-review'
  | 'not-recommended'
  | 'already-decided'
  | 'not-for-audit'
  | 'not-assessed-worthy'
  | 'already-assessed'
  | 'no-investigators'
  | 'no-finding'
  | 'already-found'
  | 'already-recorded'
  | 'not-merged'
  | 'has-absorbed'
  | 'already-complete'
  | 'imported-row'
  | 'respondent-undecided'
  | 'needs-second-person'
  | 'one-hand'
  | 'nothing-asked'
  | 'clock-not-open'
  | 'no-duty'
  | 'not-answered-at-desk';
