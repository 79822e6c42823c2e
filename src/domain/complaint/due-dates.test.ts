import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar, officeLimit } from '../../../test/an-office.ts';
import { anOfficeCalendar } from '../../../test/office-calendar.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import type { CaseState } from './case-state.ts';
import { limitsOf } from './clocks.ts';
import type { Context } from './context.ts';
import { judgedLimit, nearestDue } from './deadlines-of-case.ts';
import { decideAnswer } from './decide-answer.ts';
import { decideCorrect } from './decide-correct.ts';
import { decideApproveAnswer, decideReturnAnswer } from './decide-draft.ts';
import { decideSubmitAnswer } from './decide-submit-answer.ts';
import { decideProveNotice } from './decide-verify.ts';
import { decideWithdraw } from './decide-withdraw.ts';
import type { Decision } from './decision.ts';
import { moveDeadlines } from './move-deadlines.ts';
import type { Clock } from './vocabulary.ts';

// Monday 2 March 2026, 09.00 WITA, is the receipt unless a test says otherwise.
const dueOf = (state: CaseState, clock: Clock) => state.due.filter((limit) => limit.clock === clock);
const oneDue = (state: CaseState, clock: Clock) => {
  const [only, ...more] = dueOf(state, clock);
  assert.deepEqual(more, []);
  assert.ok(only);
  return only.dueAt;
};

test('rule 14: 14 calendar days to say complete or not end on receipt date + 14 at 24.00, no holiday moves them', () => {
  assert.equal(oneDue(aComplaint().received().state(), 'statute-response'), wita('2026-03-17T00:00'));
});

test('rule 14: 60 days to the decision run from complete, and the first clock has ended with the verification', () => {
  const state = aComplaint().received().at('2026-03-04T11:00').verified().state();
  assert.deepEqual(dueOf(state, 'statute-response'), []);
  assert.equal(oneDue(state, 'statute-decision'), wita('2026-05-04T00:00'));
  assert.equal(state.ended[0]?.clock, 'statute-response');
  assert.equal(state.ended[0]?.endedAt, wita('2026-03-04T11:00'));
});

test("rule 14: the complainant's 30 days begin when the notice is proven received, not when it is sent", () => {
  const asked = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] });
  assert.deepEqual(dueOf(asked.state(), 'statute-completion'), []);
  const proven = asked
    .at('2026-03-10T10:00')
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context));
  assert.equal(oneDue(proven.state(), 'statute-completion'), wita('2026-04-10T00:00'));
});

test('rule 19: the notice of what is missing is proven wherever the case has gone, and its 30 days end in silence', () => {
  const missing = { completeness: 'incomplete', missing: ['KK'] } as const;
  for (const complaint of [
    aComplaint().received().verified(missing).disposed(),
    aComplaint().received({ urgent: true }).disposed().verified(missing),
    aComplaint()
      .received()
      .verified({ ...missing, authority: 'other' }),
  ]) {
    const proven = complaint
      .at('2026-03-10T10:00')
      .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context));
    assert.equal(oneDue(proven.state(), 'statute-completion'), wita('2026-04-10T00:00'));
    const deemed = proven
      .at('2026-04-11T10:00')
      .decide((state, context) => decideWithdraw(state, { deemed: true }, context));
    assert.ok(deemed.ok);
  }
  const whole = aComplaint().received().verified().disposed();
  const nothing = whole.decide((state, context) =>
    decideProveNotice(state, { notice: 'incomplete' }, context),
  );
  assert.equal(!nothing.ok && nothing.refusal === 'not-now' && nothing.because, 'no-notice');
});

test('rule 14: 60 days run anew from the day on which an incomplete complaint becomes complete', () => {
  const state = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .at('2026-03-20T10:00')
    .verified()
    .state();
  assert.equal(state.status, 'verified');
  assert.equal(oneDue(state, 'statute-decision'), wita('2026-05-20T00:00'));
});

test('rule 14: the 30 days to complete end when it is complete, also where another body is found to have authority', () => {
  for (const authority of ['own', 'other'] as const) {
    const state = aComplaint()
      .received()
      .verified({ completeness: 'incomplete', missing: ['KK'] })
      .does((now, context) => decideProveNotice(now, { notice: 'incomplete' }, context))
      .at('2026-03-20T10:00')
      .verified({ authority })
      .state();
    assert.deepEqual(dueOf(state, 'statute-completion'), []);
    assert.equal(
      state.ended.find(({ clock }) => clock === 'statute-completion')?.endedAt,
      wita('2026-03-20T10:00'),
      authority,
    );
  }
});

test('rule 14: a correction leaves the 30 days of each notice as they are: ended those that ended, open those that run', () => {
  const ended = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-03-20T10:00')
    .verified();
  const corrects = (state: CaseState, context: Context) =>
    decideCorrect(state, { changes: { place: 'utara' }, reason: 'alasan-1' }, context);
  assert.deepEqual(
    ended
      .does(corrects)
      .state()
      .ended.map(({ clock }) => clock)
      .toSorted(),
    ['statute-completion', 'statute-response'],
  );
  const second = ended
    .verified({ completeness: 'incomplete', missing: ['KTP'] })
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context));
  const corrected = second.does(corrects).state();
  assert.deepEqual(dueOf(corrected, 'statute-completion'), dueOf(second.state(), 'statute-completion'));
  assert.equal(dueOf(corrected, 'statute-completion').length, 1);
});

test('rule 19: what lacks something again has a notice of its own: the earlier proof starts no 30 days', () => {
  const again = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .verified()
    .at('2026-03-20T10:00')
    .verified({ completeness: 'incomplete', missing: ['Surat desa'] });
  assert.deepEqual(dueOf(again.state(), 'statute-completion'), []);
  const proven = again.does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context));
  assert.equal(oneDue(proven.state(), 'statute-completion'), wita('2026-04-20T00:00'));
});

test('rule 14: 14 days to tell the complainant run from the decision', () => {
  const state = aComplaint()
    .received()
    .disposed()
    .submitted()
    .at('2026-03-04T10:00')
    .does((now, context) => decideApproveAnswer(now, context))
    .state();
  assert.deepEqual(dueOf(state, 'statute-decision'), []);
  assert.equal(oneDue(state, 'statute-notice'), wita('2026-03-19T00:00'));
});

test('rule 14: an approved draft that is returned is decided no longer, and its mended text is approved anew', () => {
  const code = (decision: Decision) =>
    decision.ok ? 'accepted' : decision.refusal === 'not-now' ? decision.because : decision.refusal;
  const decided = aComplaint()
    .received()
    .at('2026-03-03T10:00')
    .disposed()
    .submitted()
    .at('2026-03-04T10:00')
    .does((now, context) => decideApproveAnswer(now, context));
  const again = decided.decide((now, context) => decideSubmitAnswer(now, { text: 'jawaban-2' }, context));
  assert.equal(code(again), 'already-decided');
  const returned = decided.does((now, context) => decideReturnAnswer(now, { reason: 'r' }, context));
  assert.equal(returned.state().decidedAt, null);
  assert.deepEqual(dueOf(returned.state(), 'statute-notice'), []);
  assert.equal(oneDue(returned.state(), 'statute-decision'), wita('2026-05-03T00:00'));
  assert.ok(returned.state().ended.every(({ clock }) => clock !== 'statute-decision'));
  const mended = returned
    .submitted()
    .at('2026-03-11T10:00')
    .does((now, context) => decideApproveAnswer(now, context))
    .state();
  assert.equal(oneDue(mended, 'statute-notice'), wita('2026-03-26T00:00'));
  assert.equal(mended.ended.filter(({ clock }) => clock === 'statute-decision').length, 1);
});

test('rule 14: only pengaduan carries the statute clocks', () => {
  for (const kind of ['aspirasi', 'permintaan-informasi', 'permohonan-layanan', 'whistleblowing'] as const) {
    const clocks = aComplaint()
      .received({ kind })
      .state()
      .due.map((limit) => limit.clock);
    assert.ok(
      clocks.every((clock) => clock === 'office'),
      kind,
    );
  }
});

test('rule 14: a formal request to the PPID has ten working days beside the office clock', () => {
  const state = aComplaint().received({ kind: 'permintaan-informasi', channel: 'ppid' }).state();
  assert.equal(oneDue(state, 'ppid'), wita('2026-03-16T16:00'));
  const informal = aComplaint().received({ kind: 'permintaan-informasi' }).state();
  assert.deepEqual(dueOf(informal, 'ppid'), []);
});

test('rule 14: the SP4N clock runs on cases from SP4N only, or on all where the office adopts it', () => {
  assert.deepEqual(dueOf(aComplaint().received().state(), 'sp4n'), []);
  assert.equal(dueOf(aComplaint().received({ channel: 'sp4n-lapor' }).state(), 'sp4n').length, 1);
  const adopting = anOffice({ clocks: { ...anOffice().clocks, sp4n: 'all' } });
  assert.equal(dueOf(aComplaint({ office: adopting }).received().state(), 'sp4n').length, 1);
});

test('rule 15: before a class is given the office limit is the longest of the office', () => {
  const [limit, ...more] = dueOf(aComplaint().received().state(), 'office');
  assert.deepEqual(more, []);
  assert.equal(limit?.limit, '14 hari kerja');
});

test('rule 15: a limit that does not depend on the class is shown from the beginning', () => {
  const office = anOffice({ classes: [], singleLimit: officeLimit({ count: 30, unit: 'calendar-day' }) });
  assert.equal(oneDue(aComplaint({ office }).received().state(), 'office'), wita('2026-04-02T00:00'));
});

test('rule 15: the office clock starts at receipt even when the class comes later', () => {
  const hours = anOffice({
    classes: [
      {
        ...officeLimit({ count: 3, unit: 'service-hour' }),
        key: 'light',
        label: '',
        criteria: null,
        examples: [],
      },
    ],
  });
  const state = aComplaint({ office: hours })
    .received()
    .at('2026-03-02T13:00')
    .classified({ severity: 'light' })
    .state();
  assert.equal(judgedLimit(state)?.dueAt, wita('2026-03-02T12:00'));
  assert.equal(promiseOf(state, wita('2026-03-02T13:00')), 'late');
});

test('rule 15: a change of class after the first limit has passed does not un-late a case', () => {
  const late = aComplaint()
    .received()
    .classified({ severity: 'light' })
    .at('2026-03-06T10:00')
    .classified({ severity: 'special', reason: 'alasan-1' })
    .state();
  assert.equal(late.severity.first, 'light');
  assert.equal(late.severity.now, 'special');
  assert.equal(promiseOf(late, wita('2026-03-06T10:01')), 'late');
  assert.deepEqual(
    dueOf(late, 'office').map(({ limit }) => limit),
    ['3 hari kerja', '14 hari kerja'],
  );
});

test('rule 15: the one date stays that of the first class, whichever way the class changes', () => {
  const [light, moderate] = ['2026-03-05T16:00', '2026-03-11T16:00'].map(wita);
  const first = (severity: 'light' | 'moderate') => aComplaint().received().classified({ severity });
  assert.equal(nearestDue(first('light').classified({ severity: 'moderate' }).state())?.dueAt, light);
  const down = first('moderate').classified({ severity: 'light' }).state();
  assert.deepEqual(
    dueOf(down, 'office').map(({ dueAt }) => dueAt),
    [moderate, light],
  );
  assert.equal(nearestDue(down)?.dueAt, moderate);
});

test('rule 15: a change of class after the limit asks for its reason, before it for none', () => {
  const classed = aComplaint().received().classified({ severity: 'light' });
  assert.throws(() => classed.at('2026-03-06T10:00').classified({ severity: 'special' }), /reason-required/);
  assert.equal(
    classed.at('2026-03-05T10:00').classified({ severity: 'special' }).state().severity.now,
    'special',
  );
});

test('rule 15: a class given after the answer judges the answer all the same', () => {
  const answered = aComplaint().received().disposed().at('2026-03-10T10:00').answered();
  assert.equal(promiseOf(answered.state(), wita('2026-03-10T11:00')), 'on-time');
  const classed = answered.classified({ severity: 'light' }).state();
  assert.equal(promiseOf(classed, wita('2026-03-10T11:00')), 'late');
  assert.deepEqual(classed.due, []);
});

test('rule 14: staff see one date, the nearest that binds; SP4N practice binds nobody', () => {
  const state = aComplaint().received({ channel: 'sp4n-lapor' }).verified().classified().state();
  assert.equal(nearestDue(state)?.clock, 'office');
  assert.equal(nearestDue(state)?.dueAt, wita('2026-03-05T16:00'));
});

test('rule 13: answered in the due instant is on time, a millisecond later is late', () => {
  const due = judgedLimit(aComplaint().received().classified().state())?.dueAt ?? '';
  const answer = (at: string) =>
    aComplaint()
      .received()
      .classified()
      .disposed()
      .at('2026-03-09T10:00')
      .does((state, context) =>
        decideAnswer(state, { way: 'oral', text: 't', at, lateEntryReason: 'r' }, context),
      )
      .state();
  assert.equal(promiseOf(answer(due), wita('2026-03-09T10:00')), 'on-time');
  const after = new Date(Date.parse(due) + 1).toISOString();
  assert.equal(promiseOf(answer(after), wita('2026-03-09T10:00')), 'late');
});

test('rule 36: where the office promises none, the statute judges pengaduan and other kinds stand without limit', () => {
  const office = anOffice({ classes: [], singleLimit: null });
  const complaint = aComplaint({ office }).received().verified().state();
  assert.equal(judgedLimit(complaint)?.clock, 'statute-decision');
  const request = aComplaint({ office }).received({ kind: 'permohonan-layanan' }).state();
  assert.equal(promiseOf(request, wita('2026-12-01T00:00')), 'unlimited');
  const formal = aComplaint({ office }).received({ kind: 'permintaan-informasi', channel: 'ppid' }).state();
  assert.equal(nearestDue(formal)?.clock, 'ppid', 'the days of the PPID make it late at work (rule 13)');
  assert.equal(promiseOf(formal, wita('2026-12-01T00:00')), 'unlimited', 'and judge no percentage');
});

test('law 3: an unloaded year never refuses an intake: that clock waits, calendar days do not', () => {
  const calendar = anOfficeCalendar({ asOf: '2023-09-01' });
  const state = aComplaint({ calendar }).at('2023-12-28T10:00').received().state();
  const [office] = dueOf(state, 'office');
  assert.equal(office?.dueAt, null);
  assert.equal(office?.waiting, 'calendar');
  assert.equal(oneDue(state, 'statute-response'), wita('2024-01-12T00:00'));
});

test('a newly loaded year counts the clock that waited, and the history keeps that it waited', () => {
  const early = anOfficeCalendar({ asOf: '2023-09-01' });
  const complaint = aComplaint({ calendar: early }).at('2023-12-28T10:00').received();
  const [moved] = moveDeadlines(complaint.state(), 'calendar', {
    ...complaint.context(),
    calendar: officeCalendar,
  });
  assert.equal(moved?.clock, 'office');
  assert.equal(moved?.from, null);
  assert.ok(moved?.to);
});

test('domain 4.2: a revised calendar moves open limits, an ended one never', () => {
  const before = anOfficeCalendar({ asOf: '2025-08-06' });
  const open = aComplaint({ calendar: before })
    .at('2025-08-06T10:00')
    .received()
    .classified({ severity: 'special' });
  const context = { ...open.context(), calendar: officeCalendar };
  const moved = moveDeadlines(open.state(), 'calendar', context);
  assert.deepEqual(
    moved.map(({ clock }) => clock),
    ['office'],
  );
  assert.equal(moved[0]?.from, wita('2025-08-26T16:00'));
  assert.equal(moved[0]?.to, wita('2025-08-27T16:00'));
  const answered = open.disposed().answered().state();
  assert.deepEqual(moveDeadlines(answered, 'calendar', context), []);
});

test('rule 36: a reopened case stays judged by its first answer, with a new date to work by', () => {
  const reopened = aComplaint()
    .received()
    .classified()
    .disposed()
    .answered()
    .closed()
    .at('2026-03-10T10:00')
    .reopened()
    .state();
  assert.equal(reopened.status, 'in-progress');
  assert.equal(oneDue(reopened, 'office'), wita('2026-03-13T16:30'));
  assert.equal(promiseOf(reopened, wita('2026-06-01T10:00')), 'on-time');
});

test('rule 36: an answer that is written down after a reopening with an earlier time is judged by the class that it is given', () => {
  const state = aComplaint()
    .received()
    .disposed()
    .does((now, context) => decideWithdraw(now, { reason: 'alasan-1' }, context))
    .at('2026-03-10T11:30')
    .reopened()
    .at('2026-03-10T14:00')
    .answered({ at: wita('2026-03-10T08:29'), lateEntryReason: 'alasan-2' })
    .classified({ severity: 'light' })
    .state();
  assert.equal(promiseOf(state, wita('2026-06-01T10:00')), 'late');
});

test('rule 37: a receipt known by its month only starts no clock', () => {
  const state = aComplaint().received().state();
  assert.notDeepEqual(limitsOf(state, anOffice()), []);
  const byMonth = { at: '2025-02-01T00:00:00.000Z', precision: 'month' } as const;
  const { at: receivedAt, precision } = byMonth;
  assert.deepEqual(limitsOf({ ...state, receivedAt, precision, ownReceipt: byMonth }, anOffice()), []);
  // An old row that it absorbed takes no promise away from a case of its own day.
  const absorbedReceipts = [{ other: 'kasus-2', ...byMonth }];
  const absorbing = { ...state, receivedAt, precision, absorbedReceipts };
  assert.deepEqual(limitsOf(absorbing, anOffice()), limitsOf(state, anOffice()));
});
