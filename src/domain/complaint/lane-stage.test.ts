import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { decideFollowUp } from './decide-follow-up.ts';
import {
  decideAssessInvestigation,
  decideAssignInvestigation,
  decideFind,
  decideRecordSanction,
} from './decide-investigation.ts';
import { decideReviewDecide, decideReviewRecommend, decideReviewStart } from './decide-review.ts';
import { laneStage } from './lane-stage.ts';

const head = anActor({ account: 'pimpinan-1' });
const started = aComplaint()
  .received()
  .does((state, context) => decideReviewStart(state, { reviewers: ['petugas-1'] }, context));
const recommended = started.does((state, context) =>
  decideReviewRecommend(state, { recommendation: 'audit', text: 'telaah-1' }, context),
);
const decided = (decision: 'unit' | 'audit' | 'stop' | 'inspectorate') =>
  recommended
    .by(head)
    .does((state, context) =>
      decideReviewDecide(state, { decision, readers: decision === 'audit' ? ['auditor-1'] : [] }, context),
    );
const assigned = decided('audit').does((state, context) =>
  decideAssignInvestigation(
    state,
    { investigators: [{ account: 'auditor-1' }], from: '2026-03-03', to: '2026-03-10' },
    context,
  ),
);
const assessed = (worthy: boolean) =>
  assigned
    .by(anActor({ account: 'auditor-1' }))
    .does((state, context) => decideAssessInvestigation(state, { worthy, grounds: 'dasar-1' }, context));
const found = (finding: 'proven' | 'not-proven') =>
  assessed(true).does((state, context) => decideFind(state, { finding, text: 'temuan-1' }, context));

test('rules 27, 29: each step of the lane says who is awaited next, in one order', () => {
  assert.equal(laneStage(aComplaint().received().state()), null);
  assert.equal(laneStage(started.state()), 'recommend');
  assert.equal(laneStage(recommended.state()), 'decide');
  assert.equal(laneStage(decided('unit').state()), null);
  assert.equal(laneStage(decided('stop').state()), null);
  assert.equal(laneStage(decided('inspectorate').state()), 'inspectorate');
  assert.equal(laneStage(decided('audit').state()), 'assign');
  assert.equal(laneStage(assigned.state()), 'assess');
  assert.equal(laneStage(assessed(false).state()), 'not-worthy');
  assert.equal(laneStage(assessed(true).state()), 'examine');
  assert.equal(laneStage(found('not-proven').state()), 'answer');
});

test('rule 29: a finding waits for the decree of the competent official, or for word that there is none', () => {
  const awaiting = found('proven');
  assert.equal(laneStage(awaiting.state()), 'sanction');
  const none = awaiting
    .by(head)
    .does((state, context) => decideRecordSanction(state, { sanction: null }, context));
  assert.equal(laneStage(none.state()), 'answer');
});

test('rule 27: an examiner records his examination whatever the unit and before any disposisi, once it is worthy', () => {
  const examiner = anActor({ account: 'auditor-1', may: new Set(['follow-up']), units: ['rehsos'] });
  const note = (complaint: typeof started, by = examiner) => {
    const decision = complaint
      .by(by)
      .decide((state, context) => decideFollowUp(state, { entry: 'note', text: 'catatan-1' }, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(note(assigned), 'not-now', 'not before it is said to be worthy');
  assert.equal(note(assessed(true)), 'accepted');
  assert.equal(note(assessed(true), { ...examiner, account: 'bukan-auditor' }), 'not-a-reader');
});
