import type { CaseState } from '../complaint/case-state.ts';
import { bindingLimits } from '../complaint/deadlines-of-case.ts';
import type { Instant } from '../complaint/event.ts';
import { isCounted } from '../complaint/is-counted.ts';
import type { Clock } from '../complaint/vocabulary.ts';
import type { NoticeCause } from './notice-vocabulary.ts';
import { awaitsAcceptance } from './urgent-call.ts';

/** Whether what somebody is about to be told of a case is still so: what was done meanwhile is not called for any more. */
export function noticeStands(
  {
    cause,
    clock,
    dueAt,
  }: { readonly cause: NoticeCause; readonly clock: Clock | null; readonly dueAt: Instant | null },
  state: CaseState,
): boolean {
  if (!isCounted(state)) return false;
  switch (cause) {
    case 'limit-before':
    case 'limit-at':
    case 'limit-after':
    case 'escalated':
      return bindingLimits(state).some((limit) => limit.clock === clock && limit.dueAt === dueAt);
    case 'look-again':
      return state.outcome === 'pending-elsewhere';
    case 'papers-deferred':
      return state.documents.deferred.length > 0;
    case 'duty-before':
    case 'duty-at':
    case 'duty-after':
      return state.duties.some(({ fulfilled }) => !fulfilled);
    case 'window-over':
      return state.status === 'answered';
    case 'urgent':
      return awaitsAcceptance(state);
    case 'urgent-idle':
      return state.marks.urgent && state.closed === null;
    case 'safe-referral':
      return state.safeReferral?.handedOverAt === null;
    case 'calendar-missing':
    case 'recap-due':
      return true;
  }
}
