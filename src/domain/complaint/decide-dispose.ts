import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AccountId, At, ComplaintEvent, TextId, Verified } from './event.ts';
import { gate } from './gate.ts';
import { respondentNamed } from './lane-people.ts';
import { unknownUnit } from './office-words.ts';
import { withDue } from './with-due.ts';

export type DisposeCommand = WrittenLater & {
  readonly unit: string;
  readonly otherUnits?: readonly string[];
  readonly owner?: AccountId | null;
  readonly instructions?: TextId | null;
};

/**
 * *Disposisi* to a unit. Whoever gives a case to a unit without a verification before it accepts it as complete and
 * within authority, and that is written down (UU 25/2009 ps. 44); an urgent case goes first, its papers follow (rule 5).
 */
export function decideDispose(state: CaseState, command: DisposeCommand, context: Context): Decision {
  const closed = gate(state, 'dispose', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const otherUnits = (command.otherUnits ?? []).filter((unit) => unit !== command.unit);
  const unknown = unknownUnit([command.unit, ...otherUnits], context.office);
  if (unknown !== null) return unknown;
  const named = respondentNamed(command.owner, state);
  if (named !== null) return named;
  const disposed: ComplaintEvent = {
    type: 'disposed',
    ...time.said,
    unit: command.unit,
    otherUnits,
    owner: command.owner ?? null,
    instructions: command.instructions ?? null,
  };
  return accept(...acceptedByGiving(state, time.said, context), disposed);
}

/**
 * The verification of who gives a case to a unit without one; of an urgent case the papers follow (rule 5). A row of an
 * old register always has it: from here on it is counted, from its old receipt (rule 37).
 */
function acceptedByGiving(
  state: CaseState,
  said: At,
  context: Context,
  authority: Verified['authority'] = 'own',
): readonly ComplaintEvent[] {
  const old = state.provenance === 'register-lama';
  if (state.verification.completeness !== null || (state.marks.urgent && !old)) return [];
  const verified: Verified = {
    type: 'verified',
    ...said,
    completeness: 'complete',
    missing: [],
    authority,
    text: null,
    due: [],
  };
  return [withDue(state, verified, context)];
}

/**
 * What a hand-over, an answer or a way out of house says beside it of a row of an old register whose clocks nobody has begun
 * (rules 24, 37).
 */
export function begunByWorking(
  state: CaseState,
  said: At,
  context: Context,
  authority?: Verified['authority'],
): readonly ComplaintEvent[] {
  return state.provenance === 'register-lama' ? acceptedByGiving(state, said, context, authority) : [];
}
