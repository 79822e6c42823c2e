import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime } from './effective-time.ts';
import type { AccountId, Instant, TextId } from './event.ts';
import { gate } from './gate.ts';
import { respondentNamed } from './lane-people.ts';
import { unknownUnit } from './office-words.ts';

export type HandOverCommand = {
  readonly toUnit: string;
  readonly owner?: AccountId | null;
  readonly reason: TextId | null;
  readonly at?: Instant;
};

/** Gives the case to another unit with a reason; to the unit it came from it is handed back. Its clocks run on. */
export function decideHandOver(state: CaseState, command: HandOverCommand, context: Context): Decision {
  const closed = gate(state, 'hand-over', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command.at, context.now);
  if (!time.ok) return time;
  const { toUnit, owner = null, reason } = command;
  const unknown = unknownUnit([toUnit], context.office);
  if (unknown !== null) return unknown;
  const named = respondentNamed(owner, state);
  if (named !== null) return named;
  if (toUnit === state.unit) return refuse({ refusal: 'same-unit', unit: toUnit });
  if (reason === null) return refuse({ refusal: 'reason-required' });
  const back = toUnit === state.cameFromUnit;
  return accept({ type: 'handed-over', at: time.at, fromUnit: state.unit, toUnit, owner, reason, back });
}
