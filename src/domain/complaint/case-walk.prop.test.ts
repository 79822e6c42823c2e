import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pickSeeded, someSeed, walkCase } from '../../../test/case-walk.ts';
import type { CaseState } from './case-state.ts';
import { foldCase } from './fold-case.ts';
import type { Outcome } from './vocabulary.ts';

/** Outcomes in which nobody owes an answer any more (rule 26). */
const WITHOUT_ANSWER: readonly Outcome[] = [
  'withdrawn',
  'deemed-withdrawn',
  'archived-invalid',
  'archived-duplicate',
];

function holds(state: CaseState): void {
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

test('every random life keeps the laws in each of its states', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(80), (seed, length) => {
      const { steps, state } = walkCase(length, pickSeeded(seed));
      for (const { before } of steps) holds(before);
      holds(state);
    }),
    { numRuns: 150 },
  );
});

test('a whole history folds to the state that its entries led to one by one', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(60), (seed, length) => {
      const { state, events } = walkCase(length, pickSeeded(seed));
      assert.deepEqual(foldCase(events), state);
      assert.ok(events.every(({ seq }, index) => seq === index + 1));
      const recorded = events.map(({ recordedAt }) => recordedAt);
      assert.deepEqual(recorded, recorded.toSorted());
    }),
    { numRuns: 60 },
  );
});

test('seeded walks reach every status, most operations and many outcomes, so that the properties mean something', () => {
  const statuses = new Set<string>();
  const operations = new Set<string>();
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const { steps, state } = walkCase(60, pickSeeded(seed * 7919));
    for (const step of steps) {
      statuses.add(step.before.status);
      if (step.decision.ok) operations.add(step.operation);
      if (step.before.outcome !== null) outcomes.add(step.before.outcome);
    }
    if (state.outcome !== null) outcomes.add(state.outcome);
  }
  assert.equal(statuses.size, 8);
  assert.ok(operations.size >= 30, [...operations].join(' '));
  assert.ok(outcomes.size >= 8, [...outcomes].join(' '));
});

test('a history that does not begin with received, or leaves out an entry, is a fault', () => {
  const { events } = walkCase(20, pickSeeded(3));
  assert.throws(() => foldCase([]), /without history/);
  assert.throws(() => foldCase(events.slice(1)), /begins with received/);
  assert.throws(() => foldCase(events.toSpliced(1, 1)), /does not follow/);
});
