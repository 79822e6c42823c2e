import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { CaseOperation } from '../../../domain/complaint/operation-table.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import type { ActionField } from './case.view.tsx';
import { type Choices, type FieldPlan, OPERATION_FIELDS } from './operation-fields.ts';

export type FormSetting = {
  readonly data: OfficeData;
  readonly state: CaseState;
  readonly words: Words;
  /** Staff of the office: account and name. */
  readonly staff: readonly Option[];
};

/** The fields of an operation's form in this office; an axis that its papers do not use is not shown (rule 22). */
export function operationForm(operation: CaseOperation, setting: FormSetting): readonly ActionField[] {
  return OPERATION_FIELDS[operation].flatMap((plan) => {
    const options = plan.choices === undefined ? null : optionsOf(plan.choices, setting);
    const unused = options?.length === 0 && UNUSED_WHERE_EMPTY.has(String(plan.choices));
    return unused ? [] : [actionField(plan, options, setting)];
  });
}

const UNUSED_WHERE_EMPTY: ReadonlySet<string> = new Set(['categories', 'places', 'classes']);

function actionField(
  plan: FieldPlan,
  options: readonly Option[] | null,
  { state, words }: FormSetting,
): ActionField {
  const { name, control, label, none, start } = plan;
  const hint = plan.hint?.(state) ?? null;
  const value = typeof start === 'function' ? start(state) : (start ?? null);
  const nothing = none === undefined ? [] : [{ value: '', label: words(none) }];
  return {
    name,
    control,
    label: words(label),
    ...(hint === null ? {} : { hint: words(hint) }),
    ...(options === null ? {} : { options: [...nothing, ...options] }),
    ...(value === null ? {} : { value }),
  };
}

function optionsOf(choices: Choices, { data, state, words, staff }: FormSetting): readonly Option[] {
  switch (choices) {
    case 'staff':
      return staff;
    case 'other-units':
      return data.units.filter((unit) => unit.key !== state.unit).map(option);
    case 'classes':
      return data.classes.map(({ key, label, printed }) => ({ value: key, label: `${label} (${printed})` }));
    case 'desk-outcomes':
      return data.atDesk.outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }));
    case 'kinds':
    case 'services':
    case 'categories':
    case 'places':
    case 'channels':
    case 'units':
    case 'bodies':
      return data[choices].map(option);
    default:
      return choices.map(([value, word]) => ({ value, label: words(word) }));
  }
}

function option(item: { readonly key: string; readonly label: string }): Option {
  return { value: item.key, label: item.label };
}
