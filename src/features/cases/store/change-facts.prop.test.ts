import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeFacts, type FactStretch, type KnownStretch } from './change-facts.ts';

/** Rectangles as the two tables hold them; null = infinity. */
type Row = {
  from: string;
  to: string | null;
  knownFrom: string;
  knownTo: string | null;
  values: readonly unknown[];
};

const instant = (step: number): string => new Date(1_700_000_000_000 + step * 60_000).toISOString();

/** A timeline in which nothing begins after `known`: steps between 0 and `known`, each with a value. */
const timelineKnownAt = (known: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: known }), { minLength: 1, maxLength: 4 }).chain((steps) =>
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: steps.length, maxLength: steps.length })
      .map((values) => {
        const sorted = [...steps].sort((a, b) => a - b);
        return sorted.map(
          (step, index): FactStretch => ({
            from: instant(step),
            to: sorted[index + 1] === undefined ? null : instant(sorted[index + 1] ?? 0),
            values: [values[index]],
          }),
        );
      }),
  );

const knowledge = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 })
  .map((moments) => [...moments].sort((a, b) => a - b))
  .chain((moments) =>
    fc.tuple(...moments.map((known) => timelineKnownAt(known).map((timeline) => ({ known, timeline })))),
  );

function apply(rows: readonly Row[], next: readonly FactStretch[], now: string): Row[] {
  const open = rows.filter((row) => row.knownTo === null);
  const former: KnownStretch[] = open.map(({ from, to, knownFrom, values }) => ({
    from,
    to,
    knownFrom,
    values,
  }));
  const change = changeFacts(former, next, now);
  // The current row is the open one; it is overwritten in place, as the store does.
  const past = rows.filter((row) => !(row.knownTo === null && row.to === null)).map((row) => ({ ...row }));
  const current = rows.find((row) => row.knownTo === null && row.to === null);
  for (const end of change.ended) {
    const row = past.find(
      (one) => one.from === end.from && one.knownFrom === end.knownFrom && one.knownTo === null,
    );
    assert.ok(row, 'an ended rectangle is one of the past table');
    row.to = end.to;
    row.knownTo = end.knownTo;
  }
  const kept = change.current === null ? current : { ...change.current, to: null, knownTo: null };
  assert.ok(kept, 'a case always has its current row');
  return [...past, ...change.added, kept];
}

const covers = (row: Row, effective: string, known: string): boolean =>
  row.from <= effective &&
  (row.to === null || effective < row.to) &&
  row.knownFrom <= known &&
  (row.knownTo === null || known < row.knownTo);

test('as recorded at T, a case reads at any moment as the timeline that was known at T', () => {
  fc.assert(
    fc.property(knowledge, (steps) => {
      let rows: Row[] = [];
      for (const { known, timeline } of steps) rows = apply(rows, timeline, instant(known));
      for (const { known, timeline } of steps) {
        const recorded = instant(known);
        for (let effective = 0; effective <= known; effective++) {
          const moment = instant(effective);
          const stood = timeline.filter((one) => one.from <= moment && (one.to === null || moment < one.to));
          const read = rows.filter((row) => covers(row, moment, recorded));
          assert.deepEqual(
            read.map((row) => row.values),
            stood.map((one) => one.values),
          );
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test('an act that happens when it is recorded leaves one row behind', () => {
  const before: KnownStretch[] = [
    { from: instant(0), to: null, knownFrom: instant(0), values: ['received'] },
  ];
  const next: FactStretch[] = [
    { from: instant(0), to: instant(5), values: ['received'] },
    { from: instant(5), to: null, values: ['closed'] },
  ];
  const change = changeFacts(before, next, instant(5));
  assert.equal(change.added.length, 1);
  assert.equal(change.ended.length, 0);
});

test('an act written down later leaves what was believed until then', () => {
  const before: KnownStretch[] = [
    { from: instant(0), to: null, knownFrom: instant(0), values: ['received'] },
  ];
  const next: FactStretch[] = [
    { from: instant(0), to: instant(3), values: ['received'] },
    { from: instant(3), to: null, values: ['closed'] },
  ];
  const { added } = changeFacts(before, next, instant(5));
  assert.deepEqual(added, [
    { from: instant(0), to: instant(3), values: ['received'], knownFrom: instant(0), knownTo: null },
    { from: instant(3), to: null, values: ['received'], knownFrom: instant(0), knownTo: instant(5) },
  ]);
});
