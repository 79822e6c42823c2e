import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { availableActions } from './available-actions.ts';

test('rule 37: a case that is Selesai by the old register may be filed, but no step is said to come next', () => {
  const closed = aComplaint().received().registered().answeredAtDesk().state();
  const next = (state: typeof closed) =>
    availableActions(state, anActor()).flatMap(({ operation, primary }) => (primary ? [operation] : []));
  assert.deepEqual(next(closed), ['file']);
  const old = { ...closed, provenance: 'register-lama', outcome: 'not-recorded' } as const;
  assert.deepEqual(next(old), []);
  assert.ok(availableActions(old, anActor()).some(({ operation }) => operation === 'file'));
});
