import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Deputation, deputationRefusal, rolesToHandOver } from './deputation.ts';

const TODAY = '2026-04-06';
const BOOK: Readonly<Record<string, readonly string[]>> = {
  kadis: ['review/decide'],
  sekretaris: ['dispose'],
  admin: ['account/administer'],
  auditor: ['log/read'],
};
const deputation = (over: Partial<Deputation> = {}): Deputation => ({
  id: 'a',
  ...{ account: 'sekretaris-1', deputyFor: 'kadis-1', capacity: 'plh' },
  roles: [{ role: 'kadis', unit: null }],
  ...{ from: '2026-04-07', to: '2026-04-10', decree: null },
  ...over,
});
const asked = (over: Partial<Deputation> = {}, standing: readonly Deputation[] = [], by = 'admin-1') =>
  deputationRefusal({
    ...{ wanted: deputation(over), by, today: TODAY, standing },
    own: [
      { account: 'sekretaris-1', role: 'sekretaris', unit: null, from: '2020-01-01', to: null },
      { account: 'auditor-1', role: 'auditor', unit: null, from: '2020-01-01', to: '2026-04-08' },
    ],
    mayAs: (role) => BOOK[role] ?? [],
  });

test('rule 33: a deputation has its days, and only an empty post is held without a last one', () => {
  assert.equal(asked(), null);
  assert.equal(asked({ from: '2026-04-05' }), 'role-dates');
  assert.equal(asked({ to: '2026-04-06' }), 'role-dates');
  assert.equal(asked({ to: null }), 'deputy-last-day');
  assert.equal(asked({ to: null, capacity: 'plt' }), null);
});

test('rule 33: nobody stands in for himself, gives himself the roles of another, or takes over nothing', () => {
  assert.equal(asked({ account: 'kadis-1' }), 'deputy-self');
  assert.equal(asked({ account: 'admin-1' }), 'own-roles');
  assert.equal(asked({ roles: [] }), 'deputy-no-role');
});

test('rule 33: one deputy at a time, and one step: who is away stands in for nobody, a deputy is not stood in for', () => {
  const other = deputation({ id: 'b', account: 'kabid-1' });
  assert.equal(asked({}, [other]), 'deputy-taken');
  assert.equal(asked({ from: '2026-04-11', to: '2026-04-12' }, [other]), null);
  const away = deputation({ id: 'b', account: 'kabid-1', deputyFor: 'sekretaris-1' });
  assert.equal(asked({}, [away]), 'deputy-chain');
  const standsIn = deputation({ id: 'b', account: 'kadis-1', deputyFor: 'bupati-1' });
  assert.equal(asked({}, [standsIn]), 'deputy-chain');
});

test('rule 23: a deputation brings administrator and auditor of the log into one hand on no day', () => {
  const admin = { roles: [{ role: 'admin', unit: null }], deputyFor: 'admin-2' };
  assert.equal(asked({ ...admin, account: 'auditor-1' }), 'roles-refused-pair');
  assert.equal(asked({ ...admin, account: 'auditor-1', from: '2026-04-09' }), null, 'auditor until the 8th');
  const audits = deputation({ id: 'b', deputyFor: 'auditor-1', roles: [{ role: 'auditor', unit: null }] });
  assert.equal(asked(admin, [audits]), 'roles-refused-pair', 'two deputations of one person');
  assert.equal(
    asked({ deputyFor: 'semua-1', roles: [...admin.roles, ...audits.roles] }),
    'roles-refused-pair',
  );
});

test('rule 33: what is handed over are the roles that the holder has on the first day, with their units', () => {
  const held = [
    { account: 'kadis-1', role: 'kadis', unit: null, from: '2020-01-01', to: null },
    { account: 'kadis-1', role: 'penelaah', unit: 'rehsos', from: '2026-04-08', to: null },
    { account: 'kadis-1', role: 'audit', unit: null, from: '2020-01-01', to: '2026-04-06' },
    { account: 'lain-1', role: 'loket', unit: null, from: '2020-01-01', to: null },
  ];
  assert.deepEqual(rolesToHandOver(held, 'kadis-1', '2026-04-07'), [{ role: 'kadis', unit: null }]);
});
