import { editDistance } from './similar-text.ts';

/** A key with the word by which the office shows it. */
export type OfficeValue = { readonly key: string; readonly label: string };

/**
 * Which of the office's values a cell names: by key or label whatever its case and marks, else (`near`) the only label
 * of some length that is one slip of the pen away. What differs in a digit is another value ("Tahap 1", "Tahap 2").
 * Null where it names none.
 */
export function findOfficeValue(
  values: readonly OfficeValue[],
  written: string,
): { readonly value: OfficeValue; readonly near: boolean } | null {
  const wanted = plain(written);
  if (wanted === '') return null;
  const exact = values.find(({ key, label }) => plain(key) === wanted || plain(label) === wanted);
  if (exact !== undefined) return { value: exact, near: false };
  const near = values.filter(({ label }) => isNear(plain(label), wanted));
  const [only] = near;
  return only === undefined || near.length > 1 ? null : { value: only, near: true };
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function isNear(label: string, wanted: string): boolean {
  const sameDigits = label.replaceAll(/\D/g, '') === wanted.replaceAll(/\D/g, '');
  return label.length >= 6 && sameDigits && editDistance(label, wanted, 1) <= 1;
}
