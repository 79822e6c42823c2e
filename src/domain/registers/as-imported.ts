import type { Actor } from '../complaint/event.ts';

/**
 * Whether nobody has worked on an imported case since: its history holds only what the import wrote, accepted
 * suggestions of a later import included, and what Tanggap itself did.
 */
export function isAsImported(history: readonly { readonly actor: Actor }[]): boolean {
  return history.every(({ actor }) => UNTOUCHED_BY.some((by) => by === actor.by));
}

/** Who writes into an imported case without anybody having worked on it. */
export const UNTOUCHED_BY = ['import', 'system'] as const satisfies readonly Actor['by'][];
