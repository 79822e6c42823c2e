import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { standsBeside } from './stands-beside.ts';
import { ENTRIES_A_PAGE, type TimelinePage, timelinePage } from './timeline-page.ts';

const history = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 130 })
  .map((minutes) =>
    minutes
      .toSorted((a, b) => a - b)
      .map((minute, at) => ({ seq: at + 1, recordedAt: new Date(minute * 60_000).toISOString() })),
  );

test('what stands beside a history stands on one page of it, after nothing that was recorded later', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 1001 * 60_000 }), (entries, at) => {
      const beside = standsBeside(entries.toReversed(), at);
      const pages: (typeof entries)[] = [];
      for (let before: number | null = null; ; ) {
        const page: TimelinePage<(typeof entries)[number]> = timelinePage(entries, before);
        pages.push([...page.shown]);
        if (page.older === null) break;
        before = page.older.before;
      }
      assert.equal(pages.length, Math.ceil(entries.length / ENTRIES_A_PAGE));
      assert.equal(pages.flat().filter(({ seq }) => seq === beside?.seq).length, 1);
      const until = entries.filter(({ recordedAt }) => Date.parse(recordedAt) <= at);
      assert.equal(beside?.seq, Math.max(1, until.length));
    }),
  );
});

test('what comes to the history afterwards moves nothing to another entry', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 1000 * 60_000 }), (entries, at) => {
      const first = entries.filter(({ recordedAt }, index) => index === 0 || Date.parse(recordedAt) <= at);
      assert.equal(standsBeside(first, at)?.seq, standsBeside(entries, at)?.seq);
    }),
  );
  assert.equal(standsBeside([], 0), null);
});
