import { applyEvent } from '../../domain/complaint/apply-event.ts';
import type { CaseState } from '../../domain/complaint/case-state.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import { readableJson } from '../../features/cases/history/readable-json.ts';
import type { FactHistory } from './fact-history.ts';
import { type Fill, fillable } from './fillable.ts';
import type { PlannedPerson, PlannedText, WrittenAct, WrittenCase } from './write-history.ts';

/** A history from which cases are made: its placeholders are filled, its instants get seconds of their own. */
export type Template = {
  readonly texts: readonly PlannedText[];
  readonly people: readonly PlannedPerson[];
  /** 'a', or 'b' for the second case of a story. */
  readonly name: string;
  /** When it was first recorded, in milliseconds. */
  readonly receivedAt: number;
  /** Milliseconds; infinity where the case has no number yet. */
  readonly registeredAt: number;
  readonly fill: Fill<FilledTemplate>;
};
export type FilledTemplate = {
  readonly acts: readonly {
    readonly recordedAt: string;
    readonly registers: boolean;
    /** The exact texts of its entries. */
    readonly bodies: readonly string[];
  }[];
  /** Folded from all of them. */
  readonly state: CaseState;
  /** The state as it is written. */
  readonly text: string;
  readonly facts: FactHistory;
};

/**
 * Folds a history, writes its entries and works out its facts once for all cases that are made after it: ids, numbers
 * and seconds are carried by the fold as they are, so that filling them in afterwards gives the same.
 */
export function openTemplate(
  { acts, texts, people }: WrittenCase,
  factsOf: (acts: readonly WrittenAct[]) => FactHistory,
): Template {
  let state: CaseState | null = null;
  for (const { actor, recordedAt, events } of acts) {
    for (const event of events) {
      const seq: number = (state?.version ?? 0) + 1;
      state = applyEvent(state, { seq, recordedAt, actor: actorOfHistory(actor), event });
    }
  }
  if (state === null) throw new Error('A history without events');
  const written = acts.map(({ actor, recordedAt, events }) => ({
    recordedAt,
    registers: events.some(({ type }) => type === 'registered'),
    bodies: events.map((event) => readableJson({ actor: actorOfHistory(actor), event })),
  }));
  const registered = written.find(({ registers }) => registers);
  return {
    texts,
    people,
    receivedAt: Date.parse(acts[0]?.recordedAt ?? ''),
    name: state.ticket === '@ka@' ? 'a' : 'b',
    registeredAt: registered === undefined ? Number.POSITIVE_INFINITY : Date.parse(registered.recordedAt),
    fill: fillable<FilledTemplate>({ acts: written, state, text: readableJson(state), facts: factsOf(acts) }),
  };
}
