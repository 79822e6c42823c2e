import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { decideAcknowledge } from '../complaint/decide-acknowledge.ts';
import { PUBLIC_ACTOR, SYSTEM_ACTOR } from '../people/case-actor.ts';
import { advanceSop } from './advance-sop.ts';

const fromWebsite = () => aComplaint({ actor: PUBLIC_ACTOR }).received({ channel: 'website' });

test('rule 17: what the public sends in finishes step 1 by itself, marked automatic', () => {
  const [first, second] = fromWebsite().state().sop.steps;
  assert.equal(first?.mark, 'automatic');
  assert.equal(second?.operation, 'verify');
  assert.equal(second?.startedAt, fromWebsite().state().recordedAt);
});

test('rule 17: an automatic acknowledgement does not finish step 3, a person does after verification', () => {
  const automatic = fromWebsite()
    .by(SYSTEM_ACTOR)
    .does((state, context) => decideAcknowledge(state, {}, context));
  assert.equal(automatic.state().sop.steps[2]?.finishedAt, null);
  const byPerson = automatic
    .by(anActor())
    .verified()
    .does((state, context) => decideAcknowledge(state, { channel: 'whatsapp' }, context));
  const third = byPerson.state().sop.steps[2];
  assert.ok(third?.finishedAt);
  assert.equal(third.mark, null);
});

test('rule 36: an automatic acknowledgement is no first reaction, a person is', () => {
  const automatic = fromWebsite()
    .by(SYSTEM_ACTOR)
    .does((state, context) => decideAcknowledge(state, {}, context));
  assert.equal(automatic.state().firstReactionAt, null);
  const byPerson = automatic.by(anActor()).does((state, context) => decideAcknowledge(state, {}, context));
  assert.notEqual(byPerson.state().firstReactionAt, null);
});

test('rule 17: step 9 is done when an issued periodic report holds the case, and is no deadline of it', () => {
  const state = fromWebsite().state();
  assert.equal(state.sop.steps[8]?.operation, 'issue-report');
  const progress = advanceSop(state.sop, {
    seq: 2,
    recordedAt: '2026-07-05T02:00:00.000Z',
    actor: { by: 'staff', account: 'petugas-1', role: 'koordinator' },
    event: { type: 'reported-in-period', at: '2026-07-05T02:00:00.000Z', report: 'laporan-1' },
  });
  assert.equal(progress.steps[8]?.finishedAt, '2026-07-05T02:00:00.000Z');
  assert.equal(progress.steps[8]?.startedAt, null);
});

test('rule 23: the step keeps who did it, under which role, and for whom he stood in', () => {
  const actor = anActor({ role: 'loket', insteadOf: { role: 'koordinator', reason: 'alasan-1' } });
  const state = fromWebsite().by(actor).verified().state();
  assert.deepEqual(state.sop.steps[1]?.by, { account: 'petugas-1', role: 'loket', insteadOf: 'koordinator' });
});
