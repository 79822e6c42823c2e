import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { ComplaintEvent } from '../../../domain/complaint/event.ts';
import type { FactValue } from './event-fact.ts';
import { type FactSetting, factWords } from './fact-words.presenter.ts';
import { tellEvent } from './tell-event.ts';

export type EventFact = { readonly field: string; readonly label: string; readonly value: string };

export type EventWords = {
  readonly what: string;
  /** What was written; null when nothing was, or it is erased. */
  readonly text: string | null;
  readonly facts: readonly EventFact[];
};

/** What stands beside the timeline, as it is now. */
export type Standing = Pick<
  CaseState,
  | 'kind'
  | 'channel'
  | 'service'
  | 'category'
  | 'place'
  | 'happenedOn'
  | 'sourceNumber'
  | 'matter'
  | 'safeContact'
>;

/** One entry in words for whoever may read the case: its sentence, what was written and every other field of it. */
export function eventWords(event: ComplaintEvent, setting: FactSetting, now: Standing): EventWords {
  const { key, fields } = tellEvent(event);
  const details: FactValue[] = [];
  const facts: EventFact[] = [];
  let text: string | null = null;
  for (const [field, told] of Object.entries(fields)) {
    if (told.in === 'sentence' && told.detail !== null) details.push(told.detail);
    if (told.in === 'text' && told.id !== null) text = setting.textOf(told.id);
    if (told.in !== 'facts' || told.values.length === 0) continue;
    if (event.type === 'received' && standsStill(field, event, now)) continue;
    const value = told.values.map((one) => factWords(one, setting)).join('; ');
    facts.push({ field, label: setting.words(told.label), value });
  }
  const detail = details.map((one) => factWords(one, setting)).join(', ');
  return { what: setting.words(key, { detail }), text, facts };
}

/** Said once: beside the timeline, until something else is known. */
function standsStill(field: string, received: object, now: Standing): boolean {
  const values = new Map<string, unknown>(Object.entries(now));
  const began = new Map<string, unknown>(Object.entries(received)).get(field);
  return values.has(field) && (began === null || values.get(field) === began);
}
