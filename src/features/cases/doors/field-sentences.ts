import type { FieldProblem } from '../../../platform/http/problem.ts';
import type { Words } from '../../../platform/words/words.ts';

/** The part of a schema's finding that a sentence is made of. */
type Issue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  /** Names that the schema does not know. */
  readonly keys?: readonly string[];
};

/** A body full of faults is not answered by a longer one. */
const MOST_NAMED = 100;

/**
 * What is wrong, by field, in the reader's language, and how to mend it. `noText` is said where the text itself, a
 * complaint, an answer or a message, is missing.
 */
export function fieldSentences(
  issues: readonly Issue[],
  words: Words,
  noText = words('form.required'),
): readonly FieldProblem[] {
  const named = issues
    .slice(0, MOST_NAMED)
    .flatMap((issue) => fieldsOf(issue).map((path) => ({ issue, field: path.map(String).join('.') })));
  return named
    .slice(0, MOST_NAMED)
    .map(({ issue, field }) => ({ field, message: sentence(issue, words, noText) }));
}

/** A name that no schema knows is a field of its own, so that a misspelt one is not dropped silently. */
function fieldsOf({ path, keys }: Issue): readonly (readonly PropertyKey[])[] {
  return keys === undefined ? [path] : keys.slice(0, MOST_NAMED).map((key) => [...path, key.slice(0, 100)]);
}

function sentence(issue: Issue, words: Words, noText: string): string {
  if (issue.message === 'invalid-phone') return words('form.invalid-phone');
  if (issue.message === 'person-unnamed') return words('form.person-unnamed');
  if (issue.message === 'invalid-email') return words('form.invalid-email');
  if (issue.message === 'invalid-nik') return words('form.invalid-nik');
  if (issue.message === 'invalid-number') return words('form.invalid-number');
  if (issue.message === 'unknown-attachment') return words('form.unknown-attachment');
  if (issue.message === 'unknown-account') return words('form.unknown-account');
  if (issue.message === 'date-out-of-range') return words('form.invalid-date');
  switch (issue.code) {
    case 'unrecognized_keys':
      return words('form.unknown-field');
    case 'too_big':
      return issue.origin === 'string'
        ? words('form.too-long', { max: String(issue.maximum ?? '') })
        : words('form.invalid');
    case 'too_small':
      if (issue.path.join('.') === 'text') return noText;
      return issue.origin === 'string' ? words('form.required') : words('form.invalid');
    case 'invalid_value':
      return words('form.choose');
    case 'invalid_format':
      return issue.format === 'date' || issue.format === 'datetime'
        ? words('form.invalid-date')
        : words('form.invalid');
    case 'invalid_type':
      if (issue.path.join('.') === 'text') return noText;
      return /received undefined/.test(issue.message) ? words('form.required') : words('form.invalid');
    default:
      return words('form.invalid');
  }
}
