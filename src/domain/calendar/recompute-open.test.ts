import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLimit, anOfficeCalendar, at } from '../../../test/office-calendar.ts';
import { type Deadline, recomputeOpen } from './recompute-open.ts';

const before = anOfficeCalendar({ asOf: '2025-08-06' });
const after = anOfficeCalendar({ asOf: '2025-08-07' });

const open: Deadline = {
  id: 'open',
  from: at('2025-08-06T10:00'),
  limit: aLimit('8 hari kerja'),
  due: at('2025-08-18T16:00'),
  closedAt: null,
};

test('18 August 2025, announced on the 7th, moves an open deadline and keeps its former date', () => {
  const [moved, ...rest] = recomputeOpen([open], before, after);
  assert.deepEqual(rest, []);
  assert.equal(moved?.formerDue, at('2025-08-18T16:00'));
  assert.equal(moved?.due, at('2025-08-19T16:00'));
  assert.deepEqual(
    moved?.because.map((step) => `${step.date} ${step.kind}`),
    ['2025-08-18 cuti_bersama'],
  );
  assert.match(moved?.because[0]?.decree ?? '', /933\/2025/);
});

test('a closed deadline is never moved', () => {
  assert.deepEqual(recomputeOpen([{ ...open, closedAt: at('2025-08-07T09:00') }], before, after), []);
});

test('calendar days and deadlines that end before the change stay where they are', () => {
  const calendarDays = { ...open, limit: aLimit('12 hari'), due: at('2025-08-19T00:00') };
  const earlier = { ...open, limit: aLimit('3 hari kerja'), due: at('2025-08-11T16:00') };
  assert.deepEqual(recomputeOpen([calendarDays, earlier], before, after), []);
});

test('a closure entered afterwards moves deadlines that are already past', () => {
  const flood = {
    date: '2025-08-12',
    kind: 'penutupan' as const,
    name: 'Banjir',
    decree: 'SK 9/2025',
    announcedOn: '2025-08-20',
  };
  const schedule = { extraDays: [flood] };
  const past = { ...open, limit: aLimit('3 hari kerja'), due: at('2025-08-11T16:00') };
  const late = { ...open, limit: aLimit('4 hari kerja'), due: at('2025-08-12T16:00') };
  const moved = recomputeOpen([past, late], after, anOfficeCalendar({ asOf: '2025-08-20', schedule }));
  assert.deepEqual(
    moved.map((one) => [one.due, one.because.map((step) => step.name)]),
    [[at('2025-08-13T16:00'), ['Banjir']]],
  );
});

test('a deadline that waited gets its date when its year is loaded', () => {
  const waiting = {
    ...open,
    from: at('2025-12-30T10:00'),
    limit: aLimit('3 hari kerja'),
    due: null,
  };
  const loaded = anOfficeCalendar({ asOf: '2025-09-19' });
  const [moved] = recomputeOpen([waiting], after, loaded);
  assert.equal(moved?.formerDue, null);
  assert.equal(moved?.due, at('2026-01-05T16:00'));
});
