import type { Inline } from '../documents/blocks.ts';
import type { FigureUse } from '../documents/map-figures.ts';
import type { Reconciliation } from './count-balance.ts';
import type { ReportPeriod } from './report-period.ts';

/** Each number that leads from the numbers given to the cases received, with the words before it (rule 11). */
const STEPS: readonly (readonly [before: string, part: keyof Reconciliation])[] = [
  ['Dicocokkan dengan nomor register: ', 'numbersGiven'],
  [' nomor diberikan dalam periode ini, dikurangi ', 'cancelled'],
  [' yang batal, ', 'merged'],
  [' yang digabungkan, dan ', 'receivedElsewhere'],
  [' yang diterima di periode lain; ditambah ', 'numberedElsewhere'],
  [' yang bernomor di periode lain, ', 'imported'],
  [' dari register lama, dan ', 'notYetRegistered'],
];
const END = ' yang belum bernomor.';

/** "numbersGiven" → "numbers-given", as figures and their rows are named. */
export function partKey(part: string): string {
  return part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The numbers as the sentence says them; null where it does not stand. */
export function readReconciliation(uses: readonly FigureUse[]): Reconciliation | null {
  const said = (part: keyof Reconciliation): number =>
    uses.find(({ id }) => id === `balance/${partKey(part)}`)?.value ?? 0;
  if (uses.every(({ id }) => id !== 'balance/numbers-given')) return null;
  return {
    numbersGiven: said('numbersGiven'),
    cancelled: said('cancelled'),
    merged: said('merged'),
    receivedElsewhere: said('receivedElsewhere'),
    numberedElsewhere: said('numberedElsewhere'),
    imported: said('imported'),
    notYetRegistered: said('notYetRegistered'),
  };
}

/** Rule 11: how the cases received agree with the numbers given, as one sentence whose figures open their rows. */
export function reconciliationNote(reconciliation: Reconciliation, period: ReportPeriod): readonly Inline[] {
  const parts = STEPS.flatMap(([before, part]): readonly Inline[] => {
    const rows = { period: period.text, table: 'balance', key: partKey(part) };
    const figure = {
      id: `balance/${partKey(part)}`,
      value: reconciliation[part],
      format: 'count',
      rows,
    } as const;
    return [
      { type: 'text', text: before },
      { type: 'figure', figure },
    ];
  });
  return [...parts, { type: 'text', text: END }];
}
