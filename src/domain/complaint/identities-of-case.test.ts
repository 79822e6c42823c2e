import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { decideCorrect } from './decide-correct.ts';
import { versionsOf } from './identities-of-case.ts';

test('rule 11: a person has as many versions as his data had corrections, and nobody beside him is one of them', () => {
  const as = 'self';
  const lists = [
    [
      { identity: 'pelapor-1', as },
      { identity: 'lupa', as },
    ],
    [
      { identity: 'betul', as },
      { identity: 'lupa', as },
    ],
    [
      { identity: 'betul', as },
      { identity: 'ingat', as },
    ],
    [
      { identity: 'lebih-betul', as },
      { identity: 'ingat', as },
    ],
  ] as const;
  let complaint = aComplaint().received();
  for (const reporters of lists) {
    complaint = complaint.does((state, context) =>
      decideCorrect(state, { changes: { reporters }, reason: 'r' }, context),
    );
  }
  const history = complaint.events();
  assert.deepEqual(versionsOf('lebih-betul', history), ['lebih-betul', 'betul', 'pelapor-1']);
  assert.deepEqual(
    versionsOf('betul', history),
    ['betul', 'pelapor-1'],
    'what took his place is not his past',
  );
  assert.deepEqual(versionsOf('ingat', history), ['ingat', 'lupa']);
  assert.deepEqual(versionsOf('pelapor-1', history), ['pelapor-1']);
});
