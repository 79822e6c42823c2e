import type { CaseState } from '../src/domain/complaint/case-state.ts';
import { CLOSING_OUTCOMES } from '../src/domain/complaint/closed-event.ts';
import type { CaseOperation } from '../src/domain/complaint/operation-table.ts';
import type { OfficeData } from '../src/domain/office/office-data.ts';
import { bodyOfForm } from '../src/features/cases/acts/body-of-form.ts';
import { type FormField, formFields, type OfficeList } from '../src/features/cases/acts/form-field.ts';
import { operationSchema } from '../src/features/cases/acts/operation-bodies.ts';
import type { Pick } from './operation-call.ts';

/** What the lists of an office and of a case hold, for whoever fills a form without looking. */
export type Lists = {
  readonly data: OfficeData;
  readonly staff: readonly string[];
  readonly people: readonly string[];
  /** Tickets of other cases. */
  readonly tickets: readonly string[];
};

/**
 * The form of an operation filled at random: mostly every field with something that its list offers, now and then one left
 * out or with a word that nobody offers. What a browser would send for it, as the body that the API takes.
 */
export function randomBody(operation: CaseOperation, state: CaseState, lists: Lists, pick: Pick): unknown {
  const schema = operationSchema(operation);
  const values = new Map<string, string>();
  for (const field of formFields(schema)) {
    if (field.control === 'file' || pick(8) === 0) continue;
    // Most acts are written down when they are done.
    if ((field.name === 'at' || field.name === 'lateEntryReason') && pick(6) > 0) continue;
    const value = pick(40) === 0 ? '<b>lain</b>' : entryOf(operation, field, state, lists, pick);
    if (value !== null) values.set(field.name, value);
  }
  const form = {
    values: Object.fromEntries(values),
    all: (name: string) => {
      const value = values.get(name);
      return value === undefined ? [] : [value];
    },
  };
  return bodyOfForm(schema, form, lists.data.zone);
}

function entryOf(
  operation: CaseOperation,
  field: FormField,
  state: CaseState,
  lists: Lists,
  pick: Pick,
): string | null {
  const one = (choices: readonly string[]): string | null =>
    choices[pick(Math.max(1, choices.length))] ?? null;
  if (field.list !== undefined) return one(offered(field.list, state, lists));
  if (field.codes.length > 0) return one(field.codes);
  switch (field.control) {
    case 'yes-no':
      return one(['ya', 'tidak']);
    case 'check':
      return one(['ya', '']);
    case 'number':
      return String(1 + pick(9));
    case 'date':
      return new Date(Date.parse(state.recordedAt) + (pick(60) - 10) * 86_400_000).toISOString().slice(0, 10);
    case 'datetime-local':
      return new Date(Date.parse(state.recordedAt) + pick(20) * 3_600_000).toISOString().slice(0, 16);
    default:
      return field.name === 'into' ? one(lists.tickets) : `Isi contoh untuk ${operation} ${pick(1000)}.`;
  }
}

function offered(list: OfficeList, state: CaseState, { data, staff, people }: Lists): readonly string[] {
  switch (list) {
    case 'staff':
      return staff;
    case 'people':
      return people;
    case 'respondents':
      return ['1', '2'];
    case 'other-units':
      return data.units.map(({ key }) => key).filter((key) => key !== state.unit);
    case 'desk-outcomes':
      return data.atDesk.outcomes;
    case 'closing-outcomes':
      return CLOSING_OUTCOMES;
    case 'pausable-clocks':
      return state.due.map(({ clock }) => clock);
    case 'open-duties':
    case 'public-duties':
      return state.duties.filter(({ fulfilled }) => !fulfilled).map(({ duty }) => duty);
    default:
      return data[list].map(({ key }) => key);
  }
}
