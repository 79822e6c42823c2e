import assert from 'node:assert/strict';
import { imported } from './a-register-sheet.ts';
import { type SecrecyVerdict, secrecyOfRow } from './secrecy-of-row.ts';

/** A head to which columns are added, and an ordinary row under it. */
export const BASE = ['NO', 'TANGGAL', 'NAMA PELAPOR', 'ALAMAT', 'ADUAN', 'STATUS'];
export const ROW = ['1', '3 Januari 2023', 'Elok Contoh', 'Ds Melati', 'Bantuan berhenti', 'Selesai'];

/** What becomes of one row under further headings. */
export function verdict(
  heads: readonly string[],
  cells: readonly (string | null)[],
  row: readonly string[] = ROW,
) {
  const [only] = imported({ 1: [...BASE, ...heads], 2: [...row, ...cells] });
  assert.ok(only?.people.some(({ name }) => name.includes('Elok')) || row[2] !== ROW[2], 'no name is lost');
  return secrecyOfRow(only);
}

type Case = readonly [heading: string, verdict: SecrecyVerdict, ...cells: readonly string[]];

/** Checks what becomes of each cell under its heading, and tells all that is otherwise at once. */
export function holds(cases: readonly Case[]): void {
  const wrong = cases.flatMap(([heading, expected, ...cells]) =>
    cells.flatMap((cell) => {
      const found = verdict([heading], [cell]);
      return found === expected ? [] : [`${heading}: «${cell}» is ${found}, not ${expected}`];
    }),
  );
  assert.deepEqual(wrong, []);
}
