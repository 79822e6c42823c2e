import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import type { CaseState } from '../complaint/case-state.ts';
import { decideMark } from '../complaint/decide-mark.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import { type CaseActor, rightsOf } from '../people/case-actor.ts';
import { decideNotices, type NoticeQuestion } from './decide-notices.ts';

const office = anOffice({
  escalation: [
    { after: 1, to: ['bidang'] },
    { after: 3, to: ['koordinator'] },
  ],
});

function staffed(account: string, role: string, unit: string | null = null, over: Partial<CaseActor> = {}) {
  return anActor({ account, ...rightsOf([{ role, unit }], office), ...over });
}
const loket = staffed('loket-1', 'loket');
const head = staffed('kabid-1', 'bidang', 'linjamsos');
const other = staffed('kabid-2', 'bidang', 'rehsos');
const coordinator = staffed('koordinator-1', 'koordinator');
const staff = [loket, head, other, coordinator];

/** "account cause" of what is told of cases at that moment, in order. */
function told(state: CaseState, now: string, over: Partial<NoticeQuestion> = {}): readonly string[] {
  const asked = { cases: [{ caseId: 'kasus-1', state }], staff, office, calendar: officeCalendar };
  return decideNotices({ ...asked, waitingForCalendar: 0, now: instantMs(wita(now)), ...over })
    .filter(({ caseId }) => caseId !== null)
    .map(({ account, cause, kind }) => `${account} ${cause}${kind === 'digest' ? '' : ` ${kind}`}`)
    .sort();
}

// Received Monday 2 March 2026, 09.00; the class of 3 working days ends on Thursday the 5th at 16.00.
const disposed = aComplaint({ office }).received().registered().verified().classified().disposed().state();

test('rule 13: a promised limit reminds before, at and after it, and goes up the line of the office', () => {
  assert.deepEqual(told(disposed, '2026-03-04T09:00'), ['kabid-1 limit-before']);
  assert.deepEqual(told(disposed, '2026-03-05T09:00'), ['kabid-1 limit-at']);
  assert.deepEqual(told(disposed, '2026-03-06T09:00'), ['kabid-1 escalated', 'kabid-1 limit-after']);
  assert.deepEqual(told(disposed, '2026-03-10T09:00'), [
    'kabid-1 escalated',
    'kabid-1 limit-after',
    'koordinator-1 escalated',
  ]);
});

test('rule 13: a step beyond its standard sends nothing', () => {
  // Step 1 to 3 of the SOP have 10 minutes each; a day later nothing of them is told while every limit is far.
  const calm = anOffice({
    escalation: [],
    classes: [],
    singleLimit: { limit: { count: 60, unit: 'calendar-day' }, printed: '60 hari', basis: 'SK' },
  });
  const state = aComplaint({ office: calm }).received().state();
  assert.ok(state.sop.steps.some(({ startedAt, finishedAt }) => startedAt !== null && finishedAt === null));
  assert.deepEqual(told(state, '2026-03-04T09:00', { office: calm }), []);
});

test('rule 13: the practice of SP4N binds nobody and reminds nobody', () => {
  const calm = anOffice({
    classes: [],
    singleLimit: { limit: { count: 60, unit: 'calendar-day' }, printed: '60 hari', basis: 'SK' },
    clocks: {
      sp4n: 'all',
      confirmationWindow: { count: 10, unit: 'working-day' },
      disposedBy: 'koordinator',
    },
  });
  const state = aComplaint({ office: calm }).received().state();
  const sp4n = state.due.find(({ clock }) => clock === 'sp4n');
  assert.ok(sp4n?.dueAt);
  assert.deepEqual(told(state, '2026-03-09T09:00', { office: calm }), []);
});

test('rule 20: outside service hours and on days off nobody is told', () => {
  assert.deepEqual(told(disposed, '2026-03-05T07:00'), []);
  assert.deepEqual(told(disposed, '2026-03-05T16:00'), []);
  assert.deepEqual(told(disposed, '2026-03-07T09:00'), []);
});

test('before the disposisi those who verify are told, and of an owner nobody else of the unit', () => {
  assert.deepEqual(
    told(aComplaint({ office }).received().registered().verified().classified().state(), '2026-03-05T09:00'),
    ['koordinator-1 limit-at'],
  );
  const owned = aComplaint({ office })
    .received()
    .registered()
    .verified()
    .classified()
    .disposed({ owner: 'kabid-1' });
  const colleague = staffed('staf-1', 'bidang', 'linjamsos');
  assert.deepEqual(told(owned.state(), '2026-03-05T09:00', { staff: [...staff, colleague] }), [
    'kabid-1 limit-at',
  ]);
  // Where whoever has it can be told nothing any more, whoever disposes is.
  assert.deepEqual(told(owned.state(), '2026-03-05T09:00', { staff: [loket, coordinator] }), [
    'koordinator-1 limit-at',
  ]);
});

test('rule 28: neither the terlapor nor whoever stands in for him is told, the next one up is', () => {
  const accused = aComplaint({ office })
    .received({ respondents: [{ identity: null, account: 'kabid-1', unit: 'linjamsos' }] })
    .registered()
    .verified()
    .classified()
    .disposed()
    .state();
  const deputy = staffed('wakil-1', 'bidang', 'linjamsos', { deputyOf: ['kabid-1'] });
  const asked = { staff: [...staff, deputy] };
  assert.deepEqual(told(accused, '2026-03-05T09:00', asked), ['koordinator-1 limit-at']);
  assert.deepEqual(told(accused, '2026-03-10T09:00', asked), [
    'koordinator-1 escalated',
    'koordinator-1 limit-after',
  ]);
});

test('rule 6: of a protected case its handlers are told and no other unit', () => {
  const state = aComplaint({ office })
    .received({ protected: true })
    .registered()
    .verified()
    .classified()
    .disposed()
    .state();
  const everywhere = anOffice({ escalation: [{ after: 1, to: ['bidang', 'loket'] }] });
  assert.deepEqual(told(state, '2026-03-06T09:00', { office: everywhere }), [
    'kabid-1 escalated',
    'kabid-1 limit-after',
    // Not handed over safely on its day: whoever disposes is told as well.
    'kabid-1 safe-referral',
    'koordinator-1 safe-referral',
  ]);
});

test('rule 27: a restricted case is a message of its own, to those who may read it', () => {
  const state = aComplaint({ office })
    .received()
    .registered()
    .verified()
    .classified()
    .disposed()
    .does((now, context) => decideMark(now, { mark: 'restricted', on: true }, context))
    .state();
  assert.deepEqual(told(state, '2026-03-05T09:00'), ['koordinator-1 limit-at restricted']);
});

test('rule 26: a result that is awaited elsewhere comes back to its owner on its day, or the working day before', () => {
  const state = aComplaint({ office })
    .received()
    .registered()
    .verified()
    .classified()
    .disposed({ owner: 'kabid-1' })
    .answered()
    .closed({
      outcome: 'pending-elsewhere',
      pending: { body: 'kemensos', reference: null, lookAgainOn: '2026-03-15' },
    })
    .state();
  assert.deepEqual(told(state, '2026-03-12T09:00'), []);
  // The 15th is a Sunday.
  assert.deepEqual(told(state, '2026-03-13T09:00'), ['kabid-1 look-again']);
  assert.deepEqual(
    told(state, '2026-03-30T09:00'),
    ['kabid-1 look-again'],
    'until it is done; told once by its key',
  );
});

test('an answer whose window is over asks for its end; what is cancelled or merged asks for nothing', () => {
  const answered = aComplaint({ office })
    .received()
    .registered()
    .verified()
    .classified()
    .disposed({ owner: 'kabid-1' })
    .answered();
  assert.deepEqual(told(answered.state(), '2026-03-10T09:00'), []);
  assert.deepEqual(told(answered.state(), '2026-03-31T09:00'), ['kabid-1 window-over']);
  assert.deepEqual(told({ ...answered.state(), cancelled: true }, '2026-03-31T09:00'), []);
});

test('rule 23: papers that are menyusul are told once a week; rule 30: duties by their day', () => {
  const answered = aComplaint({ office })
    .received()
    .registered()
    .verified()
    .classified()
    .disposed({ owner: 'kabid-1' })
    .answered()
    .state();
  const later = {
    ...answered,
    documents: { deferred: [{ step: 2, document: 'KTP', promisedBy: 'teks-1' }], received: [] },
  };
  const keys = (now: string) =>
    decideNotices({
      cases: [{ caseId: 'kasus-1', state: later }],
      staff,
      office,
      calendar: officeCalendar,
      waitingForCalendar: 0,
      now: instantMs(wita(now)),
    }).map(({ key }) => key);
  assert.deepEqual(keys('2026-03-09T09:00'), keys('2026-03-13T09:00'), 'one key a week');
  assert.notDeepEqual(keys('2026-03-13T09:00'), keys('2026-03-16T09:00'));
  const duty = { ...answered, duties: [{ duty: 'permintaan-maaf', dueOn: '2026-03-12', fulfilled: false }] };
  assert.deepEqual(told(duty, '2026-03-12T09:00'), ['kabid-1 duty-at']);
  assert.deepEqual(told(duty, '2026-03-13T09:00'), ['kabid-1 duty-after']);
  assert.deepEqual(
    told(
      { ...duty, duties: [{ ...duty.duties[0], duty: 'x', dueOn: '2026-03-12', fulfilled: true }] },
      '2026-03-13T09:00',
    ),
    [],
  );
});

test('rule 38: the recap is asked for on the 5th, or on the working day before', () => {
  const administrator = anActor({ account: 'admin-1', may: new Set(['office/administer']) });
  const asked = (now: string, over: Partial<NoticeQuestion> = {}) =>
    decideNotices({
      cases: [],
      staff: [loket, coordinator, administrator],
      office,
      calendar: officeCalendar,
      waitingForCalendar: 0,
      now: instantMs(wita(now)),
      ...over,
    }).map(({ account, cause, key }) => [account, cause, key].join(' '));
  // 5 April 2026 is a Sunday, the 3rd Good Friday.
  assert.deepEqual(asked('2026-04-01T09:00'), []);
  assert.deepEqual(asked('2026-04-02T09:00'), ['koordinator-1 recap-due recap/2026-04-05']);
  assert.deepEqual(asked('2026-04-06T09:00'), []);
  // A calendar that cases wait for, or that will soon be needed, is the administrator's; told once a month by its key.
  const missing = [
    'admin-1 calendar-missing calendar/2026-04',
    'koordinator-1 calendar-missing calendar/2026-04',
  ];
  assert.deepEqual(asked('2026-04-06T09:00', { waitingForCalendar: 1 }).sort(), missing);
});
