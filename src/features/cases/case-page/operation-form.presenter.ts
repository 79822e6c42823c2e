import type { CaseState } from '../../../domain/complaint/case-state.ts';
import { PAUSABLE_CLOCKS } from '../../../domain/complaint/clocks.ts';
import { CLOSING_OUTCOMES } from '../../../domain/complaint/closed-event.ts';
import { awaitsText } from '../../../domain/complaint/decide-approve-duty.ts';
import { axesInUse } from '../../../domain/complaint/derive-axes.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import type { Outcome } from '../../../domain/complaint/vocabulary.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import { isWordKey, type WordKey, type Words } from '../../../platform/words/words.ts';
import { type FormField, formFields, type OfficeList } from '../acts/form-field.ts';
import { operationSchema } from '../acts/operation-bodies.ts';
import type { ActionField } from './act.view.tsx';

export type FormSetting = {
  readonly data: OfficeData;
  readonly state: CaseState;
  readonly words: Words;
  /** Staff of the office: account and name. */
  readonly staff: readonly Option[];
  /** Complainants and those it concerns, as they may be shown to this reader. */
  readonly people: readonly Option[];
  /** Those complained of of whom nobody has said who they are, by their place from 1. */
  readonly respondents: readonly Option[];
  /** Whether this reader may classify: else no other act asks for a class beside its own. */
  readonly mayClassify: boolean;
};

/**
 * The form of an operation in this office: all that its body takes. An axis that the office's papers do not use is not
 * shown (rule 22).
 */
export function operationForm(operation: CaseOperation, setting: FormSetting): readonly ActionField[] {
  const inUse = axesInUse(setting.data);
  return formFields(operationSchema(operation)).flatMap((field) => {
    if (field.axis !== undefined && !inUse.includes(field.axis)) return [];
    if (field.beside === 'classify' && !setting.mayClassify) return [];
    const options = optionsOf(field, setting);
    const unused = options?.length === 0 && UNUSED_WHERE_EMPTY.has(field.list ?? 'staff');
    return unused ? [] : [actionField(operation, field, options, setting)];
  });
}

const UNUSED_WHERE_EMPTY: ReadonlySet<OfficeList> = new Set([
  'categories',
  'places',
  'classes',
  'people',
  'pausable-clocks',
]);

function actionField(
  operation: CaseOperation,
  field: FormField,
  options: readonly Option[] | null,
  setting: FormSetting,
): ActionField {
  const { state, words } = setting;
  const { name, control, start, none, under, whenRefused } = field;
  const begun = start?.(state) ?? field.byDefault;
  // What the office has no longer is not to be chosen again, nor is another value in its stead without anybody's choice.
  const isGone = control === 'select' && options?.every((one) => one.value !== begun) === true;
  const value = isGone ? null : begun;
  const hint = field.list === 'classes' ? classHelp(setting) : hintOf(operation, name, words);
  const nothing = control === 'select' && (none !== undefined || value === null);
  return {
    name,
    control,
    ...(control === 'file' ? { several: field.several } : {}),
    label: labelOf(operation, name, words),
    ...(hint === null ? {} : { hint }),
    ...(options === null
      ? {}
      : {
          options: [...(nothing ? [{ value: '', label: words(none ?? 'form.not-chosen') }] : []), ...options],
        }),
    ...(value === null ? {} : { value }),
    ...(under === undefined ? {} : { under: words(under) }),
    ...(whenRefused === undefined ? {} : { whenRefused }),
  };
}

/** A field without a name would be a fault: `operation-form.presenter.test.ts` holds that each has one. */
function labelOf(operation: CaseOperation, name: string, words: Words): string {
  const key = own([`field.${operation}.${plain(name)}`, `field.${plain(name)}`]);
  if (key === null) throw new RangeError(`No words for the field ${name} of ${operation}`);
  const row = /\.(\d+)\./.exec(name)?.[1];
  return words(key, row === undefined ? {} : { no: Number(row) + 1 });
}

function hintOf(operation: CaseOperation, name: string, words: Words): string | null {
  const key = own([`hint.${operation}.${plain(name)}`, `hint.${plain(name)}`]);
  return key === null ? null : words(key);
}

/** The office's own criteria of its classes with their examples, for whoever must choose one (rule 15). */
function classHelp({ data, words }: FormSetting): string | null {
  const help = data.classes.flatMap(({ label, criteria, examples }) => {
    const said = [
      ...(criteria === null ? [] : [sentence(criteria)]),
      ...(examples.length === 0 ? [] : [words('form.class-examples', { examples: examples.join('; ') })]),
    ];
    return said.length === 0 ? [] : [`${label}: ${said.join(' ')}`];
  });
  return help.length === 0 ? null : help.join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The operation's own words for a field, else those that all share. */
function own(keys: readonly string[]): WordKey | null {
  return keys.find(isWordKey) ?? null;
}

/** Without the number of its row. */
function plain(name: string): string {
  return name.replace(/\.\d+\./, '.');
}

function optionsOf(field: FormField, setting: FormSetting): readonly Option[] | null {
  const { list, control, codes, name } = field;
  if (list !== undefined) return listed(list, setting);
  const shown = control === 'yes-no' ? ['ya', 'tidak'] : codes;
  if (shown.length === 0) return null;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return shown.map((code) => {
    const key = `${field.words ?? `field.${last}.`}${code}`;
    if (!isWordKey(key)) throw new RangeError(`No word ${key}`);
    return { value: code, label: setting.words(key) };
  });
}

function listed(
  list: OfficeList,
  { data, state, words, staff, people, respondents }: FormSetting,
): readonly Option[] {
  const outcome = (value: Outcome) => ({ value, label: words(`outcome.${value}`) });
  switch (list) {
    case 'staff':
      return staff;
    case 'people':
      return people;
    case 'respondents':
      return respondents;
    case 'other-units':
      return data.units.filter((unit) => unit.key !== state.unit).map(option);
    case 'roles':
      return data.roles.map(({ key, title }) => ({ value: key, label: title }));
    case 'classes':
      return data.classes.map(({ key, label, printed }) => ({ value: key, label: `${label} (${printed})` }));
    case 'desk-outcomes':
      return data.atDesk.outcomes.map(outcome);
    case 'closing-outcomes':
      return CLOSING_OUTCOMES.map(outcome);
    case 'pausable-clocks':
      return state.due
        .filter(({ clock }) => PAUSABLE_CLOCKS.has(clock))
        .map(({ clock }) => ({ value: clock, label: words(`clock.${clock}`) }));
    case 'open-duties':
      return data.duties
        .filter(({ key }) => state.duties.some(({ duty, fulfilled }) => duty === key && !fulfilled))
        .map(option);
    case 'public-duties':
      return data.duties
        .filter(({ key }) => state.duties.some((one) => one.duty === key && awaitsText(one, data)))
        .map(option);
    case 'kinds':
    case 'services':
    case 'categories':
    case 'places':
    case 'channels':
    case 'units':
    case 'bodies':
      return data[list].map(option);
  }
}

function option(item: { readonly key: string; readonly label: string }): Option {
  return { value: item.key, label: item.label };
}
