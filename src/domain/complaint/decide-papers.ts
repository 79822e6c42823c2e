import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { AttachmentId, FormReadBack, TextId } from './event.ts';
import { gate } from './gate.ts';

export type DeferDocumentCommand = {
  readonly step: number;
  readonly document: string;
  readonly promisedBy: TextId | null;
};

/**
 * A paper that somebody else must bring comes later: the step may finish, the paper stays on the list under the name
 * of who promised it (rule 23). For those who may correct a case. Its door will be the papers of a step on the case page,
 * where files can be put in: a paper that nobody could ever hand in would stand on that list for good.
 */
export function decideDeferDocument(
  state: CaseState,
  command: DeferDocumentCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'correct', context.actor);
  if (closed !== null) return closed;
  const { step, document, promisedBy } = command;
  if (promisedBy === null) return refuse({ refusal: 'reason-required' });
  return accept({ type: 'document-deferred', at: context.now, step, document, promisedBy });
}

export type ReceiveDocumentCommand = WrittenLater & {
  readonly step?: number | null;
  readonly document: string;
  readonly attachment: AttachmentId;
};

/** The paper is there, as a file. For those who may correct a case; its door is that of `decideDeferDocument`. */
export function decideReceiveDocument(
  state: CaseState,
  command: ReceiveDocumentCommand,
  context: Context,
): Decision {
  const closed = gate(state, 'correct', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const { step = null, document, attachment } = command;
  return accept({ type: 'document-received', ...time.said, step, document, attachment });
}

export type ReadBackCommand = WrittenLater & {
  readonly way: FormReadBack['way'];
  readonly scan?: AttachmentId | null;
};

/** The form was read back and signed, thumb-printed, or read back by phone; the scan is attached (rule 7). */
export function decideReadBack(state: CaseState, command: ReadBackCommand, context: Context): Decision {
  const closed = gate(state, 'read-back', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  return accept({ type: 'form-read-back', ...time.said, way: command.way, scan: command.scan ?? null });
}
