import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { holdsRefusedPair, PERMISSIONS } from './permissions.ts';
import { arePowersSame, type RolePowers, roleChangeRefusal } from './role-change.ts';

const OFFICE: RolePowers = [
  { key: 'administrator', may: ['office/administer', 'account/administer'] },
  { key: 'loket', may: ['case/read-open', 'intake'] },
  { key: 'pemeriksa', may: ['log/read'] },
];
const since = (account: string, role: string, from = '2026-01-01', to: string | null = null) => ({
  ...{ account, role, from, to },
});
const HELD = [since('adi', 'administrator'), since('lina', 'loket'), since('pia', 'pemeriksa')];
const change = (role: string, may: readonly string[]): RolePowers =>
  OFFICE.map((one) => (one.key === role ? { ...one, may } : one));
const judge = (
  after: RolePowers,
  more: Partial<Parameters<typeof roleChangeRefusal>[0]> = {},
): ReturnType<typeof roleChangeRefusal> =>
  roleChangeRefusal({
    ...{ before: OFFICE, after, asker: 'adi', today: '2026-04-06', held: HELD, deputised: [] },
    ...more,
  });

describe('what roles may is changed', () => {
  it('rule 23: nobody gives a power to a role that he holds, will hold or holds as a deputy', () => {
    const reading = change('administrator', ['office/administer', 'account/administer', 'case/read-open']);
    assert.equal(judge(reading), 'own-role');
    assert.equal(judge(reading, { asker: 'lina' }), null);
    const more = change('loket', ['case/read-open', 'intake', 'case/read-restricted']);
    assert.equal(judge(more), null);
    assert.equal(judge(more, { held: [...HELD, since('adi', 'loket', '2026-05-01')] }), 'own-role');
    assert.equal(judge(more, { deputised: [since('adi', 'loket', '2026-04-06', '2026-04-10')] }), 'own-role');
    assert.equal(
      judge(change('loket', ['intake']), { deputised: [since('adi', 'loket')] }),
      null,
      'less is no gift',
    );
  });

  it('rule 23: a role that comes back gives its holder everything anew', () => {
    const without = OFFICE.filter(({ key }) => key !== 'loket');
    assert.equal(judge(OFFICE, { before: without, held: [...HELD, since('adi', 'loket')] }), 'own-role');
  });

  it('rule 23: administrator and auditor of the log do not come together in one hand', () => {
    const log = change('loket', ['case/read-open', 'log/read']);
    assert.equal(judge(log), null);
    const both = [...HELD, since('lina', 'administrator')];
    assert.equal(judge(log, { held: both }), 'roles-refused-pair');
    const later = [...HELD, since('lina', 'administrator', '2026-06-01')];
    assert.equal(judge(log, { held: later }), 'roles-refused-pair');
    const apart = [
      since('adi', 'administrator'),
      since('lina', 'loket', '2026-01-01', '2026-05-31'),
      since('lina', 'administrator', '2026-06-01'),
    ];
    assert.equal(judge(log, { held: apart }), null);
  });

  it('leaves somebody who looks after accounts, and after the office', () => {
    assert.equal(judge(change('administrator', ['account/administer'])), 'last-administrator');
    assert.equal(judge(change('administrator', ['office/administer'])), 'last-administrator');
    assert.equal(judge(OFFICE.slice(1)), 'last-administrator');
    const two: RolePowers = [...OFFICE, { key: 'wakil', may: ['office/administer', 'account/administer'] }];
    const without = two.filter(({ key }) => key !== 'administrator');
    assert.equal(judge(without, { before: two, held: [...HELD, since('budi', 'wakil')] }), null);
    assert.equal(
      judge(without, { before: two, held: [...HELD, since('budi', 'wakil', '2026-04-06', '2026-12-31')] }),
      'last-administrator',
      'an administrator for some days is none on the day after',
    );
  });

  it('never lets through what makes a refused pair or enriches the asker, whatever else changes', () => {
    const powers = fc
      .array(fc.subarray([...PERMISSIONS]), { minLength: 3, maxLength: 3 })
      .map((lists): RolePowers => OFFICE.map(({ key }, at) => ({ key, may: lists[at] ?? [] })));
    const held = fc.array(
      fc.record({
        account: fc.constantFrom('adi', 'lina', 'pia'),
        role: fc.constantFrom('administrator', 'loket', 'pemeriksa'),
        from: fc.constant('2026-01-01'),
        to: fc.constant(null),
      }),
      { maxLength: 6 },
    );
    let allowed = 0;
    fc.assert(
      fc.property(powers, powers, held, (before, after, hands) => {
        const refusal = judge(after, { before, held: hands });
        if (refusal !== null) return;
        allowed += 1;
        const mayOf = (of: RolePowers, account: string): readonly string[] =>
          hands
            .filter((one) => one.account === account)
            .flatMap(({ role }) => of.find(({ key }) => key === role)?.may ?? []);
        for (const account of ['adi', 'lina', 'pia'])
          assert.ok(!holdsRefusedPair(mayOf(after, account)) || holdsRefusedPair(mayOf(before, account)));
        assert.ok(mayOf(after, 'adi').every((one) => mayOf(before, 'adi').includes(one)));
      }),
      { numRuns: 500 },
    );
    assert.ok(allowed > 20, `${allowed} were allowed`);
  });
});

describe('powers are the same', () => {
  it('in whatever order they are written', () => {
    assert.ok(arePowersSame(OFFICE, change('loket', ['intake', 'case/read-open'])));
    assert.equal(arePowersSame(OFFICE, change('loket', ['intake'])), false);
    assert.equal(arePowersSame(OFFICE, [...OFFICE, { key: 'baru', may: ['intake'] }]), false);
  });
});
