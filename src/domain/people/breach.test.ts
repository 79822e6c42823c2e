import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wita } from '../../../test/a-complaint.ts';
import { type BreachEvent, breachRefusal, foldBreaches } from './breach.ts';
import { breachClock } from './breach-clock.ts';

const known = wita('2026-04-03T15:00');
const recorded: BreachEvent = {
  type: 'breach-recorded',
  breach: 'insiden-1',
  knownAt: known,
  happenedOn: '2026-04-02',
  people: 12,
  data: ['name', 'nik'],
  text: 'teks-1',
};
const told = (whom: 'subjects' | 'agency', at: string): BreachEvent => ({
  type: 'breach-told',
  breach: 'insiden-1',
  whom,
  toldAt: wita(at),
  text: 'teks-2',
});
const closed: BreachEvent = { type: 'breach-closed', breach: 'insiden-1', text: 'teks-3' };
const register = (...events: readonly BreachEvent[]) =>
  foldBreaches(events.map((event) => ({ event, at: wita('2026-04-06T12:00'), by: 'petugas-1' })))[0] ?? null;

test('UU 27/2022 ps. 46: 72 hours run by the clock over a weekend and a day off, and show how they were counted', () => {
  // Friday 3 April 2026 is a day off: no working day moves these hours.
  const { dueAt, steps, isOver, leftMs } = breachClock(
    { knownAt: known, told: [] },
    wita('2026-04-05T15:00'),
  );
  assert.equal(dueAt, wita('2026-04-06T15:00'));
  assert.deepEqual(
    steps.map(({ hours, at }) => [hours, at]),
    [
      [0, known],
      [24, wita('2026-04-04T15:00')],
      [48, wita('2026-04-05T15:00')],
      [72, wita('2026-04-06T15:00')],
    ],
  );
  assert.deepEqual([isOver, leftMs], [false, 24 * 3_600_000]);
});

test('UU 27/2022 ps. 46: told in time or late is judged by each of those who must be told', () => {
  const breach = register(recorded, told('subjects', '2026-04-06T14:59'), told('agency', '2026-04-06T15:01'));
  assert.ok(breach);
  const clock = breachClock(breach, wita('2026-04-09T09:00'));
  assert.deepEqual([clock.told.subjects?.late, clock.told.agency?.late, clock.isOver], [false, true, false]);
  const half = register(recorded, told('subjects', '2026-04-04T09:00'));
  assert.ok(half);
  assert.equal(
    breachClock(half, wita('2026-04-06T15:00')).isOver,
    false,
    'the last instant is still in time',
  );
  assert.equal(breachClock(half, wita('2026-04-06T15:01')).isOver, true);
});

test('a breach is closed once both were told, told once each, and after that nothing is added', () => {
  const now = wita('2026-04-06T12:00');
  assert.equal(
    breachRefusal(null, { ...recorded, knownAt: wita('2026-04-07T09:00') }, now),
    'breach-in-future',
  );
  assert.equal(breachRefusal(null, recorded, now), null);
  assert.equal(breachRefusal(null, closed, now), 'breach-unknown');
  const open = register(recorded);
  assert.equal(breachRefusal(open, told('agency', '2026-04-03T14:00'), now), 'breach-told-before-known');
  assert.equal(breachRefusal(open, told('agency', '2026-04-09T14:00'), now), 'breach-in-future');
  assert.equal(breachRefusal(open, closed, now), 'breach-not-told');
  const half = register(recorded, told('agency', '2026-04-04T09:00'));
  assert.equal(breachRefusal(half, told('agency', '2026-04-05T09:00'), now), 'breach-told-already');
  assert.equal(breachRefusal(half, closed, now), 'breach-not-told');
  const both = register(recorded, told('agency', '2026-04-04T09:00'), told('subjects', '2026-04-04T10:00'));
  assert.equal(breachRefusal(both, closed, now), null);
  const over = register(
    recorded,
    told('agency', '2026-04-04T09:00'),
    told('subjects', '2026-04-04T10:00'),
    closed,
  );
  assert.equal(breachRefusal(over, closed, now), 'breach-closed-already');
});
