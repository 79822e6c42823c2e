import type { Calendar } from '../../domain/calendar/calendar.ts';
import { applyEvent } from '../../domain/complaint/apply-event.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import type { Context } from '../../domain/complaint/context.ts';
import type { Decision } from '../../domain/complaint/decision.ts';
import type { ComplaintEvent, RecordedEvent } from '../../domain/complaint/event.ts';
import { instantOf } from '../../domain/complaint/instant-ms.ts';
import type { OfficeData } from '../../domain/office/office-data.ts';
import { actorOfHistory, type CaseActor } from '../../domain/people/case-actor.ts';
import type { TextPurpose } from '../../features/cases/vault/keeper.ts';
import type { Person, PersonPart } from '../../features/cases/vault/person.ts';
import type { Random } from '../invented/open-random.ts';

/** What was recorded at once, by one person. */
export type WrittenAct = {
  readonly actor: CaseActor;
  readonly recordedAt: string;
  readonly events: readonly ComplaintEvent[];
};
/** Put away when the act with this number is recorded; written anew for each case made after this history. */
export type PlannedText = {
  readonly id: string;
  readonly act: number;
  readonly purpose: TextPurpose;
  readonly write: (random: Random) => string;
};
export type PlannedPerson = {
  readonly id: string;
  readonly act: number;
  readonly part: PersonPart;
  readonly invent: (random: Random) => Person;
};

/** One case's whole life as the real decisions gave it. */
export type WrittenCase = {
  readonly acts: readonly WrittenAct[];
  readonly texts: readonly PlannedText[];
  readonly people: readonly PlannedPerson[];
};

/** Writes a history through the decisions of the core; what they refuse is a fault of whoever planned it. */
export type Pen = {
  readonly act: (
    at: number,
    actor: CaseActor,
    decide: (state: CaseState, context: Context) => Decision,
  ) => void;
  readonly begin: (at: number, actor: CaseActor, decide: (context: Context) => Decision) => void;
  /** Events of a decision made elsewhere (the other half of a merge). */
  readonly append: (at: number, actor: CaseActor, events: readonly ComplaintEvent[]) => void;
  readonly text: (purpose: TextPurpose, write: (random: Random) => string) => string;
  readonly person: (part: PersonPart, invent: (random: Random) => Person) => string;
  readonly state: () => CaseState;
  readonly written: () => WrittenCase;
};

/** `name` tells the placeholders of two cases of one story apart. */
export function takePen(name: string, office: OfficeData, calendar: Calendar): Pen {
  const acts: WrittenAct[] = [];
  const texts: PlannedText[] = [];
  const people: PlannedPerson[] = [];
  let current: CaseState | null = null;

  const state = (): CaseState => {
    if (current === null) throw new Error('Nothing has been received yet');
    return current;
  };
  const contextAt = (at: number, actor: CaseActor): Context => ({
    now: instantOf(at),
    office,
    calendar,
    actor,
  });
  const append = (at: number, actor: CaseActor, events: readonly ComplaintEvent[]): void => {
    const recordedAt = instantOf(at);
    for (const event of events) {
      const recorded: RecordedEvent = {
        seq: (current?.version ?? 0) + 1,
        recordedAt,
        actor: actorOfHistory(actor),
        event,
      };
      current = applyEvent(current, recorded);
    }
    acts.push({ actor, recordedAt, events });
  };
  const accept = (at: number, actor: CaseActor, decision: Decision): void => {
    if (!decision.ok) throw new Error(`An invented history was refused: ${JSON.stringify(decision)}`);
    append(at, actor, decision.events);
  };
  return {
    begin: (at, actor, decide) => accept(at, actor, decide(contextAt(at, actor))),
    act: (at, actor, decide) => accept(at, actor, decide(state(), contextAt(at, actor))),
    append,
    text: (purpose, write) => {
      const id = `@t${name}${texts.length}@`;
      texts.push({ id, act: acts.length, purpose, write });
      return id;
    },
    person: (part, invent) => {
      const id = `@p${name}${people.length}@`;
      people.push({ id, act: acts.length, part, invent });
      return id;
    },
    state,
    written: () => ({ acts, texts, people }),
  };
}

/** The case as it was when only its first acts had been recorded. */
export function cutAfter(written: WrittenCase, acts: number): WrittenCase {
  return {
    acts: written.acts.slice(0, acts),
    texts: written.texts.filter((text) => text.act < acts),
    people: written.people.filter((person) => person.act < acts),
  };
}
