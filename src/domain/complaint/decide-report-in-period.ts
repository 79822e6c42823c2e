import type { CaseState } from './case-state.ts';
import type { Context } from './context.ts';
import { accept, type Decision, refuse } from './decision.ts';

/**
 * An issued periodic report holds the case: the last online step (rule 17). Totals hold every case that counts, also
 * one that is about whoever issues the report (rule 28), so only the permission is asked for. Its door will be
 * `issue-report`: the issuing of a report writes it into every case that the report froze.
 */
export function decideReportInPeriod(
  state: CaseState,
  command: { readonly report: string },
  { actor, now }: Context,
): Decision {
  if (actor.by !== 'system' && !actor.may.has('issue-report')) {
    return refuse({ refusal: 'not-permitted', operation: 'issue-report' });
  }
  if (state.cancelled) return refuse({ refusal: 'case-cancelled' });
  if (state.mergedInto !== null) return refuse({ refusal: 'case-merged', into: state.mergedInto });
  return accept({ type: 'reported-in-period', at: now, report: command.report });
}
