import { DAY_MS, localDay, MINUTE_MS, startOfDay } from '../../domain/calendar/instant.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import type { AnswerAtDeskCommand } from '../../domain/complaint/decide-answer-at-desk.ts';
import type { IntakeCommand } from '../../domain/complaint/decide-intake.ts';
import type { CaseActor } from '../../domain/people/case-actor.ts';
import type { Commands, RunnableOperation } from '../../features/cases/acts/decide-operation.ts';
import { joinCases } from '../../features/cases/acts/join-cases.ts';
import { runOperation } from '../../features/cases/acts/run-operation.ts';
import type { CaseDesk } from '../../features/cases/doors/case-desk.ts';
import { intakeComplaint } from '../../features/cases/intake/intake-complaint.ts';
import type { Keeper } from '../../features/cases/vault/keeper.ts';
import type { Office } from '../../features/offices/office.read.ts';

/** One act of the year; `at` in milliseconds. Acts of all cases are played in the order of their time. */
export type DemoAct = { readonly at: number; readonly play: (stage: Stage) => Promise<void> };
export type Stage = { readonly desk: CaseDesk; readonly office: Office };

/** Tells one case: each line is an act through the real operations. */
export type Teller = {
  readonly comesIn: (at: number, actor: CaseActor, command: WriteIntake, answer?: WriteAnswer) => Teller;
  readonly does: <O extends RunnableOperation>(
    at: number,
    actor: CaseActor,
    operation: O,
    command: (keep: Keeper) => Commands[O],
  ) => Teller;
  readonly mergesInto: (at: number, actor: CaseActor, other: Teller, reason: string) => Teller;
  readonly acts: () => readonly DemoAct[];
  /** Known once it has come in. */
  readonly ticket: () => string;
};
type WriteIntake = (keep: Keeper) => Omit<IntakeCommand, 'ticket'>;
type WriteAnswer = (keep: Keeper) => Omit<AnswerAtDeskCommand, 'register'>;

export function tellCase(): Teller {
  const acts: DemoAct[] = [];
  let known: string | null = null;
  const ticket = (): string => {
    if (known === null) throw new Error('The case has not come in yet');
    return known;
  };
  const teller: Teller = {
    acts: () => acts,
    ticket,
    comesIn: (at, actor, command, answer) => {
      acts.push({
        at,
        play: async ({ desk, office }) => {
          const request = { office, actor, command, idempotency: null, ...(answer ? { answer } : {}) };
          const taken = await intakeComplaint(desk, request, at);
          if (!taken.ok) throw refused('intake', taken);
          known = taken.answer.ticket;
        },
      });
      return teller;
    },
    does: (at, actor, operation, command) => {
      acts.push({
        at,
        play: async ({ desk, office }) => {
          const ref = { ticket: ticket() };
          const free = { expectedVersion: null, idempotency: null };
          const done = await runOperation(desk, { office, ref, operation, command, actor, ...free }, at);
          if (!done.ok) throw refused(operation, done);
        },
      });
      return teller;
    },
    mergesInto: (at, actor, other, reason) => {
      acts.push({
        at,
        play: async ({ desk, office }) => {
          const free = { expectedVersion: null, idempotency: null };
          const [ref, into] = [{ ticket: ticket() }, { ticket: other.ticket() }];
          const joined = await joinCases(
            desk,
            { office, ref, into, operation: 'merge', reason, actor, ...free },
            at,
          );
          if (!joined.ok) throw refused('merge', joined);
        },
      });
      return teller;
    },
  };
  return teller;
}

function refused(operation: string, refusal: unknown): Error {
  return new Error(`The example was refused at ${operation}: ${JSON.stringify(refusal)}`);
}

/** The working days of the year before now, the last one first: `on(0, 9.5)` is 09.30 of the last of them. */
export type DemoDays = (ago: number, hour: number) => number;

export function demoDays({ calendar, zone }: Office, now: number): DemoDays {
  const days: number[] = [];
  for (let day = localDay(now, zone); days.length < 260; day -= 1) {
    // 16.00 has passed, so that a day's acts do not lie ahead of those who look at them.
    if (startOfDay(day, zone) + (DAY_MS * 2) / 3 <= now && isWorkingDay(calendar, day) === true)
      days.push(day);
    if (days.length === 0 && startOfDay(day, zone) < now - 30 * DAY_MS) {
      throw new Error('The calendar of this year is not loaded');
    }
  }
  return (ago, hour) => {
    // Not yet: the act is not played.
    if (ago < 0) return Number.POSITIVE_INFINITY;
    const day = days[Math.min(Math.round(ago), days.length - 1)];
    if (day === undefined) throw new RangeError(`No working day ${ago} days ago`);
    return startOfDay(day, zone) + Math.round(hour * 60) * MINUTE_MS;
  };
}
