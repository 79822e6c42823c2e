import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { COMPLAINANT_ACTOR } from '../people/case-actor.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideArchive } from './decide-archive.ts';
import { decideFile } from './decide-file.ts';
import { decideReopen } from './decide-reopen.ts';
import { decideProveNotice } from './decide-verify.ts';
import { decideWithdraw } from './decide-withdraw.ts';

type Complaint = ReturnType<typeof aComplaint>;

const archived = (complaint: Complaint) =>
  complaint.does((state, context) =>
    decideArchive(state, { outcome: 'archived-invalid', reason: 'alasan-1' }, context),
  );
const told = (complaint: Complaint) =>
  complaint.does((state, context) => decideProveNotice(state, { notice: 'ending' }, context));
const reopens = (complaint: Complaint) => {
  const decision = complaint
    .by(COMPLAINANT_ACTOR)
    .decide((state, context) => decideReopen(state, { reason: 'alasan-2' }, context));
  return decision.ok ? 'accepted' : decision.refusal;
};
const received = aComplaint().received().at('2026-03-03T10:00');
const deemed = aComplaint()
  .received()
  .verified({ completeness: 'incomplete', missing: ['KK'] })
  .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
  .at('2026-05-04T10:00')
  .does((state, context) => decideWithdraw(state, { deemed: true, reason: 'r' }, context));

test('rules 19, 26: an ending without an answer shuts nobody out who was never told of it', () => {
  for (const ended of [archived(received), deemed]) {
    assert.equal(reopens(ended.at('2026-08-03T10:00')), 'accepted');
    const proven = told(ended.at('2026-06-02T10:00'));
    assert.deepEqual([proven.state().due, proven.state().closed?.toldAt], [[], wita('2026-06-02T10:00')]);
    assert.equal(reopens(proven.at('2026-06-03T10:00')), 'accepted', 'the window runs from the proof');
    assert.equal(reopens(proven.at('2026-08-03T10:00')), 'window-over');
  }
});

test('rule 26: who took it back himself knows of it, and so does the only person of an office prove it to another', () => {
  const withdrawn = received
    .by(COMPLAINANT_ACTOR)
    .does((state, context) => decideWithdraw(state, { reason: 'r' }, context));
  assert.equal(reopens(withdrawn.at('2026-08-03T10:00')), 'window-over');
  const again = withdrawn
    .by(anActor())
    .decide((state, context) => decideProveNotice(state, { notice: 'ending' }, context));
  assert.equal(!again.ok && again.refusal === 'not-now' && again.because, 'no-notice');
  const alone = anActor({ account: 'petugas-tunggal' });
  const proven = told(archived(received.by(alone)).at('2026-03-04T10:00'));
  assert.equal(reopens(proven.at('2026-08-03T10:00')), 'window-over');
});

test('rule 26: the proof of an answer is none of an ending after it was opened again', () => {
  const ended = archived(received.disposed().answered().closed().reopened());
  assert.equal(reopens(ended.at('2026-08-03T10:00')), 'accepted');
  assert.equal(reopens(told(ended).at('2026-08-03T10:00')), 'window-over');
  const reopened = told(ended).reopened();
  assert.equal(reopens(archived(reopened).at('2026-08-03T10:00')), 'accepted', 'each ending is told anew');
});

test('rule 26: an answer that the office closed on is proven when its receipt comes back, and the window runs from there', () => {
  const sent = received.disposed().answered({ way: 'letter', hasNameAndAddress: true });
  const closed = sent.at('2026-03-10T10:00').closed();
  const proves = (state: CaseState, context: Context) =>
    decideProveNotice(state, { notice: 'answer' }, context);
  assert.equal(reopens(closed.at('2027-12-10T10:00')), 'accepted', 'nobody knows that he has it');
  const back = closed.at('2026-04-01T10:00');
  const filed = back.does((state, context) => decideFile(state, {}, context));
  for (const ended of [back, filed.at('2026-04-01T10:00')]) {
    const proven = ended.does(proves);
    assert.deepEqual([proven.state().status, proven.state().due], [ended.state().status, []]);
    assert.equal(proven.state().answer?.deliveredAt, wita('2026-04-01T10:00'));
    assert.equal(reopens(proven.at('2026-04-02T10:00')), 'accepted');
    assert.equal(reopens(proven.at('2026-08-03T10:00')), 'window-over');
    const twice = proven.decide(proves);
    assert.equal(!twice.ok && twice.refusal === 'not-now' && twice.because, 'already-recorded');
  }
  const verifies = anActor({ may: new Set(['case/read-open', 'verify']) });
  const refused = back.by(verifies).decide(proves);
  assert.equal(!refused.ok && refused.refusal, 'not-permitted', 'of an answer it takes who may answer');
});
