import type { OfficeData } from '../../domain/office/office-data.ts';
import type { Remark } from '../offices/office-finding.ts';
import { endOf, type ReportRow } from './report-form.ts';

/**
 * What `office check` says of a chapter, each at the row it is about. `place` is where the chapter stands in the office. A
 * row's place in the tree is found by walking the rows as the tree is built of them.
 */
export function chapterErrors(
  place: readonly PropertyKey[],
  rows: readonly ReportRow[],
  remarks: readonly Remark[],
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const { at, severity, message, remedy } of remarks) {
    if (severity === 'warning') continue;
    const isInside = place.every((one, index) => at[index] === one);
    const found = isInside ? inputAt(rows, at.slice(place.length)) : '';
    errors[found] ??= `${message} ${remedy}`;
  }
  return errors;
}

/** The input of the row that a path within the first row's node leads to; '' where none is meant. */
function inputAt(rows: readonly ReportRow[], path: readonly PropertyKey[]): string {
  let row = 0;
  let rest = path;
  while ((rest[0] === 'body' || rest[0] === 'items') && typeof rest[1] === 'number') {
    const [, child, ...more] = rest;
    row = childAt(rows, row, Number(child));
    rest = more;
  }
  if (row === -1) return '';
  const [first, second] = rest;
  const name = first === 'with' ? second : first;
  const known = Object.keys(rows[row]?.fields ?? {});
  // An item that is a text alone has no key of its own.
  const input = known.find((one) => one === name) ?? (known.includes('text') ? 'text' : known[0]);
  return input === undefined ? '' : `b.${row}.${input}`;
}

function childAt(rows: readonly ReportRow[], row: number, child: number): number {
  const end = endOf(rows, row);
  let at = row + 1;
  for (let index = 0; index < child && at < end; index += 1) at = endOf(rows, at);
  return at < end ? at : -1;
}

/** Figures that the office's reports name, as examples of what may be named. */
export function figuresOf({ reports }: OfficeData): readonly string[] {
  const named = [...JSON.stringify(reports).matchAll(/\{([A-Za-z0-9.+-]+)(?::[a-z]+)?\}/g)].map(
    ([, one = '']) => one,
  );
  return [...new Set(named)].toSorted();
}
