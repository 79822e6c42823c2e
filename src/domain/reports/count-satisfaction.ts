import { sharesOf } from '../documents/percent.ts';
import type { CountedTable } from './count-table.ts';

/** Rule 40: the four faces of the single question at the counter, the best first. */
export const SATISFACTION_FACES = [
  { key: 'very-satisfied', label: 'Sangat puas' },
  { key: 'satisfied', label: 'Puas' },
  { key: 'dissatisfied', label: 'Kurang puas' },
  { key: 'very-dissatisfied', label: 'Tidak puas' },
] as const;

/**
 * The table `satisfaction` of the single question; its total is the number of answers (n). The index of the nine
 * elements comes from the survey weeks and never stands in it. Without answers every line is zero.
 */
export function satisfactionTable(answers: ReadonlyMap<string, number> = new Map()): CountedTable {
  const counts = SATISFACTION_FACES.map(({ key }) => answers.get(key) ?? 0);
  const shares = sharesOf(counts);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    id: 'satisfaction',
    rows: SATISFACTION_FACES.map(({ key, label }, index) => ({
      key,
      label,
      count: counts[index] ?? 0,
      imported: 0,
      tenths: shares[index] ?? null,
    })),
    total: n,
    denominator: n,
    imported: 0,
    unrecorded: 0,
    kinds: [],
    ofCases: false,
  };
}
