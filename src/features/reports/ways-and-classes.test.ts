import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, countFacts, officeFromFiles, reportOf } from '../../../test/a-counted-report.ts';
import { ANSWER_WAYS } from '../../domain/complaint/vocabulary.ts';
import { readFigures } from '../../domain/documents/read-figures.ts';
import { checkReport } from '../../domain/reports/check-report.ts';

const YEAR = aPeriod('2023');
const office = await officeFromFiles('tabalong');
const changed = { severityFirst: 'light', severity: 'special' } as const;
const kept = { severityFirst: 'light', severity: 'light' } as const;

test('rule 15: the tables of class and of punctuality tell how many classes were changed, and the number opens those cases', () => {
  const { tree, counted } = reportOf([aFact(changed), aFact(changed), aFact(kept), aFact()], office, YEAR);
  const uses = readFigures(tree).filter(({ id }) => id === 'by-class-change/changed/count');
  assert.deepEqual(
    uses.map(({ value }) => value),
    [2, 2],
  );
  const text = JSON.stringify(tree);
  assert.ok(text.includes('pengaduan berubah kelas; ketepatan waktunya dinilai menurut kelas yang pertama.'));
  assert.ok(text.includes('"table":"by-class-change","key":"changed"'));
  assert.ok(checkReport(tree, counted, YEAR).every(({ ok }) => ok));
});

test('rule 15: where no class was changed the tables say nothing of it', () => {
  const { tree } = reportOf([aFact(kept), aFact()], office, YEAR);
  assert.ok(!JSON.stringify(tree).includes('berubah kelas'));
});

test('rule 25: the five ways are counted apart, shares of those that were answered; what the old register leaves open is no way', () => {
  const facts = [
    ...ANSWER_WAYS.map((answerWay) => aFact({ answerWay })),
    aFact({ answerWay: 'oral' }),
    aFact({ status: 'in-progress', outcome: null, answeredAt: null, closedAt: null }),
    aFact({ provenance: 'register-lama', outcome: 'not-recorded', answeredAt: null, closedAt: null }),
  ];
  const table = countFacts(facts, office, YEAR).tables.find(({ id }) => id === 'by-answer-way');
  assert.deepEqual(
    table?.rows.map(({ key, count }) => [key, count]),
    [
      ...[
        ['channel', 1],
        ['letter', 1],
        ['oral', 2],
        ['published', 1],
        ['undeliverable', 1],
      ],
      ...[
        ['unanswered', 1],
        ['not-recorded', 1],
      ],
    ],
  );
  assert.equal(table?.denominator, 6);
  assert.deepEqual(
    table?.rows.slice(5).map(({ tenths }) => tenths),
    [null, null],
  );
});

test('rules 25, 26: every report of an office that tells how long an answer took tells how it was given, and what came of it', () => {
  const answered = aFact({ answerWay: 'letter' });
  const { tree } = reportOf([answered], office, YEAR);
  const ids = new Set(readFigures(tree).map(({ id }) => id));
  assert.ok(ids.has('by-answer-way/letter/count'));
  assert.ok(ids.has('by-outcome/explained/count'));
});
