import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import type { OfficeData } from '../office/office-data.ts';
import { availableActions } from './available-actions.ts';
import type { IntakeCommand } from './decide-intake.ts';

test('rule 37: a case that is Selesai by the old register may be filed, but no step is said to come next', () => {
  const closed = aComplaint().received().registered().answeredAtDesk().state();
  const next = (state: typeof closed) =>
    availableActions(state, anActor(), anOffice()).flatMap(({ operation, primary }) =>
      primary ? [operation] : [],
    );
  assert.deepEqual(next(closed), ['file']);
  const old = { ...closed, provenance: 'register-lama', outcome: 'not-recorded' } as const;
  assert.deepEqual(next(old), []);
  assert.ok(availableActions(old, anActor(), anOffice()).some(({ operation }) => operation === 'file'));
});

test('rule 4: the desk is not offered to answer what it may not, whatever would be typed', () => {
  const office = anOffice();
  const offered = (over: Partial<IntakeCommand>, atDesk: Partial<OfficeData['atDesk']> = {}) => {
    const state = aComplaint().received(over).state();
    const among = { ...office, atDesk: { ...office.atDesk, ...atDesk } };
    return availableActions(state, anActor(), among).some(({ operation }) => operation === 'answer-at-desk');
  };
  assert.ok(offered({}));
  assert.ok(!offered({ respondents: [{ identity: null, account: 'terlapor-1', unit: null }] }));
  assert.ok(!offered({ kind: 'whistleblowing' }));
  assert.ok(!offered({}, { services: ['pkh'] }));
  assert.ok(!offered({ service: null }, { services: ['pkh'] }));
  assert.ok(offered({ service: 'pkh' }, { services: ['pkh'] }));
  const [oversight] = office.categories.filter((one) => one.oversight);
  assert.ok(oversight && !offered({ category: oversight.key }));
});

test('rule 6: no message is offered on a protected case before a safe way is known', () => {
  const sends = (safeContact: string | null) =>
    availableActions(aComplaint().received({ protected: true, safeContact }).state(), anActor(), anOffice())
      .map(({ operation }) => operation)
      .filter((operation) => operation === 'acknowledge' || operation === 'send-message');
  assert.deepEqual(sends(null), []);
  assert.deepEqual(sends('aman-1'), ['acknowledge', 'send-message']);
});
