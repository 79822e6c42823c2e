import type { CaseState } from '../../../domain/complaint/case-state.ts';
import {
  axesInUse,
  type Derived,
  type DerivedAxes,
  type DerivedAxis,
  deriveAxes,
  type TwoChoices,
} from '../../../domain/complaint/derive-axes.ts';
import type { OfficeData } from '../../../domain/office/office-data.ts';
import type { Words } from '../../../platform/words/words.ts';

/** What follows from service and matter, one line an axis, each with its reason; or what is to be chosen first. */
export type DerivedFace = { readonly lines: readonly string[]; readonly lead: string };

type Standing = Pick<CaseState, 'severity' | 'form' | 'deviation' | 'oversight'>;

/**
 * Rule 22: what the office's rules make of the two choices and why, beside what a person has set. Null where the office's papers
 * use no axis.
 */
export function derivedFace(
  choices: TwoChoices,
  standing: Standing | null,
  office: OfficeData,
  words: Words,
): DerivedFace | null {
  const axes = axesInUse(office);
  if (axes.length === 0) return null;
  const rules = deriveAxes(choices, office);
  const setHere = axes.flatMap((axis) => (standing === null ? [] : (setValue(axis, standing, rules) ?? [])));
  if (choices.service === null && choices.category === null && setHere.length === 0) {
    return { lead: words('derived.choose'), lines: [] };
  }
  const names = {
    service: office.services.find(({ key }) => key === choices.service)?.label ?? '',
    category: office.categories.find(({ key }) => key === choices.category)?.label ?? '',
  };
  const lines = axes.map((axis) => {
    const set = standing === null ? null : setValue(axis, standing, rules);
    return set === null
      ? byRule(axis, rules[axis], names, office, words)
      : words('derived.set', { axis: axisName(axis, words), value: valueWords(set, axis, office, words) });
  });
  return { lead: words('derived.lead'), lines };
}

function byRule(
  axis: DerivedAxis,
  { value, from }: Derived<string | boolean | null>,
  names: Readonly<Record<'service' | 'category', string>>,
  office: OfficeData,
  words: Words,
): string {
  const name = axisName(axis, words);
  if (from === null || value === null) return words('derived.unsaid', { axis: name });
  const said = { axis: name, value: valueWords(value, axis, office, words), name: names[from] };
  return words(`derived.from-${from}`, said);
}

/** What stands otherwise than the rules say: a person set it. */
function setValue(axis: DerivedAxis, standing: Standing, rules: DerivedAxes): string | boolean | null {
  const now = axis === 'severity' ? standing.severity.now : standing[axis];
  if (now === null || now === false || now === rules[axis].value) return null;
  return now;
}

function axisName(axis: DerivedAxis, words: Words): string {
  return words(`field.${axis}`);
}

function valueWords(value: string | boolean, axis: DerivedAxis, office: OfficeData, words: Words): string {
  if (value === 'a' || value === 'b' || value === 'c') return words(`field.form.${value}`);
  if (value === 'informatif' || value === 'penyimpangan') return words(`field.deviation.${value}`);
  if (typeof value === 'boolean') return words(value ? 'field.oversight.ya' : 'field.oversight.tidak');
  const one = office.classes.find(({ key }) => key === value);
  return axis === 'severity' && one !== undefined ? `${one.label} (${one.printed})` : value;
}
