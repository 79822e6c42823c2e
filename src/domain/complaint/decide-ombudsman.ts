import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import { gate } from './gate.ts';

export type OmbudsmanCommand = WrittenLater & {
  readonly reference?: string | null;
  /** True: the Ombudsman has given it back. */
  readonly returned: boolean;
};

/** The case is at the Ombudsman, or back from it: a fact beside its status (rule 26). For those who may correct a case. */
export function decideTakenToOmbudsman(
  state: CaseState,
  command: OmbudsmanCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'take-to-ombudsman', context.actor);
  if (closed !== null) return closed;
  const { returned, reference = null } = command;
  if (state.marks.atOmbudsman === !returned) return refuse({ refusal: 'nothing-changes' });
  const time = effectiveTime(state, command, context);
  return time.ok ? accept({ type: 'taken-to-ombudsman', ...time.said, reference, returned }) : time;
}
