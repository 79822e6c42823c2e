import { formatDate } from '../../../domain/calendar/format-date.ts';
import { formatElapsed } from '../../../domain/calendar/format-elapsed.ts';
import { formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { Zone } from '../../../domain/calendar/zone.ts';
import { BREACH_TOLD, type Breach } from '../../../domain/people/breach.ts';
import { breachClock } from '../../../domain/people/breach-clock.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { BreachFace } from './breaches.view.tsx';

type Setting = {
  readonly now: number;
  readonly zone: Zone;
  readonly words: Words;
  readonly nameOf: (account: string | null) => string;
};

/** A breach in words, its 72 hours with their arithmetic. */
export function breachFace(
  breach: Breach,
  texts: ReadonlyMap<string, string | null>,
  { now, zone, words, nameOf }: Setting,
): BreachFace {
  const clock = breachClock(breach, new Date(now).toISOString());
  const said = (at: string) => formatInstant(Date.parse(at), zone, words.language);
  const textOf = (id: string) => texts.get(id) ?? words('breach.erased');
  const left = formatElapsed(Math.abs(clock.leftMs), words.language);
  const bothTold = clock.told.subjects !== null && clock.told.agency !== null;
  return {
    id: breach.breach,
    known: said(breach.knownAt),
    happenedOn: breach.happenedOn === null ? null : formatDate(breach.happenedOn, 'weekday', words.language),
    people: breach.people === null ? words('breach.people-unknown') : String(breach.people),
    data: breach.data.map((one) => words(`breach.data.${one}`)).join(', '),
    text: textOf(breach.text),
    by: nameOf(breach.recordedBy),
    due: said(clock.dueAt),
    left: bothTold
      ? words('breach.both-told')
      : words(clock.isOver ? 'breach.over' : 'breach.left', { left }),
    tone: bothTold ? 'done' : clock.isOver ? 'overdue' : 'attention',
    steps: clock.steps.map(({ hours, at }) => words('breach.step', { hours, at: said(at) })),
    told: breach.told.map(({ whom, toldAt, text, by }) => ({
      whom: words(`breach.told.${whom}`),
      at: said(toldAt),
      late: whom !== 'public' && toldAt > clock.dueAt,
      text: textOf(text),
      by: nameOf(by),
    })),
    untold: BREACH_TOLD.filter((whom) => breach.told.every((one) => one.whom !== whom)),
    closed:
      breach.closed === null
        ? null
        : { at: said(breach.closed.at), text: textOf(breach.closed.text), by: nameOf(breach.closed.by) },
  };
}
