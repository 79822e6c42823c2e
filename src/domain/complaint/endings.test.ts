import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { COMPLAINANT_ACTOR, SYSTEM_ACTOR } from '../people/case-actor.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideArchive } from './decide-archive.ts';
import { type CloseCommand, decideClose } from './decide-close.ts';
import { decideConfirm } from './decide-confirm.ts';
import { decideConfirmTransfer, decideRefer } from './decide-refer.ts';
import { decideReopen } from './decide-reopen.ts';
import { decideProveNotice, decideVerify } from './decide-verify.ts';
import { decideWithdraw } from './decide-withdraw.ts';

const answered = () => aComplaint().received().disposed().submitted().answered();
function close(command: CloseCommand, complaint = answered()) {
  const decision = complaint.decide((state, context) => decideClose(state, command, context));
  return decision.ok ? 'accepted' : decision.refusal;
}

test('law 4: no case of ours is Selesai without an answer', () => {
  for (const complaint of [aComplaint().received(), aComplaint().received().disposed().submitted()]) {
    assert.equal(close({ outcome: 'resolved' }, complaint), 'wrong-status');
  }
});

test('rule 36: closing, confirming, withdrawing and proven delivery are dated after the answer, not before it', () => {
  const complaint = aComplaint()
    .received()
    .disposed()
    .at('2026-03-04T10:00')
    .answered({ way: 'channel', channel: 'whatsapp' })
    .at('2026-03-06T10:00');
  const transferred = complaint.does((state, context) =>
    decideRefer(state, { way: 'transferred', body: 'kemensos' }, context),
  );
  const lateEntryReason = 'r';
  const early = wita('2026-03-03T10:00');
  for (const at of [early, wita('2026-03-05T10:00')]) {
    const expected = at === early ? 'time-before-answer' : 'accepted';
    assert.equal(close({ outcome: 'resolved', at, lateEntryReason }, complaint), expected);
    for (const decision of [
      complaint.decide((state, context) => decideConfirm(state, { at, lateEntryReason }, context)),
      complaint.decide((state, context) =>
        decideWithdraw(state, { at, reason: 'r', lateEntryReason }, context),
      ),
      complaint.decide((state, context) =>
        decideProveNotice(state, { notice: 'answer', at, lateEntryReason }, context),
      ),
      transferred.decide((state, context) => decideConfirmTransfer(state, { at, lateEntryReason }, context)),
    ]) {
      assert.equal(decision.ok ? 'accepted' : decision.refusal, expected);
    }
  }
});

test('rule 26: outcomes with an operation of their own are not set by closing', () => {
  for (const outcome of [
    'referred',
    'withdrawn',
    'deemed-withdrawn',
    'archived-invalid',
    'not-recorded',
  ] as const) {
    assert.equal(close({ outcome }), 'outcome-by-own-operation');
  }
});

test('rule 26: a result awaited elsewhere names a body of the office and a day ahead', () => {
  const pending = { body: 'kemensos', reference: null, lookAgainOn: '2026-03-20' };
  assert.equal(close({ outcome: 'pending-elsewhere' }), 'pending-needs-body-and-date');
  assert.equal(close({ outcome: 'pending-elsewhere', pending: { ...pending, body: 'x' } }), 'unknown-body');
  assert.equal(
    close({ outcome: 'pending-elsewhere', pending: { ...pending, lookAgainOn: '2026-03-02' } }),
    'look-again-not-ahead',
  );
  const waiting = answered().closed({ outcome: 'pending-elsewhere', pending });
  assert.equal(waiting.state().status, 'closed');
  const settled = waiting.closed({ outcome: 'resolved' }).state();
  assert.equal(settled.outcome, 'resolved');
  assert.equal(close({ outcome: 'declined' }, answered().closed()), 'not-now');
});

test('rule 26: silence closes only after proven delivery and the whole window', () => {
  const byWhatsapp = aComplaint()
    .received()
    .disposed()
    .at('2026-03-03T10:00')
    .answered({ way: 'channel', channel: 'whatsapp' });
  const later = (at: string) => byWhatsapp.at(at).by(SYSTEM_ACTOR);
  const silence = { outcome: 'resolved', closedBy: 'silence' } as const;
  assert.equal(close(silence, later('2026-06-01T10:00')), 'delivery-not-proven');
  const proven = byWhatsapp.does((state, context) => decideProveNotice(state, { notice: 'answer' }, context));
  assert.equal(close(silence, proven.at('2026-03-05T10:00').by(SYSTEM_ACTOR)), 'window-still-open');
  assert.equal(close(silence, proven.at('2026-06-01T10:00').by(SYSTEM_ACTOR)), 'accepted');
});

test('rule 26: the window runs from proven delivery where that is later, for silence and for the complainant alike', () => {
  const sent = aComplaint()
    .received()
    .disposed()
    .at('2026-03-03T10:00')
    .answered({ way: 'channel', channel: 'email' });
  const reopen = (complaint: typeof sent) => {
    const decision = complaint
      .by(COMPLAINANT_ACTOR)
      .decide((state, context) => decideReopen(state, { reason: 'alasan-1' }, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(reopen(sent.at('2026-06-01T10:00')), 'accepted', 'not yet proven: no window has begun');
  const proven = sent
    .at('2026-06-01T10:00')
    .does((state, context) => decideProveNotice(state, { notice: 'answer' }, context));
  const silence = { outcome: 'resolved', closedBy: 'silence' } as const;
  assert.equal(close(silence, proven.by(SYSTEM_ACTOR)), 'window-still-open');
  assert.equal(reopen(proven.at('2026-06-02T10:00')), 'accepted');
  assert.equal(close(silence, proven.at('2026-08-03T10:00').by(SYSTEM_ACTOR)), 'accepted');
  assert.equal(reopen(proven.at('2026-08-03T10:00')), 'window-over');
  const backdated = { outcome: 'resolved', at: wita('2026-03-04T10:00'), lateEntryReason: 'r' } as const;
  assert.equal(reopen(proven.closed(backdated).at('2026-06-02T10:00')), 'accepted');
});

test('rule 26: whom nothing proves to have the answer may have it opened again at any time, who ended without one within the window', () => {
  const reopen = (complaint: ReturnType<typeof answered>) => {
    const decision = complaint
      .at('2026-08-03T10:00')
      .by(COMPLAINANT_ACTOR)
      .decide((state, context) => decideReopen(state, { reason: 'alasan-1' }, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  const taken = aComplaint().received().disposed().at('2026-03-03T10:00');
  const sent = taken.answered({ way: 'channel', channel: 'email' });
  assert.equal(reopen(sent.closed()), 'accepted', 'he may never have got it');
  const confirmed = sent
    .by(COMPLAINANT_ACTOR)
    .does((state, context) => decideConfirm(state, {}, context))
    .by(anActor());
  const withdraws = (complaint: typeof taken) =>
    complaint.by(COMPLAINANT_ACTOR).does((state, context) => decideWithdraw(state, { reason: 'r' }, context));
  for (const ended of [confirmed.closed(), withdraws(sent), withdraws(taken)]) {
    assert.equal(reopen(ended), 'window-over');
  }
});

test('the system closes by silence only; the complainant closes only what he has confirmed', () => {
  assert.equal(close({ outcome: 'resolved' }, answered().by(SYSTEM_ACTOR)), 'not-permitted');
  assert.equal(close({ outcome: 'resolved', closedBy: 'complainant' }), 'not-confirmed-by-complainant');
  const confirmed = answered()
    .by(COMPLAINANT_ACTOR)
    .does((state, context) => decideConfirm(state, {}, context))
    .by(anActor());
  assert.equal(close({ outcome: 'resolved', closedBy: 'complainant' }, confirmed), 'accepted');
  assert.equal(confirmed.state().status, 'answered');
});

test('rules 1, 19, 26: silence is judged at the time that is written, not when it is written down', () => {
  const proven = aComplaint()
    .received()
    .disposed()
    .at('2026-03-03T10:00')
    .answered({ way: 'channel', channel: 'whatsapp' })
    .does((state, context) => decideProveNotice(state, { notice: 'answer' }, context))
    .at('2026-06-01T10:00');
  const silent = (at: string) =>
    close({ outcome: 'resolved', closedBy: 'silence', at: wita(at), lateEntryReason: 'r' }, proven);
  assert.equal(silent('2026-03-05T10:00'), 'window-still-open');
  assert.equal(silent('2026-05-29T10:00'), 'accepted');
  const noticed = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-06-01T10:00');
  const deemed = (at: string) => {
    const command = { deemed: true, reason: 'r', at: wita(at), lateEntryReason: 'r' };
    const decision = noticed.decide((state, context) => decideWithdraw(state, command, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(deemed('2026-04-01T23:59'), 'completion-time-not-over');
  assert.equal(deemed('2026-04-02T00:01'), 'accepted');
});

test('law 4: closed by the complainant not before he has confirmed', () => {
  const confirmed = answered()
    .at('2026-03-05T10:00')
    .by(COMPLAINANT_ACTOR)
    .does((state, context) => decideConfirm(state, {}, context))
    .by(anActor())
    .at('2026-03-06T10:00');
  const closed = (at: string) =>
    close({ outcome: 'resolved', closedBy: 'complainant', at: wita(at), lateEntryReason: 'r' }, confirmed);
  assert.equal(closed('2026-03-05T09:59'), 'not-confirmed-by-complainant');
  assert.equal(closed('2026-03-05T10:00'), 'accepted');
});

test('a complainant reopens within the window, the office at any time, both with a reason', () => {
  const closed = answered().closed();
  const reopen = (complaint: ReturnType<typeof answered>, reason: string | null = 'alasan-1') => {
    const decision = complaint.decide((state, context) => decideReopen(state, { reason }, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(reopen(closed.at('2026-03-10T10:00').by(COMPLAINANT_ACTOR)), 'accepted');
  assert.equal(reopen(closed.at('2026-06-10T10:00').by(COMPLAINANT_ACTOR)), 'window-over');
  assert.equal(reopen(closed.at('2026-06-10T10:00')), 'accepted');
  assert.equal(reopen(closed, null), 'reason-required');
});

test('law 4: a reopened case needs a new answer before it is Selesai again', () => {
  const reopened = answered().closed().reopened();
  assert.deepEqual([reopened.state().outcome, reopened.state().closedAt], [null, null]);
  assert.equal(close({ outcome: 'resolved' }, reopened), 'wrong-status');
  assert.equal(close({ outcome: 'resolved' }, reopened.answered()), 'accepted');
});

test('rule 24: diarahkan answers and ends out of authority in one act', () => {
  const state = aComplaint()
    .received()
    .does((now, context) =>
      decideRefer(now, { way: 'directed', body: 'kemensos', answer: { way: 'oral', text: 't' } }, context),
    )
    .state();
  assert.equal(state.status, 'closed');
  assert.equal(state.outcome, 'out-of-authority');
  assert.ok(state.answer);
});

test('rule 24: diteruskan stays open, dilimpahkan ends referred when the other body confirms', () => {
  const sent = aComplaint()
    .received()
    .does((now, context) => decideRefer(now, { way: 'forwarded', body: 'kemensos' }, context));
  assert.equal(sent.state().status, 'received');
  const transferred = aComplaint()
    .received()
    .does((now, context) => decideRefer(now, { way: 'transferred', body: 'inspektorat' }, context));
  assert.equal(transferred.state().outcome, null);
  const untold = transferred.decide((now, context) => decideConfirmTransfer(now, {}, context));
  assert.equal(!untold.ok && untold.refusal, 'no-answer');
  const answer = { way: 'oral' as const, text: 't' };
  const ended = transferred.does((now, context) => decideConfirmTransfer(now, { answer }, context)).state();
  assert.deepEqual([ended.status, ended.outcome], ['closed', 'referred']);
  assert.ok(ended.referral?.confirmedAt);
  const nothing = sent.decide((now, context) => decideConfirmTransfer(now, { answer }, context));
  assert.equal(!nothing.ok && nothing.refusal, 'no-transfer-to-confirm');
});

test('rule 19: dianggap mencabut only 30 days after proven receipt of the notice', () => {
  const incomplete = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] });
  const deem = (complaint: typeof incomplete, at: string) => {
    const decision = complaint
      .at(at)
      .by(SYSTEM_ACTOR)
      .decide((state, context) => decideWithdraw(state, { deemed: true }, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(deem(incomplete, '2026-06-01T10:00'), 'notice-not-proven');
  const proven = incomplete.does((state, context) =>
    decideProveNotice(state, { notice: 'incomplete' }, context),
  );
  assert.equal(deem(proven, '2026-04-01T23:59'), 'completion-time-not-over');
  assert.equal(deem(proven, '2026-04-02T00:01'), 'accepted');
});

test('rule 19: reopened after dianggap mencabut it waits for the papers again, and the 30 days for another notice', () => {
  const prove = (state: CaseState, context: Context) =>
    decideProveNotice(state, { notice: 'incomplete' }, context);
  const deem = (state: CaseState, context: Context) => decideWithdraw(state, { deemed: true }, context);
  const reopened = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .does(prove)
    .at('2026-04-02T00:01')
    .by(SYSTEM_ACTOR)
    .does(deem)
    .at('2026-04-06T10:00')
    .by(anActor())
    .reopened();
  const { status, verification } = reopened.state();
  assert.deepEqual([status, verification.noticeProvenAt], ['awaiting-completion', null]);
  const said = (complaint: typeof reopened) => {
    const decision = complaint.by(SYSTEM_ACTOR).decide(deem);
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(said(reopened), 'notice-not-proven');
  const noticed = reopened.does(prove);
  assert.equal(said(noticed.at('2026-05-06T23:59')), 'completion-time-not-over');
  assert.equal(said(noticed.at('2026-05-07T00:01')), 'accepted');
  const elsewhere = aComplaint()
    .received()
    .verified({ completeness: 'incomplete', authority: 'other', missing: ['KK'] })
    .does((state, context) => decideWithdraw(state, { reason: 'r' }, context));
  assert.equal(elsewhere.reopened().state().status, 'verified');
});

test('rules 19, 26: nobody had word of what is missing before that was said, or of an ending before it', () => {
  const incomplete = aComplaint()
    .received()
    .at('2026-04-10T09:00')
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .at('2026-04-10T09:05');
  const said = (complaint: typeof incomplete, notice: 'incomplete' | 'ending', at: string) => {
    const command = { notice, at: wita(at), lateEntryReason: 'r' };
    const decision = complaint.decide((state, context) => decideProveNotice(state, command, context));
    return decision.ok ? 'accepted' : decision.refusal;
  };
  assert.equal(said(incomplete, 'incomplete', '2026-03-03T10:00'), 'time-before-notice');
  assert.equal(said(incomplete, 'incomplete', '2026-04-10T09:00'), 'accepted');
  const again = incomplete
    .verified({ completeness: 'complete' })
    .at('2026-04-20T09:00')
    .verified({ completeness: 'incomplete', missing: ['KTP'] });
  assert.equal(said(again, 'incomplete', '2026-04-19T09:00'), 'time-before-notice', 'of the latest');
  const proven = incomplete
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-05-09T09:00')
    .verified({ completeness: 'incomplete', missing: ['KTP', 'Kartu BPNT'] });
  assert.equal(proven.state().verification.noticeProvenAt, null, 'what lacks besides is a notice of its own');
  assert.deepEqual(
    proven.state().due.filter(({ clock }) => clock === 'statute-completion'),
    [],
  );
  const elsewhere = incomplete
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-04-20T09:00')
    .does((state, context) =>
      decideVerify(state, { completeness: 'incomplete', missing: [], authority: 'other' }, context),
    )
    .state();
  assert.deepEqual(elsewhere.verification.missing, ['KK']);
  assert.ok(
    elsewhere.verification.noticeProvenAt !== null,
    'only the authority is another: the proof stands',
  );
  assert.ok(elsewhere.due.some(({ clock }) => clock === 'statute-completion'));
  const ended = incomplete.does((state, context) =>
    decideArchive(state, { outcome: 'archived-invalid', reason: 'r' }, context),
  );
  assert.equal(said(ended, 'ending', '2026-04-10T09:04'), 'time-before-notice');
  assert.equal(said(ended, 'ending', '2026-04-10T09:05'), 'accepted');
  const reopened = ended.at('2026-04-12T09:00').reopened().at('2026-04-12T10:00');
  assert.equal(said(reopened, 'incomplete', '2026-04-11T09:00'), 'time-before-notice', 'said anew');
  assert.equal(said(reopened, 'incomplete', '2026-04-12T09:00'), 'accepted');
});

test('rule 19: an anonymous complainant is never deemed to have withdrawn', () => {
  const anonymous = aComplaint()
    .received({ anonymous: true })
    .verified({ completeness: 'incomplete', missing: ['KK'] })
    .does((state, context) => decideProveNotice(state, { notice: 'incomplete' }, context))
    .at('2026-06-01T10:00');
  const decision = anonymous.decide((state, context) => decideWithdraw(state, { deemed: true }, context));
  assert.equal(!decision.ok && decision.refusal, 'anonymous-never-deemed-withdrawn');
});

test('rule 26: archiving asks for its reason and is an outcome, never a status of its own', () => {
  const archive = (reason: string | null) =>
    aComplaint()
      .received()
      .decide((state, context) => decideArchive(state, { outcome: 'archived-invalid', reason }, context));
  assert.equal(archive(null).ok, false);
  const state = aComplaint()
    .received()
    .does((now, context) => decideArchive(now, { outcome: 'archived-duplicate', reason: 'r' }, context))
    .state();
  assert.deepEqual([state.status, state.outcome, state.answeredAt], ['closed', 'archived-duplicate', null]);
});

test('rule 17: filing follows Selesai and does not change how it ended', () => {
  const state = answered().at('2026-03-04T10:00').closed().filed().state();
  assert.deepEqual(
    [state.status, state.outcome, state.closedAt],
    ['filed', 'resolved', wita('2026-03-04T10:00')],
  );
});

test('rules 1, 36: an end that is written down late says why, and staff say why the complainant takes it back', () => {
  const complaint = aComplaint().received().at('2026-03-06T10:00');
  const at = wita('2026-03-04T10:00');
  const withdraw = (command: Parameters<typeof decideWithdraw>[1]) =>
    complaint.decide((state, context) => decideWithdraw(state, command, context));
  const archive = (over: { at?: string; lateEntryReason?: string }) =>
    complaint.decide((state, context) =>
      decideArchive(state, { outcome: 'archived-invalid', reason: 'r', ...over }, context),
    );
  const said = (decision: ReturnType<typeof withdraw>) => {
    const event = decision.ok ? decision.events[0] : undefined;
    if (event?.type === 'withdrawn' || event?.type === 'archived') return event.lateEntryReason ?? 'on time';
    return decision.ok ? '' : decision.refusal;
  };
  assert.equal(said(withdraw({})), 'reason-required');
  assert.equal(said(withdraw({ reason: 'r' })), 'on time');
  assert.equal(said(withdraw({ reason: 'r', at })), 'late-entry-reason-required');
  assert.equal(said(withdraw({ reason: 'r', at, lateEntryReason: 'surat' })), 'surat');
  assert.equal(said(archive({})), 'on time');
  assert.equal(said(archive({ at })), 'late-entry-reason-required');
  assert.equal(said(archive({ at, lateEntryReason: 'surat' })), 'surat');
});
