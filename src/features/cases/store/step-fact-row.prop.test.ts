import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { STEP_ENDS } from '../../../domain/reports/fact-of-steps.ts';
import { officeCodes } from '../../offices/office-codes.ts';
import { stepFactRow, unpackMarks, unpackStep } from './step-fact-row.ts';

const codes = officeCodes([
  { axis: 'sop', code: 1, key: 'langsung' },
  { axis: 'sop', code: 32_767, key: 'online' },
]);
const step = fc.record({
  sop: fc.constantFrom('langsung', 'online'),
  no: fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 255 })),
  end: fc.constantFrom(...STEP_ENDS),
  unit: fc.constantFrom('service-minute' as const, 'working-day' as const),
  took: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  at: fc.constantFrom('2026-03-02T01:00:00.000Z', '2026-03-04T01:00:00.000Z'),
  knownAt: fc.constantFrom('2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.001Z'),
});

/** The steps of a case: each has a number of its own. */
const steps = fc.uniqueArray(step, { selector: ({ no }) => no, maxLength: 12 });

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : assert.fail());

test('a packed step is taken apart into what it was, exactly, and with its two times', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const [until, , single, marked, at, known] = stepFactRow(all, codes);
      const packed = [...arrayOf(single), ...arrayOf(marked)].map(Number);
      assert.equal(packed.length, all.length);
      assert.equal(
        known === null,
        all.every((one) => one.at === one.knownAt),
      );
      for (const [index, code] of packed.entries()) {
        assert.ok(Number.isSafeInteger(code));
        const { sop, ...rest } = unpackStep(code);
        const {
          sop: key,
          at: ended,
          knownAt,
          ...wanted
        } = all.find(({ no }) => no === rest.no) ?? assert.fail();
        assert.deepEqual(rest, wanted);
        assert.equal(codes.keyOf('sop', sop), key);
        assert.equal(arrayOf(at)[index], ended);
        assert.equal(known === null ? ended : arrayOf(known)[index], knownAt);
        assert.ok(String(until) >= ended && String(until) >= knownAt);
      }
      const times = all.flatMap((one) => [one.at, one.knownAt]);
      assert.ok(all.length === 0 ? until === '-infinity' : times.some((time) => time === until));
    }),
  );
});

test('the marks of a case say the same as the codes beside them, and leave room for its course', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const [, marks, , marked] = stepFactRow(all, codes);
      assert.ok(Number(marks) < 2 ** 34);
      const byNo = (one: { readonly no: number }, other: { readonly no: number }): number =>
        one.no - other.no;
      const wanted = arrayOf(marked).map((code) => {
        const { sop, no, end } = unpackStep(Number(code));
        return { sop, no, end };
      });
      assert.deepEqual(unpackMarks(Number(marks)), wanted.toSorted(byNo));
    }),
  );
});

test('of an ordinary case only stopwatches are counted one by one', () => {
  const [, , single] = stepFactRow(
    (['automatic', 'measured', 'unmeasured', 'not-needed', 'beyond'] as const).map((end, index) => ({
      ...{ sop: 'langsung', no: index + 1, end, unit: 'service-minute', took: 5 },
      ...{ at: '2026-03-02T01:00:00.000Z', knownAt: '2026-03-02T01:00:00.000Z' },
    })),
    codes,
  );
  assert.deepEqual(
    arrayOf(single).map((code) => unpackStep(Number(code)).end),
    ['measured', 'beyond'],
  );
});
