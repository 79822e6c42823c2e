import { DAY_MS } from '../calendar/instant.ts';
import type { AccountId } from '../complaint/event.ts';

/** A password that somebody made for an account, or that its holder chose. `by` null: at the console, or at the first visit. */
export type PasswordMade = {
  readonly type: 'account-created' | 'password-reset' | 'password-changed';
  readonly account: AccountId;
  readonly by: AccountId | null;
  /** Milliseconds. */
  readonly at: number;
};

/** So long whoever made a password may stand behind the account, also when another was chosen since: perhaps by him. */
const HAND_DAYS = 7;

/**
 * Rule 32: two accounts are no two persons while one hand can move both. Whoever makes a password for an account can
 * sign in with it: for seven days, and longer until its holder has chosen his own. Hands reach over others: somebody who
 * made passwords for both joins them. `made` in the order of the history.
 */
export function isOneHand(
  made: readonly PasswordMade[],
  one: AccountId,
  other: AccountId,
  now: number,
): boolean {
  const joined = made.filter(
    (entry) =>
      entry.type !== 'password-changed' &&
      (now - entry.at <= HAND_DAYS * DAY_MS ||
        made.findLast((last) => last.account === entry.account) === entry),
  );
  const reached = new Set([one]);
  let before: number;
  do {
    before = reached.size;
    for (const { account, by } of joined) {
      if (by !== null && (reached.has(account) || reached.has(by))) reached.add(account).add(by);
    }
  } while (reached.size > before);
  return reached.has(other);
}
