import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { begunByWorking } from './decide-dispose.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AccountId, TextId } from './event.ts';
import { gate } from './gate.ts';
import { respondentNamed } from './lane-people.ts';
import { unknownUnit } from './office-words.ts';

export type HandOverCommand = WrittenLater & {
  readonly toUnit: string;
  readonly owner?: AccountId | null;
  readonly reason: TextId | null;
};

/**
 * Gives the case to another unit with a reason; to the unit it came from it is handed back. Its clocks run on; those of a
 * row of an old register that was in progress begin (rule 37).
 */
export function decideHandOver(state: CaseState, command: HandOverCommand, context: Context): Decision {
  const closed = gate(state, 'hand-over', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { toUnit, owner = null, reason } = command;
  const unknown = unknownUnit([toUnit], context.office);
  if (unknown !== null) return unknown;
  const named = respondentNamed(owner, state);
  if (named !== null) return named;
  if (toUnit === state.unit) return refuse({ refusal: 'same-unit', unit: toUnit });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const back = toUnit === state.cameFromUnit;
  const begun = begunByWorking(state, time.said, context);
  const { unit: fromUnit } = state;
  return accept(...begun, { type: 'handed-over', ...time.said, fromUnit, toUnit, owner, reason, back });
}
