import type { NotNow, Refusal, RefusalCode } from '../../../domain/complaint/refusal.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { StoreRefused } from './store-refused.ts';

/** Everything that an operation on a case can be refused with: the core's list and the store's. */
export type AnyRefused = ({ readonly ok: false } & Refusal) | StoreRefused;
type StoreCode = StoreRefused['refusal'];

/**
 * 403 you may not · 404 not for you to know · 409 not now, or it changed since you read it · 422 something in what you
 * sent. The one place where a refusal meets HTTP; a code without a line does not compile.
 */
const STATUS: Readonly<Record<RefusalCode | StoreCode, 403 | 404 | 409 | 422>> = {
  'not-permitted': 403,
  'respondent-shut-out': 404,
  'not-a-reader': 403,
  'not-your-unit': 403,
  'not-a-reviewer': 403,
  'not-an-investigator': 403,
  'wrong-status': 409,
  'case-cancelled': 409,
  'case-merged': 409,
  'not-now': 409,
  'time-in-future': 422,
  'time-before-receipt': 422,
  'time-before-answer': 422,
  'time-before-notice': 422,
  'reason-required': 422,
  'unknown-unit': 422,
  'same-unit': 409,
  'unknown-role': 422,
  'unknown-service': 422,
  'unknown-category': 422,
  'unknown-severity': 422,
  'unknown-channel': 422,
  'unknown-kind': 422,
  'unknown-place': 422,
  'unknown-body': 422,
  'nothing-changes': 422,
  'field-not-taken': 422,
  'channel-not-for-public': 403,
  'staff-field': 403,
  'happened-in-future': 422,
  'late-entry-reason-required': 422,
  'already-registered': 409,
  'imported-row-takes-no-number': 409,
  'number-of-another-year': 409,
  'missing-papers-required': 422,
  'no-safe-contact': 409,
  'clock-does-not-pause': 409,
  'no-answer-text': 422,
  'confirm-template-answer': 409,
  'channel-required': 422,
  'letter-needs-name-and-address': 409,
  'oral-needs-person-told': 422,
  'publication-not-approved': 403,
  'awaits-approval': 409,
  'not-the-approver': 403,
  'attempts-required': 422,
  'attempt-out-of-time': 422,
  'unknown-person': 422,
  'not-at-desk': 409,
  'no-answer': 409,
  'outcome-by-own-operation': 422,
  'pending-needs-body-and-date': 422,
  'look-again-not-ahead': 422,
  'not-confirmed-by-complainant': 409,
  'delivery-not-proven': 409,
  'window-still-open': 409,
  'window-over': 409,
  'notice-not-proven': 409,
  'completion-time-not-over': 409,
  'anonymous-never-deemed-withdrawn': 409,
  'no-transfer-to-confirm': 409,
  'same-case': 422,
  'not-absorbed-here': 409,
  'walls-differ': 409,
  'already-marked': 409,
  'not-marked': 409,
  'people-required': 422,
  'respondent-named': 409,
  'nobody-left': 409,
  'reviewer-is-investigator': 409,
  'own-unit': 409,
  'unknown-account': 422,
  'period-backwards': 422,
  'unknown-duty': 422,
  'duty-day-required': 422,
  'duty-not-approved': 409,
  'proof-required': 422,
  'respondent-unsaid': 422,
  'respondent-settled': 409,
  'too-many-own-entries': 409,
  'case-not-found': 404,
  'attachment-not-yours': 422,
  'too-many-files': 422,
  'version-conflict': 409,
  'idempotency-key-reused': 422,
  'answer-erased': 409,
};

export const REFUSAL_STATUS: Readonly<Record<string, number>> = STATUS;

const FILES = ['attachments', 'proof', 'scan'] as const;

/** The field that a refusal speaks of, where it speaks of one; of several, the first that the body has. */
const FIELDS: Readonly<Partial<Record<RefusalCode | StoreCode, readonly string[]>>> = {
  'reason-required': ['reason', 'grounds', 'undeliverableReason'],
  'unknown-unit': ['unit', 'toUnit'],
  'same-unit': ['toUnit'],
  'unknown-role': ['toRole'],
  'unknown-service': ['service'],
  'unknown-category': ['about'],
  'unknown-severity': ['answeredAtDesk.severity', 'severity'],
  'unknown-channel': ['channel'],
  'unknown-kind': ['kind'],
  'unknown-place': ['place'],
  'unknown-body': ['answeredAtDesk.body', 'body'],
  'channel-not-for-public': ['channel'],
  'time-in-future': ['receivedAt', 'answeredAtDesk.at', 'at', 'sanction.on'],
  'time-before-receipt': ['answeredAtDesk.at', 'at'],
  'time-before-answer': ['at'],
  'time-before-notice': ['at'],
  'late-entry-reason-required': ['lateEntryReason'],
  'missing-papers-required': ['missing'],
  'no-answer-text': ['text'],
  'no-answer': ['text'],
  'channel-required': ['channel'],
  'publication-not-approved': ['answerWay', 'way'],
  'letter-needs-name-and-address': ['answeredAtDesk.way', 'answerWay', 'way'],
  'oral-needs-person-told': ['toldTo'],
  'attempts-required': ['attempts'],
  'attempt-out-of-time': ['attempts'],
  'unknown-person': ['toldTo'],
  'happened-in-future': ['occurredOn'],
  'unknown-account': ['investigators', 'reviewers', 'readers', 'owner'],
  'nobody-left': ['staffId', 'staff'],
  'respondent-named': ['investigators', 'reviewers', 'readers', 'owner'],
  'people-required': ['investigators', 'reviewers'],
  'reviewer-is-investigator': ['override.rule'],
  'own-unit': ['override.rule'],
  'period-backwards': ['to'],
  'outcome-by-own-operation': ['outcome'],
  'pending-needs-body-and-date': ['answeredAtDesk.lookAgainOn', 'lookAgainOn'],
  'look-again-not-ahead': ['answeredAtDesk.lookAgainOn', 'lookAgainOn'],
  'confirm-template-answer': ['templateConfirmed'],
  'same-case': ['into'],
  'unknown-duty': ['duty'],
  'duty-not-approved': ['duty'],
  'duty-day-required': ['dutyDueOn'],
  'proof-required': ['text'],
  'respondent-unsaid': ['staff'],
  'respondent-settled': ['staffId'],
  'attachment-not-yours': FILES,
  'too-many-files': FILES,
};

export type RefusalAnswer = {
  readonly status: 403 | 404 | 409 | 422;
  readonly code: string;
  readonly sentence: string;
  readonly field: string | null;
};

/** `has`: which fields the refused body may have; left out: any. */
export function refusalAnswer(
  refused: AnyRefused,
  words: Words,
  has: (field: string) => boolean = () => true,
): RefusalAnswer {
  return {
    status: STATUS[refused.refusal],
    // Whoever is shut out learns no more than somebody who asks for a ticket that is not there (rule 28).
    code: refused.refusal === 'respondent-shut-out' ? 'case-not-found' : refused.refusal,
    sentence: refusalSentence(refused, words),
    field:
      refused.refusal === 'field-not-taken' ? refused.field : (FIELDS[refused.refusal]?.find(has) ?? null),
  };
}

/** In the reader's words: what stands in the way and what mends it. */
export function refusalSentence(refused: AnyRefused, words: Words): string {
  switch (refused.refusal) {
    case 'wrong-status':
      return words('refusal.wrong-status', { status: words(`status.${refused.status}`).toLowerCase() });
    case 'not-now':
      return words('refusal.not-now', { because: because(refused.because, words) });
    case 'staff-field':
      return words('refusal.staff-field', { field: refused.field });
    case 'already-registered':
      return words('refusal.already-registered', { printed: refused.printed });
    case 'number-of-another-year':
      return words('refusal.number-of-another-year', { year: refused.year, expected: refused.expected });
    case 'not-at-desk':
      return words('refusal.not-at-desk', { what: words(`desk.${refused.what}`) });
    case 'awaits-approval':
    case 'not-the-approver':
      return words(`refusal.${refused.refusal}`, { roles: refused.by.join(', ') });
    case 'walls-differ':
      return words('refusal.walls-differ', { wall: words(`wall.${refused.wall}`) });
    case 'case-not-found':
      return words('refusal.respondent-shut-out');
    case 'version-conflict':
      return words('case.stale');
    case 'idempotency-key-reused':
      return words('problem.idempotency-key-reused');
    case 'answer-erased':
      return words('problem.answer-erased');
    default:
      return words(`refusal.${refused.refusal}`);
  }
}

function because(reason: NotNow, words: Words): string {
  return words(`because.${reason}`);
}
