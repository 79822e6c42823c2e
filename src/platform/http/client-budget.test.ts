import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { errorCode } from '../errors.ts';
import { openClientBudget } from './client-budget.ts';

const refused = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return errorCode(error);
  }
};

test('neighbours of one IPv6 network share its room, a site has four times as much, an unknown address only the total', () => {
  const budget = openClientBudget(100, 10);
  budget('2001:db8:1:1::1').grow(10);
  assert.equal(
    refused(() => budget('2001:db8:1:1::2').grow(1)),
    'too-many-requests',
  );
  for (const network of [2, 3, 4]) budget(`2001:db8:1:${network}::1`).grow(10);
  assert.equal(
    refused(() => budget('2001:db8:1:5::1').grow(1)),
    'too-many-requests',
  );
  budget(null).grow(60);
  assert.equal(
    refused(() => budget(null).grow(1)),
    'busy',
  );
  assert.equal(
    refused(() => budget('203.0.113.1').grow(1)),
    'busy',
  );
});

test('whatever comes and goes, no more than the room is held and all of it comes back', () => {
  const act = fc.record({ who: fc.nat(3), bytes: fc.nat(12), leave: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const budget = openClientBudget(30, 12);
      const open: { who: number; bytes: number; giveBack: () => void }[] = [];
      for (const { who, bytes, leave } of acts) {
        if (leave) {
          open.shift()?.giveBack();
          continue;
        }
        const share = budget(`203.0.113.${who}`);
        const sum = (of: typeof open) => of.reduce((all, one) => all + one.bytes, bytes);
        const expected =
          sum(open.filter((one) => one.who === who)) > 12
            ? 'too-many-requests'
            : sum(open) > 30
              ? 'busy'
              : undefined;
        assert.equal(
          refused(() => share.grow(bytes)),
          expected,
        );
        if (expected === undefined) open.push({ who, bytes, giveBack: share.giveBack });
      }
      for (const one of open) one.giveBack();
      assert.equal(
        refused(() => budget(null).grow(30)),
        undefined,
      );
      assert.equal(
        refused(() => budget('203.0.113.1').grow(0)),
        undefined,
      );
    }),
  );
});
