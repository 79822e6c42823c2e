import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anOffice, officeCalendar } from '../../../test/an-office.ts';
import { walkCase } from '../../../test/case-walk.ts';
import { applyEvent } from './apply-event.ts';
import { endByItself } from './end-by-itself.ts';
import { instantMs, instantOf } from './instant-ms.ts';

const DAY = 86_400_000;
const aPick = fc.infiniteStream(fc.nat(1_000_000)).map((numbers) => (n: number) => {
  const { value } = numbers.next();
  return Number(value) % n;
});

test('rules 19, 26: whatever happened to a case, time ends it only after proof, once, and leaves a state that may stand', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.nat(18), fc.nat(90), aPick, (steps, days, pick) => {
      const { state, events } = walkCase(steps, pick);
      const last = events.at(-1)?.recordedAt ?? state.recordedAt;
      const now = instantOf(instantMs(last) + days * DAY);
      const context = { now, office: anOffice(), calendar: officeCalendar };
      const decided = endByItself(state, events, context);
      if (decided === null) return;
      seen += 1;
      const [event] = decided.events;
      assert.ok(event?.type === 'closed' || event?.type === 'withdrawn');
      if (event.type === 'closed') assert.notEqual(state.answer?.deliveredAt ?? null, null);
      else {
        assert.notEqual(state.verification.noticeProvenAt, null);
        assert.equal(state.marks.anonymous, false);
      }
      const actor = { by: 'system', account: null, role: null } as const;
      const after = applyEvent(state, { seq: state.version + 1, recordedAt: now, actor, event });
      assert.equal(after.status, 'closed');
      assert.equal(endByItself(after, events, context), null, 'never twice');
    }),
    { numRuns: 1_000, seed: 19 },
  );
  assert.ok(seen > 3, `the walk came to it ${seen} times`);
});
