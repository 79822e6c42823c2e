import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beforeOf, ENTRIES_A_PAGE, timelinePage } from './timeline-page.ts';

const entries = (count: number) => Array.from({ length: count }, (_, index) => ({ seq: index + 1 }));
const seqs = (shown: readonly { seq: number }[]) => shown.map(({ seq }) => seq);

test('a timeline of one page has no way on, one more entry makes one', () => {
  const whole = timelinePage(entries(ENTRIES_A_PAGE), null);
  assert.deepEqual([whole.shown.length, whole.older, whole.hasNewer], [ENTRIES_A_PAGE, null, false]);
  const more = timelinePage(entries(ENTRIES_A_PAGE + 1), null);
  assert.deepEqual([more.shown.length, more.older], [ENTRIES_A_PAGE, { before: 2, count: 1 }]);
});

test('page after page shows every entry once, newest first, also where new ones come in between', () => {
  const seen: number[] = [];
  let before: number | null = null;
  for (let written = 120; ; written += 7) {
    const page: ReturnType<typeof timelinePage<{ seq: number }>> = timelinePage(entries(written), before);
    seen.push(...seqs(page.shown));
    assert.equal(page.hasNewer, before !== null);
    if (page.older === null) break;
    before = page.older.before;
  }
  assert.deepEqual(seen, seqs(entries(120).toReversed()));
});

test('what is no number of an entry begins at the newest', () => {
  for (const word of [undefined, '', '0', '-3', '1e2', '2.5', 'x', '99999999999999999999']) {
    assert.equal(beforeOf(word), null, word);
  }
  assert.equal(beforeOf('51'), 51);
});
