import type { Permission } from '../people/permissions.ts';
import type { CaseState } from './case-state.ts';
import { endedAtDesk } from './desk-rules.ts';
import { isFormalRequest } from './formal-request.ts';
import { noticeOnItsWay } from './notice-on-its-way.ts';
import type { NotNow, Refusal } from './refusal.ts';
import {
  ANSWERED_OR_FINISHED,
  BEFORE_THE_ANSWER,
  BEFORE_THE_UNIT,
  FINISHED,
  UNTOUCHED,
  WITH_THE_UNIT,
} from './status-sets.ts';
import { OPERATIONS, type Operation, SMALLER_ACTS, type SmallerAct, type Status } from './vocabulary.ts';

export type CaseOperation = Exclude<Operation, 'intake' | 'issue-report'> | SmallerAct;

/**
 * What the unit that has the case does, and those who stand above the units or dispose. `action`: before the disposisi also
 * those who verify, and of an urgent case everybody (rule 5). `work`: the same, urgent or not. `decision`, which says what
 * the case is or ends it: once a unit has it no other unit, whatever its head may do with his own; the front office, which
 * verifies, as before.
 *
 * The unit is not asked of what comes before it (`register`, `verify`, `forward`, `dispose`, `answer-at-desk`,
 * `acknowledge`, `read-back`), of what anybody does who sees that it is needed (`mark`, `accept-urgent`,
 * `set-safe-contact`: rules 5, 6), of those who stand above it (`give-direction`, `settle-respondent`,
 * `acknowledge-desk-answer`) and of the closed lane, where people are named (rule 27).
 */
export type UnitAct = 'action' | 'work' | 'decision';

export type OperationRule = {
  readonly statuses: readonly Status[];
  /** Without an account of staff: the complainant by his secret, the system by itself. */
  readonly also: readonly ('complainant' | 'system')[];
  /** Whose it is where units do it, too; null = the unit is not asked. */
  readonly byItsUnit: UnitAct | null;
  /** Only people named in the closed lane of this very case (rule 27). */
  readonly byNamed: 'reviewers' | 'investigators' | null;
  /** No program may: beside whoever made its token it would be a person more (decision 0025). */
  readonly byPerson: boolean;
  /** What else about the case itself stands in the way: why not now, or a refusal of its own. */
  readonly unless: (state: CaseState) => NotNow | Refusal | null;
  /** Rule 28: it waits until it is said who the terlapor is, since it answers or ends the case or lets others read it. */
  readonly needsRespondent: 'ends' | 'shows' | null;
  /** In these statuses it is what comes next. */
  readonly primary: readonly Status[];
};

const OPEN: readonly Status[] = [...BEFORE_THE_ANSWER, 'answered'];
const EVERY: readonly Status[] = [...OPEN, ...FINISHED];

/** The one table from which buttons, the API and the decide functions all read what a status allows. */
export const OPERATION_TABLE: Readonly<Record<CaseOperation, OperationRule>> = {
  register: rule(EVERY, {
    primary: UNTOUCHED,
    unless: ({ register, provenance }) =>
      provenance === 'register-lama' ? 'imported-row' : register === null ? null : 'already-recorded',
  }),
  verify: rule(BEFORE_THE_ANSWER, {
    primary: [...UNTOUCHED, 'awaiting-completion'],
    unless: ({ status, verification }) =>
      WITH_THE_UNIT.includes(status) && verification.completeness === 'complete' ? 'already-complete' : null,
  }),
  acknowledge: rule(BEFORE_THE_ANSWER, { also: ['system'], unless: withoutSafeContact }),
  classify: rule(OPEN, { byItsUnit: 'decision', primary: ['verified'] }),
  forward: rule(BEFORE_THE_UNIT, {
    primary: [...UNTOUCHED, 'verified'],
    unless: ({ forwardedAt }) => (forwardedAt === null ? null : 'already-forwarded'),
  }),
  dispose: rule(BEFORE_THE_UNIT, { primary: [...UNTOUCHED, 'verified'], needsRespondent: 'shows' }),
  'hand-over': rule(WITH_THE_UNIT, { byItsUnit: 'work' }),
  'follow-up': rule([...OPEN, 'closed'], {
    byItsUnit: 'action',
    primary: WITH_THE_UNIT,
    // Before the disposisi the action comes first only where it must (rules 5, 6), and an examination has its own record (27).
    unless: ({ status, marks, investigation }) =>
      (UNTOUCHED.includes(status) || status === 'awaiting-completion') &&
      !marks.urgent &&
      !marks.protected &&
      investigation?.worthy !== true
        ? 'not-urgent'
        : null,
  }),
  ask: rule(BEFORE_THE_ANSWER, { byItsUnit: 'action' }),
  // An approved draft is returned before another takes its place: what was decided is not changed unsaid.
  'submit-answer': rule(WITH_THE_UNIT, {
    byItsUnit: 'work',
    primary: WITH_THE_UNIT,
    unless: ({ decidedAt }) => (decidedAt === null ? null : 'already-decided'),
  }),
  answer: rule(['verified', ...WITH_THE_UNIT, 'answered'], {
    byItsUnit: 'decision',
    primary: WITH_THE_UNIT,
    needsRespondent: 'ends',
  }),
  'answer-at-desk': rule(['received', 'verified'], {
    primary: ['received'],
    needsRespondent: 'ends',
    unless: ({ provenance }) => (provenance === 'register-lama' ? 'imported-row' : null),
  }),
  close: rule(['answered', 'closed'], {
    byItsUnit: 'decision',
    also: ['system'],
    primary: ['answered'],
    needsRespondent: 'ends',
    unless: ({ status, outcome }) =>
      status === 'closed' && outcome !== 'pending-elsewhere' ? 'already-recorded' : null,
  }),
  confirm: rule(['answered', 'closed'], {
    byItsUnit: 'decision',
    also: ['complainant'],
    unless: ({ confirmedAt, answer }) =>
      confirmedAt !== null ? 'already-confirmed' : answer === null ? 'imported-row' : null,
  }),
  reopen: rule(ANSWERED_OR_FINISHED, { byItsUnit: 'decision', also: ['complainant'] }),
  refer: rule([...BEFORE_THE_ANSWER, 'answered'], { byItsUnit: 'decision', needsRespondent: 'ends' }),
  withdraw: rule(OPEN, { byItsUnit: 'decision', also: ['complainant', 'system'], needsRespondent: 'ends' }),
  archive: rule(BEFORE_THE_ANSWER, { byItsUnit: 'decision', needsRespondent: 'ends' }),
  merge: rule([...OPEN, 'closed'], { byItsUnit: 'decision', needsRespondent: 'ends' }),
  unmerge: rule(EVERY, { byItsUnit: 'decision' }),
  correct: rule(EVERY, { byItsUnit: 'decision' }),
  // What it absorbed would vanish with it: that is taken out first (rule 11, law 1).
  cancel: rule(EVERY, {
    byItsUnit: 'decision',
    needsRespondent: 'ends',
    unless: ({ absorbed }) => (absorbed.length === 0 ? null : 'has-absorbed'),
  }),
  mark: rule(EVERY),
  'accept-urgent': rule(OPEN, {
    primary: OPEN,
    unless: ({ marks }) =>
      !marks.urgent ? 'not-urgent' : marks.urgentAcceptedAt === null ? null : 'already-accepted',
  }),
  'review/start': rule(BEFORE_THE_ANSWER, {
    needsRespondent: 'shows',
    // A telaah comes before the lane is closed; begun again it would undo who may read (rule 27).
    unless: ({ review, marks }) => {
      if (review?.decision === 'audit') return 'already-decided';
      if (marks.restricted) return 'restricted';
      return review !== null && review.decision === null ? 'review-running' : null;
    },
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
  file: rule(['closed'], { byItsUnit: 'decision', primary: ['closed'] }),
  // His message is welcome in every status of a case that counts.
  reply: rule(EVERY, { also: ['complainant'], byItsUnit: 'action' }),
  'send-message': rule([...OPEN, 'closed'], { byItsUnit: 'action', unless: withoutSafeContact }),
  'return-answer': rule(WITH_THE_UNIT, {
    byItsUnit: 'decision',
    unless: ({ draftAnswer }) => (draftAnswer === null ? 'no-draft' : null),
  }),
  // Approved once: the 14 days to tell the complainant do not begin anew (UU 25/2009 ps. 50).
  'approve-answer': rule(WITH_THE_UNIT, {
    byItsUnit: 'decision',
    unless: ({ draftAnswer, decidedAt }) =>
      draftAnswer === null ? 'no-draft' : decidedAt === null ? null : 'already-decided',
  }),
  'acknowledge-desk-answer': rule(EVERY, {
    unless: (state) =>
      !endedAtDesk(state)
        ? 'not-answered-at-desk'
        : state.deskAnswerAcknowledged
          ? 'already-acknowledged'
          : null,
  }),
  'confirm-transfer': rule([...BEFORE_THE_ANSWER, 'answered'], {
    byItsUnit: 'decision',
    needsRespondent: 'ends',
    unless: ({ referral }) =>
      referral?.way === 'transferred' && referral.confirmedAt === null
        ? null
        : { refusal: 'no-transfer-to-confirm' },
  }),
  // Of what is missing, wherever the case has gone meanwhile; once it is answered, of the answer, also after the office or
  // silence closed it; of an ending without one, of that (rules 19, 26).
  'prove-notice': rule(EVERY, {
    byItsUnit: 'decision',
    unless: (state) => {
      const notice = noticeOnItsWay(state);
      if (notice === null) return 'no-notice';
      return notice.provenAt === null ? null : 'already-recorded';
    },
  }),
  'settle-respondent': rule(EVERY, {
    byPerson: true,
    primary: BEFORE_THE_ANSWER,
    // What was settled wrongly is settled anew.
    unless: ({ people }) => (people.respondents.length > 0 ? null : 'already-decided'),
  }),
  'set-safe-contact': rule([...OPEN, 'closed']),
  'fulfil-duty': rule(EVERY, {
    byItsUnit: 'action',
    unless: ({ duties }) => (duties.some(({ fulfilled }) => !fulfilled) ? null : 'no-duty'),
  }),
  // Whoever approves reads the text that goes out, which names nobody, and nothing of the case (rules 30, 31).
  'approve-duty': rule(EVERY, {
    unless: ({ duties }) => (duties.some(({ fulfilled }) => !fulfilled) ? null : 'no-duty'),
  }),
  // 7 working days more, once (UU 14/2008 ps. 22).
  'extend-request': rule(BEFORE_THE_ANSWER, {
    byItsUnit: 'decision',
    unless: ({ due, ppidExtendedAt }) =>
      ppidExtendedAt === null && due.some(({ clock }) => clock === 'ppid') ? null : 'clock-not-open',
  }),
  'take-to-ombudsman': rule(EVERY, { byItsUnit: 'decision' }),
  // *Keberatan*: only where the ten working days run or ran (UU 14/2008 ps. 35).
  object: rule(EVERY, {
    byItsUnit: 'decision',
    unless: (state) => (isFormalRequest(state) ? null : 'clock-not-open'),
  }),
  'give-direction': rule([...OPEN, 'closed']),
  'read-back': rule([...OPEN, 'closed']),
  // Of a finished case only where its result is still awaited: that day is a task of its owner (rule 26).
  'change-owner': rule([...OPEN, 'closed'], {
    byItsUnit: 'work',
    unless: ({ status, outcome }) =>
      status === 'closed' && outcome !== 'pending-elsewhere' ? 'already-recorded' : null,
  }),
};

/** Every operation and act on a case, in the order of the contract. */
export const CASE_OPERATIONS: readonly CaseOperation[] = [
  ...OPERATIONS.filter((operation) => operation !== 'intake' && operation !== 'issue-report'),
  ...SMALLER_ACTS,
];

/** The permissions of which one is enough for this operation on this case; an operation is its own permission. */
export function permissionsFor(operation: CaseOperation, state: CaseState): readonly Permission[] {
  switch (operation) {
    case 'reply':
    case 'send-message':
      return ['ask'];
    case 'return-answer':
    case 'approve-answer':
    case 'extend-request':
      return ['answer'];
    case 'acknowledge-desk-answer':
      return ['desk/acknowledge-day'];
    case 'confirm-transfer':
      return ['refer'];
    case 'prove-notice':
      return [noticeOnItsWay(state)?.notice === 'answer' ? 'answer' : 'verify'];
    case 'settle-respondent':
      return ['dispose'];
    case 'set-safe-contact':
      return ['mark'];
    case 'fulfil-duty':
      return ['follow-up'];
    case 'approve-duty':
      return ['publication/approve'];
    case 'take-to-ombudsman':
    case 'object':
    case 'read-back':
      return ['correct'];
    case 'give-direction':
      return ['dispose', 'review/decide'];
    case 'change-owner':
      return ['dispose', 'hand-over'];
    default:
      return [operation];
  }
}

function rule(statuses: readonly Status[], more: Partial<OperationRule> = {}): OperationRule {
  const plain = {
    also: [],
    byItsUnit: null,
    byNamed: null,
    byPerson: false,
    needsRespondent: null,
    primary: [],
  };
  return { statuses, ...plain, unless: () => null, ...more };
}

/** Rule 6: a protected case is written to only where a safe way is known. */
function withoutSafeContact({ marks, safeContact }: CaseState): Refusal | null {
  return marks.protected && safeContact === null ? { refusal: 'no-safe-contact' } : null;
}
