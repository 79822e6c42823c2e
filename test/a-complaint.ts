import type { Calendar } from '../src/domain/calendar/calendar.ts';
import { applyEvent } from '../src/domain/complaint/apply-event.ts';
import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { Context } from '../src/domain/complaint/context.ts';
import { type AnswerCommand, decideAnswer } from '../src/domain/complaint/decide-answer.ts';
import {
  type AnswerAtDeskCommand,
  decideAnswerAtDesk,
} from '../src/domain/complaint/decide-answer-at-desk.ts';
import { type ClassifyCommand, decideClassify } from '../src/domain/complaint/decide-classify.ts';
import { type CloseCommand, decideClose } from '../src/domain/complaint/decide-close.ts';
import { type DisposeCommand, decideDispose } from '../src/domain/complaint/decide-dispose.ts';
import { decideFile } from '../src/domain/complaint/decide-file.ts';
import { decideFollowUp } from '../src/domain/complaint/decide-follow-up.ts';
import { decideForward } from '../src/domain/complaint/decide-forward.ts';
import { decideIntake, type IntakeCommand } from '../src/domain/complaint/decide-intake.ts';
import { decideRegister, registrationYear } from '../src/domain/complaint/decide-register.ts';
import { decideReopen } from '../src/domain/complaint/decide-reopen.ts';
import { decideSubmitAnswer } from '../src/domain/complaint/decide-submit-answer.ts';
import { decideVerify, type VerifyCommand } from '../src/domain/complaint/decide-verify.ts';
import type { Decision } from '../src/domain/complaint/decision.ts';
import type { Instant, RecordedEvent } from '../src/domain/complaint/event.ts';
import { instantMs, instantOf } from '../src/domain/complaint/instant-ms.ts';
import type { OfficeData } from '../src/domain/office/office-data.ts';
import { actorOfHistory, type CaseActor } from '../src/domain/people/case-actor.ts';
import { PERMISSIONS } from '../src/domain/people/permissions.ts';
import { anOffice, officeCalendar } from './an-office.ts';
import { at } from './office-calendar.ts';

/** Somebody of the staff who may do everything, unless told otherwise. */
export function anActor(over: Partial<CaseActor> = {}): CaseActor {
  const all = new Set(PERMISSIONS);
  return { by: 'staff', account: 'petugas-1', role: 'semua', may: all, units: [], deputyOf: [], ...over };
}

/** `2026-03-02T09:00` in WITA as the history writes it. */
export function wita(text: string): Instant {
  return instantOf(at(text));
}

export type ComplaintOptions = {
  readonly office?: OfficeData;
  readonly calendar?: Calendar;
  readonly actor?: CaseActor;
  /** In which units an account works; left out: everybody is known and works in none. */
  readonly unitsOf?: NonNullable<Context['unitsOf']>;
};

type Decide = (state: CaseState, context: Context) => Decision;

/**
 * A complaint that is written step by step through the real decisions, a minute apart unless `at` sets the time:
 * `aComplaint().received().registered().disposed().events()`. A refused step throws its refusal.
 */
export interface ComplaintBuilder {
  at(local: string): ComplaintBuilder;
  by(actor: CaseActor): ComplaintBuilder;
  received(over?: Partial<IntakeCommand>): ComplaintBuilder;
  registered(): ComplaintBuilder;
  verified(over?: Partial<VerifyCommand>): ComplaintBuilder;
  classified(command?: ClassifyCommand): ComplaintBuilder;
  forwarded(): ComplaintBuilder;
  disposed(over?: Partial<DisposeCommand>): ComplaintBuilder;
  followedUp(): ComplaintBuilder;
  submitted(): ComplaintBuilder;
  answered(over?: Partial<AnswerCommand>): ComplaintBuilder;
  answeredAtDesk(over?: Partial<AnswerAtDeskCommand>): ComplaintBuilder;
  closed(over?: Partial<CloseCommand>): ComplaintBuilder;
  reopened(): ComplaintBuilder;
  filed(): ComplaintBuilder;
  /** Any other operation. */
  does(decide: Decide): ComplaintBuilder;
  /** What an operation would decide now, without doing it. */
  decide(decide: Decide): Decision;
  context(): Context;
  state(): CaseState;
  events(): readonly RecordedEvent[];
}

export function aComplaint(options: ComplaintOptions = {}): ComplaintBuilder {
  const { office = anOffice(), calendar = officeCalendar } = options;
  return build({
    office,
    calendar,
    actor: options.actor ?? anActor(),
    unitsOf: options.unitsOf ?? (() => []),
    now: instantMs(wita('2026-03-02T09:00')),
    events: [],
    state: null,
  });
}

type Draft = {
  readonly office: OfficeData;
  readonly calendar: Calendar;
  readonly actor: CaseActor;
  readonly unitsOf: NonNullable<Context['unitsOf']>;
  readonly now: number;
  readonly events: readonly RecordedEvent[];
  readonly state: CaseState | null;
};

const MINUTE_MS = 60_000;

function build(draft: Draft): ComplaintBuilder {
  const context = (): Context => ({
    now: instantOf(draft.now),
    office: draft.office,
    calendar: draft.calendar,
    actor: draft.actor,
    unitsOf: draft.unitsOf,
  });
  const state = (): CaseState => {
    if (draft.state === null) throw new Error('Nothing has been received yet');
    return draft.state;
  };
  const append = (decision: Decision): ComplaintBuilder => {
    if (!decision.ok) throw new Error(JSON.stringify(decision));
    let current = draft.state;
    const events = [...draft.events];
    for (const event of decision.events) {
      const recorded: RecordedEvent = {
        seq: events.length + 1,
        recordedAt: instantOf(draft.now),
        actor: actorOfHistory(draft.actor),
        event,
      };
      current = applyEvent(current, recorded);
      events.push(recorded);
    }
    return build({ ...draft, now: draft.now + MINUTE_MS, events, state: current });
  };
  const step = (decide: Decide): ComplaintBuilder => append(decide(state(), context()));

  return {
    at: (local) => build({ ...draft, now: instantMs(wita(local)) }),
    by: (actor) => build({ ...draft, actor }),
    received: (over = {}) => {
      const base: IntakeCommand = {
        ticket: 'CTH-AAAA-BBBB',
        kind: 'pengaduan',
        channel: 'loket',
        matter: 'isi-1',
        service: 'pbi-jk',
        reporters: [{ identity: 'pelapor-1', as: 'self' }],
      };
      return append(decideIntake({ ...base, ...over }, context()));
    },
    registered: () =>
      step((now, ctx) => {
        const year = registrationYear(ctx);
        return decideRegister(now, { year, no: 1, printed: `1/${year}` }, ctx);
      }),
    verified: (over = {}) =>
      step((now, ctx) => decideVerify(now, { completeness: 'complete', authority: 'own', ...over }, ctx)),
    classified: (command = { severity: 'light' }) => step((now, ctx) => decideClassify(now, command, ctx)),
    forwarded: () => step((now, ctx) => decideForward(now, {}, ctx)),
    disposed: (over = {}) => step((now, ctx) => decideDispose(now, { unit: 'linjamsos', ...over }, ctx)),
    followedUp: () => step((now, ctx) => decideFollowUp(now, { entry: 'note', text: 'catatan-1' }, ctx)),
    submitted: () => step((now, ctx) => decideSubmitAnswer(now, { text: 'jawaban-1' }, ctx)),
    answered: (over = {}) =>
      step((now, ctx) => decideAnswer(now, { way: 'oral', text: 'jawaban-1', ...over }, ctx)),
    answeredAtDesk: (over = {}) =>
      step((now, ctx) =>
        decideAnswerAtDesk(now, { way: 'oral', text: 'jawaban-1', outcome: 'explained', ...over }, ctx),
      ),
    closed: (over = {}) => step((now, ctx) => decideClose(now, { outcome: 'resolved', ...over }, ctx)),
    reopened: () => step((now, ctx) => decideReopen(now, { reason: 'alasan-1' }, ctx)),
    filed: () => step((now, ctx) => decideFile(now, {}, ctx)),

    does: step,
    decide: (decide) => decide(state(), context()),
    context,
    state,
    events: () => draft.events,
  };
}
