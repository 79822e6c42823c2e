import type { DeputyCapacity } from '../../domain/people/deputation.ts';
import type { StaffSession } from './sessions/session.ts';

/** A role as somebody holds it today; `unit` narrows it to one unit (null = above them), `deputyFor` says for whom (rule 33). */
export type HeldRole = {
  readonly role: string;
  readonly unit: string | null;
  readonly deputyFor: string | null;
  /** As what he stands in; null = the role is his own, or that of a token. */
  readonly capacity: DeputyCapacity | null;
};

/** Somebody who is signed in, with the roles that are in force today in the office's zone. */
export type Staff = {
  readonly officeId: number;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  /** Accounts whose place he takes today: whoever is complained of is shut out with his deputies and his tokens (rule 28). */
  readonly standsInFor: readonly string[];
  /** Somebody else has seen the password: it must be changed before anything else is done. */
  readonly oneTimePassword: boolean;
  /** Its codes are asked for at sign-in. */
  readonly hasSecondFactor: boolean;
  /** Null for a token. */
  readonly session: StaffSession | null;
};
