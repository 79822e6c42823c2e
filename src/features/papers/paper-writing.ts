import { parseIsoDate } from '../../domain/calendar/epoch-day.ts';
import type { FieldErrors } from '../../platform/views/fields.view.tsx';
import type { Words } from '../../platform/words/words.ts';
import type { PaperField } from './paper-fields-table.ts';

export type TypedPaper = Readonly<Record<string, string | undefined>>;

/** What keeps a paper from being issued, by its field: what must be written and is not, days that are none. */
export function writingErrors(fields: readonly PaperField[], typed: TypedPaper, words: Words): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { name, control, label, required } of fields) {
    const value = (typed[name] ?? '').trim();
    if (value === '') {
      if (required) errors[name] = words('papers.required', { field: words(label) });
    } else if (control === 'date' && parseIsoDate(value) === null) errors[name] = words('papers.bad-day');
    else if (control === 'number' && !/^\d{1,4}$/.test(value)) errors[name] = words('papers.bad-number');
    else if (value.length > MOST_LETTERS) errors[name] = words('papers.too-long', { most: MOST_LETTERS });
  }
  const { from, to } = typed;
  if (errors.from === undefined && errors.to === undefined && from && to && to < from) {
    errors.to = words('papers.days-reversed');
  }
  return errors;
}
const MOST_LETTERS = 20_000;

/** Texts of a form as a builder takes them; what is not typed, or is no day, takes what stands beside it. */
export function writingReader(typed: TypedPaper) {
  const plain = (name: string): string =>
    (typed[name] ?? '').replaceAll('\r\n', '\n').trim().slice(0, MOST_LETTERS);
  return {
    text: plain,
    orNull: (name: string): string | null => plain(name) || null,
    day: (name: string, otherwise: string): string =>
      parseIsoDate(plain(name)) === null ? otherwise : plain(name),
    number: (name: string, otherwise: number): number =>
      /^\d{1,4}$/.test(plain(name)) ? Number(plain(name)) : otherwise,
    lines: (name: string): readonly string[] =>
      plain(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, MOST_LINES),
  };
}
const MOST_LINES = 200;

/** "Dewi Contoh; Kepala Bidang" → both parts; without a semicolon the name alone. */
export function nameAndPost(line: string): { readonly name: string; readonly post: string | null } {
  const [name = '', ...post] = line.split(';').map((part) => part.trim());
  return { name, post: post.filter((part) => part !== '').join(', ') || null };
}
