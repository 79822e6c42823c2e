import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { PERMISSIONS, type Permission } from '../people/permissions.ts';
import { attachmentsOf } from './attachments-of-event.ts';
import { type AnswerCommand, decideAnswer } from './decide-answer.ts';
import { decideReturnAnswer } from './decide-draft.ts';
import { decideMark, decideSetSafeContact } from './decide-mark.ts';

const submitted = () => aComplaint().received().disposed().submitted();
function answer(command: AnswerCommand, complaint = submitted()) {
  return complaint.decide((state, context) => decideAnswer(state, command, context));
}
function refusalOf(command: AnswerCommand, complaint = submitted()) {
  const decision = answer(command, complaint);
  return decision.ok ? 'accepted' : decision.refusal;
}

test('rule 25: through a channel asks for the channel', () => {
  assert.equal(refusalOf({ way: 'channel' }), 'channel-required');
  assert.equal(refusalOf({ way: 'channel', channel: 'whatsapp' }), 'accepted');
});

test('rule 25: by letter needs name and postal address', () => {
  assert.equal(refusalOf({ way: 'letter' }), 'letter-needs-name-and-address');
  assert.equal(refusalOf({ way: 'letter', hasNameAndAddress: true }), 'accepted');
  const anonymous = aComplaint().received({ anonymous: true }).disposed().submitted();
  assert.equal(
    refusalOf({ way: 'letter', hasNameAndAddress: true }, anonymous),
    'letter-needs-name-and-address',
  );
});

test('rule 25: orally asks who was told; the first complainant when nobody else is named', () => {
  const decision = answer({ way: 'oral' });
  const [event] = decision.ok ? decision.events : [];
  assert.equal(event?.type === 'answered' && event.toldTo, 'pelapor-1');
  const nobody = aComplaint().received({ reporters: [] }).disposed().submitted();
  assert.equal(refusalOf({ way: 'oral' }, nobody), 'oral-needs-person-told');
});

test('rule 31: an answer is published only by who may release to the public', () => {
  const without = new Set<Permission>(
    PERMISSIONS.filter((permission) => permission !== 'publication/approve'),
  );
  const clerk = submitted().by(anActor({ may: without }));
  assert.equal(refusalOf({ way: 'published' }, clerk), 'publication-not-approved');
  assert.equal(refusalOf({ way: 'published' }), 'accepted');
});

test('rule 25: tidak dapat disampaikan asks for its reason and dated attempts', () => {
  assert.equal(refusalOf({ way: 'undeliverable' }), 'reason-required');
  assert.equal(refusalOf({ way: 'undeliverable', undeliverableReason: 'alasan-1' }), 'attempts-required');
  const tried = (on: string) =>
    refusalOf({
      way: 'undeliverable',
      undeliverableReason: 'alasan-1',
      attempts: [{ on, how: 'telepon' }],
    });
  assert.equal(tried('2026-03-02'), 'accepted');
  assert.equal(tried('2026-03-01'), 'attempt-out-of-time');
  assert.equal(tried('2026-03-03'), 'attempt-out-of-time');
});

test('rule 25: an answer that equals an acknowledgement template is questioned once, not refused', () => {
  assert.equal(refusalOf({ way: 'oral', repeatsWhatWasTold: true }), 'confirm-template-answer');
  assert.equal(refusalOf({ way: 'oral', repeatsWhatWasTold: true, templateConfirmed: true }), 'accepted');
});

test('rule 6: a protected case is written to only where a safe way is known', () => {
  const marked = submitted().does((state, context) =>
    decideMark(state, { mark: 'protected', on: true }, context),
  );
  assert.equal(refusalOf({ way: 'channel', channel: 'whatsapp' }, marked), 'no-safe-contact');
  assert.equal(refusalOf({ way: 'published' }, marked), 'publication-not-approved');
  assert.equal(refusalOf({ way: 'oral' }, marked), 'accepted');
  const safe = marked.does((state, context) => decideSetSafeContact(state, { text: 'aman-1' }, context));
  assert.equal(refusalOf({ way: 'channel', channel: 'whatsapp' }, safe), 'accepted');
});

test("without a text of its own the unit's submitted text is the answer, a returned draft is none", () => {
  const decision = answer({ way: 'oral' });
  const [event] = decision.ok ? decision.events : [];
  assert.equal(event?.type === 'answered' && event.text, 'jawaban-1');
  const returned = submitted().does((state, context) => decideReturnAnswer(state, { reason: 'r' }, context));
  assert.equal(refusalOf({ way: 'oral' }, returned), 'no-answer-text');
});

test('rule 1: an answer is dated neither before the receipt nor in the future', () => {
  assert.equal(refusalOf({ way: 'oral', at: wita('2026-03-02T08:59') }), 'time-before-receipt');
  assert.equal(refusalOf({ way: 'oral', at: wita('2026-03-02T23:00') }), 'time-in-future');
});

test('rule 25: told by word of mouth is somebody of the case: who complained, or whom it concerns', () => {
  const concerns = [{ identity: 'anak-1', relation: 'anak' }];
  const complaint = aComplaint().received({ concerns }).disposed().submitted();
  const told = (toldTo: string) => refusalOf({ way: 'oral', toldTo }, complaint);
  assert.deepEqual(
    [told('pelapor-1'), told('anak-1'), told('siapa-saja')],
    ['accepted', 'accepted', 'unknown-person'],
  );
});

test('rule 1: an answer of earlier is a late entry: it has its reason, and the history keeps it', () => {
  const later = submitted().at('2026-03-05T10:00');
  const at = wita('2026-03-03T10:00');
  assert.equal(refusalOf({ way: 'oral', at }, later), 'late-entry-reason-required');
  assert.equal(refusalOf({ way: 'oral', at: wita('2026-03-05T09:51') }, later), 'accepted');
  const decision = answer({ way: 'oral', at, lateEntryReason: 'alasan-1' }, later);
  const [event] = decision.ok ? decision.events : [];
  assert.deepEqual(event?.type === 'answered' && [event.at, event.lateEntryReason], [at, 'alasan-1']);
});

test('law 4: answered is a status, not an outcome', () => {
  const state = submitted().answered().state();
  assert.equal(state.status, 'answered');
  assert.equal(state.outcome, null);
  assert.equal(state.closedAt, null);
});

test('rule 36: the answer that is measured is the first one', () => {
  const first = submitted().at('2026-03-03T10:00').answered().closed().reopened();
  const second = first.at('2026-03-09T10:00').answered().state();
  assert.equal(second.answeredAt, wita('2026-03-03T10:00'));
  assert.equal(second.answer?.at, wita('2026-03-09T10:00'));
});

test('rule 25: of a complaint in a public thread both proofs are kept, the neutral sentence there and the answer itself', () => {
  const thread = aComplaint().received({ channel: 'facebook' }).disposed().submitted();
  const both = { way: 'channel', channel: 'facebook', proof: 'pesan-1', threadProof: 'utas-1' } as const;
  const decision = answer(both, thread);
  const [event] = decision.ok ? decision.events : [];
  assert.ok(event?.type === 'answered');
  assert.deepEqual(attachmentsOf(event), ['pesan-1', 'utas-1']);
  assert.equal(
    refusalOf({ ...both, channel: 'whatsapp' }),
    'field-not-taken',
    'there is no thread elsewhere',
  );
});
