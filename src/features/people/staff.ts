/** A role as somebody holds it today; `unit` narrows it to one unit (null = above them), `deputyFor` says for whom (rule 33). */
export type HeldRole = {
  readonly role: string;
  readonly unit: string | null;
  readonly deputyFor: string | null;
};

/** Somebody who is signed in, with the roles that are in force today in the office's zone. */
export type Staff = {
  readonly officeId: number;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly HeldRole[];
  /** Somebody else has seen the password: it must be changed before anything else is done. */
  readonly oneTimePassword: boolean;
};
