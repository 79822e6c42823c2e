import type { Status } from './vocabulary.ts';

/** As far as anybody here knows, nothing was done: what the old register leaves open is handled as what was received. */
export const UNTOUCHED: readonly Status[] = ['received', 'not-recorded'];
/** Nobody of a unit has it yet. */
export const BEFORE_THE_UNIT: readonly Status[] = [...UNTOUCHED, 'awaiting-completion', 'verified'];
export const WITH_THE_UNIT: readonly Status[] = ['disposed', 'in-progress'];
export const BEFORE_THE_ANSWER: readonly Status[] = [...BEFORE_THE_UNIT, ...WITH_THE_UNIT];
/** *Selesai*, filed or not yet: out of the inbox, in no balance of open cases. */
export const FINISHED: readonly Status[] = ['closed', 'filed'];
/** What no report counts as open: how it stands nobody knows (rule 37). */
export const NOT_KNOWN_OPEN: readonly Status[] = [...FINISHED, 'not-recorded'];
/** Here no limit runs: it was told its answer, or is over. */
export const ANSWERED_OR_FINISHED: readonly Status[] = ['answered', ...FINISHED];
