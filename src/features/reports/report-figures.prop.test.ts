import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { aFact, aPeriod, countFacts, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import {
  ANSWER_WAYS,
  CHANNELS,
  KINDS,
  OUTCOMES,
  PROVENANCES,
  STATUSES,
} from '../../domain/complaint/vocabulary.ts';
import { mapFigures } from '../../domain/documents/map-figures.ts';
import { readFigures } from '../../domain/documents/read-figures.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { checkReport } from '../../domain/reports/check-report.ts';
import { ELAPSED_KEYS, RECORDING_KEYS, type ReportFact } from '../../domain/reports/report-fact.ts';

const YEAR = aPeriod('2023');
let office: OfficeData;
before(async () => {
  office = withSatisfaction(await officeFromFiles('tabalong'));
});

/** No office's paper prints the faces yet. */
function withSatisfaction(data: OfficeData): OfficeData {
  const table = {
    type: 'table',
    id: 'satisfaction',
    title: 'Kepuasan',
    key: 'Jawaban',
    chart: 'none',
    when: [],
  } as const;
  return { ...data, reports: data.reports.map((one) => ({ ...one, body: [...one.body, table] })) };
}

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `2023-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const instant = fc.option(
  day.map((date) => `${date}T03:00:00.000Z`),
  { nil: null },
);
const fact: fc.Arbitrary<ReportFact> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    channel: fc.constantFrom(...CHANNELS),
    service: fc.constantFrom('pbi-jk', 'bpnt', 'dropped-long-ago', null),
    status: fc.constantFrom(...STATUSES),
    outcome: fc.constantFrom(...OUTCOMES, null),
    answerWay: fc.constantFrom(...ANSWER_WAYS, null),
    severityFirst: fc.constantFrom('light' as const, 'moderate' as const),
    severity: fc.constantFrom('light' as const, 'special' as const, null),
    provenance: fc.constantFrom(...PROVENANCES),
    precision: fc.constantFrom('instant' as const, 'day' as const, 'month' as const),
    receivedOn: fc.oneof(day, fc.constantFrom('2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01')),
    counted: fc.boolean(),
    cancelled: fc.boolean(),
    registeredOn: fc.option(day, { nil: null }),
    protected: fc.boolean(),
    complainants: fc.integer({ min: 0, max: 5 }),
    answeredAt: instant,
    answerWorkingDays: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
    dueAt: instant,
    recordingTime: fc.constantFrom(...RECORDING_KEYS),
    reactionTime: fc.constantFrom(...ELAPSED_KEYS),
    finishTime: fc.constantFrom(...ELAPSED_KEYS),
  })
  // What is cancelled is in no count, and a row of an old book takes no number (rules 9, 11).
  .map((one) =>
    aFact({
      ...one,
      counted: one.counted && !one.cancelled,
      registeredOn: one.provenance === 'tanggap' ? one.registeredOn : null,
    }),
  );

describe('figures of a report (design law 2)', () => {
  it('every table of a random register adds up to the cases received in the period', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), (facts) => {
        const counted = countFacts(facts, office, YEAR);
        const right = facts.filter((one) => one.counted && one.receivedOn.startsWith('2023')).length;
        assert.equal(counted.total, right);
        for (const table of counted.tables.filter((one) => one.ofCases)) {
          assert.equal(table.total, right, table.id);
          assert.equal(
            table.rows.reduce((sum, row) => sum + row.count, 0),
            right,
            table.id,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('shares of each table add up to exactly 100 percent, or stand for nothing', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 60 }), (facts) => {
        for (const table of countFacts(facts, office, YEAR).tables.filter((one) => one.ofCases)) {
          const shares = table.rows.flatMap((row) => (row.tenths === null ? [] : [row.tenths]));
          const sum = shares.reduce((all, one) => all + one, 0);
          assert.equal(sum, table.denominator === 0 ? 0 : 1000, table.id);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the report of a random register passes its own checks', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 40 }), (facts) => {
        const { tree, counted } = reportOf(facts, office, YEAR);
        assert.deepEqual(
          checkReport(tree, counted, YEAR).filter((check) => !check.ok),
          [],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('changing any one figure of a built report makes a check fail', () => {
    fc.assert(
      fc.property(
        fc.array(fact, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (facts, pick, change) => {
          const { tree, counted } = reportOf(facts, office, YEAR);
          const target = pick % readFigures(tree).length;
          let place = -1;
          const forged = mapFigures(tree, (use) => {
            place += 1;
            return place === target ? (use.value ?? 0) + change : use.value;
          });
          assert.ok(checkReport(forged, counted, YEAR).some((check) => !check.ok));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('of a few reports, every single figure is checked: one more, one less or taken away, each is found', () => {
    const trees = fc.sample(fc.array(fact, { minLength: 3, maxLength: 30 }), { numRuns: 2, seed: 2023 });
    const unchecked = new Set<string>();
    const mutated = new Set<string>();
    for (const [facts, kind] of trees.flatMap((one) => [
      [one, 'tahunan'] as const,
      [one, 'monev'] as const,
    ])) {
      const { tree, counted } = reportOf(facts, office, YEAR, kind);
      const uses = readFigures(tree);
      for (const { id } of uses) mutated.add(id.replace(/[-/]2023-.*/, '').replace(/\/.*/, ''));
      for (const [target, { id, value, where }] of uses.entries()) {
        for (const other of [(value ?? 0) + 1, (value ?? 0) - 1, null]) {
          if (other === value) continue;
          let place = -1;
          const forged = mapFigures(tree, (use) => {
            place += 1;
            return place === target ? other : use.value;
          });
          if (checkReport(forged, counted, YEAR).every((check) => check.ok))
            unchecked.add(`${id} in ${where}: ${value} → ${other}`);
        }
      }
    }
    assert.deepEqual([...unchecked], []);
    for (const part of [
      ...['sanctions', 'satisfaction', 'register', 'balance', 'sop-steps', 'by-kind'],
      ...['by-answer-way', 'by-class-change', 'by-recording-time', 'by-first-reaction', 'by-finish-time'],
    ])
      assert.ok(mutated.has(part), part);
  });
});
