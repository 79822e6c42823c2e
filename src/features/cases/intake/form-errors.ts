import type { FieldProblem } from '../../../platform/http/problem.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { formNameOf } from './people-of-form.ts';

/** Names that a form gives to fields that lie deeper in the JSON of the contract. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  about: 'category',
};
const AT_DESK = 'answeredAtDesk.';

/** The first finding of each field, under the name that the form gives it. */
export function formErrors(problems: readonly FieldProblem[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, message } of problems) {
    const atDesk = field.startsWith(AT_DESK) ? deskFieldName(field.slice(AT_DESK.length)) : null;
    const name = FORM_NAMES[field] ?? atDesk ?? formNameOf(field) ?? field;
    errors[name] ??= message;
  }
  return errors;
}

/** The counter's name for a field of what was answered at the desk: `lookAgainOn` → `deskLookAgainOn`. */
export function deskFieldName(name: string): string {
  return `desk${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
