import type { Remark } from '../offices/office-finding.ts';
import type { EditField } from './edit-section.ts';
import { inputsOf } from './part-form.ts';

export type FormErrors = {
  /** By the name of the input; '' for what no input is about. */
  readonly errors: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
};

/**
 * What `office check` says, each at the input it is about, with what would be right. `place` is where the part stands in the
 * office. Warnings are told of the part only: others were there before.
 */
export function formErrors(
  fields: readonly Pick<EditField, 'name' | 'kind'>[],
  place: readonly PropertyKey[],
  remarks: readonly Remark[],
): FormErrors {
  const inputs = fields.flatMap(inputsOf);
  const errors: Record<string, string> = {};
  const warnings: string[] = [];
  for (const { at, severity, message, remedy } of remarks) {
    const isInside = place.every((one, index) => at[index] === one);
    if (severity === 'warning') {
      if (isInside && at.length > place.length) warnings.push(`${message} ${remedy}`);
      continue;
    }
    const path = at.slice(place.length).map(String).join('.');
    const input = isInside ? inputs.find((name) => path === name || path.startsWith(`${name}.`)) : undefined;
    const name = input ?? inputs.find((one) => isInside && one.startsWith(`${path}.`)) ?? '';
    errors[name] ??= `${message} ${remedy}`;
  }
  return { errors, warnings };
}
