import type { AccountId, At, AttachmentId, Day, Of, TextId } from './event-shape.ts';

// Review and investigation: once the head decides audit, named people only (rules 27–30).

export type ReviewStarted = Of<'review-started', At & { reviewers: readonly AccountId[] }>;
export type ReviewRecommended = Of<
  'review-recommended',
  At & { recommendation: 'unit' | 'audit' | 'stop'; text: TextId }
>;
export type ReviewDecided = Of<
  'review-decided',
  At & {
    decision: 'unit' | 'audit' | 'stop' | 'inspectorate';
    directions: TextId | null;
    readers: readonly AccountId[];
  }
>;
export type InvestigationAssessed = Of<'investigation-assessed', At & { worthy: boolean; grounds: TextId }>;
export type InvestigationAssigned = Of<
  'investigation-assigned',
  At & {
    investigators: readonly AccountId[];
    from: Day;
    to: Day;
    letterNumber: string | null;
    overridden: { readonly rule: 'reviewer-is-investigator' | 'own-unit'; readonly reason: TextId } | null;
  }
>;
export type InvestigationFound = Of<
  'investigation-found',
  At & { finding: 'proven' | 'not-proven' | 'below-standard'; text: TextId }
>;
export type SanctionRecorded = Of<
  'sanction-recorded',
  At & {
    sanction: {
      readonly number: string;
      readonly on: Day;
      readonly authority: TextId;
      readonly degree: 'light' | 'moderate' | 'severe';
    } | null;
  }
>;
/** Rule 30: duties that a finding opens (apology, merchandise), with due date and proof. */
export type DutyOpened = Of<'duty-opened', At & { duty: string; dueOn: Day }>;
/** Rule 31: the text of a duty that is done before the public, as the coordinator let it go out. */
export type DutyApproved = Of<'duty-approved', At & { duty: string; text: TextId }>;
export type DutyFulfilled = Of<
  'duty-fulfilled',
  At & { duty: string; text?: TextId | null; proof: AttachmentId | null }
>;
export type DirectionGiven = Of<'direction-given', At & { text: TextId }>;

export type ClosedLaneEvent =
  | ReviewStarted
  | ReviewRecommended
  | ReviewDecided
  | InvestigationAssessed
  | InvestigationAssigned
  | InvestigationFound
  | SanctionRecorded
  | DutyOpened
  | DutyApproved
  | DutyFulfilled
  | DirectionGiven;
