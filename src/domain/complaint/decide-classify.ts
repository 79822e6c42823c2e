import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { judgedLimit, passedLimits } from './deadlines-of-case.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { deriveAxes, followed } from './derive-axes.ts';
import { effectiveTime, type WrittenLater } from './effective-time.ts';
import type { Classified, TextId } from './event.ts';
import { gate } from './gate.ts';
import { unknownValue } from './office-words.ts';
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
 * after a limit has passed makes nothing on time again and says why (rule 15). What is left out follows from service and
 * matter by the office's rules, unless it was set beside them (rule 22); a service that is protected by itself protects the
 * case (rule 6).
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
  const rules = deriveAxes({ service, category }, office);
  const before = deriveAxes(state, office);
  const classified: Classified = {
    type: 'classified',
    ...time.said,
    kind: command.kind ?? state.kind,
    service,
    category,
    severity:
      command.severity === undefined ? (state.severity.now ?? rules.severity.value) : command.severity,
    oversight: command.oversight ?? oversightByCategory(state, category, office),
    form:
      command.form === undefined ? followed(state.form, before.form.value, rules.form.value) : command.form,
    deviation:
      command.deviation === undefined
        ? followed(state.deviation, before.deviation.value, rules.deviation.value)
        : command.deviation,
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

/** What a verification or an intake says of the class beside its own: all that `classify` takes but its time. */
export type ClassifyBeside = Omit<ClassifyCommand, 'at' | 'lateEntryReason'>;

/**
 * The same as part of another act (rule 22): the two choices and what was changed of what follows from them. Nothing that is
 * new makes no entry; whoever may not classify, and says something of it, is refused.
 */
export function classifiedBeside(
  state: CaseState,
  command: ClassifyBeside,
  time: WrittenLater,
  context: Context,
): Decision {
  const decided = decideClassify(state, { ...command, ...time }, context);
  if (!decided.ok) return decided.refusal === 'nothing-changes' ? accept() : decided;
  const same = decided.events.every((event) => event.type === 'classified' && saysTheSame(state, event));
  return same ? accept() : decided;
}

/** Whether a class would leave everything as it is. */
export function saysTheSame(state: CaseState, said: Classified): boolean {
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
