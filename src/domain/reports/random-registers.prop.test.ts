import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeCalendar } from '../../../test/an-office.ts';
import { pickSeeded } from '../../../test/case-walk.ts';
import { cellsOf } from '../../../test/cells-of.ts';
import { marginsOf, naiveRecount } from '../../../test/naive-tables.ts';
import { occurrences, walkRegister } from '../../../test/register-walk.ts';
import { factTimeline } from './fact-timeline.ts';
import { parsePeriod, periodInstants } from './report-period.ts';

const PERIODS = ['2025', '2026', '2025-12', '2026-01', '2026-04', '2026-S1', '2027-12', '2025-06..2027-02'];
/** As known at these moments: in the middle of things, at the year's end, long after all. */
const KNOWN = ['2025-12-31T16:00:00.000Z', '2026-03-01T15:59:59.999Z', '2027-12-30T04:00:00.000Z'];

test('rules 11, 36, 38: registers with merges of both sides, undone merges, hand-overs and reopenings count as a pencil does', () => {
  const met = new Map<string, number>();
  for (let seed = 1; seed <= 16; seed++) {
    const lives = walkRegister({ cases: 30, steps: 40 }, pickSeeded(seed * 7919));
    for (const [one, often] of occurrences(lives)) met.set(one, (met.get(one) ?? 0) + often);
    for (const known of KNOWN) {
      const histories = lives
        .map(({ events }) => events.filter(({ recordedAt }) => recordedAt <= known))
        .filter((events) => events.length > 0);
      const timelines = histories.map((events) => factTimeline(events, officeCalendar));
      for (const text of PERIODS) {
        const period = parsePeriod(text);
        assert.ok(period);
        const { end } = periodInstants(period, 'Asia/Makassar');
        const at = new Date(Math.min(end - 1, Date.parse(known))).toISOString();
        const facts = timelines.flatMap((timeline) => {
          const standing = timeline.findLast(({ effectiveFrom }) => effectiveFrom <= at)?.fact;
          return standing !== undefined &&
            standing.receivedOn >= period.from &&
            standing.receivedOn <= period.to
            ? [standing]
            : [];
        });
        if (!facts.some(({ counted }) => counted)) met.set('no case', (met.get('no case') ?? 0) + 1);
        const counted = marginsOf(cellsOf(facts, at));
        assert.deepEqual(
          counted,
          naiveRecount(histories, period, at),
          `seed ${seed}, ${text} as of ${known}`,
        );
      }
    }
  }
  for (const [one, often] of met) assert.ok(often >= 3, `${one} happened ${often} times`);
});
