import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeCalendar } from '../../../test/an-office.ts';
import { pickSeeded, someSeed, walkCase } from '../../../test/case-walk.ts';
import { factOf } from './fact-of-case.ts';
import { datedActs } from './fact-of-dated-acts.ts';
import { factTimeline } from './fact-timeline.ts';

function property(check: (walk: ReturnType<typeof walkCase>) => void): void {
  fc.assert(
    fc.property(someSeed, fc.nat(80), (seed, length) => check(walkCase(length, pickSeeded(seed)))),
    { numRuns: 120 },
  );
}

test('the segments follow each other without gap or overlap, from the receipt on, the last one open', () => {
  property(({ events, state }) => {
    const segments = factTimeline(events, officeCalendar);
    assert.equal(segments[0]?.effectiveFrom, state.receivedAt);
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      assert.equal(segment.effectiveTo, next?.effectiveFrom ?? null);
      if (segment.effectiveTo !== null) assert.ok(segment.effectiveFrom < segment.effectiveTo);
    }
  });
});

test('neighbouring segments differ, and the last one is the fact of the case as it is', () => {
  property(({ events, state }) => {
    const segments = factTimeline(events, officeCalendar);
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (next !== undefined) assert.notDeepEqual(segment.fact, next.fact);
    }
    assert.deepEqual(segments.at(-1)?.fact, factOf(state, officeCalendar, datedActs(events, officeCalendar)));
  });
});

test('what a case is stands over its whole timeline, only what became of it changes', () => {
  property(({ events }) => {
    const segments = factTimeline(events, officeCalendar);
    const fixed = segments.map(({ fact }) => {
      const {
        kind,
        channel,
        service,
        place,
        receivedOn,
        precision,
        counted,
        cancelled,
        protected: hidden,
      } = fact;
      return { kind, channel, service, place, receivedOn, precision, counted, cancelled, hidden };
    });
    for (const one of fixed) assert.deepEqual(one, fixed[0]);
  });
});

test('at every moment an answer that the fact knows has been given by then', () => {
  let answered = 0;
  property(({ events }) => {
    for (const { effectiveFrom, fact } of factTimeline(events, officeCalendar)) {
      if (fact.answeredAt !== null) assert.ok(fact.answeredAt <= effectiveFrom);
      answered += Number(fact.answeredAt !== null);
      if (fact.closedAt !== null) assert.ok(fact.closedAt <= effectiveFrom);
      assert.equal(fact.closedAt !== null, fact.outcome !== null);
      if (fact.answerWorkingDays !== null) assert.ok(fact.answerWorkingDays >= 0);
    }
  });
  assert.ok(answered > 0, 'no life was answered');
});
