import type { Zone } from '../../../domain/calendar/zone.ts';
import { officeTime } from '../doors/office-time.ts';
import { deskFieldName } from '../intake/form-errors.ts';
import { peopleOfForm } from '../intake/people-of-form.ts';
import type { CounterTimes } from '../intake/write-complaint.ts';
import { complaintOfForm, pick } from '../public/complaint-form.presenter.ts';

type Values = Readonly<Record<string, string>>;

/**
 * The counter's form as the JSON of the contract: what everybody may say, everybody whom it names, and what only staff
 * say (rule 1: when it was received, by whom, why it is written down late, its number in another book).
 */
export function counterComplaintOfForm(values: Values, zone: Zone): Record<string, unknown> {
  const { receivedAt } = values;
  return {
    ...complaintOfForm(values, 'loket'),
    ...peopleOfForm(values),
    ...pick(values, ['channel', 'receivedBy', 'lateEntryReason', 'sourceNumber']),
    ...pick(values, ['severity', 'form', 'deviation']),
    ...(values.oversight === undefined ? {} : { oversight: values.oversight === 'ya' }),
    protected: values.protected !== undefined,
    ...(receivedAt === undefined ? {} : { receivedAt: officeTime(receivedAt, zone) }),
    ...answerOfForm(values, zone),
  };
}

/** Answered where its text, its outcome or its time was filled in; the rest is chosen beforehand or goes with them. */
function answerOfForm(values: Values, zone: Zone): { readonly answeredAtDesk?: Values } {
  const said = DESK_FIELDS.flatMap((name) => {
    const value = values[deskFieldName(name)];
    return value === undefined ? [] : [[name, value] as const];
  });
  const answer = Object.fromEntries(said);
  const { text, outcome, at } = answer;
  if (text === undefined && outcome === undefined && at === undefined) return {};
  const time = at === undefined ? {} : { at: officeTime(at, zone) };
  return { answeredAtDesk: { text: '', way: 'oral', ...answer, ...time } };
}

const DESK_FIELDS = ['text', 'outcome', 'at', 'way', 'channel', 'body', 'reference', 'lookAgainOn'] as const;

/** What the counter knows beside the complaint: its own times, and how the form was read back (rules 7, 17). */
export function counterTimes(values: Values): CounterTimes {
  const readBack =
    (['signed', 'thumb-printed', 'by-phone'] as const).find((way) => way === values.readBack) ?? null;
  return {
    formOpenedAt: instantOf(values.openedAt),
    writingBeganAt: instantOf(values.writingBeganAt),
    readBack,
  };
}

/** Times that the browser sends back are taken only when they are instants. */
function instantOf(text: string | undefined): string | null {
  return text !== undefined &&
    /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : null;
}
