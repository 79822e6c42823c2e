import type { OfficeData } from '../../domain/office/office-data.ts';
import type { WordKey, Words } from '../../platform/words/words.ts';
import type { EditField, EditOption, EditSection } from './edit-section.ts';
import { type FormValues, inputsOf, WEEK_DAYS } from './part-form.ts';

/** What a change does to one input, in the words of the page; empty where nothing stands. */
export type PartDifference = { readonly label: string; readonly before: string; readonly after: string };

/** Input by input what stands otherwise afterwards. */
export function partDifference(
  { fields }: Pick<EditSection, 'fields'>,
  office: OfficeData,
  [before, after]: readonly [FormValues, FormValues],
  words: Words,
): readonly PartDifference[] {
  return fields.flatMap((field) => {
    const options = field.options?.(office, words) ?? [];
    const said = (form: FormValues, name: string): string => {
      const typed = form[name] ?? [];
      if (field.kind === 'tick') return words(typed.length > 0 ? 'admin.yes' : 'admin.no');
      return typed.map((one) => options.find(({ value }) => value === one)?.label ?? one).join(', ');
    };
    if (field.kind === 'choices' && options.length > MANY)
      return addedAndTaken(field, options, [before, after], words);
    return inputsOf(field).flatMap((name, at) => {
      const [was, is] = [said(before, name), said(after, name)];
      if (was === is) return [];
      const day = WEEK_DAYS[at];
      const label =
        field.kind === 'week' && day !== undefined
          ? `${words(field.label)}, ${words(dayKey(day))}`
          : field.kind === 'steps'
            ? `${words(field.label)}: ${words(stepKey(name), { n: Math.floor(at / 2) + 1 })}`
            : words(field.label);
      return [{ label, before: was, after: is }];
    });
  });
}

export function dayKey(day: (typeof WEEK_DAYS)[number]): WordKey {
  return `admin.day.${day}`;
}

/** What an input of a field of steps asks for. */
export function stepKey(name: string): WordKey {
  return name.endsWith('.after') ? 'admin.step-after' : 'admin.step-to';
}

/** Of more than so many choices only those are told that were ticked or no longer are. */
const MANY = 12;

function addedAndTaken(
  { name, label }: EditField,
  options: readonly EditOption[],
  [before, after]: readonly [FormValues, FormValues],
  words: Words,
): readonly PartDifference[] {
  const [was, is] = [before[name] ?? [], after[name] ?? []];
  const lines = (keys: readonly string[]): string =>
    keys.map((key) => options.find(({ value }) => value === key)?.label ?? key).join('\n');
  const added = is.filter((one) => !was.includes(one));
  const taken = was.filter((one) => !is.includes(one));
  return [
    ...(added.length === 0
      ? []
      : [{ label: words('admin.added', { what: words(label) }), before: '', after: lines(added) }]),
    ...(taken.length === 0
      ? []
      : [{ label: words('admin.taken', { what: words(label) }), before: lines(taken), after: '' }]),
  ];
}
