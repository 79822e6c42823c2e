import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { EVENTS } from '../../../test/an-event-of-each.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import type { ComplaintEvent, RecordedEvent } from './event.ts';
import { FOLD } from './fold-case.ts';

/** Every name that a state or a part of it bears, as rows that are written already have them. */
const MEMBERS: Readonly<Record<number, string>> = {
  2: `absorbed absorbedReceipts absorbedReceipts.at absorbedReceipts.other absorbedReceipts.precision answer
    answer.at answer.atDesk answer.deliveredAt answer.text answer.way answeredAt approvedAs awaitingReplyFrom
    cameFromUnit cancelled carriedReaders category channel closed closed.at closed.by closed.narrative
    closed.pending closed.pending.body closed.pending.lookAgainOn closed.pending.reference closedAt
    confirmedAt decidedAt deskAnswerAcknowledged deviation documents documents.deferred
    documents.deferred.document documents.deferred.promisedBy documents.deferred.step documents.received
    documents.received.attachment documents.received.document draftAnswer draftAnswer.text due due.basis
    due.clock due.dueAt due.from due.limit due.waiting duties duties.approved duties.dueOn duties.duty duties.fulfilled ended
    ended.basis ended.clock ended.dueAt ended.endedAt ended.from ended.limit ended.waiting erased everGuarded
    firstReactionAt form forwardedAt givenTo group happenedOn investigation investigation.finding
    investigation.investigators investigation.sanctioned investigation.worthy judged kind marks
    marks.anonymous marks.atOmbudsman marks.protected marks.restricted marks.secret marks.urgent
    marks.urgentAcceptedAt marks.urgentAsked matter mergedInto missed missed.basis
    missed.clock missed.dueAt missed.endedAt missed.from missed.limit missed.waiting otherUnits outcome oversight ownReceipt
    ownReceipt.at ownReceipt.precision owner pauses pauses.awaits pauses.clock pauses.from pauses.to people
    people.concerns people.reporters people.reporters.as people.reporters.identity people.respondents
    people.respondents.account people.respondents.alone people.respondents.identity people.respondents.said
    people.respondents.said.by people.respondents.said.staff people.respondents.settledBy
    people.respondents.standing people.respondents.unit
    place ppidExtendedAt precision provenance reactedByReceiving receivedAt recordedAt recordedBy referral
    referral.body referral.confirmedAt referral.way register register.no register.printed register.year
    reopenedAt reopenedCount review review.decision review.readers review.recommendation review.reviewers
    safeContact safeReferral safeReferral.handedOverAt safeReferral.since service severity severity.first severity.now sop sop.answer sop.answer.finishedAt
    sop.answer.startedAt sop.sop sop.steps sop.steps.by sop.steps.by.account sop.steps.by.insteadOf
    sop.steps.by.role sop.steps.finishedAt sop.steps.mark sop.steps.no sop.steps.operation sop.steps.startedAt
    sop.version sourceNumber status ticket unit verification verification.authority verification.completeAt
    verification.completeness verification.incompleteAt verification.missing verification.noticeProvenAt
    verification.verifiedAt version`,
};

test('a state that has another member than rows written before raises FOLD, behind which they are folded anew', () => {
  let state: CaseState | null = null;
  const met = new Set<string>();
  const actor = { by: 'staff', account: 'petugas-1', role: 'semua' } as const;
  for (const event of Object.values(EVENTS).flat()) {
    state = applyEvent(state, { seq: (state?.version ?? 0) + 1, recordedAt: event.at, actor, event });
    collect(state, '', met);
  }
  assert.equal([...met].toSorted().join(' '), MEMBERS[FOLD]?.split(/\s+/).join(' '));
});

/** What only some states have: the compiler asks for one that is added. */
type Optional<T> = keyof { [K in keyof T as object extends Pick<T, K> ? K : never]: K };
const OF_SOME: Readonly<Record<Optional<CaseState>, true>> = {
  ...{
    everGuarded: true,
    carriedReaders: true,
    reactedByReceiving: true,
    missed: true,
    approvedAs: true,
    safeReferral: true,
  },
};

test('what only some states have is known, too', () => {
  const known = MEMBERS[FOLD]?.split(/\s+/) ?? [];
  for (const member of Object.keys(OF_SOME)) assert.ok(known.includes(member), member);
});

test('rule 37: a case whose status its old register does not tell is open once somebody works on it, and not by a mended record', () => {
  const old = {
    ...aComplaint().received().state(),
    provenance: 'register-lama',
    status: 'not-recorded',
  } as const;
  const staff = { by: 'staff', account: 'petugas-1', role: 'semua' } as const;
  const statusAfter = (event: ComplaintEvent, actor: RecordedEvent['actor'] = staff) =>
    applyEvent(old, { seq: old.version + 1, recordedAt: event.at, actor, event }).status;
  for (const type of ['asked', 'replied', 'forwarded', 'message-sent', 'referred', 'review-started'] as const)
    for (const event of EVENTS[type]) assert.equal(statusAfter(event), 'received', type);
  for (const type of ['corrected', 'linked', 'identity-opened', 'cancelled'] as const)
    for (const event of EVENTS[type]) assert.equal(statusAfter(event), 'not-recorded', type);
  const [classified] = EVENTS.classified;
  assert.ok(classified?.severity);
  assert.equal(statusAfter(classified), 'received');
  assert.equal(statusAfter(classified, { by: 'import', account: null, role: null }), 'not-recorded');
  assert.equal(statusAfter({ ...classified, severity: null }), 'not-recorded', 'an accepted suggestion');
});

function collect(value: unknown, path: string, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const name = Array.isArray(value) ? path : `${path}${path === '' ? '' : '.'}${key}`;
    into.add(name);
    collect(inner, name, into);
  }
}
