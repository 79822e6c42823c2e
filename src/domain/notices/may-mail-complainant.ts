import type { CaseState } from '../complaint/case-state.ts';
import { isCounted } from '../complaint/is-counted.ts';
import type { ComplainantMail } from './notice-vocabulary.ts';

/**
 * Whether this may be mailed to the complainant at this address by itself, as the case stands now: nothing of a protected case
 * before a safe way is known, and then only where that way names this very address (rule 6: a machine does not read hours or
 * "do not write"); nothing of an old register's row or of what does not count; nothing that is no longer so.
 */
export function mayMailComplainant(
  state: CaseState,
  mail: ComplainantMail,
  address: string,
  safeWay: string | null,
): boolean {
  if (!isCounted(state) || state.provenance !== 'tanggap') return false;
  if (state.marks.protected && !namesAddress(safeWay, address)) return false;
  switch (mail) {
    case 'acknowledged':
      return true;
    case 'asked':
      return state.awaitingReplyFrom.includes('complainant') || state.status === 'awaiting-completion';
    case 'answered':
      return state.answer !== null && state.closed === null;
    case 'closed':
      return state.closed !== null && state.closed.by !== 'complainant';
  }
}

function namesAddress(safeWay: string | null, address: string): boolean {
  return (
    safeWay
      ?.toLowerCase()
      .split(/[\s,;<>()"']+/)
      .includes(address.toLowerCase()) ?? false
  );
}
