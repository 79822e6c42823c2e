import type { OfficeData } from '../../domain/office/office-data.ts';
import type { WordKey, Words } from '../../platform/words/words.ts';
import type { EditSection } from './edit-section.ts';
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
    return inputsOf(field).flatMap((name, at) => {
      const [was, is] = [said(before, name), said(after, name)];
      if (was === is) return [];
      const day = WEEK_DAYS[at];
      const label =
        field.kind === 'week' && day !== undefined
          ? `${words(field.label)}, ${words(dayKey(day))}`
          : words(field.label);
      return [{ label, before: was, after: is }];
    });
  });
}

export function dayKey(day: (typeof WEEK_DAYS)[number]): WordKey {
  return `admin.day.${day}`;
}
