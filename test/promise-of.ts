import type { CaseState } from '../src/domain/complaint/case-state.ts';
import type { Instant } from '../src/domain/complaint/event.ts';
import { factOf } from '../src/domain/reports/fact-of-case.ts';
import { NO_DATED_ACTS } from '../src/domain/reports/fact-of-dated-acts.ts';
import type { PromiseKey } from '../src/domain/reports/report-cell.ts';
import { officeCalendar } from './an-office.ts';
import { promiseKey } from './cells-of.ts';

/** The row of `on-time` in which a report that is read at this instant prints the case (rules 13, 15, 36). */
export function promiseOf(state: CaseState, at: Instant): PromiseKey {
  return promiseKey(factOf(state, officeCalendar, NO_DATED_ACTS), at);
}
