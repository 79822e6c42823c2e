import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharesOf } from './percent.ts';

test('the shares of a register of 43 add up to exactly 100,0', () => {
  const shares = sharesOf([12, 1, 10, 6, 2, 0, 2, 10]);
  assert.deepEqual(shares, [279, 23, 233, 140, 46, 0, 46, 233]);
});

test('three equal counts give the first row the tenth that is left', () => {
  assert.deepEqual(sharesOf([1, 1, 1]), [334, 333, 333]);
});

test('shares of nothing cannot be said', () => {
  assert.deepEqual(sharesOf([0, 0]), [null, null]);
  assert.deepEqual(sharesOf([]), []);
});

test('a broken count is a fault, not a share', () => {
  assert.throws(() => sharesOf([1, -1]), RangeError);
  assert.throws(() => sharesOf([0.5]), RangeError);
});

const counts = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 60 });

test('any counts: shares add up to 1000, each is within a tenth of the truth, zero stays zero', () => {
  fc.assert(
    fc.property(counts, (list) => {
      const whole = list.reduce((sum, count) => sum + count, 0);
      fc.pre(whole > 0);
      const shares = sharesOf(list).map((share) => share ?? Number.NaN);
      assert.equal(
        shares.reduce((sum, share) => sum + share, 0),
        1000,
      );
      list.forEach((count, index) => {
        const share = shares[index] ?? Number.NaN;
        assert.ok(Math.abs(share - (count * 1000) / whole) < 1);
        if (count === 0) assert.equal(share, 0);
      });
    }),
  );
});

test('any counts: a larger count never has a smaller share', () => {
  fc.assert(
    fc.property(counts, (list) => {
      const shares = sharesOf(list);
      list.forEach((a, i) => {
        list.forEach((b, j) => {
          if (a > b) assert.ok((shares[i] ?? 0) >= (shares[j] ?? 0));
        });
      });
    }),
    { numRuns: 50 },
  );
});
