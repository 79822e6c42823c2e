import type { FieldErrors, Option } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { ERASURE_GROUNDS } from './erase.view.tsx';

/** What a form of `EraseView` says: one of what is there, a ground, and the tick; or what is missing, by its field. */
export function readErasure(
  values: Readonly<Record<string, string>>,
  subjects: readonly Option[],
  words: Words,
):
  | { readonly ok: true; readonly subject: string; readonly ground: string }
  | { readonly ok: false; readonly errors: FieldErrors } {
  const subject = subjects.find(({ value }) => value === values.subject)?.value;
  const ground = ERASURE_GROUNDS.find((one) => one === values.ground);
  if (subject !== undefined && ground !== undefined && values.sure !== undefined) {
    return { ok: true, subject, ground };
  }
  return {
    ok: false,
    errors: {
      ...(subject === undefined ? { subject: words('erase.subject-required') } : {}),
      ...(ground === undefined ? { ground: words('erase.ground-required') } : {}),
      ...(values.sure === undefined ? { sure: words('erase.unsure') } : {}),
    },
  };
}
