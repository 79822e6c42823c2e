import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { caseReminders } from '../notices/case-reminders.ts';
import type { CaseState } from './case-state.ts';
import { decideFollowUp } from './decide-follow-up.ts';
import { decideMark } from './decide-mark.ts';
import { instantMs } from './instant-ms.ts';
import { safeReferralDay } from './safe-referral.ts';

const ZONE = 'Asia/Makassar';
const marked = () =>
  aComplaint()
    .received()
    .at('2026-03-03T15:00')
    .does((state, context) => decideMark(state, { mark: 'protected', on: true }, context));
const handOver = (complaint: ReturnType<typeof marked>) =>
  complaint.does((state, context) =>
    decideFollowUp(state, { entry: 'safe-handover', text: 'diterima UPTD PPA' }, context),
  );
const told = (state: CaseState, now: string) =>
  caseReminders({ caseId: 'kasus-1', state }, anOffice(), officeCalendar, instantMs(wita(now)))
    .filter(({ cause }) => cause === 'safe-referral')
    .map(({ audience }) => (audience === 'handlers' ? audience : audience.roles.join()));

test('rule 6: a protected case is to be referred on the day of its mark, until the safe hand-over is recorded', () => {
  assert.equal(safeReferralDay(aComplaint().received().state(), ZONE), null);
  assert.equal(safeReferralDay(marked().state(), ZONE), '2026-03-03');
  const done = handOver(marked());
  assert.equal(safeReferralDay(done.state(), ZONE), null);
  assert.notEqual(done.state().safeReferral?.handedOverAt, null);
});

test('rule 6: protected from the start, the day is that of the receipt; without the mark nothing of it is left', () => {
  const start = aComplaint().received({ protected: true });
  assert.equal(safeReferralDay(start.state(), ZONE), '2026-03-02');
  const off = start
    .by(anActor())
    .does((state, context) => decideMark(state, { mark: 'protected', on: false, reason: 'r' }, context));
  assert.equal(off.state().safeReferral, undefined);
});

test('rule 6: whoever has it is reminded on that day, from the next on whoever disposes as well, and nobody once it is done', () => {
  const { state } = marked();
  assert.deepEqual(told(state(), '2026-03-03T16:00'), ['handlers']);
  assert.deepEqual(told(state(), '2026-03-05T08:00'), ['handlers', anOffice().clocks.disposedBy]);
  assert.deepEqual(told(handOver(marked()).state(), '2026-03-05T08:00'), []);
});
