import { OPERATIONS, type Operation } from '../complaint/vocabulary.ts';

/**
 * The closed list of what a role may do: every operation of a case, and the reads and acts around it.
 * `office apply` grants a role what its `may` lists and nothing else.
 */
export const READS_AND_ADMINISTRATION = [
  /** Cases without a mark `protected` or `restricted`. */
  'case/read-open',
  /** Protected cases (rule 6): their handlers only. */
  'case/read-protected',
  /** The closed lane (rules 27, 28): named people only. */
  'case/read-restricted',
  /**
   * Set and remove marks; `mark` alone may only set. Removing *dilindungi* is the coordinator's (rule 6); *terbatas* goes by
   * `review/decide`, too (rule 27).
   */
  'case/unmark',
  /** Search across cases that are not one's own (rule 32). */
  'case/search',
  /** Open an identity with a reason, logged (rule 32). */
  'identity/open',
  /** Second person who agrees to opening an anonymous, secret or restricted case (rule 32). */
  'identity/approve',
  'desk/acknowledge-day',
  'register/import',
  'register/export',
  'register/export-unmasked',
  'register/close-month',
  'report/build',
  'report/issue',
  /** Release to the public, the coordinator's (rule 31). */
  'publication/approve',
  'letter/issue',
  'sop/print',
  'office/administer',
  'account/administer',
  'token/administer',
  'log/read',
  /** Erase a person's data or a text for good (UU 27/2022 ps. 43). */
  'identity/erase',
  /** Keep the register of breaches of personal data (UU 27/2022 ps. 46). */
  'breach/keep',
] as const;
export type ReadOrAdministration = (typeof READS_AND_ADMINISTRATION)[number];
export type Permission = Operation | ReadOrAdministration;

export const PERMISSIONS: readonly Permission[] = [...OPERATIONS, ...READS_AND_ADMINISTRATION];

/** Granted already, for doors that are not built yet: whoever holds one of these can do nothing by it. */
export const GATES_NOTHING_YET: ReadonlySet<Permission> = new Set<Permission>([
  'issue-report',
  'register/close-month',
  'report/issue',
  'token/administer',
]);

const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);

export function isPermission(word: string): word is Permission {
  return KNOWN.has(word);
}

/** Permissions of the administrator; whoever holds one may not read the log (rule 23). */
export const ADMINISTRATOR_PERMISSIONS: readonly Permission[] = [
  'office/administer',
  'account/administer',
  'token/administer',
];

/**
 * Rule 23: one person may hold several roles; administrator with auditor of the log is the one pair refused.
 * Takes everything that one person may do (over all roles) and says whether that pair is in it.
 */
export function holdsRefusedPair(may: Iterable<string>): boolean {
  const held = new Set(may);
  return held.has('log/read') && ADMINISTRATOR_PERMISSIONS.some((permission) => held.has(permission));
}
