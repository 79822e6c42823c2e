import type { FieldProblem } from '../../../platform/http/problem.ts';
import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import { formNameOf } from './people-of-form.ts';

/** Names that a form gives to fields that lie deeper in the JSON of the contract. */
const FORM_NAMES: Readonly<Record<string, string>> = {
  about: 'category',
  'answeredAtDesk.text': 'deskText',
  'answeredAtDesk.outcome': 'deskOutcome',
  'answeredAtDesk.way': 'deskWay',
};

/** The first finding of each field, under the name that the form gives it. */
export function formErrors(problems: readonly FieldProblem[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field, message } of problems) {
    const name = FORM_NAMES[field] ?? formNameOf(field) ?? field;
    errors[name] ??= message;
  }
  return errors;
}
