import assert from 'node:assert/strict';
import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { Outcome } from '../src/domain/complaint/vocabulary.ts';

/** Outcomes in which nobody owes an answer any more (rule 26). */
const WITHOUT_ANSWER: readonly Outcome[] = [
  'withdrawn',
  'deemed-withdrawn',
  'archived-invalid',
  'archived-duplicate',
];

/** What no state of a case may break, whoever did whatever to it: throws, naming the law or the rule. */
export function holdsTheLaws(state: CaseState): void {
  const ended = state.status === 'closed' || state.status === 'filed';
  assert.equal(ended, state.outcome !== null, 'law 4: Selesai has an outcome, and nothing else has one');
  assert.equal(ended, state.closedAt !== null, 'law 4: Selesai has its date, and nothing else has one');
  assert.equal(ended, state.closed !== null);
  if (state.outcome !== null && !WITHOUT_ANSWER.includes(state.outcome)) {
    assert.ok(state.answer, 'law 4: never Selesai without an answer');
    assert.ok(state.answeredAt);
  }
  if (state.status === 'answered') assert.ok(state.answer);
  if (ended || state.status === 'answered') assert.deepEqual(state.due, [], 'nothing runs after the answer');
  assert.ok(state.receivedAt <= state.recordedAt, 'rule 1: received is not after recorded');
  // Each notice of what is missing has 30 days of its own.
  const clocks = state.ended.filter(({ clock }) => clock !== 'statute-completion');
  assert.ok(state.pauses.every(({ clock }) => clock === 'sp4n'));
  if (state.severity.now !== null)
    assert.notEqual(state.severity.first, null, 'rule 15: the first class stays');
  assert.ok(clocks.length <= 9 * (1 + state.reopenedCount) + 9);
  for (const step of state.sop.steps) {
    if (step.mark === 'not-needed') assert.equal(step.finishedAt, null, 'rule 4: not needed is not done');
  }
  if (state.marks.restricted && state.review?.decision === 'audit') {
    assert.ok(state.review.readers.length > 0, 'rule 27: a closed lane names its readers');
  }
}
