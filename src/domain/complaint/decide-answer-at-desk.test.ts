import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { promiseOf } from '../../../test/promise-of.ts';
import { decideAcknowledgeDeskAnswer } from './decide-acknowledge-desk-answer.ts';
import { type AnswerAtDeskCommand, decideAnswerAtDesk, decideIntakeAtDesk } from './decide-answer-at-desk.ts';
import type { IntakeCommand } from './decide-intake.ts';
import { decideWithdraw } from './decide-withdraw.ts';
import { foldCase } from './fold-case.ts';

const intake: IntakeCommand = {
  ticket: 'CTH-AAAA-BBBB',
  kind: 'permintaan-informasi',
  channel: 'loket',
  matter: 'isi-1',
  reporters: [{ identity: 'pelapor-1', as: 'self' }],
};
const answer: AnswerAtDeskCommand = { text: 'jawaban-1', way: 'oral', outcome: 'explained' };

test('rule 4: complaint, number, answer and outcome are one act', () => {
  const register = { year: 2026, no: 7, printed: '7/2026' };
  const decision = decideIntakeAtDesk(intake, { ...answer, register }, aComplaint().context());
  assert.ok(decision.ok);
  assert.deepEqual(
    decision.events.map(({ type }) => type),
    ['received', 'registered', 'verified', 'classified', 'answered', 'closed'],
  );
});

test('rule 4: the number may come last, when the store gives it', () => {
  const state = aComplaint().received().answeredAtDesk().registered().state();
  assert.equal(state.status, 'closed');
  assert.equal(state.register?.printed, '1/2026');
});

test('rule 4: closed at once with its outcome, answered on the same working day, on time', () => {
  const state = aComplaint().received().answeredAtDesk().state();
  assert.equal(state.outcome, 'explained');
  assert.equal(state.answer?.atDesk, true);
  assert.equal(state.answer?.deliveredAt, state.answer?.at);
  assert.equal(promiseOf(state, wita('2026-03-02T10:00')), 'on-time');
  assert.deepEqual(state.due, []);
});

test('rules 1, 4 and 36: entered later, it was answered when that is said, and now where nobody says it', () => {
  const context = aComplaint().at('2026-03-04T10:00').context();
  const answeredAt = (receipt: string, at?: string) => {
    const late = { ...intake, receivedAt: wita(receipt), lateEntryReason: 'alasan-1' };
    const said = at === undefined ? answer : { ...answer, at: wita(at) };
    const decision = decideIntakeAtDesk(late, said, context);
    if (!decision.ok) return decision.refusal;
    return decision.events.find(({ type }) => type === 'answered')?.at;
  };
  assert.equal(answeredAt('2026-03-02T10:00'), wita('2026-03-04T10:00'), 'never earlier by itself');
  assert.equal(answeredAt('2026-03-02T10:00', '2026-03-02T10:15'), wita('2026-03-02T10:15'));
  assert.equal(answeredAt('2026-03-04T09:55'), wita('2026-03-04T09:55'), 'one visit');
  assert.equal(answeredAt('2026-03-02T10:00', '2026-03-02T09:59'), 'time-before-receipt');
  assert.equal(answeredAt('2026-03-02T10:00', '2026-03-04T10:01'), 'time-in-future');
});

test('rule 36: a letter answered and written down beyond its limit is late', () => {
  const context = aComplaint().at('2026-03-23T10:00').context();
  const late = { ...intake, channel: 'surat' as const, receivedAt: wita('2026-01-05T10:00') };
  const decision = decideIntakeAtDesk({ ...late, lateEntryReason: 'alasan-1' }, answer, context);
  assert.ok(decision.ok);
  const actor = { by: 'staff', account: null, role: null } as const;
  const state = foldCase(
    decision.events.map((event, index) => ({ seq: index + 1, recordedAt: context.now, actor, event })),
  );
  assert.equal(promiseOf(state, context.now), 'late');
});

test('rule 4: only kinds, services, classes and outcomes of the list of the office', () => {
  const rules = { ...anOffice().atDesk, services: ['pkh'], severities: ['light' as const] };
  const office = anOffice({ atDesk: rules });
  const refused = (over: Partial<IntakeCommand>, how: Partial<AnswerAtDeskCommand> = {}) => {
    const context = aComplaint({ office }).context();
    const decision = decideIntakeAtDesk(
      { ...intake, service: 'pkh', ...over },
      { ...answer, ...how },
      context,
    );
    return !decision.ok && decision.refusal === 'not-at-desk' ? decision.what : decision.ok;
  };
  assert.equal(refused({}), true);
  assert.equal(refused({ kind: 'whistleblowing' }), 'kind');
  assert.equal(refused({ service: 'pbi-jk' }), 'service');
  assert.equal(refused({}, { severity: 'special' }), 'severity');
  assert.equal(refused({}, { outcome: 'not-proven' }), 'outcome');
  assert.equal(refused({ category: 'perilaku-petugas', kind: 'pengaduan' }), 'category');
  assert.equal(refused({ respondents: [{ identity: null, account: 'x', unit: null }] }), 'respondent');
  assert.equal(refused({}, { way: 'published' }), 'way');
});

test('a case already classed severe is not answered at the desk', () => {
  const services = anOffice().services.map((one) => ({ ...one, severity: 'light' as const }));
  const atDesk = { ...anOffice().atDesk, severities: ['light' as const] };
  const classed = (severity: 'light' | 'special') =>
    aComplaint({ office: anOffice({ services, atDesk }) })
      .received({ service: 'pkh' })
      .verified()
      .classified({ severity });
  const at = (severity: 'light' | 'special', how: Partial<AnswerAtDeskCommand> = {}) =>
    classed(severity).decide((state, context) => decideAnswerAtDesk(state, { ...answer, ...how }, context));
  const refused = { ok: false, refusal: 'not-at-desk', what: 'severity' };
  assert.deepEqual(at('special'), refused);
  assert.deepEqual(at('special', { severity: 'light' }), refused);
  assert.deepEqual(at('light', { severity: 'special' }), refused);
  assert.equal(at('light', { severity: 'light' }).ok, true);
});

test('a class that was taken back is given again at the desk', () => {
  const open = aComplaint().received().verified().classified({ severity: null });
  const decision = open.decide((state, context) =>
    decideAnswerAtDesk(state, { ...answer, severity: 'light' }, context),
  );
  assert.ok(decision.ok);
  assert.ok(decision.events.some((event) => event.type === 'classified' && event.severity === 'light'));
});

test('rule 26: awaited elsewhere also at the desk names the body and the day to look again', () => {
  const at = (pending: NonNullable<AnswerAtDeskCommand['pending']> | null) =>
    aComplaint()
      .received()
      .decide((state, context) =>
        decideAnswerAtDesk(state, { ...answer, outcome: 'pending-elsewhere', pending }, context),
      );
  const bare = at(null);
  assert.equal(!bare.ok && bare.refusal, 'pending-needs-body-and-date');
  assert.equal(at({ body: 'kemensos', reference: null, lookAgainOn: '2026-03-20' }).ok, true);
});

test('rule 4: only what ended at the desk is acknowledged, not a reopened row nor what came of it', () => {
  const reopened = aComplaint().received().answeredAtDesk().reopened();
  const withdrawn = reopened.does((state, context) => decideWithdraw(state, { reason: 'r' }, context));
  const said = (complaint: typeof reopened) => {
    const decision = complaint.decide((state, context) => decideAcknowledgeDeskAnswer(state, context));
    return decision.ok || decision.refusal !== 'not-now' ? decision.ok : decision.because;
  };
  assert.equal(said(reopened), 'not-answered-at-desk');
  assert.equal(said(withdrawn), 'not-answered-at-desk');
  assert.equal(said(reopened.answeredAtDesk()), true);
});

test('rule 4: the coordinator acknowledges a desk answer once; a reopened row asks anew', () => {
  const desk = aComplaint().received().answeredAtDesk();
  const clerk = desk.by(anActor({ may: new Set(['answer-at-desk', 'case/read-open']) }));
  const refused = clerk.decide((state, context) => decideAcknowledgeDeskAnswer(state, context));
  assert.equal(!refused.ok && refused.refusal, 'not-permitted');
  const seen = desk.does((state, context) => decideAcknowledgeDeskAnswer(state, context));
  assert.equal(seen.state().deskAnswerAcknowledged, true);
  assert.equal(seen.decide((state, context) => decideAcknowledgeDeskAnswer(state, context)).ok, false);
  assert.equal(seen.reopened().state().deskAnswerAcknowledged, false);
});
