import type { RateLimit } from '../../../platform/http/rate-limit.ts';
import type { StaffDesk } from '../../people/staff-desk.tsx';
import type { CaseDesk } from './case-desk.ts';

/** What the pages and the API of cases need. Made once, in src/app. */
export type CasePagesDesk = StaffDesk & {
  readonly cases: CaseDesk;
  /** How often one address may send complaints, and try tickets, from outside. */
  readonly intakeLimit: RateLimit;
  readonly trackLimit: RateLimit;
};
