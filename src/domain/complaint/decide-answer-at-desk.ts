import type { OfficeData } from '../office/office-data.ts';
import { actorOfHistory } from '../people/case-actor.ts';
import { awaitsApprovalAtDesk } from './answer-approval.ts';
import { type AnswerGiven, answerGiven } from './answer-given.ts';
import type { CaseState } from './case-state.ts';
import { closedEvent, type PendingSaid } from './closed-event.ts';
import type { Context } from './context.ts';
import { saysTheSame } from './decide-classify.ts';
import { decideIntake, type IntakeCommand } from './decide-intake.ts';
import { decideRegister, type RegisterCommand } from './decide-register.ts';
import { type Decision, type Refused, refuse } from './decision.ts';
import { deriveAxes } from './derive-axes.ts';
import { deskSeverity, notAtDesk } from './desk-rules.ts';
import { type EntryTime, effectiveTime, type WrittenLater } from './effective-time.ts';
import type { Classified, ComplaintEvent, Instant, Referred, TextId, Verified } from './event.ts';
import { foldCase } from './fold-case.ts';
import { gate } from './gate.ts';
import { isLateEntry } from './late-entry.ts';
import { unknownBody, unknownValue } from './office-words.ts';
import type { Outcome, Severity } from './vocabulary.ts';
import { afterEvent, withDue } from './with-due.ts';

export type AnswerAtDeskCommand = AnswerGiven &
  WrittenLater & {
    readonly text: TextId;
    readonly outcome: Outcome;
    readonly severity?: Severity | null;
    /** Changed at the desk; left out, as the office's rules say (rule 22). */
    readonly form?: CaseState['form'];
    readonly deviation?: CaseState['deviation'];
    readonly pending?: PendingSaid | null;
    readonly narrative?: TextId | null;
    /** The number, taken before this is decided and locked until the commit; left out where the case has one already. */
    readonly register?: RegisterCommand;
  };

/**
 * *Dijawab di tempat* on a case that is already written down: verified, classed, answered and closed in one act
 * (rule 4). The SOP steps between become *tidak diperlukan*.
 */
export function decideAnswerAtDesk(
  state: CaseState,
  command: AnswerAtDeskCommand,
  context: Context,
): Decision {
  const { office } = context;
  const closed = gate(state, 'answer-at-desk', context.actor);
  if (closed !== null) return closed;
  const time = effectiveTime(state, command, context);
  if (!time.ok) return time;
  const unknown = unknownValue({ severity: command.severity ?? null }, office);
  if (unknown !== null) return unknown;
  const notHere = notAtDesk(state, command, office);
  if (notHere !== null) return notHere;
  const severity = deskSeverity(state, command.severity, office);

  const events: ComplaintEvent[] = [];
  let current = state;
  const append = (event: ComplaintEvent) => {
    events.push(event);
    current = afterEvent(current, event, context);
  };
  if (command.register !== undefined && state.register === null) {
    const registered = decideRegister(current, command.register, context);
    if (!registered.ok) return registered;
    registered.events.forEach(append);
  }
  if (current.verification.completeness === null) append(withDue(current, complete(time.at), context));
  const said = classed(current, { ...command, severity }, time.at, office);
  if (!saysTheSame(current, said)) append(withDue(current, said, context));
  const waits = awaitsApprovalAtDesk(current, command.way, office, context.actor);
  if (waits !== null) return waits;
  const answered = answerGiven(command, command.text, time.said, state, context, true);
  if (!answered.ok) return answered;
  const { outcome, narrative = null } = command;
  const directed = directedElsewhere(command, time.said, office);
  if (!directed.ok) return directed;
  directed.events.forEach(append);
  append(answered.event);
  const { pending } = directed;
  const end = closedEvent(current, { outcome, closedBy: 'office', pending, narrative }, time.said, context);
  if (!end.ok) return end;
  append(end.event);
  return { ok: true, events };
}

/**
 * The commonest path of all: complaint, number, answer and outcome in one form and one key (rule 4). Without `at` the answer
 * was given at the receipt where that is now, and now where the receipt is a late entry.
 */
export function decideIntakeAtDesk(
  intake: IntakeCommand,
  answer: AnswerAtDeskCommand,
  context: Context,
): Decision {
  if (context.actor.by === 'public') return refuse({ refusal: 'staff-field', field: 'answeredAtDesk' });
  const received = decideIntake(intake, context);
  if (!received.ok) return received;
  const actor = actorOfHistory(context.actor);
  const state = foldCase(
    received.events.map((event, index) => ({ seq: index + 1, recordedAt: context.now, actor, event })),
  );
  // One visit: answered when it was received. Written down later, nobody knows when unless it is said (rules 1, 36).
  const oneVisit = !isLateEntry(state.receivedAt, context.now, context.calendar.zone);
  const at = answer.at ?? (oneVisit ? state.receivedAt : context.now);
  const late = isLateEntry(at, context.now, context.calendar.zone);
  const lateEntryReason = answer.lateEntryReason ?? (late ? intake.lateEntryReason : null) ?? null;
  const answered = decideAnswerAtDesk(state, { ...answer, at, lateEntryReason }, context);
  return answered.ok ? { ok: true, events: [...received.events, ...answered.events] } : answered;
}

function complete(at: Instant): Verified {
  return {
    type: 'verified',
    at,
    completeness: 'complete',
    missing: [],
    authority: 'own',
    text: null,
    due: [],
  };
}

/**
 * *Diarahkan* at the desk (rule 24): told that it is another body's matter, and to which he may go. Whatever else is said of a
 * result awaited is left to the ending, which takes none of it.
 */
function directedElsewhere(
  { outcome, pending = null, text }: AnswerAtDeskCommand,
  said: EntryTime,
  office: OfficeData,
):
  | { readonly ok: true; readonly events: readonly Referred[]; readonly pending: PendingSaid | null }
  | Refused {
  const body = outcome === 'out-of-authority' ? (pending?.body ?? null) : null;
  if (pending === null || body === null) return { ok: true, events: [], pending };
  const unknown = unknownBody(body, office);
  if (unknown !== null) return unknown;
  const referred: Referred = { type: 'referred', ...said, way: 'directed', body, text, reference: null };
  return { ok: true, events: [referred], pending: { ...pending, body: null } };
}

/** All that follows from service and matter by the office's rules, unless it was set beside them (rule 22). */
function classed(
  state: CaseState,
  chosen: Pick<AnswerAtDeskCommand, 'form' | 'deviation'> & { readonly severity: Severity | null },
  at: Instant,
  office: OfficeData,
): Classified {
  const { kind, service, category } = state;
  const rules = deriveAxes(state, office);
  const said = {
    ...{ kind, service, category, severity: chosen.severity, reason: null },
    oversight: state.oversight || rules.oversight.value,
    form: chosen.form ?? state.form ?? rules.form.value,
    deviation: chosen.deviation ?? state.deviation ?? rules.deviation.value,
  };
  return { type: 'classified', at, ...said, due: [] };
}
