import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor, wita } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { instantMs } from '../complaint/instant-ms.ts';
import { urgentRecipients, urgentRound } from './urgent-call.ts';

const office = anOffice();
const now = instantMs(wita('2026-03-08T02:00'));
const urgent = aComplaint().received({ urgent: true }).state();
const accepted = { ...urgent, marks: { ...urgent.marks, urgentAcceptedAt: wita('2026-03-08T02:01') } };
const MINUTE = 60_000;

test('rule 5: an urgent case is called at once, at any hour, and again until somebody accepts', () => {
  assert.equal(urgentRound(urgent, office, null, now), 1, 'a Sunday at two in the morning');
  assert.equal(urgentRound(urgent, office, { round: 1, at: now }, now + 14 * MINUTE), null);
  assert.equal(urgentRound(urgent, office, { round: 1, at: now }, now + 15 * MINUTE), 2);
  assert.equal(urgentRound(accepted, office, { round: 2, at: now }, now + 60 * MINUTE), null);
  assert.equal(
    urgentRound({ ...urgent, marks: { ...urgent.marks, urgent: false } }, office, null, now),
    null,
  );
  assert.equal(urgentRound({ ...urgent, status: 'closed' }, office, null, now), null);
});

test('a clock that went back does not silence the calls until it has caught up', () => {
  const ahead = { round: 3, at: now + 5 * 3_600_000 };
  assert.equal(urgentRound(urgent, office, ahead, now), 4);
  assert.equal(
    urgentRound(urgent, office, { round: 3, at: now + 5 * MINUTE }, now),
    null,
    'a small step is none',
  );
});

test('rule 5: the duty officers of the division and the coordinator are called, by the unit of the service until it has one', () => {
  const duty = (account: string, units: readonly string[]) =>
    anActor({ account, units, may: new Set(['case/read-open', 'accept-urgent']) });
  const ofUnit = duty('piket-linjamsos', ['linjamsos']);
  const ofOther = duty('piket-rehsos', ['rehsos']);
  const coordinator = anActor({
    account: 'koordinator',
    may: new Set(['case/read-open', 'accept-urgent', 'dispose']),
  });
  const clerk = anActor({ account: 'loket', may: new Set(['case/read-open']) });
  const staff = [ofUnit, ofOther, coordinator, clerk];
  const called = (state: typeof urgent) => [...urgentRecipients(state, staff, office)].sort();
  assert.deepEqual(called({ ...urgent, unit: 'linjamsos' }), ['koordinator', 'piket-linjamsos']);
  const withService = anOffice({
    services: office.services.map((one) => ({ ...one, unit: 'rehsos' })),
  });
  assert.deepEqual([...urgentRecipients({ ...urgent, unit: null }, staff, withService)].sort(), [
    'koordinator',
    'piket-rehsos',
  ]);
  assert.deepEqual(
    called({ ...urgent, unit: 'sekretariat' }),
    ['koordinator', 'piket-linjamsos', 'piket-rehsos'],
    'nobody on duty there: all',
  );
  // Only whoever disposes may read who else is not allowed to.
  const accused = {
    ...urgent,
    unit: 'linjamsos',
    people: { ...urgent.people, respondents: [{ identity: null, account: 'piket-linjamsos', unit: null }] },
  };
  assert.deepEqual(called(accused), ['koordinator', 'piket-rehsos'], 'rule 28: never the terlapor');
});
