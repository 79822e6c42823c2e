import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { decideVerify } from './decide-verify.ts';

test('rule 19: what is missing is named, and stands with its day as long as only the authority becomes another', () => {
  const incomplete = aComplaint()
    .received()
    .at('2026-04-10T09:00')
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .at('2026-04-20T09:00');
  const unnamed = { completeness: 'incomplete', missing: [] } as const;
  const own = incomplete.decide((state, context) =>
    decideVerify(state, { ...unnamed, authority: 'own' }, context),
  );
  assert.equal(!own.ok && own.refusal, 'missing-papers-required');
  const other = incomplete.does((state, context) =>
    decideVerify(state, { ...unnamed, authority: 'other' }, context),
  );
  const { missing, incompleteAt } = other.state().verification;
  assert.deepEqual([missing, incompleteAt], [['KK'], wita('2026-04-10T09:00')]);
});
