import type { FieldErrors } from '../../../platform/views/fields.view.tsx';
import type { Words } from '../../../platform/words/words.ts';
import { sameFiles } from './read-uploads.read.ts';
import type { ReceivedForm } from './receive-files.ts';

type Field = { readonly name: string; readonly control: string; readonly several: boolean };

/** The files of a form as its body names them: ids, and what stands for them where a repeat is known by its body. */
export function filesOfForm(fields: readonly Field[], files: ReceivedForm['files']) {
  const brought = fields.flatMap((field) => {
    const found = field.control === 'file' ? files(field.name) : [];
    return found.length === 0 ? [] : [{ ...field, found }];
  });
  const valuesOf = (of: (found: (typeof brought)[number]['found']) => readonly string[]) =>
    Object.fromEntries(
      brought.map(({ name, several, found }) => [name, several ? of(found) : of(found)[0]] as const),
    );
  return {
    ids: valuesOf((found) => found.map(({ id }) => id)),
    same: valuesOf(sameFiles),
    /** More than the one that a field takes. */
    errors: (words: Words): FieldErrors =>
      Object.fromEntries(
        brought.flatMap(({ name, several, found }) =>
          several || found.length === 1 ? [] : [[name, words('file.one-only')] as const],
        ),
      ),
  };
}
