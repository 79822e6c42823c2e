import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import type { CaseActor } from '../people/case-actor.ts';
import { isRespondent, mayRead } from '../people/may.ts';
import { availableActions } from './available-actions.ts';
import { decideDispose } from './decide-dispose.ts';
import type { IntakeCommand } from './decide-intake.ts';
import type { RespondentRef } from './event.ts';
import { decideSettleRespondent } from './undecided-respondent.ts';

const citizen = anActor({ by: 'public', account: null, role: null, may: new Set() });
const program = anActor({ by: 'token', account: 'program-1' });
const clerk = anActor({
  account: 'loket-1',
  may: new Set([
    'case/read-open',
    'intake',
    'register',
    'verify',
    'correct',
    'close',
    'answer',
    'accept-urgent',
  ]),
});
const coordinator = anActor({ account: 'koordinator-1', may: new Set(['case/read-open', 'dispose']) });
const lane = anActor({ account: 'audit-1', may: new Set(['case/read-restricted']) });
const named: RespondentRef = { identity: 'nama-1', account: null, unit: null };
const reason = 'alasan-1';

function complained(by: CaseActor, over: Partial<IntakeCommand>) {
  const channel = by.by === 'public' ? 'website' : 'loket';
  return aComplaint()
    .by(by)
    .received({ channel, ...over });
}

test('rule 28: whom the public names may be the clerk himself, so that only those above the units find the case', () => {
  for (const by of [citizen, program]) {
    const state = complained(by, { respondents: [named], urgent: true }).state();
    assert.ok(!mayRead(clerk, state));
    assert.deepEqual(availableActions(state, clerk), [], 'not even the number that a protected case gets');
    for (const above of [coordinator, lane]) {
      assert.ok(mayRead(above, state));
      const offered = availableActions(state, above).filter(({ primary }) => primary);
      assert.deepEqual(offered[0]?.operation, 'settle-respondent');
    }
  }
});

test('rule 28: no name and an account in its place wait for nobody, nor does what staff write themselves', () => {
  const known = { ...named, account: 'terlapor-1' };
  for (const state of [
    complained(citizen, {}).state(),
    complained(program, { respondents: [known] }).state(),
    complained(clerk, { respondents: [named] })
      .by(clerk)
      .state(),
  ]) {
    assert.ok(mayRead(clerk, state));
  }
});

test('rule 28: the citizen gets past the front office without a name', () => {
  const state = complained(citizen, { pastFrontOffice: true }).state();
  assert.ok(!mayRead(clerk, state));
  assert.ok(mayRead(coordinator, state));
});

test('rule 28: no unit gets the case before somebody has said who is complained of', () => {
  const waiting = complained(citizen, { respondents: [named] }).by(coordinator);
  assert.deepEqual(
    waiting.decide((state, context) => decideDispose(state, { unit: 'rehsos' }, context)),
    { ok: false, refusal: 'not-now', operation: 'dispose', because: 'respondent-undecided' },
  );
});

test('rule 28: the account that is chosen is shut out, everybody else reads on', () => {
  const settled = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does((state, context) =>
      decideSettleRespondent(state, { staff: ['loket-1'], notStaff: false, reason }, context),
    )
    .state();
  assert.deepEqual(settled.people.respondents, [{ identity: 'nama-1', account: 'loket-1', unit: null }]);
  assert.ok(isRespondent(clerk, settled) && !mayRead(clerk, settled));
  assert.ok(mayRead({ ...clerk, account: 'loket-2' }, settled));
});

test('rule 28: one name for two people shuts both out', () => {
  const settled = complained(citizen, { respondents: [named], pastFrontOffice: true })
    .by(coordinator)
    .does((state, context) =>
      decideSettleRespondent(state, { staff: ['loket-1', 'loket-2'], notStaff: false, reason }, context),
    )
    .state();
  for (const account of ['loket-1', 'loket-2']) assert.ok(!mayRead({ ...clerk, account }, settled));
  assert.ok(mayRead({ ...clerk, account: 'loket-3' }, settled));
});

test('rule 28: somebody who does not work here leaves an ordinary case, and the history says so', () => {
  const told = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does((state, context) => decideSettleRespondent(state, { staff: [], notStaff: true, reason }, context));
  assert.ok(mayRead(clerk, told.state()));
  assert.deepEqual(told.state().people.respondents, [{ ...named, standing: 'not-staff' }]);
  assert.equal(told.events().at(-1)?.event.type, 'corrected');
  const again = told.decide((state, context) =>
    decideSettleRespondent(state, { staff: [], notStaff: true, reason }, context),
  );
  assert.ok(!again.ok && again.refusal === 'not-now');
});

test('rule 28: staff or nobody of the staff is said, never both nor neither, and with a reason', () => {
  const waiting = complained(citizen, { respondents: [named] }).by(coordinator);
  const settle = (staff: readonly string[], notStaff: boolean, why: string | null = reason) => {
    const decided = waiting.decide((state, context) =>
      decideSettleRespondent(state, { staff, notStaff, reason: why }, context),
    );
    return decided.ok ? 'accepted' : decided.refusal;
  };
  assert.equal(settle([], false), 'respondent-unsaid');
  assert.equal(settle(['loket-1'], true), 'respondent-unsaid');
  assert.equal(settle([], true, null), 'reason-required');
});
