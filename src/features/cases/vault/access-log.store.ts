import type { ClientBase } from 'pg';
import type { CaseActor } from '../../../domain/people/case-actor.ts';

export const ACCESS_ACTIONS = [
  'case-read',
  'contacts-seen',
  'identity-opened',
  'people-searched',
  'case-found',
  'identity-erased',
  'text-erased',
  'file-opened',
  'paper-opened',
  'file-erased',
  'register-printed',
  'export-unmasked',
  /** Who is complained of was settled by one person: the office had no second (decision 0025). */
  'settled-alone',
  /** This log was read, or taken along as a file. */
  'log-read',
  'log-exported',
  /** What is held on one person was given out for himself (UU 27/2022 ps. 7). */
  'person-exported',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

export type Access = {
  readonly accessId: string;
  /** Milliseconds. */
  readonly at: number;
  readonly actor: CaseActor;
  readonly action: AccessAction;
  readonly caseId?: string | null;
  readonly identityId?: string | null;
  readonly attachmentId?: string | null;
  /** Id of the text or of the ledger's row that says why: nothing in this log can be erased. */
  readonly reason?: string | null;
};

/** Writes down who looked at what, for ever (append-only by grant and trigger). */
export async function logAccess(tx: ClientBase, officeId: number, access: Access): Promise<void> {
  await tx.query(
    `insert into access_log (office_id, access_id, at, account_id, action, case_id, identity_id, reason, attachment_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      officeId,
      access.accessId,
      new Date(access.at),
      access.actor.account,
      access.action,
      access.caseId ?? null,
      access.identityId ?? null,
      access.reason ?? null,
      access.attachmentId ?? null,
    ],
  );
}

/** Whether this account did this with this case since `since` (milliseconds). */
export async function wasLogged(
  tx: ClientBase,
  officeId: number,
  access: Pick<Access, 'actor' | 'action' | 'caseId'>,
  since: number,
): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from access_log
      where office_id = $1 and at >= $2 and account_id = $3 and action = $4 and case_id = $5 limit 1`,
    [officeId, new Date(since), access.actor.account, access.action, access.caseId ?? null],
  );
  return rows.length > 0;
}
