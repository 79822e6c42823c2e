import type { Limit } from '../calendar/limit.ts';
import type { CaseState } from './case-state.ts';

/** A request for information made formally to the PPID: it has its own clock, register and *keberatan* (UU 14/2008, rule 14). */
export function isFormalRequest({ kind, channel }: Pick<CaseState, 'kind' | 'channel'>): boolean {
  return kind === 'permintaan-informasi' && channel === 'ppid';
}

/** In so long the superior of the PPID answers a *keberatan* (UU 14/2008 ps. 36 ayat 2). */
export const OBJECTION_ANSWER: Limit = { count: 30, unit: 'working-day' };
