import type { CaseState } from './case-state.ts';
import type { NotNow } from './refusal.ts';
import type { Operation, Status } from './vocabulary.ts';

export type CaseOperation = Exclude<Operation, 'intake' | 'issue-report'>;

export type OperationRule = {
  readonly statuses: readonly Status[];
  /** Without an account of staff: the complainant by his secret, the system by itself. */
  readonly also: readonly ('complainant' | 'system')[];
  /** Work of the unit that has the case (and of those who dispose). */
  readonly byItsUnit: boolean;
  /** Only people named in the closed lane of this very case (rule 27). */
  readonly byNamed: 'reviewers' | 'investigators' | null;
  /** What else about the case itself stands in the way. */
  readonly unless: (state: CaseState) => NotNow | null;
  /** In these statuses it is what comes next. */
  readonly primary: readonly Status[];
};

const OPEN: readonly Status[] = [
  'received',
  'awaiting-completion',
  'verified',
  'disposed',
  'in-progress',
  'answered',
];
const BEFORE_THE_UNIT: readonly Status[] = ['received', 'awaiting-completion', 'verified'];
const WITH_THE_UNIT: readonly Status[] = ['disposed', 'in-progress'];
const BEFORE_THE_ANSWER: readonly Status[] = [...BEFORE_THE_UNIT, ...WITH_THE_UNIT];
const EVERY: readonly Status[] = [...OPEN, 'closed', 'filed'];

/** The one table from which buttons, the API and the decide functions all read what a status allows. */
export const OPERATION_TABLE: Readonly<Record<CaseOperation, OperationRule>> = {
  register: rule(EVERY, {
    primary: ['received'],
    unless: ({ register, provenance }) =>
      provenance === 'register-lama' ? 'imported-row' : register === null ? null : 'already-recorded',
  }),
  verify: rule(BEFORE_THE_ANSWER, {
    primary: ['received', 'awaiting-completion'],
    unless: ({ status, verification }) =>
      WITH_THE_UNIT.includes(status) && verification.completeness === 'complete' ? 'already-complete' : null,
  }),
  acknowledge: rule(BEFORE_THE_ANSWER, { also: ['system'] }),
  classify: rule(OPEN, { primary: ['verified'] }),
  forward: rule(BEFORE_THE_UNIT, {
    primary: ['received', 'verified'],
    unless: ({ forwardedAt }) => (forwardedAt === null ? null : 'already-forwarded'),
  }),
  dispose: rule(BEFORE_THE_UNIT, { primary: ['received', 'verified'] }),
  'hand-over': rule(WITH_THE_UNIT, { byItsUnit: true }),
  'follow-up': rule([...OPEN, 'closed'], {
    byItsUnit: true,
    primary: WITH_THE_UNIT,
    // Before the disposisi the action comes first only where it must (rules 5, 6).
    unless: ({ status, marks }) =>
      (status === 'received' || status === 'awaiting-completion') && !marks.urgent && !marks.protected
        ? 'not-urgent'
        : null,
  }),
  ask: rule(BEFORE_THE_ANSWER, { byItsUnit: true }),
  'submit-answer': rule(WITH_THE_UNIT, { byItsUnit: true, primary: WITH_THE_UNIT }),
  answer: rule(['verified', 'disposed', 'in-progress', 'answered'], { primary: WITH_THE_UNIT }),
  'answer-at-desk': rule(['received', 'verified'], {
    primary: ['received'],
    unless: ({ provenance }) => (provenance === 'register-lama' ? 'imported-row' : null),
  }),
  close: rule(['answered', 'closed'], {
    also: ['system'],
    primary: ['answered'],
    unless: ({ status, outcome }) =>
      status === 'closed' && outcome !== 'pending-elsewhere' ? 'already-recorded' : null,
  }),
  confirm: rule(['answered', 'closed'], {
    also: ['complainant'],
    unless: ({ confirmedAt, answer }) =>
      confirmedAt !== null ? 'already-confirmed' : answer === null ? 'imported-row' : null,
  }),
  reopen: rule(['answered', 'closed', 'filed'], { also: ['complainant'] }),
  refer: rule([...BEFORE_THE_ANSWER, 'answered']),
  withdraw: rule(OPEN, { also: ['complainant', 'system'] }),
  archive: rule(BEFORE_THE_ANSWER),
  merge: rule([...OPEN, 'closed']),
  unmerge: rule(EVERY),
  correct: rule(EVERY),
  // What it absorbed would vanish with it: that is taken out first (rule 11, law 1).
  cancel: rule(EVERY, { unless: ({ absorbed }) => (absorbed.length === 0 ? null : 'has-absorbed') }),
  mark: rule(EVERY),
  'accept-urgent': rule(OPEN, {
    primary: OPEN,
    unless: ({ marks }) =>
      !marks.urgent ? 'not-urgent' : marks.urgentAcceptedAt === null ? null : 'already-accepted',
  }),
  'review/start': rule(BEFORE_THE_ANSWER, {
    // A telaah comes before the lane is closed; begun again it would undo who may read (rule 27).
    unless: ({ review, marks }) =>
      review?.decision === 'audit'
        ? 'already-decided'
        : marks.restricted
          ? 'restricted'
          : review === null || review.decision !== null
            ? null
            : 'review-running',
  }),
  'review/recommend': rule(BEFORE_THE_ANSWER, {
    byNamed: 'reviewers',
    primary: BEFORE_THE_ANSWER,
    unless: ({ review }) =>
      review === null ? 'no-review' : review.decision === null ? null : 'already-decided',
  }),
  'review/decide': rule(BEFORE_THE_ANSWER, {
    primary: BEFORE_THE_ANSWER,
    unless: ({ review }) =>
      review === null
        ? 'no-review'
        : review.recommendation === null
          ? 'not-recommended'
          : review.decision === null
            ? null
            : 'already-decided',
  }),
  'investigation/assign': rule(BEFORE_THE_ANSWER, {
    unless: ({ review, investigation }) =>
      review?.decision !== 'audit' ? 'not-for-audit' : investigation?.finding ? 'already-found' : null,
  }),
  'investigation/assess': rule(BEFORE_THE_ANSWER, {
    byNamed: 'investigators',
    unless: ({ review, investigation }) =>
      review?.decision !== 'audit'
        ? 'not-for-audit'
        : (investigation?.investigators.length ?? 0) === 0
          ? 'no-investigators'
          : investigation?.worthy !== null
            ? 'already-assessed'
            : null,
  }),
  'investigation/find': rule(BEFORE_THE_ANSWER, {
    byNamed: 'investigators',
    unless: ({ investigation }) =>
      investigation?.worthy !== true
        ? 'not-assessed-worthy'
        : investigation.finding === null
          ? null
          : 'already-found',
  }),
  'investigation/sanction': rule(EVERY, {
    unless: ({ investigation }) =>
      investigation === null || investigation.finding === null || investigation.finding === 'not-proven'
        ? 'no-finding'
        : investigation.sanctioned === null
          ? null
          : 'already-recorded',
  }),
  file: rule(['closed'], { primary: ['closed'] }),
};

function rule(statuses: readonly Status[], more: Partial<OperationRule> = {}): OperationRule {
  return { statuses, also: [], byItsUnit: false, byNamed: null, unless: () => null, primary: [], ...more };
}
