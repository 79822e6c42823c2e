import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision } from './decision.ts';
import { timeAfterAnswer, type WrittenLater } from './effective-time.ts';
import { gate } from './gate.ts';

export type ConfirmCommand = WrittenLater;

/** The complainant says that it is settled: a fact of its own beside state and outcome (law 4). */
export function decideConfirm(state: CaseState, command: ConfirmCommand, context: Context): Decision {
  const closed = gate(state, 'confirm', context.actor);
  if (closed !== null) return closed;
  const time = timeAfterAnswer(state, command, context);
  return time.ok ? accept({ type: 'confirmed', ...time.said }) : time;
}
