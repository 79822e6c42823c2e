import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import type { OfficeData } from '../office/office-data.ts';
import { PERMISSIONS } from '../people/permissions.ts';
import { availableActions } from './available-actions.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideHandOver } from './decide-hand-over.ts';
import type { IntakeCommand } from './decide-intake.ts';
import { decideAcceptUrgent } from './decide-mark.ts';
import { CASE_OPERATIONS, OPERATION_TABLE } from './operation-table.ts';

test('rule 37: a case that is Selesai by the old register may be filed, but no step is said to come next', () => {
  const closed = aComplaint().received().registered().answeredAtDesk().state();
  const next = (state: typeof closed) =>
    availableActions(state, anActor(), anOffice()).flatMap(({ operation, primary }) =>
      primary ? [operation] : [],
    );
  assert.deepEqual(next(closed), ['file']);
  const old = { ...closed, provenance: 'register-lama', outcome: 'not-recorded' } as const;
  assert.deepEqual(next(old), []);
  assert.ok(availableActions(old, anActor(), anOffice()).some(({ operation }) => operation === 'file'));
});

test('rule 4: the desk is not offered to answer what it may not, whatever would be typed', () => {
  const office = anOffice();
  const offered = (over: Partial<IntakeCommand>, atDesk: Partial<OfficeData['atDesk']> = {}) => {
    const state = aComplaint().received(over).state();
    const among = { ...office, atDesk: { ...office.atDesk, ...atDesk } };
    return availableActions(state, anActor(), among).some(({ operation }) => operation === 'answer-at-desk');
  };
  assert.ok(offered({}));
  assert.ok(!offered({ respondents: [{ identity: null, account: 'terlapor-1', unit: null }] }));
  assert.ok(!offered({ kind: 'whistleblowing' }));
  assert.ok(!offered({}, { services: ['pkh'] }));
  assert.ok(!offered({ service: null }, { services: ['pkh'] }));
  assert.ok(offered({ service: 'pkh' }, { services: ['pkh'] }));
  const [oversight] = office.categories.filter((one) => one.oversight);
  assert.ok(oversight && !offered({ category: oversight.key }));
});

test('rule 6: no message is offered on a protected case before a safe way is known', () => {
  const sends = (safeContact: string | null) =>
    availableActions(aComplaint().received({ protected: true, safeContact }).state(), anActor(), anOffice())
      .map(({ operation }) => operation)
      .filter((operation) => operation === 'acknowledge' || operation === 'send-message');
  assert.deepEqual(sends(null), []);
  assert.deepEqual(sends('aman-1'), ['acknowledge', 'send-message']);
});

test('what decides a case that a unit has is no other unit’s, whatever its head may do with his own', () => {
  const may = new Set(PERMISSIONS.filter((one) => one !== 'dispose' && one !== 'verify'));
  const head = (unit: string) => anActor({ account: `kabid-${unit}`, units: [unit], may });
  const received = aComplaint().received().registered().verified().classified();
  const offered = (complaint: typeof received, actor: ReturnType<typeof anActor>) =>
    availableActions(complaint.state(), actor, anOffice()).map(({ operation }) => operation);
  const decides = CASE_OPERATIONS.filter((one) => OPERATION_TABLE[one].byItsUnit === 'decision');
  for (const one of ['answer', 'refer', 'classify', 'close', 'approve-answer', 'correct'] as const) {
    assert.ok(decides.includes(one), one);
  }
  const disposed = received.disposed({ unit: 'linjamsos' });
  const answered = disposed.submitted().answered();
  const closed = answered.closed();
  for (const complaint of [disposed, disposed.submitted(), answered, closed]) {
    const strange = offered(complaint, head('rehsos'));
    assert.deepEqual(
      strange.filter((one) => decides.includes(one) || one === 'hand-over'),
      [],
    );
    const everything = offered(complaint, anActor()).filter((one) => decides.includes(one));
    assert.ok(everything.length > 0);
    const allowed = (actor: ReturnType<typeof head>) =>
      offered(complaint, actor).filter((one) => decides.includes(one));
    assert.deepEqual(allowed(head('linjamsos')), everything, 'its own');
    assert.deepEqual(allowed(anActor({ may, units: [] })), everything, 'above the units');
    const front = anActor({ may: new Set([...may, 'verify' as const]), units: ['sekretariat'] });
    assert.deepEqual(allowed(front), everything, 'the front office, whatever unit it sits in');
    const chief = anActor({ may: new Set([...may, 'dispose' as const]), units: ['sekretariat'] });
    assert.deepEqual(allowed(chief), everything, 'whoever disposes');
  }
  assert.ok(
    offered(received, head('rehsos')).includes('answer'),
    'before the disposisi as the office gave it',
  );
});

test('rule 5: who takes an urgent case of another unit in hand acts on it, and neither answers it nor takes it over', () => {
  const may = new Set(PERMISSIONS.filter((one) => one !== 'dispose' && one !== 'verify'));
  const duty = anActor({ account: 'piket-1', units: ['rehsos'], may });
  const taken = aComplaint()
    .received({ urgent: true })
    .verified()
    .disposed({ unit: 'linjamsos' })
    .by(duty)
    .does((state, context) => decideAcceptUrgent(state, {}, context));
  assert.equal(taken.state().owner, 'piket-1');
  const offered = availableActions(taken.state(), duty, anOffice()).map(({ operation }) => operation);
  for (const one of ['follow-up', 'ask', 'send-message'] as const) assert.ok(offered.includes(one), one);
  for (const one of ['answer', 'refer', 'classify', 'hand-over', 'submit-answer'] as const) {
    assert.ok(!offered.includes(one), one);
  }
});

test('rule 5: whom the disposisi names in an urgent case keeps it when somebody takes it in hand, before or after', () => {
  const may = new Set(PERMISSIONS.filter((one) => one !== 'dispose' && one !== 'verify'));
  const named = anActor({ account: 'petugas-7', units: ['sekretariat'], may });
  const duty = anActor({ account: 'piket-1', units: ['rehsos'], may });
  const urgent = aComplaint().received({ urgent: true }).verified();
  const accepts = (owner: string | null) => (state: CaseState, context: Context) =>
    decideAcceptUrgent(state, { owner }, context);
  const given = urgent.disposed({ unit: 'linjamsos', owner: 'petugas-7' }).by(duty);
  const lives = [
    given.does(accepts(null)),
    urgent.by(duty).does(accepts(null)).by(anActor()).disposed({ unit: 'linjamsos', owner: 'petugas-7' }),
  ];
  const work = ['answer', 'hand-over', 'classify', 'submit-answer'];
  const offered = (life: typeof given, actor: typeof named) =>
    availableActions(life.state(), actor, anOffice())
      .map(({ operation }) => operation)
      .filter((one) => work.includes(one)).length;
  for (const life of lives) assert.deepEqual([offered(life, named), offered(life, duty)], [work.length, 0]);
  const taken = given.decide(accepts('piket-1'));
  assert.equal(
    taken.ok ? null : taken.refusal,
    'field-not-taken',
    'only who disposes puts another in his place',
  );
  assert.equal(given.by(anActor()).does(accepts('petugas-9')).state().givenTo, 'petugas-9');
  const over = given
    .by(anActor())
    .does((state, context) => decideHandOver(state, { toUnit: 'rehsos', reason: 'r' }, context));
  assert.equal(offered(over, named), 0, 'handed over, it is no longer his');
});
