import type { Status } from './vocabulary.ts';

/** Nobody of a unit has it yet. */
export const BEFORE_THE_UNIT: readonly Status[] = ['received', 'awaiting-completion', 'verified'];
export const WITH_THE_UNIT: readonly Status[] = ['disposed', 'in-progress'];
export const BEFORE_THE_ANSWER: readonly Status[] = [...BEFORE_THE_UNIT, ...WITH_THE_UNIT];
/** *Selesai*, filed or not yet: out of the inbox, in no balance of open cases. */
export const FINISHED: readonly Status[] = ['closed', 'filed'];
/** Here no limit runs: it was told its answer, or is over. */
export const ANSWERED_OR_FINISHED: readonly Status[] = ['answered', ...FINISHED];
