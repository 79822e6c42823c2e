import type { Actor, ComplaintEvent } from '../../domain/complaint/event.ts';
import { actorOfHistory } from '../../domain/people/case-actor.ts';
import type { FactHistory } from './fact-history.ts';
import { STORY_SECONDS_MS } from './story-setting.ts';
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
  readonly fill: (values: ReadonlyMap<string, string>) => FilledTemplate;
};
export type FilledTemplate = {
  readonly acts: readonly {
    readonly actor: Actor;
    readonly recordedAt: string;
    readonly events: readonly ComplaintEvent[];
  }[];
  readonly facts: FactHistory;
};

/** Seconds as they stand in every instant of a history until it is filled. */
export const SECONDS_PLACEHOLDER = `${String(STORY_SECONDS_MS / 1000)}Z`;
const PLACEHOLDERS = /(@[a-z]+\d*@|98765432\d|31\.417Z)/;

export function openTemplate(
  { acts, texts, people }: WrittenCase,
  factsOf: (acts: readonly WrittenAct[]) => FactHistory,
): Template {
  const plain = acts.map(({ actor, recordedAt, events }) => ({
    actor: actorOfHistory(actor),
    recordedAt,
    events,
  }));
  // Odd places hold placeholders.
  const parts = JSON.stringify({ acts: plain, facts: factsOf(acts) }).split(PLACEHOLDERS);
  const registered = acts.find((act) => act.events.some((event) => event.type === 'registered'));
  return {
    texts,
    people,
    receivedAt: Date.parse(acts[0]?.recordedAt ?? ''),
    name: parts.includes('@ka@') ? 'a' : 'b',
    registeredAt: registered === undefined ? Number.POSITIVE_INFINITY : Date.parse(registered.recordedAt),
    fill: (values) => {
      let text = '';
      for (let index = 0; index < parts.length; index += 1) {
        const part = parts[index] ?? '';
        text += index % 2 === 0 ? part : (values.get(part) ?? missing(part));
      }
      const filled: FilledTemplate = JSON.parse(text);
      return filled;
    },
  };
}

function missing(placeholder: string): never {
  throw new Error(`Nothing stands for ${placeholder} in an invented history`);
}
