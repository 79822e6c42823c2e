import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lineDifference } from './line-difference.ts';

describe('what changed between two texts', () => {
  it('leaves out what both hold, and puts what came beside what it came for', () => {
    assert.deepEqual(lineDifference(['a', 'b', 'c'], ['a', 'B', 'c']), [{ before: 'b', after: 'B' }]);
    assert.deepEqual(lineDifference(['a', 'c'], ['a', 'b', 'c']), [{ before: '', after: 'b' }]);
    assert.deepEqual(lineDifference(['a', 'b', 'c'], ['a', 'c']), [{ before: 'b', after: '' }]);
    assert.deepEqual(lineDifference(['a', 'b'], ['a', 'b']), []);
    assert.deepEqual(lineDifference([], ['a']), [{ before: '', after: 'a' }]);
  });

  it('names every line that went and every line that came, and no other', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    const counted = (list: readonly string[]): string =>
      JSON.stringify(list.filter((one) => one !== '').toSorted());
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = lineDifference(before, after);
        const gone = changes.map((one) => one.before);
        const come = changes.map((one) => one.after);
        // Taking away what went and adding what came makes the one of the other.
        const left = [...before, ...come];
        for (const one of gone.filter((line) => line !== '')) left.splice(left.indexOf(one), 1);
        assert.equal(counted(left), counted(after));
        assert.equal(changes.length === 0, JSON.stringify(before) === JSON.stringify(after));
      }),
    );
  });
});
