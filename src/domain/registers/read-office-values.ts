import type { RegisterField } from './doubt-rules.ts';
import { findOfficeValue, type OfficeValue } from './office-value.ts';
import { readPlace } from './read-place.ts';
import type { ImportedRow, ReadingContext } from './register-row.ts';
import type { KeptCell, RowCells, SayDoubt } from './row-cells.ts';
import { readKind, readSeverity } from './written-values.ts';

export type ReadValues = Pick<ImportedRow, 'severity' | 'category' | 'service' | 'place'> & {
  /** Cells that name nothing of the office's, as written. */
  readonly kept: readonly KeptCell[];
};

/**
 * What a row names of the office's own classes, categories, services and places. Nothing is dropped: a cell that names
 * none of them is kept under its heading and said, and so is one that is nearly one of them.
 */
export function readOfficeValues(cells: RowCells, office: ReadingContext, say: SayDoubt): ReadValues {
  const kept: KeptCell[] = [];
  const keep = (meaning: ValueColumn, why: string): null => {
    const written = cells.text(meaning);
    if (!/[\p{L}\p{N}]/u.test(written)) return null;
    say(meaning, 'value-unknown', written, null, why);
    kept.push(...cells.under(meaning));
    return null;
  };
  const find = (meaning: ValueColumn, values: readonly OfficeValue[]): string | null =>
    named(meaning, cells.text(meaning), values, say) ?? keep(meaning, NOT_OF_OFFICE);
  const severity = readSeverity(cells.text('severity'));
  const known = severity !== null && office.classes.includes(severity);
  const values = {
    severity: known ? severity : keep('severity', NOT_OF_OFFICE),
    category: find('category', office.categories),
    service: find('service', office.services),
    // The cell itself stands in the address.
    place: named(
      'address',
      cells.text('district') || (readPlace(cells.text('address')).district ?? ''),
      office.places,
      say,
    ),
  };
  if (readKind(cells.text('kind')) === null) keep('kind', NOT_OF_OFFICE);
  keep('unit', 'Bidang pada buku tidak dijadikan disposisi; disimpan dengan nama kolomnya.');
  return { ...values, kept };
}

type ValueColumn = Extract<RegisterField, 'severity' | 'category' | 'service' | 'kind' | 'unit'>;

const NOT_OF_OFFICE = 'Isi ini tidak ada dalam daftar kantor; disimpan dengan nama kolomnya.';

function named(
  field: RegisterField,
  written: string,
  values: readonly OfficeValue[],
  say: SayDoubt,
): string | null {
  const found = findOfficeValue(values, written);
  if (found?.near === true) {
    const { label } = found.value;
    const why = 'Ejaannya berbeda sedikit dari daftar kantor; yang di daftar kantor yang diambil.';
    say(field, 'value-unknown', written, label, why, [label]);
  }
  return found?.value.key ?? null;
}
