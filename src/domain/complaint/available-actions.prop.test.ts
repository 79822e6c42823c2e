import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anOffice } from '../../../test/an-office.ts';
import { pickSeeded, someSeed, WALKERS, walkCase } from '../../../test/case-walk.ts';
import { decideSensibly } from '../../../test/operation-call.ts';
import { isRespondent } from '../people/may.ts';
import { availableActions } from './available-actions.ts';
import type { Context } from './context.ts';
import { CASE_OPERATIONS } from './operation-table.ts';
import type { RefusalCode } from './refusal.ts';

/** Refusals about who asks and how the case stands; all others are about what was entered or when. */
const GATE: ReadonlySet<RefusalCode> = new Set([
  'not-permitted',
  'respondent-shut-out',
  'not-a-reader',
  'not-your-unit',
  'wrong-status',
  'case-cancelled',
  'case-merged',
  'not-now',
  'not-a-reviewer',
  'not-an-investigator',
  'already-registered',
  'imported-row-takes-no-number',
  'no-transfer-to-confirm',
  'not-at-desk',
]);

test('an action is listed exactly when its operation is not refused for person or status', () => {
  fc.assert(
    fc.property(someSeed, fc.nat(40), (seed, length) => {
      const pick = pickSeeded(seed);
      const { state, steps } = walkCase(length, pick);
      const last = steps.at(-1);
      if (last === undefined) return;
      for (const actor of WALKERS) {
        const context: Context = { ...last.context, actor };
        const listed: readonly string[] = availableActions(state, actor, last.context.office).map(
          (one) => one.operation,
        );
        for (const operation of CASE_OPERATIONS) {
          const decision = decideSensibly(operation, state, context, pickSeeded(7));
          const mute = operation === 'acknowledge' || operation === 'send-message';
          const shut =
            !decision.ok && (GATE.has(decision.refusal) || (mute && decision.refusal === 'no-safe-contact'));
          assert.equal(listed.includes(operation), !shut, `${operation} ${JSON.stringify(decision)}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('rule 28: no random life ever lets the terlapor or his deputy do anything', () => {
  let met = 0;
  fc.assert(
    fc.property(someSeed, fc.nat(60), (seed, length) => {
      const { steps } = walkCase(length, pickSeeded(seed));
      for (const { before } of steps) {
        for (const actor of WALKERS) {
          if (!isRespondent(actor, before)) continue;
          met += 1;
          assert.deepEqual(availableActions(before, actor, anOffice()), []);
        }
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(met > 0, 'nobody who walks was complained of');
});
