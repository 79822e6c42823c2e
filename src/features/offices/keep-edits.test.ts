import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { keepEdits } from './keep-edits.ts';
import { mergeOffice } from './merge-office.ts';

type Office = Readonly<Record<string, unknown>>;
const edit = (before: Office, after: Office) => ({ before, after });
const A: Office = { name: 'a', hours: { open: 1, close: 2 }, units: [{ key: 'x', label: 'X' }] };
const B: Office = { ...A, name: 'b' };
const C: Office = {
  ...B,
  name: 'c',
  units: [
    { key: 'x', label: 'X' },
    { key: 'y', label: 'Y' },
  ],
};

describe('files that are older than what was edited in the application', () => {
  it('take no edit back that files told of meanwhile, however often it was edited', () => {
    const edits = [edit(A, B), edit(B, C)];
    for (const older of [A, B]) {
      // What was written out and applied again is the base of the merge: as if the files had always said so.
      const { merged } = mergeOffice(C, C, older);
      const { merged: safe, kept } = keepEdits(merged, C, edits);
      assert.deepEqual(safe, C);
      assert.deepEqual(kept.map(({ path }) => path).toSorted(), ['name', 'units[y]']);
    }
  });

  it('say what is new in them', () => {
    const files = { ...C, name: 'd', hours: { open: 8, close: 2 } };
    assert.deepEqual(keepEdits(files, C, [edit(A, B), edit(B, C)]), { merged: files, kept: [] });
  });

  it('bring back no edit that is no longer in force', () => {
    const now = { ...B, name: 'files' };
    assert.deepEqual(keepEdits(A, now, [edit(A, B)]), { merged: A, kept: [] });
  });

  it('never lose an edit that stands, nor invent a value', () => {
    const value = fc.constantFrom('p', 'q', 'r');
    const office = fc.record({ one: value, two: value, three: value }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(office, { minLength: 2, maxLength: 5 }), fc.nat(4), (versions, at) => {
        const edits = versions.slice(1).map((after, index) => edit(versions[index] ?? after, after));
        const [current, older] = [versions.at(-1), versions[at % versions.length]];
        assert.ok(current && older);
        const { merged } = keepEdits(mergeOffice<Office>(current, current, older).merged, current, edits);
        assert.deepEqual(merged, current, 'any state that it ever had is older');
      }),
    );
  });
});
