import type { ClientBase } from 'pg';

/** Cases that somebody said are another matter than this one. */
export async function readUnlike(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `select other_id id from case_unlike where office_id = $1 and case_id = $2
     union all select case_id from case_unlike where office_id = $1 and other_id = $2`,
    [officeId, caseId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Bukan ganda: said of a pair once, in either order. */
export async function keepUnlike(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  pair: readonly [string, string],
  by: { readonly account: string | null; readonly at: string },
): Promise<void> {
  await tx.query(
    `insert into case_unlike (office_id, case_id, other_id, account_id, said_at)
     values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5) on conflict do nothing`,
    [officeId, ...pair, by.account, by.at],
  );
}

/** Every case of a rombongan, as the table says; whether it belongs to it, its sealed state does. */
export async function readGroup(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  group: string,
): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select case_id id from case_group where office_id = $1 and group_id = $2',
    [officeId, group],
  );
  return rows.map(({ id }) => id);
}

export async function putInGroup(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  group: string,
  caseIds: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from case_group where office_id = $1 and case_id = any ($2::uuid[]) and group_id <> $3`,
    [officeId, caseIds, group],
  );
  await tx.query(
    `insert into case_group (office_id, group_id, case_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [officeId, group, caseIds],
  );
}

export async function takeOutOfGroup(
  tx: Pick<ClientBase, 'query'>,
  officeId: number,
  caseId: string,
): Promise<void> {
  await tx.query('delete from case_group where office_id = $1 and case_id = $2', [officeId, caseId]);
}
