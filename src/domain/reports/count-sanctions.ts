import type { CountedTable } from './count-table.ts';

/** Rule 29: decisions dated in the period, whenever the case came in, and cases still awaiting one at its end. */
export type SanctionCount = {
  readonly decided: number;
  /** Decided as *tidak ada*. */
  readonly none: number;
  readonly pending: number;
};

/** The table `sanctions`; its cases need not be received in the period, hence no shares. */
export function sanctionsTable({ decided, none, pending }: SanctionCount): CountedTable {
  const line = (key: string, label: string, count: number): CountedTable['rows'][number] => ({
    key,
    label,
    count,
    imported: 0,
    tenths: null,
  });
  return {
    id: 'sanctions',
    rows: [
      line('decided', 'Sanksi diputuskan oleh pejabat yang berwenang', decided),
      line('none', 'Diputuskan tanpa sanksi', none),
      line('pending', 'Menunggu putusan', pending),
    ],
    total: decided + none + pending,
    denominator: 0,
    imported: 0,
    unrecorded: 0,
    kinds: [],
    ofCases: false,
  };
}
