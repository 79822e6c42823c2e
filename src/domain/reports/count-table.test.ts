import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFact, aPeriod, countFacts, officeFromFiles } from '../../../test/a-counted-report.ts';
import { KINDS } from '../complaint/vocabulary.ts';

test('a table says the kinds it holds in the order of the vocabulary, as the table of kinds has them (rule 2)', async () => {
  const facts = KINDS.toReversed().map((kind) => aFact({ kind }));
  const { tables } = countFacts(facts, await officeFromFiles('tabalong'), aPeriod('2023'));
  assert.deepEqual(
    tables.find(({ id }) => id === 'by-service')?.kinds.map(({ kind }) => kind),
    KINDS,
  );
});
