import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { TextId } from './event.ts';
import { gate } from './gate.ts';

/**
 * Rule 31: the text of a duty that is done before the public, such as an apology, goes out once the coordinator has approved
 * it. He reads the text, which names service and day only (rule 30), not the case. Until the duty is done he may approve another.
 */
export function decideApproveDuty(
  state: CaseState,
  command: { readonly duty: string; readonly text: TextId },
  context: Context,
): Decision {
  const closed = gate(state, 'approve-duty', context.actor);
  if (closed !== null) return closed;
  const { duty, text } = command;
  const open = state.duties.find((one) => one.duty === duty && !one.fulfilled);
  if (open === undefined || !isPublic(duty, context.office)) return refuse({ refusal: 'unknown-duty', duty });
  return accept({ type: 'duty-approved', at: context.now, duty, text });
}

/** Whether a text of this open duty goes out and may still be approved. */
export function awaitsText({ duty, fulfilled }: CaseState['duties'][number], office: OfficeData): boolean {
  return !fulfilled && isPublic(duty, office);
}

/** Whether this duty is done before the public; one that the office's files no longer know counts so (rule 31). */
export function isPublic(duty: string, { duties }: Pick<OfficeData, 'duties'>): boolean {
  return duties.find(({ key }) => key === duty)?.publishes ?? true;
}

/** The text that may go out, of the duty that was opened first; null as long as nobody approved one. */
export function approvedTextOf({ duties }: CaseState): TextId | null {
  return duties.find(({ approved }) => approved !== undefined)?.approved ?? null;
}

/**
 * Rule 31: whether an apology about this case still awaits its approval. Where no finding obliges the office to one, its issue by
 * whoever releases to the public is the approval.
 */
export function apologyAwaits(
  state: CaseState,
  { may }: Pick<CaseActor, 'may'>,
  office: Pick<OfficeData, 'duties'>,
): boolean {
  if (approvedTextOf(state) !== null) return false;
  return state.duties.some(({ duty }) => isPublic(duty, office)) || !may.has('publication/approve');
}
