import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { EVENTS } from '../../../test/an-event-of-each.ts';
import { anOffice } from '../../../test/an-office.ts';
import { mayRead } from '../people/may.ts';
import { PERMISSIONS } from '../people/permissions.ts';
import { applyEvent } from './apply-event.ts';
import { apologyAwaits, decideApproveDuty, isPublic } from './decide-approve-duty.ts';
import { isShutOut } from './gate.ts';

const office = anOffice();
const TEXT = { duty: 'permintaan-maaf', text: 'naskah-1' };
const coordinator = anActor({ account: 'koordinator-1', role: 'koordinator' });
const without = anActor({
  account: 'petugas-lain',
  may: new Set(PERMISSIONS.filter((one) => one !== 'publication/approve')),
});

/** A case that named people read only, with an apology that is due. */
function restricted() {
  const complaint = aComplaint().received({
    respondents: [{ identity: null, account: 'terlapor-1', unit: 'rehsos' }],
  });
  const actor = { by: 'staff', account: 'kepala-1', role: 'penanggung-jawab' } as const;
  const at = '2026-03-02T02:00:00.000Z';
  const marked = EVENTS.marked.find((one) => one.type === 'marked' && one.mark === 'restricted');
  assert.ok(marked !== undefined);
  const events = [
    { ...marked, at },
    { type: 'duty-opened', at, duty: 'permintaan-maaf', dueOn: '2026-03-16' } as const,
  ];
  let state = complaint.state();
  for (const event of events) {
    state = applyEvent(state, { seq: state.version + 1, recordedAt: at, actor, event });
  }
  return { state, context: complaint.context() };
}

test('rule 31: who releases to the public approves the text of an apology, also of a case that he does not read', () => {
  const { state, context } = restricted();
  assert.equal(mayRead(coordinator, state), false);
  assert.equal(isShutOut(state, 'approve-duty', coordinator), false);
  assert.equal(isShutOut(state, 'follow-up', coordinator), true, 'beside that text the case is not there');
  const decided = decideApproveDuty(state, TEXT, { ...context, actor: coordinator });
  assert.deepEqual(decided, { ok: true, events: [{ type: 'duty-approved', at: context.now, ...TEXT }] });
});

test('rules 28, 31: others learn nothing of it, the terlapor and his deputy neither', () => {
  const { state } = restricted();
  const respondent = { ...coordinator, account: 'terlapor-1' };
  const deputy = { ...coordinator, deputyOf: ['terlapor-1'] };
  for (const actor of [without, respondent, deputy]) {
    assert.equal(isShutOut(state, 'approve-duty', actor), true);
  }
});

test('rule 31: an apology awaits its approval; without a duty its issue by who releases is the approval', () => {
  const { state } = restricted();
  assert.equal(apologyAwaits(state, coordinator, office), true);
  const approved = { ...state, duties: state.duties.map((one) => ({ ...one, approved: 'naskah-1' })) };
  assert.equal(apologyAwaits(approved, without, office), false);
  const none = { ...state, duties: [] };
  assert.deepEqual(
    [apologyAwaits(none, coordinator, office), apologyAwaits(none, without, office)],
    [false, true],
  );
});

test('rule 31: what an office says nothing of is done before the public, so that nothing goes out unseen', () => {
  const duty = { key: 'merchandise', label: 'Merchandise', within: null };
  assert.equal(isPublic('merchandise', { duties: [duty] }), true);
  assert.equal(isPublic('merchandise', { duties: [{ ...duty, publishes: false }] }), false);
});
