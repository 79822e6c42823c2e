import type { CaseState } from './case-state.ts';

/** Whether the case counts at all: not *salah catat*, and not merged into another, which counts for it (rule 11). */
export function isCounted({ cancelled, mergedInto }: Pick<CaseState, 'cancelled' | 'mergedInto'>): boolean {
  return !cancelled && mergedInto === null;
}
