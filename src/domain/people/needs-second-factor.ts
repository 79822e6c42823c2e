import { ADMINISTRATOR_PERMISSIONS, type Permission } from './permissions.ts';

/**
 * Rule 35: a second factor at sign-in is required of head, review lane, exports and administration; of who erases and who
 * reads the log, too. It is offered to all others. Takes everything that one person may do, over all roles.
 */
export function needsSecondFactor(may: ReadonlySet<string>): boolean {
  return NEEDING.some((permission) => may.has(permission));
}

const NEEDING: readonly Permission[] = [
  'review/start',
  'review/recommend',
  'review/decide',
  'investigation/assess',
  'investigation/assign',
  'investigation/find',
  'investigation/sanction',
  'register/export',
  'register/export-unmasked',
  'identity/erase',
  'log/read',
  ...ADMINISTRATOR_PERMISSIONS,
];
