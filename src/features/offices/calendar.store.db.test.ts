import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { referenceCalendar } from '../../../test/office-calendar.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { readReferenceCalendar, storeCalendar } from './calendar.store.ts';

const db = await openTestDatabase({ after });
const NOW = Date.parse('2026-11-22T01:00:00.000Z');
const store = (reference: typeof referenceCalendar) =>
  inTransaction(db.owner, (tx) => storeCalendar(tx, reference, NOW));

test('days off and Ramadan are one calendar: the same again is the same revision, a corrected Ramadan a new one that keeps the former', async () => {
  const first = await store(referenceCalendar);
  assert.deepEqual(await store(referenceCalendar), { ...first, changed: false });
  const ramadan = referenceCalendar.ramadan.flatMap((row) =>
    row.year === 2027
      ? [
          { ...row, withdrawnOn: '2027-02-07' },
          { ...row, from: '2027-02-09', announcedOn: '2027-02-07' },
        ]
      : [row],
  );
  assert.deepEqual(await store({ ...referenceCalendar, ramadan }), {
    revision: first.revision + 1,
    changed: true,
  });
  const read = await readReferenceCalendar(db.app);
  assert.deepEqual(read.ramadan, ramadan);
  assert.equal(read.holidays.length, referenceCalendar.holidays.length);
});
