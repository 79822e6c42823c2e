import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { anOfficeCalendar } from '../../../test/office-calendar.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import type { OfficeData } from '../office/office-data.ts';
import { applyEvent } from './apply-event.ts';
import type { CaseState } from './case-state.ts';
import { judgedLimit } from './deadlines-of-case.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideReply } from './decide-ask.ts';
import { decideClassify } from './decide-classify.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideDispose } from './decide-dispose.ts';
import { decideHandOver } from './decide-hand-over.ts';
import { decideConfirmTransfer, decideRefer } from './decide-refer.ts';
import { decideReopen } from './decide-reopen.ts';
import { decideVerify } from './decide-verify.ts';
import { decideWithdraw } from './decide-withdraw.ts';
import type { Decision } from './decision.ts';
import { moveDeadlines, moveJudgedLimit } from './move-deadlines.ts';

const before = anOffice();
/** The same office after its classes were made longer. */
const edited: OfficeData = {
  ...before,
  classes: before.classes.map((one) => ({ ...one, limit: { ...one.limit, count: one.limit.count + 6 } })),
};
const received = aComplaint({ office: before }).received();
const officeLimits = (state: CaseState) => state.due.filter(({ clock }) => clock === 'office');

function after(state: CaseState, decision: Decision): CaseState {
  assert.ok(decision.ok, JSON.stringify(decision));
  const actor = { by: 'staff', account: 'petugas-1', role: 'koordinator' } as const;
  return decision.events.reduce(
    (now, event) => applyEvent(now, { seq: now.version + 1, recordedAt: event.at, actor, event }),
    state,
  );
}

test('a promise keeps its start, its limit and its unit when the office changes its classes', () => {
  const light = received.classified({ severity: 'light' });
  const [promise] = officeLimits(light.state());
  assert.equal(promise?.from, light.state().receivedAt);
  for (const complaint of [received, light]) {
    const state = complaint.state();
    const context = { ...complaint.at('2026-03-03T10:00').context(), office: edited };
    assert.deepEqual(moveDeadlines(state, 'office-hours', context), []);
    const verified = after(
      state,
      decideVerify(state, { completeness: 'complete', authority: 'own' }, context),
    );
    assert.deepEqual(officeLimits(verified), officeLimits(state));
  }
});

test('a day off that is added moves a promise by its own limit, not by the one that the office has now', () => {
  const calendar = anOfficeCalendar({ asOf: '2025-08-06' });
  const open = aComplaint({ office: before, calendar })
    .at('2025-08-06T10:00')
    .received()
    .classified({ severity: 'special' });
  const context = { ...open.context(), calendar: officeCalendar };
  const moved = moveDeadlines(open.state(), 'calendar', { ...context, office: edited });
  assert.deepEqual(
    moved.map(({ clock, from, to }) => [clock, from, to]),
    [['office', wita('2025-08-26T16:00'), wita('2025-08-27T16:00')]],
  );
  assert.deepEqual(moved, moveDeadlines(open.state(), 'calendar', { ...context, office: before }));
});

test('a class given after the change promises anew; the first class keeps what was promised (rule 15)', () => {
  const light = received.classified({ severity: 'light' });
  const context = { ...light.at('2026-03-03T10:00').context(), office: edited };
  const state = after(light.state(), decideClassify(light.state(), { severity: 'special' }, context));
  const special = edited.classes.find(({ key }) => key === 'special');
  assert.deepEqual(
    officeLimits(state).map(({ limit }) => limit),
    [officeLimits(light.state())[0]?.limit, `${special?.limit.count} hari kerja`],
  );
  const first = after(received.state(), decideClassify(received.state(), { severity: 'special' }, context));
  assert.deepEqual(
    officeLimits(first).map(({ limit }) => limit),
    [`${special?.limit.count} hari kerja`],
  );
});

test('what is opened again is promised by the limits of that day, from that day', () => {
  const answered = received.classified({ severity: 'moderate' }).disposed().answered().at('2026-03-09T10:00');
  const context = { ...answered.context(), office: edited };
  const state = after(answered.state(), decideReopen(answered.state(), { reason: 'r' }, context));
  const moderate = edited.classes.find(({ key }) => key === 'moderate');
  const [promise] = officeLimits(state);
  assert.equal(promise?.from, wita('2026-03-09T10:00'));
  assert.equal(promise?.limit, `${moderate?.limit.count} hari kerja`);
});

test('rule 36: an answer without a limit stays without one, whatever class is given after a reopening', () => {
  const answered = aComplaint({ office: before }).received({ kind: 'aspirasi' }).disposed().answered();
  const opened = answered
    .at('2026-03-10T10:00')
    .does((state, context) => decideReopen(state, { reason: 'r' }, context));
  const classed = opened.classified({ severity: 'special' }).state();
  assert.notDeepEqual(officeLimits(classed), [], 'a date to work by');
  assert.equal(promiseOf(classed, wita('2026-03-10T11:00')), 'unlimited');
});

test('rule 15: withdrawn and opened again without an answer, a case is judged by the class that it then gets', () => {
  const opened = received
    .at('2026-03-03T10:00')
    .does((state, context) => decideWithdraw(state, { reason: 'r', deemed: false }, context))
    .does((state, context) => decideReopen(state, { reason: 'r' }, context));
  const classed = opened.classified({ severity: 'light' }).state();
  assert.equal(judgedLimit(classed)?.limit, '3 hari kerja');
  assert.deepEqual(
    classed.ended.filter(({ clock }) => clock === 'office'),
    [],
  );
});

const old: CaseState = { ...received.state(), provenance: 'register-lama', due: [], ended: [] };
const later = received.at('2026-03-09T10:00').context();

test('rule 37: nothing runs on a row of an old register by an entry that chooses no limit, no statute either', () => {
  assert.deepEqual(after(old, decideReply(old, { from: 'complainant', text: 't' }, later)).due, []);
  const mends = { changes: { receivedAt: wita('2026-02-27T09:00') }, reason: 'r' };
  assert.deepEqual(after(old, decideCorrect(old, mends, later)).due, []);
  const kinds = (['aspirasi', 'pengaduan', 'whistleblowing'] as const).reduce((state, kind) => {
    const other = after(state, decideCorrect(state, { changes: { kind }, reason: 'r' }, later));
    assert.deepEqual([other.due, other.ended], [[], []], kind);
    return other;
  }, old);
  const sorted = after(kinds, decideClassify(kinds, { kind: 'pengaduan' }, later));
  assert.deepEqual(sorted.due, [], 'another kind is no class');
  const closed = { ...old, kind: 'aspirasi', status: 'closed', outcome: 'not-recorded' } as const;
  const opened = after(closed, decideReopen(closed, { reason: 'r' }, later));
  const complained = after(
    opened,
    decideCorrect(opened, { changes: { kind: 'pengaduan' }, reason: 'r' }, later),
  );
  assert.deepEqual([opened.due.length, officeLimits(complained).length], [0, 1]);
  const classed = after(sorted, decideClassify(sorted, { severity: 'light' }, later));
  assert.deepEqual(
    officeLimits(classed).map(({ limit }) => limit),
    ['3 hari kerja'],
  );
});

test('rules 14, 37: a row of an old register that is given to a unit counts from its old receipt', () => {
  const gives = { unit: 'rehsos' };
  const urgent = { ...old, marks: { ...old.marks, urgent: true } };
  const working = { ...old, status: 'in-progress' } as const;
  for (const given of [
    after(old, decideDispose(old, gives, later)),
    after(urgent, decideDispose(urgent, gives, later)),
    after(working, decideHandOver(working, { toUnit: 'rehsos', reason: 'r' }, later)),
  ]) {
    assert.equal(given.unit, 'rehsos');
    assert.deepEqual(
      given.due.map(({ clock, from }) => [clock, from]),
      [
        ['statute-decision', wita('2026-03-09T10:00')],
        ['office', old.receivedAt],
      ],
    );
    const replied = after(given, decideReply(given, { from: 'complainant', text: 't' }, later));
    assert.deepEqual(replied.due, given.due);
  }
});

test('rule 37: a row of an old register that is answered without more is judged from its old receipt', () => {
  const tells = { way: 'oral', text: 't' } as const;
  const working = { ...old, status: 'in-progress' } as const;
  const soon = after(working, decideAnswer(working, tells, later));
  assert.deepEqual([soon.status, soon.due, soon.verification.completeness], ['answered', [], 'complete']);
  const late = received.at('2026-04-09T10:00').context();
  const judged = [soon, after(working, decideAnswer(working, tells, late))].map((state) =>
    promiseOf(state, late.now),
  );
  assert.deepEqual(judged, ['on-time', 'late']);
  const directed = { way: 'directed', body: 'kemensos', answer: tells } as const;
  const elsewhere = after(working, decideRefer(working, directed, late));
  assert.deepEqual([elsewhere.outcome, promiseOf(elsewhere, late.now)], ['out-of-authority', 'late']);
  assert.equal(elsewhere.verification.authority, 'other', 'what is directed elsewhere is not called our own');
  const sent = after(
    working,
    decideRefer(working, { way: 'transferred', body: 'kemensos', text: 't' }, later),
  );
  const taken = after(sent, decideConfirmTransfer(sent, { answer: tells }, late));
  assert.deepEqual([taken.outcome, promiseOf(taken, late.now)], ['referred', 'late']);
  const bare = { ...received.state(), status: 'in-progress' } as const;
  const usual = after(bare, decideAnswer(bare, tells, later));
  assert.equal(usual.verification.completeness, null, 'of what came in here nothing is said unasked');
});

test('a promise in words that are not read stops the entry, and never becomes the limit of today', () => {
  const context = { ...received.at('2026-03-03T10:00').context(), office: edited };
  const unread = <L extends { readonly limit: string }>(limit: L): L => ({ ...limit, limit: 'tiga hari' });
  const open = received.state();
  assert.throws(
    () => moveDeadlines({ ...open, due: open.due.map(unread) }, 'office-hours', context),
    RangeError,
  );
  const answered = received.disposed().answered().state();
  assert.ok(answered.ended.some(({ clock }) => clock === 'office'));
  const ended = answered.ended.map(unread);
  assert.throws(() => moveJudgedLimit({ ...answered, ended }, 'correction', context), RangeError);
});
