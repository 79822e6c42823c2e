import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cursorOf, readCursor } from './list-place.ts';

const caseId = '0193c0de-0000-7000-8000-000000000001';

test('a cursor leads back to the very place that it was made of', () => {
  for (const at of ['2026-11-20T01:02:03.004Z', 'infinity']) {
    assert.deepEqual(readCursor(cursorOf({ at, caseId })), { at, caseId });
  }
});

test('whatever is none of our cursors is no place', () => {
  const whole = cursorOf({ at: '2026-11-20T01:02:03.004Z', caseId });
  for (const typed of [
    '',
    `'; drop table x`,
    whole.slice(0, -3),
    cursorOf({ at: '2026-13-45T01:02:03.004Z', caseId }),
    cursorOf({ at: 'now', caseId }),
    cursorOf({ at: 'infinity', caseId: 'x' }),
    cursorOf({ at: 'infinity', caseId: `${caseId}|x` }),
  ]) {
    assert.equal(readCursor(typed), null, typed);
  }
});
