import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { STEP_ENDS } from '../../../domain/reports/fact-of-steps.ts';
import { officeCodes } from '../../offices/office-codes.ts';
import { stepFactRow, unpackStep } from './step-fact-row.ts';

const codes = officeCodes([
  { axis: 'sop', code: 1, key: 'langsung' },
  { axis: 'sop', code: 32_767, key: 'online' },
]);
const step = fc.record({
  sop: fc.constantFrom('langsung', 'online'),
  no: fc.integer({ min: 0, max: 255 }),
  end: fc.constantFrom(...STEP_ENDS),
  unit: fc.constantFrom('service-minute' as const, 'working-day' as const),
  took: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
  at: fc.constant('2026-03-02T01:00:00.000Z'),
  knownAt: fc.constantFrom('2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.001Z'),
});

test('a packed step is taken apart into what it was, exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const [packed, at, known] = stepFactRow(steps, codes);
      assert.ok(Array.isArray(packed) && Array.isArray(at));
      assert.equal(at.length, steps.length);
      assert.equal(
        known === null,
        steps.every((one) => one.at === one.knownAt),
      );
      for (const [index, code] of packed.entries()) {
        assert.ok(Number.isSafeInteger(code));
        const { sop, ...rest } = unpackStep(code);
        const { sop: key, at: _at, knownAt: _known, ...wanted } = steps[index] ?? assert.fail();
        assert.deepEqual(rest, wanted);
        assert.equal(codes.keyOf('sop', sop), key);
      }
    }),
  );
});
