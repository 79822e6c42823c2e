import type { Pool } from 'pg';
import type { CaseActor } from '../../../domain/people/case-actor.ts';
import { withOffice } from '../../../platform/database/transaction.ts';

/** A field that names a record which this office does not have; shaped like a finding of a schema. */
export type UnknownRecord = {
  readonly code: 'custom';
  readonly path: string[];
  readonly message: 'unknown-attachment' | 'unknown-account';
  readonly input: string;
};

const ATTACHMENTS: ReadonlySet<string> = new Set(['attachments', 'proof', 'scan']);
const ACCOUNTS: ReadonlySet<string> = new Set([
  'account',
  'owner',
  'readers',
  'receivedBy',
  'reviewers',
  'staff',
  'staffId',
]);

/** What no schema knows passes through unjudged: it is neither an id nor followed without end. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DEEPEST = 4;

type Named = { readonly path: string[]; readonly id: string; readonly record: 'attachment' | 'account' };

/**
 * Ids in a body that the schema has judged already, but that name nothing here: attachments that nobody uploaded (or
 * that were erased), and accounts that this office never had. The public is not told about accounts: whether it may
 * name any is the core's question.
 */
export async function findUnknownRecords(
  pool: Pool,
  officeId: number,
  actor: CaseActor,
  body: unknown,
): Promise<readonly UnknownRecord[]> {
  const inside = actor.by === 'staff' || actor.by === 'token';
  const named = namedIn(body, [], null).filter((one) => inside || one.record === 'attachment');
  if (named.length === 0) return [];
  const ids = (record: Named['record']) => named.filter((one) => one.record === record).map((one) => one.id);
  const known = await withOffice(
    pool,
    officeId,
    async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `select attachment_id id from attachment
          where office_id = $1 and attachment_id = any($2::uuid[]) and erased_at is null
         union all
         select account_id id from account where office_id = $1 and account_id = any($3::uuid[])`,
        [officeId, ids('attachment'), ids('account')],
      );
      return new Set(rows.map((row) => row.id));
    },
    { readOnly: true },
  );
  return named
    .filter((one) => !known.has(one.id.toLowerCase()))
    .map(({ path, id, record }) => ({ code: 'custom', path, message: `unknown-${record}`, input: id }));
}

function namedIn(value: unknown, path: readonly string[], record: Named['record'] | null): readonly Named[] {
  if (typeof value === 'string') {
    return record === null || !UUID.test(value) ? [] : [{ path: [...path], id: value, record }];
  }
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const held = Array.isArray(value) ? record : recordOf(name);
    return namedIn(one, [...path, name], held);
  });
}

function recordOf(name: string): Named['record'] | null {
  if (ATTACHMENTS.has(name)) return 'attachment';
  return ACCOUNTS.has(name) ? 'account' : null;
}
