import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pickSeeded, someSeed, walkCase } from '../../../../test/case-walk.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { readableJson } from '../history/readable-json.ts';
import { skimTold, toldBy } from './told-state.ts';

/** What might be taken for the end of a string, of a list or for another member. */
const evil = fc
  .array(
    fc.constantFrom(
      '"',
      '\\',
      ']',
      '}',
      ',',
      '],',
      '],"ppidExtendedAt":null',
      '","answeredAt":"x"',
      '"erased":["y"]',
      'a',
      'é',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

/** As if the case had ended plainly, with somebody's words wherever a state keeps any. */
function endedWith(state: CaseState, [a, b, c, d]: readonly [string, string, string, string]): CaseState {
  const { narrative } = state.closed ?? { narrative: null };
  return {
    ...state,
    status: 'closed',
    mergedInto: null,
    due: [],
    sourceNumber: a,
    group: b,
    marks: { ...state.marks, restricted: false },
    people: { ...state.people, concerns: [{ identity: 'i', relation: c }], respondents: [] },
    ended: state.due.map((one) => ({ ...one, basis: d, endedAt: state.receivedAt })),
    register: { year: 2026, no: 1, printed: b },
    closed: {
      at: state.receivedAt,
      by: 'office',
      pending: a === '' ? null : { body: c, reference: d, lookAgainOn: '2026-01-05' },
      narrative,
    },
  };
}

test('what is skimmed from a sealed state is what reading all of it tells, whatever people wrote into it', () => {
  let [plain, skimmed] = [0, 0];
  fc.assert(
    fc.property(someSeed, fc.nat(30), fc.tuple(evil, evil, evil, evil), (seed, length, words) => {
      const { state } = walkCase(length, pickSeeded(seed));
      for (const one of [state, endedWith(state, words), endedWith(state, ['', '', '', ''])]) {
        const text = readableJson(one);
        const told = skimTold(text);
        if (told !== null) assert.deepEqual(told, toldBy(JSON.parse(text)));
        skimmed += Number(told !== null);
      }
      plain += 1;
    }),
    { numRuns: 300 },
  );
  assert.ok(skimmed >= plain, `${skimmed} of ${plain} plain states were skimmed`);
});

test('an open, a restricted and a respondent’s case are not skimmed but read', () => {
  const { state } = walkCase(0, pickSeeded(1));
  const ended = endedWith(state, ['', '', '', '']);
  assert.notEqual(skimTold(readableJson(ended)), null);
  for (const other of [
    state,
    { ...ended, status: 'received' },
    { ...ended, marks: { ...ended.marks, restricted: true } },
    { ...ended, people: { ...ended.people, respondents: [{ identity: 'x', account: 'y', unit: null }] } },
  ]) {
    assert.equal(skimTold(readableJson(other)), null);
  }
});
