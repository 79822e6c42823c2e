import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import { officeCalendar } from '../../../test/an-office.ts';
import { anOfficeCalendar } from '../../../test/office-calendar.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { decideAsk, decideReply } from './decide-ask.ts';
import { moveDeadlines } from './move-deadlines.ts';

// Monday 2 March 2026, 09.00 WITA, is the receipt unless a test says otherwise.
const sp4nLimit = (state: CaseState) => state.due.find(({ clock }) => clock === 'sp4n');
const sp4nDue = (state: CaseState) => sp4nLimit(state)?.dueAt;

test('no clock of law or promise waits for a reply, the SP4N clock may', () => {
  const sp4n = aComplaint().received({ channel: 'sp4n-lapor' }).disposed();
  const refused = sp4n.decide((state, context) =>
    decideAsk(state, { to: 'complainant', text: 't', pauses: ['office'] }, context),
  );
  assert.deepEqual(refused, { ok: false, refusal: 'clock-does-not-pause', clock: 'office' });
  const before = sp4nDue(sp4n.state());
  const replied = sp4n
    .at('2026-03-03T10:00')
    .does((state, context) => decideAsk(state, { to: 'complainant', text: 't', pauses: ['sp4n'] }, context))
    .at('2026-03-05T10:00')
    .does((state, context) => decideReply(state, { from: 'complainant', text: 't' }, context));
  assert.equal(before, wita('2026-03-09T16:00'));
  assert.equal(sp4nDue(replied.state()), wita('2026-03-11T16:00'));
});

test('a paused clock runs on when the one replies whom it waits for, not when somebody else writes', () => {
  const ask = (to: 'complainant' | 'body', body: string | null) => (state: CaseState, context: Context) =>
    decideAsk(state, { to, body, text: 't', pauses: ['sp4n'] }, context);
  const reply = (from: 'complainant' | 'body', body?: string) => (state: CaseState, context: Context) =>
    decideReply(state, { from, text: 't', ...(body === undefined ? {} : { body }) }, context);
  const asked = aComplaint()
    .received({ channel: 'sp4n-lapor' })
    .disposed()
    .at('2026-03-03T10:00')
    .does(ask('body', 'kemensos'));
  const spontaneous = asked.at('2026-03-04T10:00').does(reply('complainant'));
  assert.deepEqual(spontaneous.state().awaitingReplyFrom, ['body:kemensos']);
  assert.equal(sp4nDue(spontaneous.state()), wita('2026-03-09T16:00'));
  const one = spontaneous.at('2026-03-05T10:00').does(reply('body'));
  assert.deepEqual(one.state().awaitingReplyFrom, []);
  assert.equal(sp4nDue(one.state()), wita('2026-03-11T16:00'));

  const three = spontaneous.does(ask('body', 'inspektorat')).does(ask('complainant', null));
  const unnamed = three.decide(reply('body'));
  assert.equal(!unnamed.ok && unnamed.refusal, 'unknown-body', 'which of the two?');
  const two = three.at('2026-03-05T10:00').does(reply('body', 'kemensos')).does(reply('complainant'));
  assert.deepEqual(two.state().awaitingReplyFrom, ['body:inspektorat']);
  assert.equal(sp4nDue(two.state()), wita('2026-03-09T16:00'));
  const last = two.at('2026-03-06T10:00').does(reply('body'));
  assert.equal(sp4nDue(last.state()), wita('2026-03-12T16:00'), 'days that all of them waited count once');
  assert.deepEqual(three.answered().state().awaitingReplyFrom, [], 'an answer waits for nobody');
});

test('rule 1: a reply that came before the question was asked gives no day back and takes none', () => {
  const state = aComplaint()
    .received({ channel: 'sp4n-lapor' })
    .disposed()
    .at('2026-03-05T10:00')
    .does((now, context) => decideAsk(now, { to: 'complainant', text: 't', pauses: ['sp4n'] }, context))
    .does((now, context) =>
      decideReply(
        now,
        { from: 'complainant', text: 't', at: wita('2026-03-03T10:00'), lateEntryReason: 'alasan-1' },
        context,
      ),
    )
    .state();
  assert.equal(sp4nDue(state), wita('2026-03-09T16:00'));
});

test('law 3: a clock that paused in a year not loaded waits for it instead of forgetting the pause', () => {
  const early = anOfficeCalendar({ asOf: '2023-09-01' });
  const replied = aComplaint({ calendar: early })
    .at('2023-12-04T10:00')
    .received({ channel: 'sp4n-lapor' })
    .disposed()
    .does((state, context) => decideAsk(state, { to: 'complainant', text: 't', pauses: ['sp4n'] }, context))
    .at('2024-01-03T10:00')
    .does((state, context) => decideReply(state, { from: 'complainant', text: 't' }, context));
  assert.equal(sp4nDue(replied.state()), null);
  assert.equal(sp4nLimit(replied.state())?.waiting, 'calendar');
  const loaded = { ...replied.context(), calendar: officeCalendar };
  const moved = moveDeadlines(replied.state(), 'calendar', loaded);
  // Paused for 18 working days of December 2023 and 2 of January 2024: 25 from 4 December on.
  assert.equal(moved.find(({ clock }) => clock === 'sp4n')?.to, wita('2024-01-10T16:00'));
});
