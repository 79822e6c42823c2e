import { parseTypedDay } from '../../../domain/calendar/parse-typed-day.ts';
import type { MeetingRecord } from '../../../domain/papers/meeting-record.ts';
import type { WordKey } from '../../../platform/words/words.ts';

export type MeetingValues = Readonly<Record<string, string>>;

/** The record as the inputs of its form show it. */
export function valuesOfMeeting(record: MeetingRecord): MeetingValues {
  const { event, day, time, place, chair, writer, agenda, present, discussion, decisions } = record;
  const row = (parts: readonly (string | null)[]): string =>
    parts
      .map((part) => part ?? '')
      .join(' | ')
      .replace(/(?: \| )+$/, '');
  return {
    ...{ event, day, place, discussion, time: time ?? '', chair: chair ?? '', writer: writer ?? '' },
    agenda: agenda.join('\n'),
    present: present.map(({ name, body }) => row([name, body])).join('\n'),
    decisions: decisions.map(({ what, who, until }) => row([what, who, until])).join('\n'),
  };
}

export type ReadMeeting =
  | { readonly ok: true; readonly record: MeetingRecord }
  | { readonly ok: false; readonly errors: Readonly<Record<string, WordKey>> };

const LONGEST: Readonly<Record<string, number>> = {
  discussion: 20_000,
  present: 20_000,
  agenda: 4_000,
  decisions: 10_000,
};

/** What was typed as a record; a sentence for each field that says nothing of use. */
export function meetingOfValues(values: MeetingValues): ReadMeeting {
  const said = (name: string): string => values[name] ?? '';
  const errors: Record<string, WordKey> = {};
  for (const name of ['event', 'place']) if (said(name) === '') errors[name] = 'form.required';
  if (parseTypedDay(said('day')) === null) errors.day = 'form.invalid-date';
  for (const [name, text] of Object.entries(values)) {
    if (text.length > (LONGEST[name] ?? 400)) errors[name] = 'meeting.too-long';
  }
  const decisions = linesOf(said('decisions')).map((line) => {
    const [what = '', who = '', until = ''] = line.split('|').map((part) => part.trim());
    if (until !== '' && parseTypedDay(until) === null) errors.decisions = 'meeting.decision-day';
    return { what, who: who === '' ? null : who, until: until === '' ? null : until };
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const orNull = (name: string): string | null => (said(name) === '' ? null : said(name));
  return {
    ok: true,
    record: {
      ...{ event: said('event'), day: said('day'), place: said('place'), discussion: said('discussion') },
      ...{ time: orNull('time'), chair: orNull('chair'), writer: orNull('writer'), decisions },
      agenda: linesOf(said('agenda')),
      present: linesOf(said('present')).map((line) => {
        const [name = '', ...body] = line.split('|').map((part) => part.trim());
        return { name, body: body.length === 0 || body[0] === '' ? null : body.join(', ') };
      }),
    },
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}
