import type { FileStore } from '../../../adapters/storage/file-store.ts';
import type { RateLimit } from '../../../platform/http/rate-limit.ts';
import type { StaffDesk } from '../../people/staff-desk.tsx';
import type { CaseDesk } from './case-desk.ts';
import type { TellBeside } from './told-beside.ts';

/** What the pages and the API of cases need. Made once, in src/app. */
export type CasePagesDesk = StaffDesk & {
  readonly cases: CaseDesk;
  /** How often one address may send complaints, and try tickets, from outside. */
  /** Counts what people without an account write: complaints, and acts on their own case. */
  readonly intakeLimit: RateLimit;
  /** Counts numbers and codes that do not match; what matches is given back. */
  readonly trackLimit: RateLimit;
  /** Counts every opening by number and code, also of what matches: each reads a whole case. */
  readonly openingLimit: RateLimit;
  /** Files that people bring, sealed, in the data folder. */
  readonly files: FileStore;
  /** Counts files that come without an account. */
  readonly uploadLimit: RateLimit;
  /** Papers of a case, for its timeline. */
  readonly tellBeside: TellBeside;
};
