import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint } from '../../../test/a-complaint.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import { decideLink, decideUnlink } from './decide-link.ts';
import type { ComplaintEvent } from './event.ts';

const begun = { group: 'rombongan-1', isSame: false };

function after(state: CaseState, events: readonly ComplaintEvent[]): CaseState {
  return events.reduce(
    (now, event) =>
      applyEvent(now, {
        seq: now.version + 1,
        recordedAt: event.at,
        actor: { by: 'staff', account: 'a', role: null },
        event,
      }),
    state,
  );
}
function link(one: CaseState, other: CaseState, as = begun) {
  const decided = received.decide((_state, context) => {
    const linked = decideLink(one, other, as, context);
    if (!linked.ok) return linked;
    pair = linked;
    return { ok: true, events: linked.events };
  });
  return decided.ok ? pair : decided;
}
let pair: Extract<ReturnType<typeof decideLink>, { readonly ok: true }> = { ok: true, events: [], other: [] };
const received = aComplaint().received();
const state = () => aComplaint().received().state();

test('rule 3: two neighbours begin a rombongan, a third joins it, and each stays a case of its own', () => {
  const first = link(state(), state());
  assert.ok(first.ok);
  const [one, two] = [after(state(), first.events), after(state(), first.other)];
  assert.deepEqual([one.group, two.group], ['rombongan-1', 'rombongan-1']);
  const next = link(state(), one, { group: 'rombongan-2', isSame: false });
  assert.ok(next.ok);
  assert.equal(after(state(), next.events).group, 'rombongan-1');
  assert.deepEqual(next.other, [], 'who is in it already gains no entry');
  assert.equal(one.mergedInto, null);
});

test('rule 3: what is linked already, and a case with itself, is refused', () => {
  const first = link(state(), state());
  assert.ok(first.ok);
  const [one, two] = [after(state(), first.events), after(state(), first.other)];
  const again = link(one, two);
  assert.ok(!again.ok && again.refusal === 'nothing-changes');
  const same = link(one, one, { group: 'x', isSame: true });
  assert.ok(!same.ok && same.refusal === 'same-case');
});

test('rule 3: a case leaves its rombongan; one that is in none has none to leave', () => {
  const first = link(state(), state());
  assert.ok(first.ok);
  const one = after(state(), first.events);
  const left = received.decide((_state, context) => decideUnlink(one, context));
  assert.ok(left.ok);
  assert.equal(after(one, left.events).group, null);
  const none = received.decide((alone, context) => decideUnlink(alone, context));
  assert.ok(!none.ok && none.refusal === 'nothing-changes');
});
