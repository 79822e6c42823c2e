import type { DueResult } from './due.ts';
import type { Instant } from './instant.ts';

export interface DueOrWaiting {
  readonly due: Instant | null;
  readonly waiting: 'calendar' | null;
}

/** For intake, which never refuses: a limit of an unloaded year waits for its calendar. */
export function dueOrWaiting(result: DueResult): DueOrWaiting {
  return result.ok ? { due: result.due, waiting: null } : { due: null, waiting: 'calendar' };
}
