import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { officeCalendar } from '../../../test/an-office.ts';
import { anOfficeCalendar } from '../../../test/office-calendar.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { mayRead } from '../people/may.ts';
import { PERMISSIONS } from '../people/permissions.ts';
import { carryWall } from './carry-wall.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { judgedLimit } from './deadlines-of-case.ts';
import { decideCancel } from './decide-cancel.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideApproveAnswer } from './decide-draft.ts';
import { decideHandOver } from './decide-hand-over.ts';
import type { IntakeCommand } from './decide-intake.ts';
import { decideAcceptUrgent, decideMark } from './decide-mark.ts';
import { decideMerge, decideUnmerge } from './decide-merge.ts';
import { decideProveNotice } from './decide-verify.ts';
import type { Decision } from './decision.ts';
import { isOlderThanThirtyDays } from './older-than-thirty-days.ts';
import { afterEvent } from './with-due.ts';

const code = (decision: Decision) => (decision.ok ? 'accepted' : decision.refusal);

test('rule 11: a correction has a reason, changes something, and knows the words of the office', () => {
  const correct = (changes: Parameters<typeof decideCorrect>[1]['changes'], reason: string | null = 'r') =>
    code(
      aComplaint()
        .received()
        .decide((state, context) => decideCorrect(state, { changes, reason }, context)),
    );
  assert.equal(correct({ service: 'pkh' }, null), 'reason-required');
  assert.equal(correct({ service: 'pbi-jk' }), 'nothing-changes');
  assert.equal(correct({ channel: 'tidak-tercatat' }), 'unknown-channel');
  assert.equal(correct({ receivedAt: wita('2026-03-03T09:00') }), 'time-in-future');
  assert.equal(correct({ happenedOn: '2026-03-03' }), 'happened-in-future');
  assert.equal(correct({ service: 'pkh' }), 'accepted');
});

test('rule 11: a corrected receipt counts the deadlines anew, also that of an answer already given', () => {
  const answered = aComplaint().received().classified().disposed().at('2026-03-04T10:00').answered();
  assert.equal(promiseOf(answered.state(), wita('2026-03-04T11:00')), 'on-time');
  const changes = { receivedAt: wita('2026-02-20T09:00') };
  const state = answered
    .does((now, context) => decideCorrect(now, { changes, reason: 'r' }, context))
    .state();
  assert.equal(promiseOf(state, wita('2026-03-04T11:00')), 'late');
  assert.deepEqual(state.due, []);
});

test('rule 19: the mark of a complaint more than 30 days after the service follows a corrected day or receipt', () => {
  const received = aComplaint().received({ happenedOn: '2026-02-01' });
  const corrected = (changes: Parameters<typeof decideCorrect>[1]['changes']) =>
    received.decide((state, context) => decideCorrect(state, { changes, reason: 'r' }, context));
  const older = (changes: Parameters<typeof decideCorrect>[1]['changes']) =>
    isOlderThanThirtyDays(
      received.does((state, context) => decideCorrect(state, { changes, reason: 'r' }, context)).state(),
      officeCalendar.zone,
    );
  assert.equal(isOlderThanThirtyDays(received.state(), officeCalendar.zone), false);
  assert.equal(older({ happenedOn: '2026-01-30' }), true);
  assert.equal(older({ receivedAt: wita('2026-02-20T09:00') }), false);
  assert.equal(code(corrected({ receivedAt: wita('2026-01-31T09:00') })), 'happened-in-future');
});

test('rule 6: a case that is corrected to a service which is protected by itself is protected', () => {
  const correct = (complaint: ReturnType<typeof aComplaint>, service: string) =>
    complaint.does((state, context) => decideCorrect(state, { changes: { service }, reason: 'r' }, context));
  const protects = correct(aComplaint().received({ service: 'pbi-jk' }), 'perlindungan-anak');
  assert.equal(protects.state().marks.protected, true);
  const bared = protects.does((state, context) =>
    decideMark(state, { mark: 'protected', on: false, reason: 'r' }, context),
  );
  const other = bared.does((state, context) =>
    decideCorrect(state, { changes: { place: 'selatan' }, reason: 'r' }, context),
  );
  assert.equal(other.state().marks.protected, false, 'taken off with a reason it stays off');
});

test('rule 22: oversight comes and goes with a corrected category, unless it was set beside its category', () => {
  const about = (complaint: ReturnType<typeof aComplaint>, category: string | null) =>
    complaint.does((state, context) => decideCorrect(state, { changes: { category }, reason: 'r' }, context));
  const conduct = about(aComplaint().received().classified(), 'perilaku-petugas');
  assert.equal(conduct.state().oversight, true);
  assert.equal(about(conduct, 'bantuan-sosial').state().oversight, false);
  const set = aComplaint().received({ category: 'bantuan-sosial' }).classified({ oversight: true });
  assert.equal(about(set, null).state().oversight, true);
});

test('rule 11: salah catat keeps its number, takes no part in anything any more', () => {
  const cancelled = aComplaint()
    .received()
    .registered()
    .does((state, context) => decideCancel(state, { reason: 'r' }, context));
  assert.equal(cancelled.state().register?.printed, '1/2026');
  const again = cancelled.decide((state, context) => decideCancel(state, { reason: 'r' }, context));
  assert.equal(code(again), 'case-cancelled');
});

test('rule 6: anyone who sees it protects a case, only the coordinator takes it away, with a reason', () => {
  const without = new Set(PERMISSIONS.filter((permission) => permission !== 'case/unmark'));
  const clerk = anActor({ may: without });
  const marked = aComplaint()
    .by(clerk)
    .received()
    .does((state, context) => decideMark(state, { mark: 'protected', on: true }, context));
  const off = (complaint: typeof marked, reason: string | null) =>
    code(
      complaint.decide((state, context) =>
        decideMark(state, { mark: 'protected', on: false, reason }, context),
      ),
    );
  assert.equal(off(marked, 'r'), 'not-permitted');
  assert.equal(off(marked.by(anActor()), null), 'reason-required');
  assert.equal(off(marked.by(anActor()), 'r'), 'accepted');
});

test('rule 27: nobody but who decides on an audit, or the coordinator, closes the lane', () => {
  const clerk = anActor({ may: new Set(['case/read-open', 'mark']) });
  const restrict = (actor: ReturnType<typeof anActor>) =>
    aComplaint()
      .received()
      .by(actor)
      .decide((state, context) => decideMark(state, { mark: 'restricted', on: true }, context));
  assert.equal(code(restrict(clerk)), 'not-permitted');
  assert.equal(code(restrict(anActor())), 'accepted');
});

test('rules 6, 27: who decides on an audit opens the lane again, and takes no other mark away', () => {
  const head = anActor({ may: new Set(['case/read-restricted', 'case/read-open', 'mark', 'review/decide']) });
  const reader = anActor({ may: new Set(['case/read-restricted', 'mark']) });
  const off = (actor: ReturnType<typeof anActor>, mark: 'restricted' | 'secret') =>
    code(
      aComplaint()
        .received({ secret: true })
        .does((state, context) => decideMark(state, { mark: 'restricted', on: true }, context))
        .by(actor)
        .decide((state, context) => decideMark(state, { mark, on: false, reason: 'r' }, context)),
    );
  assert.equal(off(reader, 'restricted'), 'not-permitted');
  assert.equal(off(head, 'secret'), 'not-permitted');
  assert.equal(off(head, 'restricted'), 'accepted');
});

test('rules 27, 28: no lane is closed around a case whose terlapor those who dispose have yet to settle', () => {
  const undecided = aComplaint().received({
    respondents: [{ identity: 'nama-1', account: null, unit: null, worksHere: 'unknown' }],
  });
  const mark = (name: 'restricted' | 'urgent') =>
    code(undecided.decide((state, context) => decideMark(state, { mark: name, on: true }, context)));
  assert.equal(mark('restricted'), 'not-now');
  assert.equal(mark('urgent'), 'accepted');
});

test('rule 14: what becomes a pengaduan after its verification owes no notice of completeness any more', () => {
  const state = aComplaint()
    .received({ kind: 'aspirasi' })
    .verified()
    .classified({ kind: 'pengaduan', severity: 'light' })
    .state();
  assert.deepEqual(
    state.due.map(({ clock }) => clock),
    ['statute-decision', 'office'],
  );
});

test('rule 11: a kind or a channel that is corrected away and back leaves every limit that had ended', () => {
  const corrects =
    (changes: Parameters<typeof decideCorrect>[1]['changes']) => (state: CaseState, context: Context) =>
      decideCorrect(state, { changes, reason: 'r' }, context);
  const missing = { completeness: 'incomplete', missing: ['KK'] } as const;
  const decided = aComplaint()
    .received()
    .verified(missing)
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-03-03T10:00')
    .verified()
    .disposed()
    .submitted()
    .at('2026-03-04T10:00')
    .does((state, context) => decideApproveAnswer(state, context));
  for (const complaint of [decided, decided.at('2026-03-06T10:00').answered()]) {
    const away = complaint.does(corrects({ kind: 'aspirasi' }));
    const back = away.does(corrects({ kind: 'pengaduan' })).state();
    const { due, ended } = complaint.state();
    assert.equal(judgedLimit(away.state())?.clock, undefined);
    assert.deepEqual([back.due, byClock(back.ended)], [due, byClock(ended)]);
  }
  const asked = aComplaint()
    .received({ kind: 'permintaan-informasi', channel: 'ppid' })
    .disposed()
    .answered();
  const informal = asked.does(corrects({ channel: 'surat' }));
  assert.deepEqual(informal.does(corrects({ channel: 'ppid' })).state().ended, asked.state().ended);
});

function byClock(limits: CaseState['ended']): CaseState['ended'] {
  return limits.toSorted((a, b) => (a.clock < b.clock ? -1 : 1));
}

test('rule 5: an urgent case is accepted once, by whoever takes it in hand', () => {
  const urgent = aComplaint().received({ urgent: true });
  const accepted = urgent.does((state, context) => decideAcceptUrgent(state, {}, context));
  assert.equal(accepted.state().owner, 'petugas-1');
  assert.ok(accepted.state().marks.urgentAcceptedAt);
  assert.equal(code(accepted.decide((state, context) => decideAcceptUrgent(state, {}, context))), 'not-now');
  const calm = aComplaint().received();
  assert.equal(code(calm.decide((state, context) => decideAcceptUrgent(state, {}, context))), 'not-now');
});

test('rule 5: in an urgent case the action comes first, with its true time, and leaves the status', () => {
  const urgent = aComplaint().received({ urgent: true }).at('2026-03-02T12:00').followedUp();
  assert.equal(urgent.state().status, 'received');
  assert.throws(() => aComplaint().received().followedUp(), /not-urgent/);
});

test('a case handed over is handed back to the unit it came from', () => {
  const disposed = aComplaint().received().disposed();
  const over = disposed.does((state, context) =>
    decideHandOver(state, { toUnit: 'rehsos', reason: 'r' }, context),
  );
  assert.deepEqual([over.state().unit, over.state().cameFromUnit], ['rehsos', 'linjamsos']);
  const back = over.decide((state, context) =>
    decideHandOver(state, { toUnit: 'linjamsos', reason: 'r' }, context),
  );
  const [event] = back.ok ? back.events : [];
  assert.equal(event?.type === 'handed-over' && event.back, true);
  const same = over.decide((state, context) =>
    decideHandOver(state, { toUnit: 'rehsos', reason: 'r' }, context),
  );
  assert.equal(code(same), 'same-unit');
});

test('the work of a unit is not done by another one', () => {
  const stranger = anActor({
    units: ['rehsos'],
    may: new Set(['case/read-open', 'submit-answer']),
    account: 'x',
  });
  const complaint = aComplaint().received().disposed().by(stranger);
  assert.throws(() => complaint.submitted(), /not-your-unit/);
});

test('rule 38: a merged case counts once, on the earlier date, until it is taken out again', () => {
  const older = aComplaint().at('2026-02-20T09:00').received().state();
  const survivor = aComplaint().received().state();
  const context = aComplaint().at('2026-03-03T09:00').context();
  const joined = decideMerge(older, survivor, { self: 'kasus-1', into: 'kasus-2', reason: 'r' }, context);
  assert.ok(joined.ok);
  const apply = (state: CaseState, events: readonly Parameters<typeof afterEvent>[1][]) =>
    events.reduce((current, event) => afterEvent(current, event, context), state);
  const merged = apply(older, joined.events);
  const kept = apply(survivor, joined.other);
  assert.equal(merged.mergedInto, 'kasus-2');
  assert.equal(kept.receivedAt, older.receivedAt);
  assert.ok(joined.other.some(({ type }) => type === 'deadline-moved'));
  assert.deepEqual(kept.due, older.due, 'with the receipt from which they run');

  const parted = decideUnmerge(merged, kept, { self: 'kasus-1', reason: 'r' }, context);
  assert.ok(parted.ok);
  assert.equal(apply(merged, parted.events).mergedInto, null);
  const alone = apply(kept, parted.other);
  assert.equal(alone.receivedAt, survivor.receivedAt);
  assert.deepEqual(alone.due, survivor.due);
});

test('rules 36, 37: an answer is judged from the earliest receipt that is known better than by its month', () => {
  const context = aComplaint().at('2026-03-30T09:00').context();
  const absorb = (state: CaseState, id: string, other: CaseState): CaseState => {
    const joined = decideMerge(other, state, { self: id, into: 'kasus-1', reason: 'r' }, context);
    assert.ok(joined.ok);
    return joined.other.reduce((current, event) => afterEvent(current, event, context), state);
  };
  const answered = aComplaint().received().classified().disposed().answered().state();
  const receivedAt = wita('2026-01-01T00:00');
  const ownReceipt = { at: receivedAt, precision: 'month' } as const;
  const ofTheBook = aComplaint().received().state();
  const byMonth = absorb(answered, 'kasus-2', { ...ofTheBook, receivedAt, ownReceipt, precision: 'month' });
  assert.deepEqual(byMonth.ended, answered.ended);
  const known = absorb(byMonth, 'kasus-3', aComplaint().at('2026-02-27T09:00').received().state());
  const { from, dueAt } = judgedLimit(known) ?? {};
  assert.deepEqual([from, dueAt], [wita('2026-02-27T09:00'), wita('2026-03-04T16:00')]);
});

test('domain 4.2: a case taken out again has its open limits by the calendar of that day, not of the day it was merged on', () => {
  const complaint = aComplaint({ calendar: anOfficeCalendar({ asOf: '2025-08-06' }) })
    .at('2025-08-06T10:00')
    .received()
    .classified({ severity: 'special' });
  const merged = { ...complaint.state(), mergedInto: 'kasus-2' };
  const survivor = { ...complaint.state(), absorbed: ['kasus-1'] };
  const context = { ...complaint.context(), calendar: officeCalendar };
  const out = decideUnmerge(merged, survivor, { self: 'kasus-1', reason: 'r' }, context);
  assert.ok(out.ok);
  const alone = out.events.reduce((state: CaseState, event) => afterEvent(state, event, context), merged);
  assert.equal(judgedLimit(merged)?.dueAt, wita('2025-08-26T16:00'));
  assert.equal(judgedLimit(alone)?.dueAt, wita('2025-08-27T16:00'));
});

test('law 1: a case that absorbed others is not salah catat before they are taken out', () => {
  const absorbed = { ...aComplaint().received().state(), absorbed: ['kasus-1'] };
  const refused = decideCancel(absorbed, { reason: 'r' }, aComplaint().context());
  assert.equal(!refused.ok && refused.refusal === 'not-now' && refused.because, 'has-absorbed');
});

test('rule 38: nothing is taken out of a case that was itself merged: it counts elsewhere until then', () => {
  const context = aComplaint().context();
  const merged = { ...aComplaint().received().state(), mergedInto: 'kasus-2' };
  const survivor = { ...aComplaint().received().state(), absorbed: ['kasus-1'], mergedInto: 'kasus-3' };
  const parted = decideUnmerge(merged, survivor, { self: 'kasus-1', reason: 'r' }, context);
  assert.deepEqual(parted, { ok: false, refusal: 'case-merged', into: 'kasus-3' });
});

test('rules 6, 27, 28: a merge takes no wall away: same terlapor and same marks in both, or none', () => {
  const context = aComplaint().context();
  const wall = (one: Partial<IntakeCommand>, other: Partial<IntakeCommand>, restricted = false) => {
    const survivor = aComplaint().received(other).state();
    const marks = { ...survivor.marks, restricted };
    const command = { self: 'kasus-1', into: 'kasus-2', reason: 'r' };
    const joined = decideMerge(aComplaint().received(one).state(), { ...survivor, marks }, command, context);
    return joined.ok ? 'joined' : joined.refusal === 'walls-differ' && joined.wall;
  };
  const about = { respondents: [{ identity: null, account: 'terlapor-1', unit: 'rehsos' }] };
  assert.equal(wall(about, {}), 'respondent');
  assert.equal(wall({}, about), 'respondent');
  assert.equal(wall({ protected: true }, {}), 'protected');
  assert.equal(wall({}, { protected: true }), 'protected');
  assert.equal(wall({ urgent: true }, {}), 'urgent');
  assert.equal(wall({}, {}, true), 'restricted');
  for (const mark of ['anonymous', 'secret'] as const) {
    assert.equal(wall({ [mark]: true }, {}), mark);
    assert.equal(wall({}, { [mark]: true }), mark);
  }
  assert.equal(wall({ anonymous: true, secret: true }, {}), 'anonymous');
  assert.equal(wall({ secret: true }, { secret: true }), 'joined');
  assert.equal(wall({ ...about, protected: true }, { ...about, protected: true }), 'joined');
});

test('rules 6, 27, 28: what is taken out of a case keeps the walls that were raised around it since', () => {
  const context = aComplaint().context();
  const merged = { ...aComplaint().received().state(), mergedInto: 'kasus-2' };
  const respondents = [{ identity: 'orang-1', account: 'terlapor-1', unit: 'rehsos' }];
  const received = aComplaint().received({ respondents, protected: true }).state();
  const marks = { ...received.marks, restricted: true };
  const review = {
    reviewers: [],
    recommendation: 'audit',
    decision: 'audit',
    readers: ['auditor-1'],
  } as const;
  const survivor = { ...received, marks, review, absorbed: ['kasus-1'] };
  const actor = anActor({ account: 'auditor-1' });
  const out = decideUnmerge(merged, survivor, { self: 'kasus-1', reason: 'r' }, { ...context, actor });
  assert.ok(out.ok);
  const alone = out.events.reduce((state: CaseState, event) => afterEvent(state, event, context), merged);
  assert.deepEqual(alone.people.respondents, [{ identity: null, account: 'terlapor-1', unit: 'rehsos' }]);
  assert.deepEqual([alone.marks.protected, alone.marks.restricted], [true, true]);
  assert.deepEqual(alone.due, merged.due);
  assert.deepEqual([mayRead(actor, alone), mayRead(anActor(), alone)], [true, false]);
  assert.deepEqual(carryWall(survivor, alone, { at: context.now, reason: 'r' }), []);
});

test('rule 36: a wall carried over to an answered case leaves the limit that judges its answer', () => {
  const answered = aComplaint().received().disposed().at('2026-06-02T10:00').answered();
  const merged = { ...answered.state(), mergedInto: 'kasus-2' };
  const respondents = [{ identity: 'orang-1', account: 'terlapor-1', unit: 'rehsos' }];
  const survivor = aComplaint().received({ respondents }).state();
  const context = answered.context();
  const events = carryWall(survivor, merged, { at: context.now, reason: 'r' });
  assert.equal(events[0]?.type, 'corrected');
  const walled = events.reduce((state: CaseState, event) => afterEvent(state, event, context), merged);
  assert.deepEqual([walled.due, walled.ended], [merged.due, merged.ended]);
  assert.equal(promiseOf({ ...walled, mergedInto: null }, context.now), 'late');
});

test('rule 28: the terlapor of the surviving case neither merges into it nor takes anything out of it', () => {
  const respondents = [{ identity: null, account: 'petugas-1', unit: null }];
  const context = aComplaint().context();
  const survivor = { ...aComplaint().received({ respondents }).state(), absorbed: ['kasus-1'] };
  const merged = { ...aComplaint().received().state(), mergedInto: 'kasus-2' };
  const into = decideMerge(
    aComplaint().received().state(),
    survivor,
    { self: 'kasus-1', into: 'kasus-2', reason: 'r' },
    context,
  );
  const out = decideUnmerge(merged, survivor, { self: 'kasus-1', reason: 'r' }, context);
  for (const joined of [into, out]) assert.equal(!joined.ok && joined.refusal, 'respondent-shut-out');
});

test('a merged case takes no operation but to be taken out', () => {
  const state = { ...aComplaint().received().state(), mergedInto: 'kasus-2' };
  const context = aComplaint().context();
  const refused = decideCorrect(state, { changes: { service: 'pkh' }, reason: 'r' }, context);
  assert.equal(code(refused), 'case-merged');
});
