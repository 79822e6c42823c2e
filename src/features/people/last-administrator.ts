import { coversFrom } from '../../domain/people/role-period.ts';
import type { RoleBook } from './create-account.ts';
import type { RoleRow } from './list-roles.read.ts';

/**
 * Whether the office would be left without an administrator of accounts, on `today` or on any day after it, when these
 * roles stand instead of those: nobody could then give a role or a password to anybody.
 */
export function losesLastAdministrator(
  book: RoleBook,
  before: readonly RoleRow[],
  after: readonly RoleRow[],
  today: string,
): boolean {
  const administering = new Set(
    book.flatMap(({ key, may }) => (may.includes('account/administer') ? [key] : [])),
  );
  const isCovered = (roles: readonly RoleRow[]) =>
    coversFrom(
      roles.filter(({ role }) => administering.has(role)),
      today,
    );
  return isCovered(before) && !isCovered(after);
}
