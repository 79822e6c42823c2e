import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { type CaseActor, COMPLAINANT_ACTOR } from '../people/case-actor.ts';
import { isRespondent, mayRead } from '../people/may.ts';
import { availableActions } from './available-actions.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideArchive } from './decide-archive.ts';
import { decideCancel } from './decide-cancel.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideDispose } from './decide-dispose.ts';
import type { IntakeCommand } from './decide-intake.ts';
import { decideConfirmTransfer, decideRefer } from './decide-refer.ts';
import type { Decision } from './decision.ts';
import {
  decideSettleRespondent,
  type NamedRespondent,
  type SettleRespondentCommand,
} from './undecided-respondent.ts';
import type { WorksHere } from './vocabulary.ts';

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
const head = anActor({ ...coordinator, account: 'kepala-1' });
const lane = anActor({ account: 'audit-1', may: new Set(['case/read-restricted']) });
const named: NamedRespondent = { identity: 'nama-1', account: null, unit: null };
const other: NamedRespondent = { identity: 'nama-2', account: null, unit: null };
const reason = 'alasan-1';
const ENDS = [
  ...(['answer', 'answer-at-desk', 'close', 'refer', 'withdraw', 'archive', 'merge', 'cancel'] as const),
  'confirm-transfer',
] as const;

function complained(by: CaseActor, over: Partial<IntakeCommand>) {
  const channel = by.by === 'public' ? 'website' : 'loket';
  return aComplaint()
    .by(by)
    .received({ channel, ...over });
}

type Settle = Partial<SettleRespondentCommand>;

/** As it is said by one of those who dispose, who are two persons. */
function settles(over: Settle, more: Partial<Context> = {}) {
  const command = { staff: [], notStaff: over.staff === undefined, reason, ...over };
  return (state: CaseState, context: Context) =>
    decideSettleRespondent(state, command, {
      ...context,
      above: [coordinator, head],
      isOneHandWith: () => false,
      isClosed: () => false,
      ...more,
    });
}

/** What stands in the way of it; null = nothing. */
function refusalOf(decision: Decision): string | null {
  if (decision.ok) return null;
  return decision.refusal === 'not-now' ? decision.because : decision.refusal;
}

test('rule 28: whom the public names may be the clerk himself, or of the audit team: only those who dispose find the case', () => {
  for (const by of [citizen, program]) {
    const state = complained(by, { respondents: [named], urgent: true }).state();
    for (const shut of [clerk, lane]) {
      assert.ok(!mayRead(shut, state));
      assert.deepEqual(
        availableActions(state, shut, anOffice()),
        [],
        'not even the number that a protected case gets',
      );
    }
    assert.ok(mayRead(coordinator, state));
    const offered = availableActions(state, coordinator, anOffice()).filter(({ primary }) => primary);
    assert.deepEqual(offered[0]?.operation, 'settle-respondent');
  }
});

test('rules 5, 6, 28: who works elsewhere, as far as is said, keeps nobody from the case; what nobody knows does', () => {
  const standing = (by: CaseActor, worksHere: WorksHere | undefined, over: Partial<NamedRespondent> = {}) => {
    const said = worksHere === undefined ? {} : { worksHere };
    const state = complained(by, { respondents: [{ ...named, ...said, ...over }] }).state();
    return state.people.respondents[0]?.standing;
  };
  for (const by of [citizen, program]) {
    assert.equal(standing(by, 'no'), 'not-staff');
    for (const worksHere of ['yes', 'unknown', undefined] as const) {
      assert.equal(standing(by, worksHere), 'undecided');
    }
  }
  assert.equal(
    standing(program, 'no', { unit: 'rehsos' }),
    'undecided',
    'a unit of the office is the office',
  );
  assert.equal(standing(program, 'no', { account: 'terlapor-1' }), undefined);
  for (const worksHere of ['yes', 'unknown'] as const) assert.equal(standing(clerk, worksHere), 'undecided');
  const urgent = complained(citizen, { respondents: [{ ...named, worksHere: 'no' }], urgent: true }).state();
  assert.ok(mayRead(clerk, urgent));
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

test('rule 28: nobody of the staff ends the case before that, since it may be about him; the complainant may', () => {
  const waiting = complained(citizen, { respondents: [named] });
  const everything = anActor({ account: 'koordinator-1' });
  const offered = availableActions(waiting.state(), everything, anOffice()).map(({ operation }) => operation);
  assert.deepEqual(
    ENDS.filter((operation) => offered.includes(operation)),
    [],
  );
  const cancels = waiting.by(everything).decide((state, context) => decideCancel(state, { reason }, context));
  assert.equal(refusalOf(cancels), 'respondent-undecided');
  const own = availableActions(waiting.state(), COMPLAINANT_ACTOR, anOffice());
  assert.ok(own.some(({ operation }) => operation === 'withdraw'));
});

test('rule 28: who said whom it is about may have named another for himself: he disposes, another answers and ends', () => {
  const everything = anActor({ account: 'koordinator-1' });
  const another = anActor({ account: 'kepala-1' });
  const settled = complained(citizen, { respondents: [named] })
    .by(everything)
    .does(settles({ staff: ['loket-1'] }));
  const offers = (state: CaseState, actor: CaseActor) => {
    const all = availableActions(state, actor, anOffice()).map(({ operation }) => operation);
    return ENDS.filter((operation) => all.includes(operation));
  };
  assert.deepEqual(offers(settled.state(), everything), []);
  const program = anActor({ by: 'token', account: 'token-1', deputyOf: ['koordinator-1'] });
  assert.deepEqual(offers(settled.state(), program), [], 'nor through a program that stands for him');
  const byProgram = complained(citizen, { respondents: [named] })
    .by(program)
    .decide(settles({ staff: ['loket-1'] }));
  assert.equal(refusalOf(byProgram), 'not-permitted', 'which settles nothing: it would be a person more');
  const offered = availableActions(
    complained(citizen, { respondents: [named] }).state(),
    program,
    anOffice(),
  );
  assert.ok(!offered.some(({ operation }) => operation === 'settle-respondent'), 'nor is it offered');
  assert.deepEqual(
    offers(settled.state(), another).filter((one) => one !== 'answer-at-desk'),
    ['refer', 'withdraw', 'archive', 'merge', 'cancel'],
  );
  const archives = settled.decide((state, context) =>
    decideArchive(state, { outcome: 'archived-invalid', reason }, context),
  );
  assert.equal(refusalOf(archives), 'needs-second-person');
  const disposed = settled.disposed();
  const answers = disposed.decide((state, context) =>
    decideAnswer(state, { way: 'oral', text: 'jawaban-1' }, context),
  );
  assert.equal(refusalOf(answers), 'needs-second-person');
  const transferred = disposed
    .by(another)
    .does((state, context) => decideRefer(state, { way: 'transferred', body: 'kemensos' }, context));
  const confirms = (state: CaseState, context: Context) =>
    decideConfirmTransfer(state, { answer: { way: 'oral', text: 'jawaban-1' } }, context);
  assert.equal(refusalOf(transferred.by(everything).decide(confirms)), 'needs-second-person');
  assert.equal(refusalOf(transferred.decide(confirms)), null);
  const answered = disposed.by(another).answered();
  assert.deepEqual(offers(answered.state(), everything), []);
  assert.equal(answered.closed().state().status, 'closed');
});

test('rule 28: two who said that he works elsewhere end the case as others do', () => {
  const state = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does(settles({}))
    .by(head)
    .does(settles({}))
    .state();
  for (const { account } of [coordinator, head]) {
    assert.ok(
      availableActions(state, anActor({ account }), anOffice()).some(
        ({ operation }) => operation === 'archive',
      ),
    );
  }
});

test('rule 28: the account that is chosen is shut out, everybody else reads on', () => {
  const settled = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does(settles({ staff: ['loket-1'] }))
    .state();
  assert.deepEqual(settled.people.respondents, [
    { identity: 'nama-1', account: 'loket-1', unit: null, settledBy: 'koordinator-1' },
  ]);
  assert.ok(isRespondent(clerk, settled) && !mayRead(clerk, settled));
  assert.ok(mayRead({ ...clerk, account: 'loket-2' }, settled));
});

test('rule 28: one name for two people shuts both out', () => {
  const settled = complained(citizen, { pastFrontOffice: true })
    .by(coordinator)
    .does(settles({ staff: ['loket-1', 'loket-2'] }))
    .state();
  for (const account of ['loket-1', 'loket-2']) assert.ok(!mayRead({ ...clerk, account }, settled));
  assert.ok(mayRead({ ...clerk, account: 'loket-3' }, settled));
});

test('rule 28: each of those named is said for himself: what is said of one leaves the wall of the other', () => {
  const waiting = complained(citizen, { respondents: [named, other] }).by(coordinator);
  const ofBoth = waiting.decide(settles({ staff: ['loket-1'] }));
  assert.equal(refusalOf(ofBoth), 'respondent-unsaid');
  const first = waiting.does(settles({ respondent: 1, staff: ['loket-1'] }));
  assert.ok(!mayRead({ ...clerk, account: 'loket-2' }, first.state()));
  const anew = first.does(settles({ respondent: 1, staff: ['loket-3'] })).state();
  assert.ok(isRespondent(clerk, anew), 'said anew, it stands once a second has said it');
  const second = first.does(settles({ staff: ['loket-2'] })).state();
  for (const account of ['loket-1', 'loket-2']) assert.ok(!mayRead({ ...clerk, account }, second));
  assert.ok(mayRead({ ...clerk, account: 'loket-3' }, second));
});

test('rules 28, 32: that he works elsewhere two people say, who are two: one of them may be he himself', () => {
  const once = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does(settles({}));
  assert.ok(!mayRead(clerk, once.state()));
  assert.equal(refusalOf(once.decide(settles({}))), 'needs-second-person');
  const again = once.by(head);
  assert.equal(refusalOf(again.decide(settles({}, { isOneHandWith: () => true }))), 'one-hand');
  const twice = again.does(settles({}));
  assert.ok(mayRead(clerk, twice.state()));
  assert.deepEqual(twice.state().people.respondents, [{ ...named, standing: 'not-staff' }]);
  assert.equal(twice.events().at(-1)?.event.type, 'corrected');
  assert.equal(refusalOf(twice.decide(settles({}))), 'respondent-unsaid', 'of whom is said where it is anew');
});

test('rule 28: a program, which acts for somebody, says of nobody who he is', () => {
  const waiting = complained(citizen, { respondents: [named] });
  const disposing = waiting.by({ ...program, may: new Set(['dispose']) });
  assert.equal(refusalOf(disposing.decide(settles({}))), 'not-permitted');
  assert.equal(refusalOf(disposing.decide(settles({ staff: ['loket-1'] }))), 'not-permitted');
});

test('rule 28: nobody is shut out after whom nobody above the units is left', () => {
  const waiting = complained(citizen, { respondents: [named, other] }).by(coordinator);
  assert.equal(
    refusalOf(waiting.decide(settles({ respondent: 1, staff: ['kepala-1'] }))),
    'nobody-left',
    'the other one named may be the coordinator',
  );
  const known = waiting.does(settles({ respondent: 2, staff: ['loket-1'] }));
  assert.equal(refusalOf(known.decide(settles({ staff: ['kepala-1', 'koordinator-1'] }))), 'nobody-left');
  assert.equal(refusalOf(known.decide(settles({ staff: ['kepala-1'] }))), null);
});

test('rule 28: staff or nobody of the staff is said, never both nor neither, and with a reason', () => {
  const waiting = complained(citizen, { respondents: [named] }).by(coordinator);
  const said = (over: Settle) => refusalOf(waiting.decide(settles(over)));
  assert.equal(said({ staff: [], notStaff: false }), 'respondent-unsaid');
  assert.equal(said({ staff: ['loket-1'], notStaff: true }), 'respondent-unsaid');
  assert.equal(said({ reason: null }), 'reason-required');
});

test('rules 28, 32: a closed account takes the wall down as nobody does: two people say it', () => {
  const waiting = complained(citizen, { respondents: [named] }).by(coordinator);
  const left = settles({ staff: ['pensiunan-1'] }, { isClosed: (account) => account === 'pensiunan-1' });
  const once = waiting.does(left);
  assert.ok(!mayRead(clerk, once.state()));
  assert.equal(refusalOf(once.decide(left)), 'needs-second-person');
  assert.equal(refusalOf(waiting.by({ ...program, may: coordinator.may }).decide(left)), 'not-permitted');
  assert.equal(refusalOf(once.by(head).decide(settles({}))), null, 'another thing is said by a first again');
  const twice = once.by(head).does(left).state();
  assert.ok(mayRead(clerk, twice));
  assert.deepEqual(twice.people.respondents, [{ ...named, account: 'pensiunan-1' }]);
});

test('rules 28, 32: who was settled wrongly is settled anew by two, and stays shut out until the second', () => {
  const wrong = complained(citizen, { respondents: [named], pastFrontOffice: true })
    .by(coordinator)
    .does(settles({ staff: ['loket-1'] }));
  const anew = settles({ respondent: 1, staff: ['loket-2'] });
  const once = wrong.does(anew);
  const isOut = (state: CaseState, account: string) => isRespondent({ ...clerk, account }, state);
  assert.deepEqual([isOut(once.state(), 'loket-1'), isOut(once.state(), 'loket-2')], [true, false]);
  assert.equal(refusalOf(once.decide(anew)), 'needs-second-person');
  assert.equal(
    refusalOf(once.by(head).decide(settles({ respondent: 2, staff: ['loket-2'] }))),
    'respondent-unsaid',
  );
  const twice = once.by(head).does(anew).state();
  assert.deepEqual([isOut(twice, 'loket-1'), isOut(twice, 'loket-2')], [false, true]);
  const nobody = settles({ respondent: 1 });
  const cleared = wrong.does(nobody).by(head).does(nobody).state();
  assert.deepEqual(cleared.people.respondents, [{ ...named, standing: 'not-staff' }]);
});

test('rule 28: no correction takes the wall of a terlapor down, nor settles who he is', () => {
  const corrects = (complaint: ReturnType<typeof complained>, account: string | null) =>
    refusalOf(
      complaint
        .by(anActor({ account: 'koordinator-1' }))
        .decide((state, context) =>
          decideCorrect(state, { changes: { respondents: [{ ...named, account }] }, reason }, context),
        ),
    );
  const known = complained(clerk, { respondents: [{ ...named, account: 'loket-1' }] });
  for (const account of ['loket-2', null]) assert.equal(corrects(known, account), 'respondent-settled');
  assert.equal(corrects(complained(citizen, { respondents: [named] }), 'loket-1'), 'respondent-settled');
  assert.equal(
    corrects(complained(clerk, { respondents: [named] }), 'loket-1'),
    null,
    'nobody was to settle him',
  );
});

test('rule 28: who settled it does not become the only one by shutting out the other: he alone takes nothing back', () => {
  const settled = complained(citizen, { respondents: [named] })
    .by(coordinator)
    .does(settles({ staff: ['kepala-1', 'kepala-2'] }));
  const alone: Partial<Context> = { isAlone: true, above: [coordinator] };
  for (const respondent of [1, 2]) {
    const once = settled.does(settles({ respondent }, alone)).state().people.respondents[respondent - 1];
    assert.equal(once?.account, `kepala-${respondent}`, 'the first of two voices');
  }
});

test('rules 23, 28: where the office has no second person one settles it, ends the case, and the entry says so', () => {
  const only = anActor({ account: 'semua-1' });
  const alone: Partial<Context> = { isAlone: true, above: [only], isClosed: () => true };
  const waiting = complained(citizen, { respondents: [named, other] }).by(only);
  const settled = waiting
    .does(settles({ respondent: 1, staff: ['pensiunan-1'] }, alone))
    .does(settles({ respondent: 2 }, alone));
  assert.deepEqual(settled.state().people.respondents, [
    { ...named, account: 'pensiunan-1', settledBy: 'semua-1', alone: true },
    { ...other, standing: 'not-staff', settledBy: 'semua-1', alone: true },
  ]);
  const archives = settled.decide((state, context) =>
    decideArchive(state, { outcome: 'archived-invalid', reason }, context),
  );
  assert.equal(refusalOf(archives), null);
  assert.equal(refusalOf(settled.decide(settles({ respondent: 2, staff: ['loket-1'] }))), null);
  const later = settled.does(settles({ respondent: 2, staff: ['loket-1'] }));
  assert.ok(!isRespondent({ ...clerk, account: 'loket-1' }, later.state()), 'now two must say it');
});
