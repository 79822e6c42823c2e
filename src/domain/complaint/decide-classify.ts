import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { judgedLimit, passedLimits } from './deadlines-of-case.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { Classified, TextId } from './event.ts';
import { gate } from './gate.ts';
import { findService, unknownValue } from './office-words.ts';
import { oversightByCategory } from './oversight-by-category.ts';
import { markByService } from './protected-by-service.ts';
import type { Kind, Severity } from './vocabulary.ts';
import { withDue } from './with-due.ts';

/** What is left out stays as it is. */
export type ClassifyCommand = WrittenLater & {
  readonly kind?: Kind;
  readonly service?: string | null;
  readonly category?: string | null;
  readonly severity?: Severity | null;
  readonly oversight?: boolean;
  readonly form?: 'a' | 'b' | 'c' | null;
  readonly deviation?: 'informatif' | 'penyimpangan' | null;
  /** Required when class or kind changes after a limit has passed (rule 15). */
  readonly reason?: TextId | null;
};

/**
 * Kind, subject, class, oversight. The first class stays the one that on-time is judged by; a change of it or of the kind
 * after a limit has passed makes nothing on time again and says why (rule 15). Oversight follows the category unless it is set; a service
 * that is protected by itself protects the case (rule 6).
 */
export function decideClassify(state: CaseState, command: ClassifyCommand, context: Context): Decision {
  const closed = gate(state, 'classify', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const unknown = unknownValue(command, context.office);
  if (unknown !== null) return unknown;
  const { office } = context;
  const service = command.service === undefined ? state.service : command.service;
  const category = command.category === undefined ? state.category : command.category;
  const derived = state.severity.now ?? findService(office, service)?.severity ?? null;
  const classified: Classified = {
    type: 'classified',
    ...time.said,
    kind: command.kind ?? state.kind,
    service,
    category,
    severity: command.severity === undefined ? derived : command.severity,
    oversight: command.oversight ?? oversightByCategory(state, category, office),
    form: command.form === undefined ? state.form : command.form,
    deviation: command.deviation === undefined ? state.deviation : command.deviation,
    reason: command.reason ?? null,
    due: [],
  };
  // Nothing chosen, nothing known: that is no class.
  const isKnown = service !== null || category !== null || classified.severity !== null;
  if (!isKnown && saysTheSame(state, classified)) return refuse({ refusal: 'nothing-changes' });
  const dueAt = judgedLimit(state)?.dueAt ?? null;
  const another = state.severity.first !== null && classified.severity !== state.severity.now;
  const tooLate =
    (another && dueAt !== null && time.at > dueAt) ||
    (classified.kind !== state.kind && passedLimits(state, context.now).length > 0);
  if (tooLate && classified.reason === null) return refuse({ refusal: 'reason-required' });
  const event = withDue(state, classified, context);
  return accept(event, ...markByService(state, service, time.said, office));
}

function saysTheSame(state: CaseState, said: Classified): boolean {
  return (
    said.kind === state.kind &&
    said.service === state.service &&
    said.category === state.category &&
    said.severity === state.severity.now &&
    said.oversight === state.oversight &&
    said.form === state.form &&
    said.deviation === state.deviation
  );
}
