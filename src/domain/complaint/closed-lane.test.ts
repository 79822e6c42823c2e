import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, type ComplaintBuilder, wita } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { mayRead } from '../people/may.ts';
import { availableActions } from './available-actions.ts';
import { entriesOfClosedLane } from './closed-lane.ts';
import type { Context } from './context.ts';
import { decideApproveDuty } from './decide-approve-duty.ts';
import { decideDispose } from './decide-dispose.ts';
import { decideHandOver } from './decide-hand-over.ts';
import {
  type AssignInvestigationCommand,
  decideAssessInvestigation,
  decideAssignInvestigation,
  decideFind,
  decideFulfilDuty,
  decideRecordSanction,
} from './decide-investigation.ts';
import { decideAcceptUrgent, decideMark } from './decide-mark.ts';
import { decideReviewDecide, decideReviewRecommend, decideReviewStart } from './decide-review.ts';
import type { Decision } from './decision.ts';
import type { Instant } from './event.ts';

const reviewer = anActor({ account: 'penelaah-1' });
const head = anActor({ account: 'kepala-1' });
const auditor = anActor({ account: 'auditor-1', units: ['inspeksi'] });

const respondents = [{ identity: null, account: 'terlapor-1', unit: 'rehsos' }];
const WORKS_IN: ReadonlyMap<string, readonly string[]> = new Map([
  ['auditor-1', ['inspeksi']],
  ['auditor-linjamsos', ['linjamsos']],
  ['auditor-rehsos', ['rehsos']],
  ['terlapor-1', ['rehsos', 'pengaduan']],
  ['auditor-pengaduan', ['pengaduan']],
  ['penelaah-1', []],
  ['penelaah-linjamsos', ['linjamsos']],
]);
const unitsOf = (account: string) => WORKS_IN.get(account) ?? null;
const received = () => aComplaint({ unitsOf }).received({ respondents }).disposed();
const started = () =>
  received().does((state, context) => decideReviewStart(state, { reviewers: ['penelaah-1'] }, context));
const recommended = () =>
  started()
    .by(reviewer)
    .does((state, context) => decideReviewRecommend(state, { recommendation: 'audit', text: 't' }, context));
const forAudit = () =>
  recommended()
    .by(head)
    .does((state, context) =>
      decideReviewDecide(state, { decision: 'audit', readers: ['auditor-1'] }, context),
    );
const order: AssignInvestigationCommand = {
  investigators: [{ account: 'auditor-1' }],
  from: '2026-03-03',
  to: '2026-03-20',
};
const assigned = () => forAudit().does((state, context) => decideAssignInvestigation(state, order, context));
const assessed = (worthy: boolean) =>
  assigned()
    .by(auditor)
    .does((state, context) => decideAssessInvestigation(state, { worthy, grounds: 'g' }, context));

const code = (decision: Decision) => (decision.ok ? 'accepted' : decision.refusal);
const names = (complaint: ComplaintBuilder, actor = anActor()) =>
  availableActions(complaint.state(), actor, anOffice()).map(({ operation }) => operation);

test('rule 27: a telaah restricts nothing, only the decision to audit closes the lane to named people', () => {
  assert.equal(started().state().marks.restricted, false);
  assert.equal(mayRead(anActor(), recommended().state()), true);
  const state = forAudit().state();
  assert.equal(state.marks.restricted, true);
  assert.equal(mayRead(anActor(), state), false);
  for (const named of [reviewer, head, auditor]) assert.equal(mayRead(named, state), true);
});

test('rule 27: what was written in the closed lane stays with those named for it when the mark is taken off', () => {
  const history = assessed(true)
    .does((state, context) => decideMark(state, { mark: 'restricted', on: false, reason: 'r' }, context))
    .followedUp()
    .events();
  const lane = entriesOfClosedLane(history);
  const types = history.filter(({ seq }) => lane.has(seq)).map(({ event }) => event.type);
  // The head's decision closed it in one act; the telaah before it was open, and the entry that opens it again is.
  assert.deepEqual(types, ['review-decided', 'marked', 'investigation-assigned', 'investigation-assessed']);
  const keeps = (actor = anActor()) =>
    [...lane.values()].map((states) => states.some((then) => mayRead(actor, then)));
  assert.deepEqual(keeps(), [false, false, false, false]);
  for (const named of [reviewer, auditor]) assert.deepEqual(keeps(named), [true, true, true, true]);
  assert.equal(entriesOfClosedLane(recommended().events()).size, 0);
});

test('rule 27: a decision for the division stays everybody’s when the case is restricted by hand after it', () => {
  const history = recommended()
    .by(head)
    .does((state, context) => decideReviewDecide(state, { decision: 'unit', readers: [] }, context))
    .by(reviewer)
    .does((state, context) => decideMark(state, { mark: 'restricted', on: true, reason: 'r' }, context))
    .does((state, context) => decideMark(state, { mark: 'restricted', on: false, reason: 'r' }, context))
    .events();
  const decided = history.find(({ event }) => event.type === 'review-decided');
  assert.ok(decided);
  assert.ok(!entriesOfClosedLane(history).has(decided.seq));
});

test('rule 27: only a reviewer of the case recommends, and the head decides after it', () => {
  const other = started().decide((state, context) =>
    decideReviewRecommend(state, { recommendation: 'stop', text: 't' }, context),
  );
  assert.equal(code(other), 'not-a-reviewer');
  assert.ok(!names(started()).includes('review/decide'));
  assert.ok(names(recommended()).includes('review/decide'));
});

test('rule 27: an audit asks for readers, any other decision names none and restricts nothing', () => {
  const without = recommended().decide((state, context) =>
    decideReviewDecide(state, { decision: 'audit' }, context),
  );
  assert.equal(code(without), 'people-required');
  const unit = recommended().does((state, context) =>
    decideReviewDecide(state, { decision: 'unit' }, context),
  );
  assert.equal(unit.state().marks.restricted, false);
});

test('law 8: the reviewer is not the investigator, except by a recorded override', () => {
  const investigators = [{ account: 'penelaah-1' }];
  const refused = forAudit().decide((state, context) =>
    decideAssignInvestigation(state, { ...order, investigators }, context),
  );
  assert.equal(code(refused), 'reviewer-is-investigator');
  const override = { rule: 'reviewer-is-investigator' as const, reason: 'alasan-1' };
  const decision = forAudit().decide((state, context) =>
    decideAssignInvestigation(state, { ...order, investigators, override }, context),
  );
  const [event] = decision.ok ? decision.events : [];
  assert.deepEqual(event?.type === 'investigation-assigned' && event.overridden, override);
});

test('law 8: a unit does not investigate itself, except by a recorded override', () => {
  // The unit that has the case, the one that the complaint names, and the one in which the terlapor works besides.
  for (const account of ['auditor-linjamsos', 'auditor-rehsos', 'auditor-pengaduan']) {
    const investigators = [{ account }];
    const refused = forAudit().decide((state, context) =>
      decideAssignInvestigation(state, { ...order, investigators }, context),
    );
    assert.equal(code(refused), 'own-unit');
    const override = { rule: 'own-unit' as const, reason: 'alasan-1' };
    const allowed = forAudit().decide((state, context) =>
      decideAssignInvestigation(state, { ...order, investigators, override }, context),
    );
    assert.equal(code(allowed), 'accepted');
  }
});

test('law 8: an override of the one rule does not override the other, and none is recorded without need', () => {
  const investigators = [{ account: 'penelaah-1' }, { account: 'auditor-linjamsos' }];
  const override = { rule: 'own-unit' as const, reason: 'alasan-1' };
  const both = forAudit().decide((state, context) =>
    decideAssignInvestigation(state, { ...order, investigators, override }, context),
  );
  assert.equal(code(both), 'reviewer-is-investigator');
  const idle = forAudit().decide((state, context) =>
    decideAssignInvestigation(state, { ...order, override }, context),
  );
  const [event] = idle.ok ? idle.events : [];
  assert.equal(event?.type === 'investigation-assigned' && event.overridden, null);
});

test('law 8: only accounts of the office investigate, and no unit is taken from the command', () => {
  const assign = (context: Context) => decideAssignInvestigation(forAudit().state(), strangers, context);
  const strangers = { ...order, investigators: [{ account: 'orang-luar' }] };
  assert.equal(code(assign(forAudit().context())), 'unknown-account');
  const { unitsOf: _left, ...without } = forAudit().context();
  assert.equal(code(decideAssignInvestigation(forAudit().state(), order, without)), 'unknown-account');
});

test('rule 27: once the head has decided audit no telaah begins again, so that his readers stay', () => {
  const again = forAudit()
    .by(reviewer)
    .decide((state, context) => decideReviewStart(state, { reviewers: ['penelaah-2'] }, context));
  assert.deepEqual(again, {
    ok: false,
    refusal: 'not-now',
    operation: 'review/start',
    because: 'already-decided',
  });
  assert.ok(!names(forAudit(), reviewer).includes('review/start'));
  const open = recommended()
    .by(head)
    .does((state, context) => decideReviewDecide(state, { decision: 'unit' }, context));
  const anew = open.decide((state, context) =>
    decideReviewStart(state, { reviewers: ['penelaah-2'] }, context),
  );
  assert.equal(code(anew), 'accepted');
});

test('rule 27: a restricted case begins no telaah; one that runs already is decided by the head, unless he is terlapor', () => {
  const restrict = (complaint: ComplaintBuilder) =>
    complaint.by(head).does((state, context) => decideMark(state, { mark: 'restricted', on: true }, context));
  const closed = restrict(received()).decide((state, context) =>
    decideReviewStart(state, { reviewers: ['penelaah-1'] }, context),
  );
  assert.equal(!closed.ok && closed.refusal === 'not-now' && closed.because, 'restricted');
  const running = restrict(recommended());
  const decide = (actor: ReturnType<typeof anActor>) =>
    code(
      running
        .by(actor)
        .decide((state, context) =>
          decideReviewDecide(state, { decision: 'audit', readers: ['auditor-1'] }, context),
        ),
    );
  assert.equal(decide(head), 'accepted');
  assert.equal(decide(anActor({ account: 'terlapor-1' })), 'respondent-shut-out');
  const clerk = anActor({ account: 'loket-1', may: new Set(['case/read-open', 'case/read-restricted']) });
  assert.equal(mayRead(clerk, running.state()), false);
});

test('law 8: who investigates the case reviews it not', () => {
  const state = {
    ...received().state(),
    investigation: { worthy: null, investigators: ['auditor-1'], finding: null, sanctioned: null },
  };
  const started = decideReviewStart(state, { reviewers: ['auditor-1'] }, received().context());
  assert.equal(code(started), 'reviewer-is-investigator');
});

test('rule 28: the terlapor is given the case by nobody: not disposed, not handed over, not as urgent', () => {
  const owner = 'terlapor-1';
  const open = aComplaint().received({ respondents, urgent: true });
  const decisions = [
    open.decide((state, context) => decideDispose(state, { unit: 'linjamsos', owner }, context)),
    received().decide((state, context) =>
      decideHandOver(state, { toUnit: 'rehsos', owner, reason: 'r' }, context),
    ),
    open.decide((state, context) => decideAcceptUrgent(state, { owner }, context)),
  ];
  assert.deepEqual(decisions.map(code), ['respondent-named', 'respondent-named', 'respondent-named']);
});

test('rule 28: the terlapor is named neither reviewer, nor reader, nor investigator', () => {
  const account = 'terlapor-1';
  const asReviewer = received().decide((state, context) =>
    decideReviewStart(state, { reviewers: [account] }, context),
  );
  const asReader = recommended().decide((state, context) =>
    decideReviewDecide(state, { decision: 'audit', readers: [account] }, context),
  );
  const asInvestigator = forAudit().decide((state, context) =>
    decideAssignInvestigation(state, { ...order, investigators: [{ account }] }, context),
  );
  for (const decision of [asReviewer, asReader, asInvestigator]) {
    assert.equal(code(decision), 'respondent-named');
  }
});

test('rule 27: the team records layak or tidak layak with grounds before it starts', () => {
  const early = assigned()
    .by(auditor)
    .decide((state, context) => decideFind(state, { finding: 'proven', text: 't' }, context));
  assert.equal(code(early), 'not-now');
  const groundless = assigned()
    .by(auditor)
    .decide((state, context) => decideAssessInvestigation(state, { worthy: true, grounds: null }, context));
  assert.equal(code(groundless), 'reason-required');
  const unworthy = assessed(false).decide((state, context) =>
    decideFind(state, { finding: 'proven', text: 't' }, context),
  );
  assert.equal(code(unworthy), 'not-now');
  const byHead = assessed(true)
    .by(head)
    .decide((state, context) => decideFind(state, { finding: 'proven', text: 't' }, context));
  assert.equal(code(byHead), 'not-an-investigator');
});

const APPROVED = { duty: 'permintaan-maaf', text: 'naskah-1' };

test('rules 30, 31: a finding below standard opens the duties of the office with their due dates; one before the public is approved first', () => {
  const found = assessed(true).does((state, context) =>
    decideFind(state, { finding: 'below-standard', text: 't' }, context),
  );
  assert.deepEqual(found.state().duties, [
    { duty: 'permintaan-maaf', dueOn: '2026-03-09', fulfilled: false },
  ]);
  const proof = { duty: 'permintaan-maaf', proof: 'bukti-1' };
  assert.equal(
    code(found.decide((state, context) => decideFulfilDuty(state, proof, context))),
    'duty-not-approved',
  );
  const approved = found.does((state, context) => decideApproveDuty(state, APPROVED, context));
  const done = approved.does((state, context) => decideFulfilDuty(state, proof, context));
  assert.equal(done.state().duties[0]?.fulfilled, true);
  assert.equal(code(done.decide((state, context) => decideFulfilDuty(state, proof, context))), 'not-now');
});

test('rule 30: a duty whose year is not loaded takes the day that is named, never a guessed one', () => {
  const within = { count: 5, unit: 'working-day' } as const;
  const office = anOffice({ duties: [{ key: 'permintaan-maaf', label: 'Permintaan maaf', within }] });
  const find = (now: Instant, dutyDueOn?: string) =>
    assessed(true).decide((state, context) =>
      decideFind(
        state,
        { finding: 'below-standard', text: 't', ...(dutyDueOn === undefined ? {} : { dutyDueOn }) },
        { ...context, office, now },
      ),
    );
  const due = (decision: Decision) =>
    decision.ok
      ? decision.events.flatMap((one) => (one.type === 'duty-opened' ? [one.dueOn] : []))
      : decision.refusal;
  const beforeUnloaded = wita('2027-12-30T10:00');
  assert.equal(due(find(beforeUnloaded)), 'duty-day-required');
  assert.deepEqual(due(find(beforeUnloaded, '2028-01-07')), ['2028-01-07']);
  assert.deepEqual(due(find(wita('2026-03-02T10:00'), '2028-01-07')), ['2026-03-09']);
});

test('rule 30: a duty of the office is done with what proves it, in words or as a file', () => {
  const found = assessed(true)
    .does((state, context) => decideFind(state, { finding: 'below-standard', text: 't' }, context))
    .does((state, context) => decideApproveDuty(state, APPROVED, context));
  const fulfil = (duty: string, over: { readonly text?: string; readonly proof?: string }) =>
    found.decide((state, context) => decideFulfilDuty(state, { duty, ...over }, context));
  assert.equal(code(fulfil('permintaan-maaf', {})), 'proof-required');
  assert.equal(code(fulfil('merchandise', { text: 't' })), 'unknown-duty');
  assert.ok(fulfil('permintaan-maaf', { text: 't' }).ok);
  assert.ok(fulfil('permintaan-maaf', { proof: 'bukti-1' }).ok);
});

test('rule 29: a sanction is recorded with its decree, or that there is none, once and only after a finding', () => {
  const decree = { number: '800/1', on: '2026-03-02', authority: 'Bupati', degree: 'light' } as const;
  const early = assessed(true).decide((state, context) =>
    decideRecordSanction(state, { sanction: decree }, context),
  );
  assert.equal(code(early), 'not-now');
  const found = assessed(true).does((state, context) =>
    decideFind(state, { finding: 'proven', text: 't' }, context),
  );
  const future = found.decide((state, context) =>
    decideRecordSanction(state, { sanction: { ...decree, on: '2027-01-01' } }, context),
  );
  assert.equal(code(future), 'time-in-future');
  const none = found.does((state, context) => decideRecordSanction(state, { sanction: null }, context));
  assert.equal(none.state().investigation?.sanctioned, false);
  const again = none.decide((state, context) => decideRecordSanction(state, { sanction: decree }, context));
  assert.equal(code(again), 'not-now');
});

test('rule 28: the terlapor and his deputy can do nothing with the case and do not read it', () => {
  const terlapor = anActor({ account: 'terlapor-1' });
  const deputy = anActor({ account: 'wakil-1', deputyOf: ['terlapor-1'] });
  for (const complaint of [
    aComplaint().received({ respondents }),
    received(),
    recommended(),
    assessed(true),
  ]) {
    for (const actor of [terlapor, deputy]) {
      assert.deepEqual(names(complaint, actor), []);
      assert.equal(mayRead(actor, complaint.state()), false);
    }
  }
});
