import type { Calendar } from '../calendar/calendar.ts';
import type { OfficeData } from '../office/office-data.ts';
import type { CaseActor } from '../people/case-actor.ts';
import type { AccountId, Instant } from './event.ts';

/** What every decision is made in: nothing pure reads a clock, a file or a session. */
export type Context = {
  readonly now: Instant;
  readonly office: OfficeData;
  readonly calendar: Calendar;
  readonly actor: CaseActor;
  /**
   * Units in which an account of this office works today, from its own records and never from the command; null = the
   * office has no such account. Left out: nobody is known, and what asks for units refuses.
   */
  readonly unitsOf?: (account: AccountId) => readonly string[] | null;
  /** Everybody who stands above the units today. Left out: nobody. */
  readonly above?: readonly CaseActor[];
  /** Whether one hand can move the actor's account and this one (rule 32). Left out: it can. */
  readonly isOneHandWith?: (other: AccountId) => boolean;
  /** Whether the office has nobody else today who disposes and is not one hand with the actor (decision 0025). Left out: it has. */
  readonly isAlone?: boolean;
  /** Whether this account is open and holds a role today by which it works on cases. Left out: none does. */
  readonly worksOnCases?: (account: AccountId) => boolean;
  /** Whether nobody signs in with this account any more. Left out: nobody does. */
  readonly isClosed?: (account: AccountId) => boolean;
};
