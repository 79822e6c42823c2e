import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { COMPLAINANT_ACTOR } from '../people/case-actor.ts';
import { decideArchive } from './decide-archive.ts';
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
