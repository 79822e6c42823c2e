import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pickSeeded, someSeed, walkCase } from '../../../test/case-walk.ts';
import { holdsTheLaws } from '../../../test/laws-of-a-state.ts';
import { foldCase } from './fold-case.ts';

test('every random life keeps the laws in each of its states', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(80), (seed, length) => {
      const { steps, state } = walkCase(length, pickSeeded(seed));
      for (const { before } of steps) holdsTheLaws(before);
      holdsTheLaws(state);
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
