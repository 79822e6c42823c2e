import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import type { Permission } from '../people/permissions.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { type AcceptUrgentCommand, decideAcceptUrgent } from './decide-mark.ts';

test('rule 6: nobody comes to own a protected case by taking it in hand who could not read it before', () => {
  const urgent = aComplaint().received({ urgent: true, protected: true }).disposed({ unit: 'linjamsos' });
  const ownerBy = (may: readonly Permission[], units: readonly string[], owner?: string) => {
    const who = anActor({ account: 'petugas-2', may: new Set(['accept-urgent', ...may]), units });
    const accept = (state: CaseState, context: Context) =>
      decideAcceptUrgent(state, owner === undefined ? {} : { owner }, context);
    const decision = urgent.by(who).decide(accept);
    if (!decision.ok) return decision.refusal;
    const accepted = urgent.by(who).does(accept).state();
    assert.ok(accepted.marks.urgentAcceptedAt, 'the calling stops all the same');
    return accepted.owner;
  };
  assert.equal(ownerBy(['case/read-open'], ['linjamsos']), null);
  assert.equal(ownerBy(['case/read-protected'], ['rehsos']), null);
  assert.equal(ownerBy(['case/read-protected'], ['linjamsos']), 'petugas-2');
  assert.equal(ownerBy(['case/read-protected'], ['linjamsos'], 'petugas-3'), 'field-not-taken');
  assert.equal(ownerBy(['case/read-protected', 'dispose'], [], 'petugas-3'), 'petugas-3');
});

test('rule 6: whom the disposisi names in a protected case reads it on: only who disposes puts another in his place', () => {
  const given = aComplaint()
    .received({ urgent: true, protected: true })
    .disposed({ unit: 'linjamsos', owner: 'petugas-7' });
  const ownerBy = (may: readonly Permission[], command: AcceptUrgentCommand) => {
    const who = anActor({
      account: 'petugas-2',
      may: new Set(['accept-urgent', ...may]),
      units: ['linjamsos'],
    });
    const accept = (state: CaseState, context: Context) => decideAcceptUrgent(state, command, context);
    const decision = given.by(who).decide(accept);
    return decision.ok ? given.by(who).does(accept).state().owner : decision.refusal;
  };
  assert.equal(ownerBy(['case/read-protected'], {}), 'petugas-7');
  assert.equal(ownerBy(['case/read-protected'], { owner: 'petugas-2' }), 'field-not-taken');
  assert.equal(ownerBy(['case/read-protected', 'dispose'], { owner: 'petugas-2' }), 'petugas-2');
});
