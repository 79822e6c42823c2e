import type { ClientBase } from 'pg';
import { columnNames } from './columns.ts';
import { PERSON_LINE, type PersonRow } from './people-hash.ts';

/** Everybody in the vault of a case as his row keeps him, sealed, in any order. */
export async function readPersonRows(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<readonly PersonRow[]> {
  const { rows } = await tx.query<{
    identity_id: string;
    part: string;
    key_id: string;
    wrapped_key: Buffer | null;
    sealed: Buffer | null;
    hashes: Buffer | null;
    created_at: Date;
  }>(`select ${columnNames(PERSON_LINE)} from identity where office_id = $1 and case_id = $2`, [
    officeId,
    caseId,
  ]);
  return rows.map((row) => ({
    identityId: row.identity_id,
    part: row.part,
    keyId: row.key_id,
    wrappedKey: row.wrapped_key,
    sealed: row.sealed,
    hashes: row.hashes,
    createdAt: row.created_at.toISOString(),
  }));
}
