import { startSop } from '../sop/start-sop.ts';
import type { CaseState } from './case-state.ts';
import type { Actor, Received, RecordedEvent } from './event.ts';
import type { Channel } from './vocabulary.ts';

/** Face to face or by voice: receiving is itself the first reaction by a person (rule 36). */
export const CONVERSATIONS: ReadonlySet<Channel> = new Set(['loket', 'telepon', 'kunjungan']);

/** The state of a case that has just been received: the first entry of every history. */
export function receiveCase(received: Received, { seq, recordedAt, actor }: RecordedEvent): CaseState {
  return {
    version: seq,
    ticket: received.ticket,
    status: 'received',
    kind: received.kind,
    channel: received.channel,
    service: received.service,
    category: received.category,
    severity: { first: null, now: null },
    oversight: false,
    form: null,
    deviation: null,
    place: received.place,
    receivedAt: received.receivedAt,
    precision: received.precision,
    ownReceipt: { at: received.receivedAt, precision: received.precision },
    absorbedReceipts: [],
    recordedAt,
    recordedBy: actor.account,
    happenedOn: received.happenedOn,
    sourceNumber: received.sourceNumber,
    matter: received.matter,
    people: {
      reporters: received.reporters,
      concerns: received.concerns,
      respondents: received.respondents,
    },
    provenance: received.provenance,
    register: null,
    marks: {
      urgent: received.urgent,
      urgentAsked: received.urgentAsked,
      urgentAcceptedAt: null,
      protected: received.protected,
      restricted: false,
      anonymous: received.anonymous,
      secret: received.secret,
      atOmbudsman: false,
    },
    safeContact: received.safeContact,
    verification: {
      completeness: null,
      authority: null,
      missing: [],
      noticeProvenAt: null,
      verifiedAt: null,
      completeAt: null,
      incompleteAt: null,
    },
    unit: null,
    otherUnits: [],
    owner: null,
    givenTo: null,
    cameFromUnit: null,
    forwardedAt: null,
    awaitingReplyFrom: [],
    due: received.due,
    ended: [],
    ppidExtendedAt: null,
    pauses: [],
    sop: startSop(received, recordedAt, actor),
    documents: { deferred: [], received: [] },
    draftAnswer: null,
    decidedAt: null,
    answer: null,
    outcome: null,
    closed: null,
    confirmedAt: null,
    deskAnswerAcknowledged: false,
    referral: null,
    cancelled: false,
    mergedInto: null,
    absorbed: [],
    group: null,
    review: null,
    investigation: null,
    duties: [],
    ...firstReaction(received, actor),
    answeredAt: null,
    closedAt: null,
    reopenedCount: 0,
    reopenedAt: null,
    judged: false,
    erased: [],
  };
}

function firstReaction(
  { precision, provenance, channel, receivedAt }: Received,
  actor: Actor,
): Pick<CaseState, 'firstReactionAt' | 'reactedByReceiving'> {
  const exact = precision === 'instant' && provenance === 'tanggap';
  const spoken = exact && actor.by === 'staff' && CONVERSATIONS.has(channel);
  return spoken ? { firstReactionAt: receivedAt, reactedByReceiving: true } : { firstReactionAt: null };
}
