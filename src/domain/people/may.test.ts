import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, anActor } from '../../../test/a-complaint.ts';
import { anOffice } from '../../../test/an-office.ts';
import { decideMark } from '../complaint/decide-mark.ts';
import { permissionsOf, rightsOf } from './case-actor.ts';
import { may, mayRead } from './may.ts';

const handler = (units: readonly string[], account = 'staf-9') =>
  anActor({ account, units, may: new Set(['case/read-open', 'case/read-protected', 'follow-up']) });

test('a role may do what its office lists and nothing else', () => {
  const held = permissionsOf(['loket'], anOffice());
  assert.equal(held.has('intake'), true);
  assert.equal(held.has('dispose'), false);
  assert.equal(permissionsOf(['tidak-ada'], anOffice()).size, 0);
  const both = permissionsOf(['loket', 'bidang'], anOffice());
  assert.deepEqual([both.has('intake'), both.has('submit-answer')], [true, true]);
});

test('rule 6: a protected case is read by its handlers only', () => {
  const protectedCase = aComplaint().received({ protected: true });
  const disposed = protectedCase.disposed({ unit: 'rehsos', owner: 'pemilik-1' }).state();
  assert.equal(mayRead(handler(['rehsos']), disposed), true);
  assert.equal(mayRead(handler(['linjamsos']), disposed), false);
  assert.equal(mayRead(anActor({ may: new Set(['case/read-open']), account: 'x' }), disposed), false);
  assert.equal(mayRead(anActor({ may: new Set(['case/read-open']), account: 'pemilik-1' }), disposed), true);
});

test('rule 6: a role of one unit opens no protected case of another where he is something else', () => {
  const roles = [
    { role: 'bidang', unit: 'rehsos' },
    { role: 'loket', unit: 'linjamsos' },
  ];
  const rights = rightsOf(roles, anOffice());
  const disposed = (unit: string) => aComplaint().received({ protected: true }).disposed({ unit }).state();
  assert.equal(mayRead(anActor({ account: 'dua-peran', ...rights }), disposed('rehsos')), true);
  assert.equal(mayRead(anActor({ account: 'dua-peran', ...rights }), disposed('linjamsos')), false);
});

test('a role without a unit stands above the units, also where another role names one', () => {
  const roles = [
    { role: 'bidang', unit: 'rehsos' },
    { role: 'loket', unit: null },
  ];
  assert.deepEqual(
    rightsOf(roles, anOffice()).held.map(({ units }) => units),
    [['rehsos'], []],
  );
});

test('rule 6: until a unit has it, who wrote it down reads it, afterwards no more', () => {
  const clerk = anActor({ account: 'loket-1', may: new Set(['case/read-open', 'intake']) });
  const fresh = aComplaint({ actor: clerk }).received({ protected: true });
  assert.equal(mayRead(clerk, fresh.state()), true);
  assert.equal(mayRead(clerk, fresh.by(anActor()).disposed().state()), false);
});

test('rule 28: a permission means nothing on a case that is about oneself', () => {
  const state = aComplaint()
    .received({ respondents: [{ identity: null, account: 'staf-9', unit: null }] })
    .state();
  assert.equal(may(anActor({ account: 'staf-9' }), 'case/search'), true);
  assert.equal(may(anActor({ account: 'staf-9' }), 'case/search', state), false);
  assert.equal(may(anActor({ account: 'staf-8' }), 'case/search', state), true);
});

test('rule 27: before anybody is named a restricted case is for those who read the closed lane', () => {
  const state = aComplaint()
    .received()
    .does((now, context) => decideMark(now, { mark: 'restricted', on: true }, context))
    .state();
  assert.equal(mayRead(anActor(), state), true);
  assert.equal(mayRead(handler(['linjamsos']), state), false);
});
