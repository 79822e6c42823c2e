import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aComplaint, wita } from '../../../test/a-complaint.ts';
import type { RecordedEvent } from './event.ts';
import { instantMs, instantOf } from './instant-ms.ts';
import { MOST_A_DAY, MOST_UNANSWERED, tooManyOwnEntries } from './own-entries.ts';

const START = wita('2026-03-02T09:00');
const after = (hours: number) => instantOf(instantMs(START) + hours * 3_600_000);

/** Replies of the complainant, one in each of these hours after the receipt. */
function replies(hours: readonly number[]): readonly RecordedEvent[] {
  const received = aComplaint().received().events();
  const own = hours.map((hour, index): RecordedEvent => {
    const at = after(hour);
    const event = { type: 'replied', at, from: 'complainant', body: null, text: 'teks-1', due: [] } as const;
    const actor = { by: 'complainant', account: null, role: null } as const;
    return { seq: received.length + index + 1, recordedAt: at, actor, event };
  });
  return [...received, ...own];
}
const every = (hours: number, many: number) => Array.from({ length: many }, (_, index) => index * hours);

test('a complainant writes as often within a day as one who waits for an answer would, and again the next day', () => {
  const history = replies(every(0.5, MOST_A_DAY));
  assert.equal(tooManyOwnEntries(replies(every(0.5, MOST_A_DAY - 1)), 'replied', after(6)), null);
  assert.equal(tooManyOwnEntries(history, 'replied', after(6))?.refusal, 'too-many-own-entries');
  assert.equal(tooManyOwnEntries(history, 'replied', after(30)), null);
});

test('many replies of a day do not stop a reopening, and reopenings have an end of their own', () => {
  const replied = replies(every(0.1, MOST_A_DAY));
  assert.equal(tooManyOwnEntries(replied, 'reopened', after(6)), null);
  const reopened = replied.map(
    (one): RecordedEvent =>
      one.event.type === 'replied'
        ? {
            ...one,
            event: { type: 'reopened', at: one.event.at, reason: 'teks-1', by: 'complainant', due: [] },
          }
        : one,
  );
  assert.equal(tooManyOwnEntries(reopened, 'reopened', after(6))?.refusal, 'too-many-own-entries');
  assert.equal(tooManyOwnEntries(reopened, 'replied', after(6)), null);
});

test('what nobody has reacted to is bounded; a word of the office opens it again', () => {
  const history = replies(every(6, MOST_UNANSWERED));
  const later = after(6 * MOST_UNANSWERED + 100);
  assert.equal(tooManyOwnEntries(history.slice(0, -1), 'replied', later), null);
  assert.equal(tooManyOwnEntries(history, 'replied', later)?.refusal, 'too-many-own-entries');
  const [first] = history;
  assert.ok(first);
  const reaction = { ...first, seq: history.length + 1, recordedAt: later };
  assert.equal(tooManyOwnEntries([...history, reaction], 'replied', later), null);
});
