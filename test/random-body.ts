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
 * The form of an operation filled at random: some fill in all of it, some a part, now and then with a word that nobody offers.
 * Mostly what the form then says is missing is filled in, too. What a browser would send for it, as the body that the API takes.
 */
export function randomBody(operation: CaseOperation, state: CaseState, lists: Lists, pick: Pick): unknown {
  const schema = operationSchema(operation);
  const fields = formFields(schema).filter(({ control }) => control !== 'file');
  const values = new Map<string, string>();
  const fill = (field: FormField): void => {
    const value = pick(40) === 0 ? '<b>lain</b>' : entryOf(operation, field, state, lists, pick);
    if (value !== null) values.set(field.name, value);
  };
  const form = {
    values: {},
    all: (name: string) => [values.get(name) ?? []].flat(),
  };
  const body = (): unknown =>
    bodyOfForm(schema, { ...form, values: Object.fromEntries(values) }, lists.data.zone);
  const ofSixteen = [15, 5, 1][pick(3)] ?? 1;
  for (const field of fields) {
    // Most acts are written down when they are done.
    if ((field.name === 'at' || field.name === 'lateEntryReason') && pick(6) > 0) continue;
    if (pick(16) < ofSixteen) fill(field);
  }
  for (let look = pick(5) === 0 ? 3 : 0; look < 3; look += 1) {
    const { error } = schema.safeParse(body());
    const missing = new Set(error?.issues.map(({ path }) => path.join('.')));
    for (const field of fields) if (missing.has(field.name)) fill(field);
  }
  return body();
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
      return new Date(
        Date.parse(state.recordedAt) + (pick(60) - 10 + (field.name === 'to' ? 45 : 0)) * 86_400_000,
      )
        .toISOString()
        .slice(0, 10);
    case 'datetime-local':
      return new Date(Date.parse(state.recordedAt) + pick(20) * 3_600_000).toISOString().slice(0, 16);
    default:
      if (field.name === 'into') return one(lists.tickets);
      return /number|reference|box|classification/i.test(field.name)
        ? `${pick(1000)}/2026`
        : `Isi contoh untuk ${operation} ${pick(1000)}.`;
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
