import { advanceSop } from '../sop/advance-sop.ts';
import { withoutApproval } from './answer-approval.ts';
import type { CaseState } from './case-state.ts';
import { PPID_EXTENSION_CAUSE } from './clocks.ts';
import { limitsAfter, missedAfter } from './ended-limits.ts';
import type {
  Classified,
  ComplaintEvent,
  Corrected,
  Instant,
  Marked,
  NoticeProven,
  RecordedEvent,
} from './event.ts';
import { receiveCase } from './receive-case.ts';
import { withSafeReferral } from './safe-referral.ts';
import { BEFORE_THE_UNIT } from './status-sets.ts';
import { takesUp } from './takes-up.ts';
import type { ClosedBy, Outcome, Status } from './vocabulary.ts';
import { endPauses, takeReply, waitForReply, waitNoMore } from './wait-for-reply.ts';

/**
 * The state after one more entry of the history; `null` is before the first, which must be `received`.
 * Every kind of entry is known here; one that does not follow the last by its number is a fault.
 */
export function applyEvent(state: CaseState | null, recorded: RecordedEvent): CaseState {
  const { event, seq } = recorded;
  if (state === null) {
    if (event.type !== 'received') throw new Error(`A history begins with received, not with ${event.type}`);
    return withSafeReferral(null, receiveCase(event, recorded), recorded);
  }
  if (seq !== state.version + 1) throw new Error(`Entry ${seq} does not follow entry ${state.version}`);
  if (event.type === 'received') throw new Error('A case is received once');
  const next = change(state, event);
  const { due, ended } = limitsAfter(state, event);
  const missed = missedAfter(state, next, recorded);
  const reactedAt = reaction(recorded);
  return withSafeReferral(
    state,
    {
      ...next,
      status: next.status === 'not-recorded' && takesUp(state, recorded) ? 'received' : next.status,
      version: seq,
      due,
      ended,
      ...(missed.length === 0 ? {} : { missed }),
      sop: advanceSop(state.sop, recorded),
      firstReactionAt: reactedAt === null ? next.firstReactionAt : firstOf(next.firstReactionAt, reactedAt),
    },
    recorded,
  );
}

/** Reaction to the complainant by a person; automatic replies are none (rule 36). */
function reaction({ event, actor }: RecordedEvent): Instant | null {
  if (actor.by !== 'staff' && actor.by !== 'token') return null;
  switch (event.type) {
    case 'acknowledged':
      return event.automatic ? null : event.at;
    case 'asked':
      return event.to === 'complainant' ? event.at : null;
    case 'message-sent':
      return event.at;
    case 'answered':
      return event.delivered || event.way === 'oral' ? event.at : null;
    default:
      return null;
  }
}

/** What was done first by its own time, whichever was written down first (rule 1). */
function firstOf(known: Instant | null, at: Instant): Instant {
  return known === null || at < known ? at : known;
}

type Later = Exclude<ComplaintEvent, { readonly type: 'received' }>;

function change(state: CaseState, event: Later): CaseState {
  switch (event.type) {
    case 'imported-from-register':
      return { ...state, status: event.status, outcome: event.outcome };
    case 'registered':
      return { ...state, register: { year: event.year, no: event.no, printed: event.printed } };
    case 'verified': {
      const { completeness, authority, missing } = event;
      const before = state.verification;
      const complete = completeness === 'complete';
      const completeAt = complete ? (before.completeAt ?? event.at) : null;
      // A list of papers written anew, whatever it holds, is a notice of its own that nobody has proven yet (rule 19); one that
      // is passed on unchanged has the same texts.
      const isNew =
        before.completeness !== 'incomplete' || missing.some((one) => !before.missing.includes(one));
      const anew = !complete && isNew;
      const incompleteAt = anew ? event.at : before.incompleteAt;
      const noticeProvenAt = anew ? null : before.noticeProvenAt;
      const said = { completeness, authority, missing, verifiedAt: before.verifiedAt ?? event.at };
      return {
        ...state,
        status: BEFORE_THE_UNIT.includes(state.status) ? statusOfVerified(event) : state.status,
        verification: { ...said, completeAt, incompleteAt, noticeProvenAt },
      };
    }
    case 'notice-proven':
      return noticeProven(state, event);
    case 'completed':
      return {
        ...state,
        status: BEFORE_THE_UNIT.includes(state.status) ? 'verified' : state.status,
        verification: { ...state.verification, completeness: 'complete', missing: [], completeAt: event.at },
      };
    case 'classified':
      return classify(state, event);
    case 'forwarded':
      return { ...state, forwardedAt: event.at };
    case 'disposed': {
      const { unit, otherUnits, owner } = event;
      return { ...state, status: 'disposed', unit, otherUnits, owner, givenTo: owner };
    }
    case 'handed-over':
      return {
        ...state,
        status: 'disposed',
        unit: event.toUnit,
        otherUnits: state.otherUnits.filter((unit) => unit !== event.toUnit),
        owner: event.owner,
        givenTo: event.owner,
        cameFromUnit: event.fromUnit,
      };
    case 'owner-changed':
      return { ...state, owner: event.owner, givenTo: event.owner };
    case 'followed-up':
      return { ...state, status: begun(state.status) };
    case 'asked':
      return { ...state, status: begun(state.status), ...waitForReply(state, event) };
    case 'replied':
      return { ...state, ...takeReply(state, event) };
    case 'clock-paused': {
      const { clock, at } = event;
      return { ...state, pauses: [...state.pauses, { clock, from: at, to: null, awaits: [] }] };
    }
    case 'clock-resumed':
      return { ...state, pauses: endPauses(state.pauses, event.at, event.clock) };
    case 'document-deferred': {
      const { step, document, promisedBy } = event;
      const deferred = [...state.documents.deferred, { step, document, promisedBy }];
      return { ...state, documents: { ...state.documents, deferred } };
    }
    case 'document-received': {
      const { document, attachment } = event;
      return {
        ...state,
        documents: {
          deferred: state.documents.deferred.filter((one) => one.document !== document),
          received: [...state.documents.received, { document, attachment }],
        },
      };
    }
    case 'answer-submitted':
      return { ...state, status: begun(state.status), draftAnswer: { text: event.text } };
    case 'answer-returned':
      return { ...withoutApproval(state), draftAnswer: null, decidedAt: null };
    case 'answer-approved':
      return { ...state, decidedAt: event.at, ...(event.as === undefined ? {} : { approvedAs: event.as }) };
    case 'answered': {
      const { text, way, at, atDesk, delivered } = event;
      const answeredAt = firstOf(state.answeredAt, at);
      // Decided by the answer itself, unless a draft was approved before.
      const byAnswer = state.decidedAt === state.answeredAt;
      return {
        ...state,
        ...waitNoMore(state, at),
        status: 'answered',
        draftAnswer: null,
        decidedAt: byAnswer ? answeredAt : (state.decidedAt ?? at),
        answer: { text, way, at, atDesk, deliveredAt: delivered ? at : null },
        answeredAt,
      };
    }
    case 'closed':
      // A result that was awaited elsewhere: Selesai it was before, only the outcome is new (rule 26).
      return {
        ...close(state, state.closedAt ?? event.at, event.outcome, event.closedBy),
        closed: { at: event.at, by: event.closedBy, pending: event.pending, narrative: event.narrative },
      };
    case 'confirmed':
      return { ...state, confirmedAt: event.at };
    case 'reopened':
      return {
        ...withoutApproval(state),
        status: statusOfReopened(state),
        // What is missing is said anew: the 30 days of the notice before passed with that ending (rule 19).
        verification: { ...state.verification, noticeProvenAt: null },
        outcome: null,
        closed: null,
        closedAt: null,
        confirmedAt: null,
        deskAnswerAcknowledged: false,
        decidedAt: null,
        reopenedCount: state.reopenedCount + 1,
        reopenedAt: event.at,
        judged: state.answeredAt !== null,
      };
    case 'referred':
      return { ...state, referral: { way: event.way, body: event.body, confirmedAt: null } };
    case 'transfer-confirmed':
      return {
        ...state,
        referral: state.referral === null ? null : { ...state.referral, confirmedAt: event.at },
      };
    case 'withdrawn':
      return close(
        state,
        event.at,
        event.deemed ? 'deemed-withdrawn' : 'withdrawn',
        event.deemed ? 'silence' : 'complainant',
      );
    case 'archived':
      return close(state, event.at, event.outcome, 'office');
    case 'filed':
      return { ...state, status: 'filed' };
    case 'desk-answer-acknowledged':
      return { ...state, deskAnswerAcknowledged: true };
    case 'taken-to-ombudsman':
      return { ...state, marks: { ...state.marks, atOmbudsman: !event.returned } };
    case 'corrected':
      return correct(state, event);
    case 'cancelled':
      return { ...state, cancelled: true };
    case 'merged':
      return { ...state, mergedInto: event.into };
    case 'unmerged':
      return { ...state, mergedInto: null };
    case 'absorbed': {
      const { other, otherReceivedAt: at, otherPrecision: precision } = event;
      const absorbedReceipts = [...state.absorbedReceipts, { other, at, precision }];
      return earliestReceipt({ ...state, absorbed: [...state.absorbed, other], absorbedReceipts });
    }
    case 'released': {
      const absorbedReceipts = state.absorbedReceipts.filter((one) => one.other !== event.other);
      const absorbed = state.absorbed.filter((one) => one !== event.other);
      return earliestReceipt({ ...state, absorbed, absorbedReceipts });
    }
    case 'linked':
      return { ...state, group: event.group };
    case 'unlinked':
      return { ...state, group: null };
    case 'marked':
      return mark(state, event);
    case 'urgent-accepted': {
      const owner = event.owner ?? state.owner;
      const marks = { ...state.marks, urgentAcceptedAt: event.at };
      return { ...state, marks, owner, givenTo: state.givenTo && owner };
    }
    case 'safe-contact-set':
      return { ...state, safeContact: event.text };
    case 'review-started': {
      const review = { reviewers: event.reviewers, recommendation: null, decision: null, readers: [] };
      return { ...state, review };
    }
    case 'review-recommended':
      return {
        ...state,
        review: state.review === null ? null : { ...state.review, recommendation: event.recommendation },
      };
    case 'review-decided': {
      const { decision, readers } = event;
      return { ...state, review: state.review === null ? null : { ...state.review, decision, readers } };
    }
    case 'investigation-assessed':
      return { ...state, investigation: { ...investigation(state), worthy: event.worthy } };
    case 'investigation-assigned':
      return { ...state, investigation: { ...investigation(state), investigators: event.investigators } };
    case 'investigation-found':
      return { ...state, investigation: { ...investigation(state), finding: event.finding } };
    case 'sanction-recorded':
      return { ...state, investigation: { ...investigation(state), sanctioned: event.sanction !== null } };
    case 'duty-opened': {
      const { duty, dueOn } = event;
      return { ...state, duties: [...state.duties, { duty, dueOn, fulfilled: false }] };
    }
    case 'duty-approved': {
      const { duty, text } = event;
      return {
        ...state,
        duties: state.duties.map((one) => (one.duty === duty ? { ...one, approved: text } : one)),
      };
    }
    case 'duty-fulfilled':
      return {
        ...state,
        duties: state.duties.map((one) => (one.duty === event.duty ? { ...one, fulfilled: true } : one)),
      };
    case 'identity-erased':
      return { ...state, erased: [...state.erased, event.identity] };
    case 'text-erased':
      return { ...state, erased: [...state.erased, event.text] };
    case 'attachment-erased':
      return { ...state, erased: [...state.erased, event.attachment] };
    case 'deadline-moved':
      return event.cause === PPID_EXTENSION_CAUSE ? { ...state, ppidExtendedAt: event.at } : state;
    case 'acknowledged':
    case 'message-sent':
    case 'form-read-back':
    case 'reported-in-period':
    case 'objected':
    case 'direction-given':
    case 'identity-opened':
    case 'identity-opening-asked':
    case 'identity-opening-agreed':
      return state;
  }
}

function noticeProven(state: CaseState, { notice, at }: NoticeProven): CaseState {
  const { verification, answer, closed } = state;
  switch (notice) {
    case 'incomplete':
      return { ...state, verification: { ...verification, noticeProvenAt: at } };
    case 'answer':
      return { ...state, answer: answer === null ? null : { ...answer, deliveredAt: at } };
    case 'ending':
      return { ...state, closed: closed === null ? null : { ...closed, toldAt: at } };
  }
}

function begun(status: Status): Status {
  return status === 'disposed' ? 'in-progress' : status;
}

function statusOfReopened(state: CaseState): Status {
  if (state.unit !== null) return 'in-progress';
  return state.verification.completeness === null ? 'received' : statusOfVerified(state.verification);
}

/** What is another's to answer waits for nothing here (rule 24). */
function statusOfVerified({
  completeness,
  authority,
}: Pick<CaseState['verification'], 'completeness' | 'authority'>): Status {
  return completeness === 'complete' || authority === 'other' ? 'verified' : 'awaiting-completion';
}

/** Law 4: the state is Selesai, how it ended is the outcome, who ended it a third fact. */
function close(state: CaseState, at: string, outcome: Outcome, by: ClosedBy): CaseState {
  return {
    ...state,
    status: 'closed',
    outcome,
    closed: { at, by, pending: null, narrative: null },
    closedAt: at,
    draftAnswer: null,
    ...waitNoMore(state, at),
  };
}

/** Rule 15: the first class stays; a later one stands beside it. */
function classify(state: CaseState, event: Classified): CaseState {
  const { kind, service, category, oversight, form, deviation } = event;
  const first = state.severity.first ?? event.severity;
  const severity = { first, now: event.severity };
  return { ...state, kind, service, category, oversight, form, deviation, severity };
}

function correct(state: CaseState, { changes }: Corrected): CaseState {
  const { reporters, concerns, respondents, receivedAt, precision, ...plain } = changes;
  const people = {
    reporters: reporters ?? state.people.reporters,
    concerns: concerns ?? state.people.concerns,
    respondents: respondents ?? state.people.respondents,
  };
  const ownReceipt = {
    at: receivedAt ?? state.ownReceipt.at,
    precision: precision ?? state.ownReceipt.precision,
  };
  const firstReactionAt = state.reactedByReceiving === true ? ownReceipt.at : state.firstReactionAt;
  return earliestReceipt({ ...state, ...plain, people, ownReceipt, firstReactionAt });
}

/** A case that absorbed others counts once, on the earliest of their dates. */
function earliestReceipt(state: CaseState): CaseState {
  const receipts = [state.ownReceipt, ...state.absorbedReceipts];
  const earliest = receipts.reduce((first, one) => (one.at < first.at ? one : first), state.ownReceipt);
  return { ...state, receivedAt: earliest.at, precision: earliest.precision };
}

function mark(state: CaseState, { mark: name, on, readers }: Marked): CaseState {
  const marks = { ...state.marks, [name]: on };
  const forgotten = name === 'urgent' && !on;
  const bared = !on && (name === 'anonymous' || name === 'secret' || name === 'restricted');
  const marked: CaseState = {
    ...state,
    ...(bared ? { everGuarded: true } : {}),
    marks: forgotten ? { ...marks, urgentAcceptedAt: null } : marks,
  };
  return readers === undefined ? marked : { ...marked, carriedReaders: readers };
}

function investigation(state: CaseState): NonNullable<CaseState['investigation']> {
  return state.investigation ?? { worthy: null, investigators: [], finding: null, sanctioned: null };
}
