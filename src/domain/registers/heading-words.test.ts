import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEADING_WORDS } from './heading-words.ts';

test('no heading stands twice, so that the order of the meanings decides nothing', () => {
  const headings = HEADING_WORDS.flatMap(([, words]) => words.split(/,\s*/));
  assert.deepEqual(
    headings.filter((heading, at) => headings.indexOf(heading) !== at),
    [],
  );
});
