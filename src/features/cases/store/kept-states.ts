import type { CaseState } from '../../../domain/complaint/case-state.ts';
import type { Keyring, MasterKey } from '../../../platform/keyring.ts';
import { OPENED_COLUMNS, openStateBeside, type SealedCaseRow } from './open-state.ts';

/** One writing of a row of complaint_case: whoever changes a column of it, by whatever hand, leaves another place or xmin. */
export type WrittenRow = {
  readonly case_id: string;
  readonly row_mac: Buffer;
  readonly ctid: string;
  readonly xmin: string;
};
export const WRITTEN_COLUMNS = 'case_id, row_mac, ctid::text, xmin::text';
export const OPENED_AND_WRITTEN_COLUMNS = `${OPENED_COLUMNS}, ctid::text, xmin::text`;

/** About 4 MB of states. */
const MOST_KEPT = 1_000;

/**
 * States that were opened under their seals, least lately asked first. A list opens fifty at a time and mostly those of
 * the list before: one held under the current key holds for as long as its row was not written again.
 */
const keptUnder = new WeakMap<MasterKey, Map<string, CaseState>>();

/** The state that `openAndKeep` opened from this very writing of the row under the current key; null = not kept. */
export function keptState({ current }: Keyring, row: WrittenRow): CaseState | null {
  const kept = keptUnder.get(current);
  const state = kept?.get(writing(row));
  if (kept === undefined || state === undefined) return null;
  kept.delete(writing(row));
  kept.set(writing(row), state);
  return state;
}

/** As `openStateBeside`; what its seal held is kept, what it did not hold is asked each time anew. */
export function openAndKeep(keyring: Keyring, row: SealedCaseRow & WrittenRow): CaseState | null {
  const state = openStateBeside(keyring, row);
  if (state === null) return null;
  const kept = keptUnder.get(keyring.current) ?? new Map<string, CaseState>();
  keptUnder.set(keyring.current, kept);
  kept.set(writing(row), state);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return state;
}

function writing({ case_id, row_mac, ctid, xmin }: WrittenRow): string {
  return `${case_id} ${xmin} ${ctid} ${row_mac.toString('latin1')}`;
}
