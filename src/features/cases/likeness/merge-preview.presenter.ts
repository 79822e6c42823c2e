import { formatDue, formatInstant } from '../../../domain/calendar/format-instant.ts';
import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Context } from '../../../domain/complaint/context.ts';
import { decideMerge } from '../../../domain/complaint/decide-merge.ts';
import type { Words } from '../../../platform/words/words.ts';
import type { Office } from '../../offices/office.read.ts';
import type { CaseReading } from '../case-page/read-case.read.ts';
import { receivedWords } from '../case-page/received-words.presenter.ts';
import { refusalSentence } from '../doors/refusal-answers.ts';
import { channelLabel, labelOf } from '../lists/labels.presenter.ts';

export type MergeSide = {
  readonly ticket: string;
  readonly matter: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
};
export type MergePreview = {
  readonly ends: MergeSide;
  readonly lives: MergeSide;
  /** What will have happened, a sentence each. */
  readonly what: readonly string[];
  /** Why it may not be done; null = it may. */
  readonly refused: string | null;
};

type Setting = { readonly office: Office; readonly words: Words; readonly context: Context };

/**
 * What a merge would do, by the very decision that does it. Once months are closed (rule 38), what it means for one that is
 * signed already is one sentence more here: the merge then appears as a later correction.
 */
export function mergePreview(ends: CaseReading, lives: CaseReading, setting: Setting): MergePreview {
  const { words, office, context } = setting;
  // What is written as the reason plays no part in whether it may be done.
  const command = { self: ends.caseId, into: lives.caseId, reason: 'pratinjau' };
  const decided = decideMerge(ends.state, lives.state, command, context);
  const said = (at: string) => formatInstant(Date.parse(at), office.zone, words.language);
  const earlier = [ends.state.receivedAt, lives.state.receivedAt].toSorted()[0] ?? '';
  const numbers = [ends.state, lives.state].flatMap(({ register }) => register?.printed ?? []);
  const moved = decided.ok
    ? decided.other.flatMap((event) => (event.type === 'deadline-moved' ? [event] : []))
    : [];
  return {
    ends: side(ends, setting),
    lives: side(lives, setting),
    refused: decided.ok ? null : refusalSentence(decided, words),
    what: [
      words('merge.what.ends', { ends: ends.state.ticket, lives: lives.state.ticket }),
      words('merge.what.once', { date: said(earlier) }),
      numbers.length < 2
        ? words('merge.what.number')
        : words('merge.what.numbers', { numbers: numbers.join(', ') }),
      ...moved.map(({ clock, to }) =>
        words('merge.what.due', {
          clock: words(`clock.${clock}`),
          date: to === null ? words('left.waiting') : formatDue(Date.parse(to), office.zone, words.language),
        }),
      ),
      words('merge.what.stays'),
      words('merge.what.undo', { ends: ends.state.ticket }),
    ],
  };
}

function side({ state, texts, files }: CaseReading, { office, words }: Setting): MergeSide {
  const { named: data, zone } = office;
  const facts: readonly (readonly [string, string])[] = [
    [words('fact.register'), state.register?.printed ?? words('case.no-register')],
    [words('fact.received'), receivedWords(state, zone, words)],
    [words('fact.channel'), channelLabel(data, state.channel, words)],
    [words('fact.service'), labelOf(data.services, state.service)],
    [words('fact.place'), labelOf(data.places, state.place)],
    [words('fact.unit'), labelOf(data.units, state.unit)],
    [words('merge.status'), statusWords(state, words)],
    [words('file.title'), files.size === 0 ? '' : String(files.size)],
  ];
  return {
    ticket: state.ticket,
    matter: texts.get(state.matter)?.body ?? '',
    facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
  };
}

function statusWords({ status, mergedInto }: CaseState, words: Words): string {
  return words(mergedInto === null ? `status.${status}` : 'mark.merged');
}
